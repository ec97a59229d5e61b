#include "engine/session.h"

namespace irisim::engine {

void Session::ensure_account(std::string_view account) {
  if (store.sites.any(account)) return;
  for (const Seed::Site& site : seed.sites) {
    store.sites.add(account, site.id, site.name);
    for (const Seed::Peer& peer : site.peers) {
      store.sites.add_peer(account, {peer.id, site.id, peer.name, peer.is_default});
    }
  }
}

bool has_feature(const Session&, std::string_view account, std::string_view) {
  return account != "9900001";  // until accounts have products
}

}  // namespace irisim::engine
