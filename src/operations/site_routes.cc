#include "operations/site_routes.h"

#include "operations/account_hosts.h"
#include "operations/sip_peers.h"
#include "operations/site_list.h"
#include "operations/sites.h"

namespace irisim::operations {
namespace {

#define SITES "/accounts/{accountId}/sites"
#define SITE SITES "/{siteId}"
#define PEERS SITE "/sippeers"
#define PEER PEERS "/{sippeerId}"
constexpr Route kRoutes[] = {
    {"GET", SITES, list_sites},
    {"POST", SITES, create_site},
    {"GET", SITE, get_site},
    {"PUT", SITE, update_site},
    {"DELETE", SITE, remove_site},
    {"GET", PEERS, list_sip_peers},
    {"POST", PEERS, create_sip_peer},
    {"GET", PEER, get_sip_peer},
    {"PUT", PEER, update_sip_peer},
    {"DELETE", PEER, remove_sip_peer},
    {"GET", "/accounts/{accountId}/hosts", list_hosts},
};
#undef PEER
#undef PEERS
#undef SITE
#undef SITES

}  // namespace

std::span<const Route> site_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
