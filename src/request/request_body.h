#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "catalog/catalog.h"
#include "http/message.h"
#include "xml/document.h"

namespace irisim::request {

// The XML bodies that operations take, known by the roots of their documented requests.
class RequestBodies {
 public:
  RequestBodies();

  // The request's document, where the operation takes one. The error is for the client: what is
  // wrong, and where.
  Result<std::optional<xml::Document>> read(const http::Request& request,
                                            const catalog::Operation& operation) const;

 private:
  std::unordered_map<const catalog::Operation*, std::vector<std::string>> roots_;
};

}  // namespace irisim::request
