#include "webhook/relay.h"

#include <string>

#include "base/text.h"

namespace irisim::webhook {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kDigits = "0123456789";

bool consists_of(std::string_view text, const std::string& characters) {
  return !text.empty() && lower(text).find_first_not_of(characters) == std::string::npos;
}

bool is_host(std::string_view host) {
  const std::string digits(kDigits);
  if (host.starts_with('[') && host.ends_with(']'))
    return consists_of(host.substr(1, host.size() - 2), digits + "abcdef:.");
  return consists_of(host, digits + std::string(kLetters) + ".-_");
}

bool is_port(std::string_view port) {
  constexpr long kLast = 65535;
  const std::optional<long> number = all_digits(port) ? to_number(port) : std::nullopt;
  return number && *number >= 1 && *number <= kLast;
}

}  // namespace

std::optional<Error> check_relay(std::string_view text) {
  const size_t colon = text.rfind(':');
  const bool is_good = colon != std::string_view::npos && is_host(text.substr(0, colon)) &&
                       is_port(text.substr(colon + 1));
  if (is_good) return std::nullopt;
  return Error{"'" + std::string(text) + "' is not of the form HOST:PORT, such as 127.0.0.1:1025"};
}

}  // namespace irisim::webhook
