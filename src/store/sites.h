#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

struct Site {
  std::string id, name;
  std::string document = "<Site/>";  // the client's fields, XML
};

struct SipPeer {
  std::string id, site, name;
  bool is_default = false;
  std::string document = "<SipPeer/>";  // the client's other fields, XML
};

// The sites (sub-accounts) of accounts and their SIP peers (locations). Lists are in the order of
// the ids, which are numbers.
class Sites {
 public:
  explicit Sites(Database& database) : database_(database) {}

  bool any(std::string_view account);  // whether the account has a site
  void add(std::string_view account, const Site& site);
  void update(std::string_view account, const Site& site);
  void remove(std::string_view account, std::string_view id);
  bool exists(std::string_view account, std::string_view id);
  std::optional<Site> find(std::string_view account, std::string_view id);
  std::vector<Site> list(std::string_view account);

  void add_peer(std::string_view account, const SipPeer& peer);
  void update_peer(std::string_view account, const SipPeer& peer);  // stays on its site
  void remove_peer(std::string_view account, std::string_view id);
  std::optional<SipPeer> find_peer(std::string_view account, std::string_view id);
  std::vector<SipPeer> list_peers(std::string_view account, std::string_view site);

  // A site has one default peer at most. Taking it away leaves the site without one.
  std::optional<SipPeer> default_peer(std::string_view account, std::string_view site);
  void clear_default_peer(std::string_view account, std::string_view site);
  int64_t count_default_peers(std::string_view account);

  // Whether any account has a site, a peer of this id.
  bool is_site_id(std::string_view id);
  bool is_peer_id(std::string_view id);

 private:
  Database& database_;
};

}  // namespace irisim::store
