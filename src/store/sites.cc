#include "store/sites.h"

namespace irisim::store {
namespace {

#define PEER_COLUMNS "id, site, name, is_default, document"
constexpr char kFindPeer[] = "SELECT " PEER_COLUMNS " FROM sip_peers WHERE account = ? AND id = ?";
constexpr char kDefaultPeer[] =
    "SELECT " PEER_COLUMNS " FROM sip_peers WHERE account = ? AND site = ? AND is_default";
constexpr char kListPeers[] = "SELECT " PEER_COLUMNS
                              " FROM sip_peers WHERE account = ? AND site = ?"
                              " ORDER BY length(id), id";
#undef PEER_COLUMNS

Site read_site(const Rows& rows) {
  return {rows.text(0), rows.text(1), rows.text(2)};
}

SipPeer read_peer(const Rows& rows) {
  return {rows.text(0), rows.text(1), rows.text(2), rows.number(3) != 0, rows.text(4)};
}

std::optional<SipPeer> read_one_peer(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return read_peer(rows);
}

}  // namespace

bool Sites::any(std::string_view account) {
  return database_.query("SELECT 1 FROM sites WHERE account = ? LIMIT 1", account).next();
}

void Sites::add(std::string_view account, const Site& site) {
  database_.run("INSERT INTO sites (account, id, name, document) VALUES (?, ?, ?, ?)", account,
                site.id, site.name, site.document);
}

void Sites::update(std::string_view account, const Site& site) {
  database_.run("UPDATE sites SET name = ?3, document = ?4 WHERE account = ?1 AND id = ?2", account,
                site.id, site.name, site.document);
}

void Sites::remove(std::string_view account, std::string_view id) {
  database_.run("DELETE FROM sites WHERE account = ? AND id = ?", account, id);
}

bool Sites::exists(std::string_view account, std::string_view id) {
  return database_.query("SELECT 1 FROM sites WHERE account = ? AND id = ?", account, id).next();
}

std::optional<Site> Sites::find(std::string_view account, std::string_view id) {
  Rows rows = database_.query("SELECT id, name, document FROM sites WHERE account = ? AND id = ?",
                              account, id);
  if (!rows.next()) return std::nullopt;
  return read_site(rows);
}

std::vector<Site> Sites::list(std::string_view account) {
  std::vector<Site> sites;
  Rows rows = database_.query(
      "SELECT id, name, document FROM sites WHERE account = ? ORDER BY length(id), id", account);
  while (rows.next()) sites.push_back(read_site(rows));
  return sites;
}

void Sites::add_peer(std::string_view account, const SipPeer& peer) {
  database_.run(
      "INSERT INTO sip_peers (account, id, site, name, is_default, document)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      account, peer.id, peer.site, peer.name, int64_t{peer.is_default}, peer.document);
}

void Sites::update_peer(std::string_view account, const SipPeer& peer) {
  database_.run(
      "UPDATE sip_peers SET name = ?3, is_default = ?4, document = ?5"
      " WHERE account = ?1 AND id = ?2",
      account, peer.id, peer.name, int64_t{peer.is_default}, peer.document);
}

void Sites::remove_peer(std::string_view account, std::string_view id) {
  database_.run("DELETE FROM sip_peers WHERE account = ? AND id = ?", account, id);
}

std::optional<SipPeer> Sites::find_peer(std::string_view account, std::string_view id) {
  return read_one_peer(database_.query(kFindPeer, account, id));
}

std::vector<SipPeer> Sites::list_peers(std::string_view account, std::string_view site) {
  std::vector<SipPeer> peers;
  Rows rows = database_.query(kListPeers, account, site);
  while (rows.next()) peers.push_back(read_peer(rows));
  return peers;
}

std::optional<SipPeer> Sites::default_peer(std::string_view account, std::string_view site) {
  return read_one_peer(database_.query(kDefaultPeer, account, site));
}

void Sites::clear_default_peer(std::string_view account, std::string_view site) {
  database_.run("UPDATE sip_peers SET is_default = 0 WHERE account = ? AND site = ? AND is_default",
                account, site);
}

int64_t Sites::count_default_peers(std::string_view account) {
  Rows rows =
      database_.query("SELECT count(*) FROM sip_peers WHERE account = ? AND is_default", account);
  rows.next();
  return rows.number(0);
}

bool Sites::is_site_id(std::string_view id) {
  return database_.query("SELECT 1 FROM sites WHERE id = ? LIMIT 1", id).next();
}

bool Sites::is_peer_id(std::string_view id) {
  return database_.query("SELECT 1 FROM sip_peers WHERE id = ? LIMIT 1", id).next();
}

}  // namespace irisim::store
