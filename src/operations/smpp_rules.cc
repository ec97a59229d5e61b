#include "operations/smpp_rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/subnet.h"
#include "base/text.h"
#include "catalog/catalog.h"

namespace irisim::operations {
namespace {

constexpr int kTooManyHosts = 13508;
constexpr int kHostInvalid = 13509;
constexpr int kPortNotAllowed = 13568;
constexpr int kPriorityInvalid = 13599;
constexpr int kDuplicateHosts = 13605;
constexpr int kUnknownHost = 13633;
constexpr int kAddressInUse = 13637;
constexpr size_t kMostHosts = 10;
constexpr int kLargestSubnet = 20;  // by its prefix
constexpr long kLargestPriority = 9;
constexpr std::string_view kHosts = "SmppHosts";
constexpr std::string_view kConnectionTypes[] = {"RECEIVER_ONLY", "TRANSMITTER_ONLY",
                                                 "TRANSCEIVER"};

std::optional<Finding> check_name(xml::Element host) {
  const std::string name(host.text("HostName"));
  const bool has_port = host.child("Port") || name.find(':') != std::string::npos;
  if (has_port) return broken_rule(kPortNotAllowed);
  const std::optional<Subnet> subnet = parse_subnet(name);
  if (!subnet && !is_domain_name(name)) return broken_rule(kHostInvalid, {name});
  if (subnet && subnet->prefix < kLargestSubnet)
    return broken_rule(kSubnetTooLarge, {"/" + std::to_string(kLargestSubnet)});
  return std::nullopt;
}

std::optional<Finding> check_host(xml::Element host) {
  if (auto broken = check_name(host)) return broken;
  const std::string_view priority = host.text("Priority");
  const std::optional<long> number = to_number(priority);
  if (!priority.empty() && (!number || *number < 0 || *number > kLargestPriority))
    return broken_rule(kPriorityInvalid);
  const std::string type(host.text("ConnectionType"));
  if (!type.empty() && std::ranges::find(kConnectionTypes, type) == std::end(kConnectionTypes)) {
    return Finding{0,
                   "ConnectionType '" + type +
                       "' is unknown. Valid values: RECEIVER_ONLY, TRANSMITTER_ONLY, TRANSCEIVER",
                   {}};
  }
  return std::nullopt;
}

xml::Element host_with(xml::Element hosts, std::string_view element, std::string_view text) {
  for (const xml::Element host : hosts.children()) {
    if (host.text(element) == text) return host;
  }
  return {};
}

std::optional<Finding> number_host(xml::Element host, PeerCandidate& candidate) {
  const xml::Element known = candidate.before.child(kHosts);
  const std::string id(host.text("HostId"));
  if (!id.empty()) {
    if (host_with(known, "HostId", id)) return std::nullopt;
    return broken_rule(kUnknownHost, {id});
  }
  const xml::Element same = host_with(known, "HostName", host.text("HostName"));
  host.child_or_add("HostId").set_text(
      same ? std::string(same.text("HostId"))
           : std::to_string(candidate.session.store.next("smpp host")));
  return std::nullopt;
}

// Two hosts of one list may not share an address either.
std::optional<Finding> check_different(xml::Element hosts) {
  std::vector<std::string_view> names;
  for (const xml::Element host : hosts.children()) {
    const std::string_view name = host.text("HostName");
    const std::optional<Subnet> subnet = parse_subnet(name);
    for (const std::string_view other : names) {
      const std::optional<Subnet> other_subnet = parse_subnet(other);
      const bool same = equal_ignoring_case(name, other) ||
                        (subnet && other_subnet && overlap(*subnet, *other_subnet));
      if (same) return broken_rule(kDuplicateHosts);
    }
    names.push_back(name);
  }
  return std::nullopt;
}

// An address that another peer uses, for messages or for calls.
std::optional<Finding> check_free(const PeerCandidate& candidate, xml::Element host) {
  const std::string name(host.text("HostName"));
  const std::optional<Subnet> subnet = parse_subnet(name);
  if (!subnet) return std::nullopt;
  store::Hosts& hosts = candidate.session.store.hosts;
  for (const std::string_view kind : {store::kSmsHost, store::kTerminationHost}) {
    if (!hosts.overlapping(kind, *subnet, candidate.account, candidate.peer)) continue;
    return Finding{kAddressInUse, catalog::message(kAddressInUse, std::array{name}, "overlap"), {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Finding> check_smpp_hosts(PeerCandidate& candidate) {
  const xml::Element hosts = candidate.document.child_or_add(kHosts);
  size_t count = 0;
  for (const xml::Element host : hosts.children()) {
    if (++count > kMostHosts) return broken_rule(kTooManyHosts);
    if (auto broken = check_host(host)) return broken;
  }
  if (auto broken = check_different(hosts)) return broken;
  for (const xml::Element host : hosts.children()) {
    if (auto broken = check_free(candidate, host)) return broken;
  }
  for (const xml::Element host : hosts.children()) {
    if (auto broken = number_host(host, candidate)) return broken;
  }
  return std::nullopt;
}

void keep_smpp_hosts(PeerCandidate& candidate) {
  store::Hosts& hosts = candidate.session.store.hosts;
  hosts.remove(candidate.account, candidate.peer, store::kSmsHost);
  for (const xml::Element host : candidate.document.child(kHosts).children()) {
    hosts.add({std::string(store::kSmsHost), candidate.account, candidate.site, candidate.peer,
               std::string(host.text("HostName")), ""});
  }
}

}  // namespace irisim::operations
