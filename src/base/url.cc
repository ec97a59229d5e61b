#include "base/url.h"

#include "base/text.h"

namespace irisim {

bool is_url(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (text.size() <= scheme.size() || !equal_ignoring_case(text.substr(0, scheme.size()), scheme))
      continue;
    const std::string_view rest = text.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
    const bool has_space = text.find_first_of(" \t\r\n<>\"") != std::string_view::npos;
    return !has_space && !host.empty() && host.front() != '.' && host.front() != '-';
  }
  return false;
}

}  // namespace irisim
