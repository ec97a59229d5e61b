#include "base/subnet.h"

#include <algorithm>

#include "base/text.h"

namespace irisim {
namespace {

constexpr int kAddressBits = 32;
constexpr int kOctets = 4;
constexpr int kOctetBits = 8;
constexpr long kLargestOctet = 255;

uint32_t host_mask(int prefix) {
  return prefix == kAddressBits ? 0 : UINT32_MAX >> prefix;
}

// Without leading zeros, which some take for octal.
std::optional<long> parse_octet(std::string_view text) {
  if (text.empty() || !all_digits(text) || (text.size() > 1 && text.front() == '0')) return {};
  const std::optional<long> value = to_number(text);
  return value && *value <= kLargestOctet ? value : std::nullopt;
}

std::optional<uint32_t> parse_address(std::string_view text) {
  const auto parts = split(text, '.');
  if (parts.size() != kOctets) return std::nullopt;
  uint32_t address = 0;
  for (const std::string_view part : parts) {
    const std::optional<long> octet = parse_octet(part);
    if (!octet) return std::nullopt;
    address = address << kOctetBits | static_cast<uint32_t>(*octet);
  }
  return address;
}

bool is_label(std::string_view text) {
  constexpr size_t kLongest = 63;
  const auto is_letter = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, is_letter) &&
         text.front() != '-' && text.back() != '-';
}

}  // namespace

uint32_t Subnet::first() const {
  return address & ~host_mask(prefix);
}

uint32_t Subnet::last() const {
  return address | host_mask(prefix);
}

std::optional<Subnet> parse_subnet(std::string_view text) {
  const size_t slash = text.find('/');
  const std::optional<uint32_t> address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  if (slash == std::string_view::npos) return Subnet{*address, kAddressBits};
  const std::optional<long> prefix = parse_octet(text.substr(slash + 1));
  if (!prefix || *prefix > kAddressBits) return std::nullopt;
  return Subnet{*address, static_cast<int>(*prefix)};
}

std::string format_subnet(const Subnet& subnet) {
  std::string text;
  for (int shift = kAddressBits - kOctetBits; shift >= 0; shift -= kOctetBits) {
    if (!text.empty()) text += '.';
    text += std::to_string(subnet.address >> shift & UINT8_MAX);
  }
  return subnet.prefix == kAddressBits ? text : text + "/" + std::to_string(subnet.prefix);
}

bool overlap(const Subnet& a, const Subnet& b) {
  return a.first() <= b.last() && b.first() <= a.last();
}

bool is_domain_name(std::string_view text) {
  constexpr size_t kLongest = 253;
  const auto labels = split(text, '.');
  return text.size() <= kLongest && labels.size() > 1 && std::ranges::all_of(labels, is_label) &&
         !all_digits(labels.back());
}

}  // namespace irisim
