#include <gtest/gtest.h>

#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/peers.h"
#include "tests/support/sites.h"

namespace irisim::test {
namespace {

std::string misspelt(const std::string& request, const std::string& name, const std::string& as) {
  return replaced(request, name, as);
}

std::string default_site_request() {
  return without(site_request(), "Address");
}

#define SITES "/accounts/{accountId}/sites"
#define SITE SITES "/{siteId}"
#define PEERS SITE "/sippeers"
#define PEER PEERS "/{sippeerId}"
constexpr Provocation kProvocations[] = {
    {"GET", SITES, 200, [](Server& server) { return server.get(kSites); }},
    {"POST", SITES, 201, [](Server& server) { return server.post(kSites, site_request()); }},
    {"POST", SITES, 400,
     [](Server& server) { return server.post(kSites, default_site_request()); }},
    {"POST", SITES, 409,
     [](Server& server) {
       return server.post(kSites, misspelt(site_request(), "PENNSYLVANIA", "PENNSYLVANIO"));
     }},
    {"GET", SITE, 200, [](Server& server) { return server.get(create_site(server)); }},
    {"GET", SITE, 404, [](Server& server) { return server.get(kSites + "/3014"); }},
    {"PUT", SITE, 200,
     [](Server& server) { return server.put(create_site(server), site_request()); }},
    {"PUT", SITE, 400,
     [](Server& server) { return server.put(create_site(server), default_site_request()); }},
    {"PUT", SITE, 409,
     [](Server& server) {
       return server.put(create_site(server),
                         misspelt(site_request(), "PENNSYLVANIA", "PENNSYLVANIO"));
     }},
    {"DELETE", SITE, 200, [](Server& server) { return server.remove(create_site(server)); }},
    {"DELETE", SITE, 400, [](Server& server) { return server.remove(kDefaultSite); }},
    {"GET", PEERS, 200, [](Server& server) { return server.get(kDefaultSite + "/sippeers"); }},
    {"POST", PEERS, 201,
     [](Server& server) { return server.post(kDefaultSite + "/sippeers", peer_request()); }},
    {"POST", PEERS, 400,
     [](Server& server) {
       return server.post(kDefaultSite + "/sippeers",
                          without(peer_request(), "CallingName/Enforced"));
     }},
    {"POST", PEERS, 409,
     [](Server& server) {
       return server.post(kDefaultSite + "/sippeers",
                          misspelt(peer_request(), "WASHINGTON", "WASHINGTUN"));
     }},
    {"GET", PEER, 200, [](Server& server) { return server.get(create_peer(server)); }},
    {"GET", PEER, 400,
     [](Server& server) { return server.get(kDefaultSite + "/sippeers/316167"); }},
    {"PUT", PEER, 200,
     [](Server& server) { return server.put(create_peer(server), peer_request()); }},
    {"PUT", PEER, 400,
     [](Server& server) {
       return server.put(create_peer(server), without(peer_request(), "CallingName/Enforced"));
     }},
    {"PUT", PEER, 409,
     [](Server& server) {
       return server.put(create_peer(server), misspelt(peer_request(), "WASHINGTON", "WASHINGTUN"));
     }},
    {"DELETE", PEER, 200, [](Server& server) { return server.remove(create_peer(server)); }},
    {"DELETE", PEER, 400,
     [](Server& server) {
       const std::string peer = create_peer(server);
       server.post(peer + "/products" + kSmsFeature, sms_settings("HTTP"));
       return server.remove(peer);
     }},
    {"DELETE", PEER, 404,
     [](Server& server) { return server.remove(kDefaultSite + "/sippeers/316167"); }},
    {"GET", "/accounts/{accountId}/hosts", 200,
     [](Server& server) {
       create_peer(server);
       return server.get(kAccount + "/hosts");
     }},
};
#undef PEER
#undef PEERS
#undef SITE
#undef SITES

}  // namespace

std::span<const Provocation> site_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
