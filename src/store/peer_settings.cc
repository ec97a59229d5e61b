#include "store/peer_settings.h"

namespace irisim::store {

void PeerSettings::set(const PeerSettingKey& key, std::string_view document,
                       std::string_view application) {
  database_.run(
      "INSERT OR REPLACE INTO peer_settings (account, peer, setting, application, document)"
      " VALUES (?, ?, ?, ?, ?)",
      key.account, key.peer, key.setting, application, document);
}

std::optional<std::string> PeerSettings::find(const PeerSettingKey& key) {
  Rows rows = database_.query(
      "SELECT document FROM peer_settings WHERE account = ? AND peer = ? AND setting = ?",
      key.account, key.peer, key.setting);
  if (!rows.next()) return std::nullopt;
  return rows.text(0);
}

bool PeerSettings::has(const PeerSettingKey& key) {
  return find(key).has_value();
}

void PeerSettings::remove(const PeerSettingKey& key) {
  database_.run("DELETE FROM peer_settings WHERE account = ? AND peer = ? AND setting = ?",
                key.account, key.peer, key.setting);
}

void PeerSettings::remove_all(std::string_view account, std::string_view peer) {
  database_.run("DELETE FROM peer_settings WHERE account = ? AND peer = ?", account, peer);
}

std::vector<std::string> PeerSettings::peers_of_application(std::string_view account,
                                                            std::string_view application) {
  std::vector<std::string> peers;
  Rows rows = database_.query(
      "SELECT DISTINCT peer FROM peer_settings WHERE account = ? AND application = ? ORDER BY peer",
      account, application);
  while (rows.next()) peers.push_back(rows.text(0));
  return peers;
}

std::vector<PeerSettings::Entry> PeerSettings::list(std::string_view account,
                                                    std::string_view setting) {
  std::vector<Entry> entries;
  Rows rows = database_.query(
      "SELECT peer, document FROM peer_settings WHERE account = ? AND setting = ? ORDER BY peer",
      account, setting);
  while (rows.next()) entries.push_back({rows.text(0), rows.text(1)});
  return entries;
}

}  // namespace irisim::store
