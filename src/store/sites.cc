#include "store/sites.h"

namespace irisim::store {
namespace {

std::optional<SipPeer> read_peer(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return SipPeer{rows.text(0), rows.text(1), rows.text(2), rows.number(3) != 0};
}

}  // namespace

bool Sites::any(std::string_view account) {
  return database_.query("SELECT 1 FROM sites WHERE account = ? LIMIT 1", account).next();
}

void Sites::add(std::string_view account, std::string_view id, std::string_view name) {
  database_.run("INSERT INTO sites (account, id, name) VALUES (?, ?, ?)", account, id, name);
}

bool Sites::exists(std::string_view account, std::string_view id) {
  return database_.query("SELECT 1 FROM sites WHERE account = ? AND id = ?", account, id).next();
}

std::optional<Site> Sites::find(std::string_view account, std::string_view id) {
  Rows rows =
      database_.query("SELECT id, name FROM sites WHERE account = ? AND id = ?", account, id);
  if (!rows.next()) return std::nullopt;
  return Site{rows.text(0), rows.text(1)};
}

std::string Sites::name(std::string_view account, std::string_view id) {
  Rows rows = database_.query("SELECT name FROM sites WHERE account = ? AND id = ?", account, id);
  return rows.next() ? rows.text(0) : std::string();
}

void Sites::add_peer(std::string_view account, const SipPeer& peer) {
  database_.run(
      "INSERT INTO sip_peers (account, id, site, name, is_default) VALUES (?, ?, ?, ?, ?)", account,
      peer.id, peer.site, peer.name, int64_t{peer.is_default});
}

std::optional<SipPeer> Sites::find_peer(std::string_view account, std::string_view id) {
  return read_peer(database_.query(
      "SELECT id, site, name, is_default FROM sip_peers WHERE account = ? AND id = ?", account,
      id));
}

std::optional<SipPeer> Sites::default_peer(std::string_view account, std::string_view site) {
  return read_peer(
      database_.query("SELECT id, site, name, is_default FROM sip_peers WHERE account = ? AND site "
                      "= ? AND is_default",
                      account, site));
}

}  // namespace irisim::store
