#include "store/hosts.h"

namespace irisim::store {
namespace {

// All that could overlap begins no farther before the subnet than the largest subnet that is
// accepted (/14) is long, so that the index finds it.
constexpr char kOverlapping[] =
    "SELECT kind, account, site, peer, name, port FROM hosts"
    " WHERE kind = ?1 AND first IS NOT NULL AND first BETWEEN ?2 - 262144 AND ?3 AND last >= ?2"
    " AND NOT (account = ?4 AND peer = ?5) ORDER BY row LIMIT 1";
constexpr char kList[] =
    "SELECT kind, account, site, peer, name, port FROM hosts"
    " WHERE account = ?1 AND (?2 = '' OR kind = ?2)"
    " ORDER BY length(site), site, length(peer), peer, row";

Host read_host(const Rows& rows) {
  return {rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)};
}

}  // namespace

void Hosts::add(const Host& host) {
  std::optional<int64_t> first, last;
  if (const std::optional<Subnet> subnet = parse_subnet(host.name)) {
    first = subnet->first();
    last = subnet->last();
  }
  database_.run(
      "INSERT INTO hosts (kind, account, site, peer, name, port, first, last)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      host.kind, host.account, host.site, host.peer, host.name, host.port, first, last);
}

void Hosts::remove(std::string_view account, std::string_view peer, std::string_view kind) {
  database_.run("DELETE FROM hosts WHERE account = ? AND peer = ? AND kind = ?", account, peer,
                kind);
}

void Hosts::remove_all(std::string_view account, std::string_view peer) {
  database_.run("DELETE FROM hosts WHERE account = ? AND peer = ?", account, peer);
}

std::optional<Host> Hosts::overlapping(std::string_view kind, const Subnet& subnet,
                                       std::string_view except_account,
                                       std::string_view except_peer) {
  Rows rows = database_.query(kOverlapping, kind, int64_t{subnet.first()}, int64_t{subnet.last()},
                              except_account, except_peer);
  if (!rows.next()) return std::nullopt;
  return read_host(rows);
}

std::vector<Host> Hosts::list(std::string_view account, std::string_view kind) {
  std::vector<Host> hosts;
  Rows rows = database_.query(kList, account, kind);
  while (rows.next()) hosts.push_back(read_host(rows));
  return hosts;
}

}  // namespace irisim::store
