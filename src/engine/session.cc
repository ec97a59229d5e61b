#include "engine/session.h"

namespace irisim::engine {

void Session::ensure_account(std::string_view account) {
  if (store.sites.any(account)) return;
  for (const Seed::Site& site : seed.sites) {
    store.sites.add(account, {site.id, site.name, site.document});
    for (const Seed::Peer& peer : site.peers) {
      store.sites.add_peer(account, {peer.id, site.id, peer.name, peer.is_default, peer.document});
    }
  }
}

}  // namespace irisim::engine
