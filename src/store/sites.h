#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

struct Site {
  std::string id, name;
};

struct SipPeer {
  std::string id, site, name;
  bool is_default = false;
};

// The sites (sub-accounts) of accounts and their SIP peers (locations).
class Sites {
 public:
  explicit Sites(Database& database) : database_(database) {}

  bool any(std::string_view account);  // whether the account has a site
  void add(std::string_view account, std::string_view id, std::string_view name);
  bool exists(std::string_view account, std::string_view id);
  std::string name(std::string_view account, std::string_view id);  // empty: no such site

  std::optional<Site> find(std::string_view account, std::string_view id);

  void add_peer(std::string_view account, const SipPeer& peer);
  std::optional<SipPeer> find_peer(std::string_view account, std::string_view id);
  std::optional<SipPeer> default_peer(std::string_view account, std::string_view site);

 private:
  Database& database_;
};

}  // namespace irisim::store
