#include "webhook/address.h"

#include "http/target.h"

namespace irisim::webhook {

void take_out_credentials(Address& address) {
  constexpr std::string_view kMark = "://";
  const size_t mark = address.url.find(kMark);
  if (mark == std::string::npos) return;
  const size_t begin = mark + kMark.size();
  const size_t end = address.url.find_first_of("/?#", begin);
  const std::string authority = address.url.substr(begin, end - begin);
  const size_t at = authority.rfind('@');
  if (at == std::string::npos) return;
  address.url.erase(begin, at + 1);
  if (!address.user.empty()) return;
  const size_t colon = std::min(authority.find(':'), at);
  address.user = http::percent_decode(authority.substr(0, colon));
  if (colon < at)
    address.password = http::percent_decode(authority.substr(colon + 1, at - colon - 1));
}

}  // namespace irisim::webhook
