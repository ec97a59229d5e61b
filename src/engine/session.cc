#include "engine/session.h"

namespace irisim::engine {

void Session::ensure_account(std::string_view account) {
  if (store.accounts.exists(account)) return;
  store.accounts.add(account);
  const AccountSeed& begins_as = seed.account(account);
  if (begins_as.port_out_validation)
    store.validation_endpoints.set(account, *begins_as.port_out_validation);
  for (const AccountSeed::Site& site : begins_as.sites) {
    store.sites.add(account, {site.id, site.name, site.document});
    for (const AccountSeed::Peer& peer : site.peers) {
      store.sites.add_peer(account, {peer.id, site.id, peer.name, peer.is_default, peer.document});
    }
  }
}

bool has_feature(const Session& session, std::string_view account, std::string_view feature) {
  return session.seed.account(account).has_feature(feature);
}

}  // namespace irisim::engine
