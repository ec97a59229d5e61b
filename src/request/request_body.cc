#include "request/request_body.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace irisim::request {
namespace {

struct AlternateRoot {
  std::string_view method, path, root;
};

#define PEER_PRODUCTS "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}/products"
// Roots that clients send besides the documented ones: a SUPP as the order that was read, and
// settings where the contract shows a blank.
constexpr AlternateRoot kAlternates[] = {
    {"PUT", "/accounts/{accountId}/portins/{orderid}", "LnpOrder"},
    {"PUT", PEER_PRODUCTS "/origination/settings", "SipPeerOriginationSettings"},
    {"PUT", PEER_PRODUCTS "/termination/settings", "SipPeerTerminationSettings"},
};
#undef PEER_PRODUCTS

// Where a missing body breaks a rule of the operation's own.
constexpr std::pair<std::string_view, std::string_view> kJudgeEmpty[] = {
    {"POST", "/accounts/{accountId}/lsrorders"},
    {"PUT", "/accounts/{accountId}/lsrorders/{orderid}"},
};

bool may_be_empty(const catalog::Operation& operation) {
  if (std::ranges::find(kJudgeEmpty, std::pair(operation.method, operation.path)) !=
      std::end(kJudgeEmpty))
    return true;
  return std::ranges::any_of(operation.requests, [](const auto& e) { return e.body.empty(); });
}

std::string expected(const std::vector<std::string>& roots) {
  return "expected an XML document with the root <" + join(roots, "> or <") + ">";
}

}  // namespace

RequestBodies::RequestBodies() {
  for (const catalog::Operation& operation : catalog::operations()) {
    if (operation.method == "GET")
      continue;  // one documents a response where its request would stand
    std::vector<std::string> roots;
    for (const catalog::Example& example : operation.requests) {
      if (example.body.empty()) continue;
      const auto document = xml::Document::parse(example.body);
      IRISIM_CHECK(document.ok());
      const std::string root(document->root().name());
      if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    }
    for (const AlternateRoot& alternate : kAlternates) {
      if (alternate.method == operation.method && alternate.path == operation.path)
        roots.emplace_back(alternate.root);
    }
    if (!roots.empty()) roots_.emplace(&operation, std::move(roots));
  }
}

Result<std::optional<xml::Document>> RequestBodies::read(
    const http::Request& request, const catalog::Operation& operation) const {
  const auto entry = roots_.find(&operation);
  if (entry == roots_.end()) return std::optional<xml::Document>();
  const std::vector<std::string>& roots = entry->second;
  if (trim(request.body).empty()) {
    if (may_be_empty(operation)) return std::optional<xml::Document>();
    return Error{"The request body is empty; " + expected(roots) + "."};
  }
  auto document = xml::Document::parse(request.body);
  if (!document)
    return Error{"The request body is no well-formed XML: " + xml::describe(document.error()) +
                 "."};
  const std::string_view root = document->root().name();
  const bool known = std::ranges::any_of(
      roots, [&](const std::string& r) { return equal_ignoring_case(r, root); });
  if (!known) {
    return Error{"The request body has the root <" + std::string(root) + ">; " + expected(roots) +
                 "."};
  }
  return std::optional<xml::Document>(std::move(*document));
}

}  // namespace irisim::request
