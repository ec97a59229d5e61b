#include "operations/sip_peers.h"

#include <utility>

#include "base/text.h"
#include "operations/address_conflict.h"
#include "operations/order_call.h"
#include "operations/refusal.h"
#include "operations/sip_peer_document.h"
#include "operations/sip_peer_hosts.h"
#include "operations/sip_peer_rules.h"
#include "operations/site_call.h"

namespace irisim::operations {
namespace {

constexpr int kNeedsDefault = 13522;
constexpr uint64_t kFirstId = 500014;

std::string new_id(engine::Session& session) {
  for (;;) {
    std::string id = std::to_string(kFirstId - 1 + session.store.next("sippeer"));
    if (!session.store.sites.is_peer_id(id)) return id;
  }
}

// What a client sent, checked as far as that goes without the world.
struct Sent {
  xml::Document document;
  std::string name, default_text;  // IsDefaultPeer; empty: not sent
  std::optional<Answer> refusal;
};

Sent read(const Call& call) {
  Sent sent{take_sip_peer(call.body->root()), {}, {}, {}};
  xml::Element root = sent.document.root();
  sent.name = root.text("PeerName");
  sent.default_text = root.text("IsDefaultPeer");
  const auto refusal = first_refusal(check_sip_peer(root));
  sent.refusal = refusal ? refused(call, *refusal) : address_conflict(call, root.child("Address"));
  for (const std::string_view column : {"PeerName", "IsDefaultPeer"}) root.remove_all(column);
  return sent;
}

// A site's first peer is its default unless the client says otherwise; what is not sent stays.
bool wants_default(const Sent& sent, bool otherwise) {
  return sent.default_text.empty() ? otherwise : is_true(sent.default_text);
}

// The peer as it would be, if the world allows it. An account keeps one default peer at least.
std::optional<Refusal> check(const Call& call, engine::Session& session, const Sent& sent,
                             const store::SipPeer& peer, bool was_default) {
  std::vector<Finding> findings;
  const int64_t others = session.store.sites.count_default_peers(call.account()) - was_default;
  if (!peer.is_default && others == 0)
    findings.push_back(broken_rule(kNeedsDefault, {}, {}, "defaultPeer"));
  append(findings, check_sip_peer_in_world(peer, sent.document.root(), session, call.account()));
  return first_refusal(std::move(findings));
}

void set_hosts(const Call& call, engine::Session& session, const Sent& sent,
               const store::SipPeer& peer) {
  for (const std::string_view kind : {store::kOriginationHost, store::kTerminationHost})
    session.store.hosts.remove(call.account(), peer.id, kind);
  for (store::Host& host : sip_peer_hosts(sent.document.root())) {
    host.account = call.account();
    host.site = peer.site;
    host.peer = peer.id;
    session.store.hosts.add(host);
  }
}

Answer peer_answer(const Outcome<store::SipPeer>& peer, const Call& call) {
  return peer ? empty_answer(200) : refused(call, peer.error());
}

}  // namespace

Answer list_sip_peers(const Call& call, engine::Visit& world) {
  std::vector<store::SipPeer> peers;
  const Outcome<store::Site> site = world.write([&](engine::Session& session) {
    Outcome<store::Site> found = find_site(call, session);
    if (found) peers = session.store.sites.list_peers(call.account(), found->id);
    return found;
  });
  if (!site) return refused(call, site.error());
  xml::Document document("TNSipPeersResponse");
  const xml::Element list = document.root().add("SipPeers");
  for (const store::SipPeer& peer : peers) add_sip_peer(list, peer);
  return answer(200, std::move(document));
}

Answer create_sip_peer(const Call& call, engine::Visit& world) {
  Sent sent = read(call);
  const Outcome<store::SipPeer> made =
      world.write([&](engine::Session& session) -> Outcome<store::SipPeer> {
        const Outcome<store::Site> site = find_site(call, session);
        if (!site) return site.error();
        store::SipPeer peer{{}, site->id, sent.name, false, sent.document.compact()};
        if (sent.refusal) return peer;
        store::Sites& sites = session.store.sites;
        peer.is_default = wants_default(sent, !sites.default_peer(call.account(), site->id));
        if (auto refusal = check(call, session, sent, peer, false)) return std::move(*refusal);
        if (peer.is_default) sites.clear_default_peer(call.account(), site->id);
        peer.id = new_id(session);
        sites.add_peer(call.account(), peer);
        set_hosts(call, session, sent, peer);
        return peer;
      });
  if (!made) return refused(call, made.error());
  return sent.refusal ? std::move(*sent.refusal) : created(call, made->id);
}

Answer get_sip_peer(const Call& call, engine::Visit& world) {
  const Outcome<store::SipPeer> peer =
      world.write([&](engine::Session& session) { return find_sip_peer(call, session); });
  if (!peer) return refused(call, peer.error());
  xml::Document document("SipPeerResponse");
  add_sip_peer(document.root(), *peer);
  return answer(200, std::move(document));
}

Answer update_sip_peer(const Call& call, engine::Visit& world) {
  Sent sent = read(call);
  const Outcome<store::SipPeer> updated =
      world.write([&](engine::Session& session) -> Outcome<store::SipPeer> {
        Outcome<store::SipPeer> found = find_sip_peer(call, session);
        if (!found || sent.refusal) return found;
        store::Sites& sites = session.store.sites;
        const bool was_default = found->is_default;
        store::SipPeer peer{found->id, found->site, sent.name, wants_default(sent, was_default),
                            sent.document.compact()};
        if (auto refusal = check(call, session, sent, peer, was_default))
          return std::move(*refusal);
        if (peer.is_default) sites.clear_default_peer(call.account(), peer.site);
        sites.update_peer(call.account(), peer);
        set_hosts(call, session, sent, peer);
        return peer;
      });
  if (updated && sent.refusal) return std::move(*sent.refusal);
  return peer_answer(updated, call);
}

Answer remove_sip_peer(const Call& call, engine::Visit& world) {
  return peer_answer(world.write([&](engine::Session& session) -> Outcome<store::SipPeer> {
    Outcome<store::SipPeer> found = find_sip_peer(call, session, 404);
    if (!found) return found;
    if (auto refusal = first_refusal(check_removal(*found, session, call.account())))
      return std::move(*refusal);
    session.store.sites.remove_peer(call.account(), found->id);
    session.store.hosts.remove_all(call.account(), found->id);
    session.store.peer_settings.remove_all(call.account(), found->id);
    return found;
  }),
                     call);
}

}  // namespace irisim::operations
