#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace irisim {

// A range of IPv4 addresses as it is written for a host: one address, or a subnet in CIDR form.
struct Subnet {
  uint32_t address = 0;  // as written; need not be the first of the subnet
  int prefix = 32;       // leading bits that all addresses of the subnet share

  uint32_t first() const;  // the network address
  uint32_t last() const;
  bool is_network_address() const { return address == first(); }
  bool operator==(const Subnet&) const = default;
};

// "2.1.1.9" or "2.1.1.96/30"; nothing for any other text.
std::optional<Subnet> parse_subnet(std::string_view text);
std::string format_subnet(const Subnet& subnet);

bool overlap(const Subnet& a, const Subnet& b);

// A fully qualified domain name: labels of letters, digits and inner hyphens, at least two of them,
// the last one no number.
bool is_domain_name(std::string_view text);

}  // namespace irisim
