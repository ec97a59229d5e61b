#include "operations/account_hosts.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "operations/refusal.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownType = 15505;

// The lists of a peer's hosts, in which each kind is shown.
struct List {
  std::string_view kind, list, item;
};
constexpr List kLists[] = {{store::kSmsHost, "SmsHosts", "Host"},
                           {store::kOriginationHost, "VoiceHosts", "Host"},
                           {store::kTerminationHost, "TerminationHosts", "TerminationHost"}};

const List* find_list(std::string_view kind) {
  const auto found = std::ranges::find(kLists, kind, &List::kind);
  return found == std::end(kLists) ? nullptr : found;
}

// An address is also found in the subnets that hold it; a subnet and a name only as such.
bool matches(const store::Host& host, const std::string& wanted) {
  if (equal_ignoring_case(host.name, wanted)) return true;
  const std::optional<Subnet> one = parse_subnet(wanted), other = parse_subnet(host.name);
  if (!one || !other) return false;
  return *one == *other || (one->prefix == 32 && overlap(*one, *other));
}

xml::Element add_peer(xml::Element site, const store::Host& host) {
  xml::Element peer = site.child_or_add("SipPeerHosts").add("SipPeerHost");
  peer.add("SipPeerId", host.peer);
  for (const List& list : kLists) peer.add(list.list);
  return peer;
}

void add_host(xml::Element peer, const store::Host& host) {
  const List* list = find_list(host.kind);
  xml::Element element = peer.child(list->list).add(list->item);
  element.add("HostName", host.name);
  if (!host.port.empty()) element.add("Port", host.port);
}

}  // namespace

Answer list_hosts(const Call& call, engine::Visit& world) {
  const std::string type = call.query.find("type").value_or("");
  const std::string kind = upper(type);
  if (!kind.empty() && find_list(kind) == nullptr)
    return refused(call, {400, broken_rule(kUnknownType, {type})});
  std::vector<store::Host> hosts = world.read(
      [&](engine::Session& session) { return session.store.hosts.list(call.account(), kind); });
  if (const std::optional<std::string> wanted = call.query.find("host"))
    std::erase_if(hosts, [&](const store::Host& host) { return !matches(host, *wanted); });

  xml::Document document("SiteHostsResponse");
  const xml::Element sites = document.root().add("SiteHosts");
  xml::Element site, peer;
  for (const store::Host& host : hosts) {  // by site and peer
    if (site.text("SiteId") != host.site) {
      site = xml::Element(sites).add("SiteHost");
      site.add("SiteId", host.site);
      peer = {};
    }
    if (peer.text("SipPeerId") != host.peer) peer = add_peer(site, host);
    add_host(peer, host);
  }
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
