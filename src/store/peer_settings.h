#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

// Whose setting it is, and which: the path of the setting below the peer's products, such as
// "messaging/features/sms".
struct PeerSettingKey {
  std::string_view account, peer, setting;
};

// What is set for the products of SIP peers.
class PeerSettings {
 public:
  explicit PeerSettings(Database& database) : database_(database) {}

  // The application is the one that the document refers to; empty: none.
  void set(const PeerSettingKey& key, std::string_view document, std::string_view application);
  std::optional<std::string> find(const PeerSettingKey& key);
  bool has(const PeerSettingKey& key);
  void remove(const PeerSettingKey& key);
  void remove_all(std::string_view account, std::string_view peer);

  // The ids of the account's peers that refer to an application, each once, in order of their ids.
  std::vector<std::string> peers_of_application(std::string_view account,
                                                std::string_view application);

  struct Entry {
    std::string peer, document;
  };
  // One setting of all peers of an account.
  std::vector<Entry> list(std::string_view account, std::string_view setting);

 private:
  Database& database_;
};

}  // namespace irisim::store
