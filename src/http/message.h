#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/wire_fault.h"

namespace irisim::http {

class Later;

using Header = std::pair<std::string, std::string>;

// One part of a multipart/form-data body.
struct Part {
  std::string name, filename, type, content;
};

struct Request {
  std::string method;
  std::string_view scheme;  // "http" or "https"
  std::string target;       // as sent: "/accounts/1/portins?page=1"
  std::vector<Header> headers;
  std::string body;  // empty where there are parts
  std::vector<Part> parts;

  // The first header of that name, whatever its case; empty when there is none.
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string type;  // Content-Type; empty: none
  std::string body;
  WireFault fault{};               // done to it on its way
  std::shared_ptr<Later> later{};  // the answer, instead of all the above, when it is there
};

}  // namespace irisim::http
