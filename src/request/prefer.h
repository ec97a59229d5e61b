#pragma once

#include <string>
#include <variant>

#include "base/result.h"
#include "catalog/catalog.h"
#include "http/message.h"

namespace irisim::request {

// The documented answer that a client asks for with "Prefer: code=404" and "Prefer: example=draft".
struct Preference {
  const catalog::Outcome* outcome = nullptr;  // null: none was asked for
  const catalog::Example* example = nullptr;  // null: the outcome has no body
  std::string applied;                        // value of Preference-Applied
};

// The error names what cannot be had and what can.
Result<Preference> read_preference(const http::Request& request,
                                   const catalog::Operation& operation);

}  // namespace irisim::request
