#include "operations/sip_peer_hosts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr size_t kMostHosts = 10;
constexpr size_t kMostGroups = 5;
constexpr int kShortestPrefix = 14;
constexpr long kLargestPort = 65535;

constexpr int kTogether = 13504;
constexpr int kTooManyVoiceHosts = 13506;
constexpr int kTooManyGroups = 13507;
constexpr int kTooManyHosts = 12119;
constexpr int kNoVoiceHost = 13509;
constexpr int kNoTerminationHost = 13594;
constexpr int kBadPort = 13543;
constexpr int kDuplicate = 13553;
constexpr int kBadMask = 13593;
constexpr int kNoNetworkAddress = 13595;
constexpr int kOverlap = 13637;
constexpr int kBadValue = 1008;

using Findings = std::vector<Finding>;

std::vector<xml::Element> items(xml::Element list) {
  const xml::Children children = list.children();
  return {children.begin(), children.end()};
}

void add_hosts(xml::Element list, std::string_view kind, std::vector<store::Host>& hosts) {
  for (const xml::Element host : list.children()) {
    hosts.push_back({std::string(kind),
                     {},
                     {},
                     {},
                     std::string(host.text("HostName")),
                     std::string(host.text("Port"))});
  }
}

void check_port(std::string_view text, Findings& findings) {
  if (text.empty()) return;
  const std::optional<long> port = all_digits(text) ? to_number(text) : std::nullopt;
  if (!port || *port > kLargestPort) findings.push_back(broken_rule(kBadPort, {std::string(text)}));
}

void check_voice_host(xml::Element host, Findings& findings) {
  const std::string name(host.text("HostName"));
  const std::optional<Subnet> address = parse_subnet(name);
  const bool is_address = address && name.find('/') == std::string::npos;
  if (!is_address && !is_domain_name(name)) findings.push_back(broken_rule(kNoVoiceHost, {name}));
  check_port(host.text("Port"), findings);
}

void check_subnet(const std::string& name, const Subnet& subnet, Findings& findings) {
  if (subnet.prefix < kShortestPrefix) {
    findings.push_back(broken_rule(kBadMask, {name}));
  } else if (!subnet.is_network_address()) {
    const Subnet network{subnet.first(), subnet.prefix};
    findings.push_back(broken_rule(kNoNetworkAddress, {name, format_subnet(network)}));
  }
}

void check_termination_host(xml::Element host, Findings& findings) {
  static constexpr std::string_view kTraffic[] = {"", "LITE", "DOMESTIC", "ALL"};
  const std::string name(host.text("HostName"));
  if (const std::optional<Subnet> subnet = parse_subnet(name)) {
    check_subnet(name, *subnet, findings);
  } else {
    findings.push_back(broken_rule(kNoTerminationHost, {name}));
  }
  check_port(host.text("Port"), findings);
  const std::string_view traffic = host.text("CustomerTrafficAllowed");
  if (std::ranges::find(kTraffic, traffic) == std::end(kTraffic))
    findings.push_back(broken_rule(kBadValue, {std::string(traffic)}, {}, "value"));
}

void check_duplicates(xml::Element list, Findings& findings) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const xml::Element host : list.children()) {
    if (seen.emplace(lower(host.text("HostName")), host.text("Port")).second) continue;
    findings.push_back(broken_rule(kDuplicate, {std::string(list.name())}));
    return;
  }
}

// The limits are checked first, so that nothing is done for a thousand hosts.
void check_voice_hosts(xml::Element list, Findings& findings) {
  const std::vector<xml::Element> hosts = items(list);
  if (hosts.size() > kMostHosts) {
    findings.push_back(broken_rule(kTooManyVoiceHosts));
    return;
  }
  for (const xml::Element host : hosts) check_voice_host(host, findings);
  check_duplicates(list, findings);
}

void check_termination_hosts(xml::Element list, Findings& findings) {
  const std::vector<xml::Element> hosts = items(list);
  if (hosts.size() > kMostHosts) {
    findings.push_back(
        broken_rule(kTooManyHosts, {std::to_string(hosts.size()), std::to_string(kMostHosts)}));
    return;
  }
  for (const xml::Element host : hosts) check_termination_host(host, findings);
  check_duplicates(list, findings);
}

Finding overlapping(const std::string& name) {
  return broken_rule(kOverlap, {name}, {}, "overlap");
}

// Two hosts of one request that share addresses. Equal ones with other ports are one host.
void check_overlaps(const std::vector<store::Host>& hosts, Findings& findings) {
  for (auto one = hosts.begin(); one != hosts.end(); ++one) {
    const std::optional<Subnet> subnet = parse_subnet(one->name);
    if (!subnet) continue;
    for (auto other = hosts.begin(); other != one; ++other) {
      const std::optional<Subnet> before = parse_subnet(other->name);
      if (before && *before != *subnet && overlap(*before, *subnet))
        findings.push_back(overlapping(one->name));
    }
  }
}

std::vector<store::Host> termination_hosts(xml::Element peer) {
  std::vector<store::Host> hosts;
  add_hosts(peer.child("TerminationHosts"), store::kTerminationHost, hosts);
  return hosts;
}

}  // namespace

std::vector<store::Host> sip_peer_hosts(xml::Element peer) {
  std::vector<store::Host> hosts;
  add_hosts(peer.child("VoiceHosts"), store::kOriginationHost, hosts);
  for (const xml::Element group : peer.child("VoiceHostGroups").children())
    add_hosts(group, store::kOriginationHost, hosts);
  for (store::Host& host : termination_hosts(peer)) hosts.push_back(std::move(host));
  return hosts;
}

Findings check_hosts(xml::Element peer) {
  Findings findings;
  const xml::Element voice_hosts = peer.child("VoiceHosts");
  const std::vector<xml::Element> groups = items(peer.child("VoiceHostGroups"));
  if (voice_hosts.has_children() && !groups.empty()) findings.push_back(broken_rule(kTogether));
  check_voice_hosts(voice_hosts, findings);
  if (groups.size() > kMostGroups) findings.push_back(broken_rule(kTooManyGroups));
  for (const xml::Element group : groups) check_voice_hosts(group, findings);
  check_termination_hosts(peer.child("TerminationHosts"), findings);
  if (findings.empty()) check_overlaps(termination_hosts(peer), findings);
  return findings;
}

Findings check_hosts_in_world(xml::Element peer, store::Hosts& hosts, std::string_view account,
                              std::string_view peer_id) {
  Findings findings;
  for (const store::Host& host : termination_hosts(peer)) {
    const std::optional<Subnet> subnet = parse_subnet(host.name);
    if (subnet && hosts.overlapping(host.kind, *subnet, account, peer_id))
      findings.push_back(overlapping(host.name));
  }
  return findings;
}

}  // namespace irisim::operations
