#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "http/message.h"
#include "http/target.h"
#include "xml/document.h"

namespace irisim::operations {

// Who sends a request without credentials, where none are needed.
constexpr std::string_view kAnonymous = "anonymous";

// One request to a known operation, taken apart. Lives for one exchange.
struct Call {
  const catalog::Operation& operation;
  const http::Request& request;
  std::vector<std::string> values;  // of the path's parameters, in the path's order
  http::Query query;
  std::optional<xml::Document> body;  // present if the operation takes XML
  std::string user;                   // who is signed in
  std::vector<std::string> accounts;  // that the user may use; empty: all
  std::string base;  // what stands before the path in a link: "http://localhost:8080/api"

  // The value of a parameter of the path template, by its name; it must have one.
  std::string_view parameter(std::string_view name) const;
  std::optional<std::string_view> find_parameter(std::string_view name) const;
  std::string_view account() const { return parameter("accountId"); }

  // The path of this request below the base, as links and Location headers have it.
  std::string path() const;
};

}  // namespace irisim::operations
