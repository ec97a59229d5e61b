#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/subnet.h"
#include "store/database.h"

namespace irisim::store {

// What a host is for, in the words of the contract's section "hosts".
inline constexpr std::string_view kSmsHost = "SMS";
inline constexpr std::string_view kTerminationHost = "TERMINATION";
inline constexpr std::string_view kOriginationHost = "ORIGINATION";  // voice

// A host that a SIP peer uses: an IPv4 address, a subnet or a domain name, as the client wrote it.
struct Host {
  std::string kind, account, site, peer;
  std::string name;
  std::string port;  // empty: none was given
};

// The hosts of all SIP peers of a world: who uses which address.
class Hosts {
 public:
  explicit Hosts(Database& database) : database_(database) {}

  void add(const Host& host);
  void remove(std::string_view account, std::string_view peer, std::string_view kind);
  void remove_all(std::string_view account, std::string_view peer);

  // A host of this kind that shares an address with the subnet and is of another peer than this
  // one; nothing when there is none.
  std::optional<Host> overlapping(std::string_view kind, const Subnet& subnet,
                                  std::string_view except_account, std::string_view except_peer);

  // Those of an account, by site, peer and the order in which they were added. An empty kind stands
  // for all.
  std::vector<Host> list(std::string_view account, std::string_view kind);

 private:
  Database& database_;
};

}  // namespace irisim::store
