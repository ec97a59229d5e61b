#include "webhook/rewrite.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::webhook {
namespace {

bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (text.starts_with(scheme)) return text.size() > scheme.size();
  }
  return false;
}

// Schemes and hosts have no case, and nobody has paths that differ in it alone. Whether the URL
// goes on where a part of it ends, so that a host is not taken for the beginning of another one.
bool begins_with(std::string_view url, std::string_view from) {
  if (!equal_ignoring_case(url.substr(0, from.size()), from)) return false;
  constexpr std::string_view kEnds = ":/?#";
  return url.size() == from.size() || kEnds.find(url[from.size()]) != kEnds.npos ||
         from.ends_with('/');
}

}  // namespace

Result<Rewrite> read_rewrite(std::string_view text) {
  const size_t middle = text.find("=http");
  if (middle != text.npos) {
    Rewrite rewrite{std::string(text.substr(0, middle)), std::string(text.substr(middle + 1))};
    if (is_address(rewrite.from) && is_address(rewrite.to)) return rewrite;
  }
  return Error{
      "'" + std::string(text) +
      "' is not of the form FROM=TO, such as http://app.example.com=http://127.0.0.1:3000"};
}

std::string rewrite(std::string_view url, const std::vector<Rewrite>& rewrites) {
  const auto found = std::ranges::find_if(
      rewrites, [&](const Rewrite& rewrite) { return begins_with(url, rewrite.from); });
  if (found == rewrites.end()) return std::string(url);
  return found->to + std::string(url.substr(found->from.size()));
}

}  // namespace irisim::webhook
