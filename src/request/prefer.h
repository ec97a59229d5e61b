#pragma once

#include <string>
#include <variant>

#include "base/result.h"
#include "catalog/catalog.h"
#include "http/message.h"

namespace irisim::request {

// What a client asks for with Prefer headers: "code=404" or "example=draft" for a documented answer
// in place of the live one, "delay=800" and "fault=EMPTY_RESPONSE" for what becomes of either on
// its way.
struct Preference {
  const catalog::Outcome* outcome = nullptr;  // null: the live answer
  const catalog::Example* example = nullptr;  // null: the outcome has no body
  http::WireFault fault;
  std::string applied;  // value of Preference-Applied; empty: nothing was asked for
};

// The error names what cannot be had and what can.
Result<Preference> read_preference(const http::Request& request,
                                   const catalog::Operation& operation);

}  // namespace irisim::request
