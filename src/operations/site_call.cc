#include "operations/site_call.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownSite = 12016;
constexpr int kUnknownPeer = 13563;

}  // namespace

Outcome<store::Site> find_site(const Call& call, engine::Session& session) {
  session.ensure_account(call.account());
  const std::string id(call.parameter("siteId"));
  std::optional<store::Site> site = session.store.sites.find(call.account(), id);
  if (!site) return Refusal{404, broken_rule(kUnknownSite, {id})};
  return std::move(*site);
}

Outcome<store::SipPeer> find_sip_peer(const Call& call, engine::Session& session, int otherwise) {
  session.ensure_account(call.account());
  const std::string site(call.parameter("siteId")), id(call.parameter("sippeerId"));
  std::optional<store::SipPeer> peer = session.store.sites.find_peer(call.account(), id);
  if (!peer || peer->site != site) {
    return Refusal{otherwise, broken_rule(kUnknownPeer, {id, std::string(call.account()), site})};
  }
  return std::move(*peer);
}

}  // namespace irisim::operations
