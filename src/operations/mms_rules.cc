#include "operations/mms_rules.h"

#include "base/subnet.h"
#include "base/text.h"
#include "operations/voice_rules.h"

namespace irisim::operations {
namespace {

constexpr int kPortInvalid = 13543;
constexpr int kNoFeature = 13576;
constexpr int kPriorityInvalid = 13599;
constexpr int kTwoProtocols = 13606;
constexpr int kProtocolConflict = 13608;
constexpr int kNoHttpSettings = 13609;
constexpr int kHostInvalid = 13621;
constexpr int kNoSms = 13623;
constexpr int kTooManyOrigHosts = 13631;
constexpr int kTooManyTermHosts = 13632;
constexpr int kAddressForTls = 13635;
constexpr int kTlsInvalid = 12613;
constexpr size_t kMostHosts = 128;
constexpr long kLargestPort = 65535;
constexpr long kLargestPriority = 9;
constexpr std::string_view kMm4 = "MM4";

// One address, no subnet.
bool is_address(std::string_view text) {
  return text.find('/') == std::string_view::npos && parse_subnet(text);
}

xml::Element protocols_of(const PeerCandidate& candidate) {
  return candidate.document.child("Protocols");
}

std::optional<Finding> check_account(PeerCandidate& candidate) {
  if (!candidate.has_feature("MMS")) return broken_rule(kNoFeature, {candidate.account, "MMS"});
  return std::nullopt;
}

std::optional<Finding> check_single_protocol(PeerCandidate& candidate) {
  const xml::Element protocols = protocols_of(candidate);
  if (protocols.child(kHttp) && protocols.child(kMm4)) return broken_rule(kTwoProtocols);
  return std::nullopt;
}

// MmsSettings may be left out where Protocols says it.
std::optional<Finding> check_protocol(PeerCandidate& candidate) {
  const xml::Element protocols = protocols_of(candidate);
  std::string protocol = mms_protocol(candidate.document);
  if (protocol.empty() && protocols.child(kHttp)) protocol = kHttp;
  if (protocol.empty() && protocols.child(kMm4)) protocol = kMm4;
  const std::string_view other = protocol == kHttp ? kMm4 : kHttp;
  if ((protocol != kHttp && protocol != kMm4) || protocols.child(other))
    return broken_rule(kProtocolConflict);
  xml::Element settings = candidate.document.child_or_add("MmsSettings");
  settings.remove_all("Protocol");
  settings.remove_all("protocol");
  settings.add(protocol == kHttp ? "protocol" : "Protocol", protocol);
  return std::nullopt;
}

std::optional<Finding> check_sms(PeerCandidate& candidate) {
  if (!candidate.session.store.peer_settings.has({candidate.account, candidate.peer, kSms}))
    return broken_rule(kNoSms);
  return std::nullopt;
}

std::optional<Finding> check_http(PeerCandidate& candidate) {
  const bool has_http = candidate.has_feature("HTTP") || candidate.has_feature("HTTPV2");
  if (mms_protocol(candidate.document) == kHttp && !has_http) return broken_rule(kNoHttpSettings);
  return std::nullopt;
}

std::optional<Finding> check_tls(PeerCandidate& candidate) {
  xml::Element mm4 = protocols_of(candidate).child(kMm4);
  if (!mm4) return std::nullopt;
  xml::Element tls = mm4.child_or_add("Tls");
  const std::string value = tls.text().empty() ? "OFF" : upper(tls.text());
  if (value != "ON" && value != "OFF") return broken_rule(kTlsInvalid, {std::string(tls.text())});
  tls.set_text(value);
  return std::nullopt;
}

// A list of MM4 hosts.
struct HostList {
  std::string_view path;
  int too_many;
};
constexpr HostList kHostLists[] = {
    {"MM4/MmsMM4TermHosts/TermHosts", kTooManyTermHosts},
    {"MM4/MmsMM4OrigHosts/OrigHosts", kTooManyOrigHosts},
};

bool is_number_up_to(std::string_view text, long most) {
  const std::optional<long> number = to_number(text);
  return number && *number >= 0 && *number <= most;
}

std::optional<Finding> check_host(xml::Element host) {
  const std::string name(host.text("HostName"));
  if (!is_address(name) && !is_domain_name(name)) return broken_rule(kHostInvalid, {name});
  const std::string port(host.text("Port"));
  if (!port.empty() && !is_number_up_to(port, kLargestPort))
    return broken_rule(kPortInvalid, {port});
  const std::string_view priority = host.text("Priority");
  if (!priority.empty() && !is_number_up_to(priority, kLargestPriority))
    return broken_rule(kPriorityInvalid);
  return std::nullopt;
}

// Hosts are numbered in their order, in each list from 1.
std::optional<Finding> check_hosts(PeerCandidate& candidate) {
  for (const HostList& list : kHostLists) {
    size_t id = 0;
    for (xml::Element host : protocols_of(candidate).at(list.path).children()) {
      if (++id > kMostHosts) return broken_rule(list.too_many);
      if (auto broken = check_host(host)) return broken;
      host.child_or_add("HostId").set_text(std::to_string(id));
    }
  }
  return std::nullopt;
}

std::optional<Finding> check_names_for_tls(PeerCandidate& candidate) {
  const xml::Element mm4 = protocols_of(candidate).child(kMm4);
  if (mm4.text("Tls") != "ON") return std::nullopt;
  for (const xml::Element host : mm4.at("MmsMM4OrigHosts/OrigHosts").children()) {
    const std::string name(host.text("HostName"));
    if (is_address(name)) return broken_rule(kAddressForTls, {name});
  }
  return std::nullopt;
}

constexpr PeerRule kRules[] = {
    check_account, check_single_protocol, check_protocol,      check_http, check_sms,
    check_tls,     check_hosts,           check_names_for_tls,
};

}  // namespace

std::span<const PeerRule> mms_rules() {
  return kRules;
}

std::string mms_protocol(xml::Element feature) {
  return upper(feature.at("MmsSettings/Protocol").text());
}

}  // namespace irisim::operations
