#include "operations/sip_peer_rules.h"

#include <algorithm>
#include <optional>

#include "base/subnet.h"
#include "base/text.h"
#include "operations/address_rules.h"
#include "operations/field_rules.h"
#include "operations/peer_setting.h"
#include "operations/sip_peer_hosts.h"

namespace irisim::operations {
namespace {

constexpr int kNameTaken = 13524;
constexpr int kIsDefault = 13558;
constexpr int kHasNumbers = 13555;
constexpr int kHasSms = 13613;
constexpr int kHasMms = 13622;
constexpr int kHasHttpVoice = 13652;

// Letters and digits by its message; the contract's own examples have more (docs/quirks.md).
bool is_no_name(std::string_view text) {
  return !is_made_of(text, ".-_ ");
}

// name@ip-address:port
bool is_no_destination(std::string_view text) {
  if (text.empty()) return false;
  const size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || !is_made_of(text.substr(0, at), "+.-_"))
    return true;
  const std::string_view host = text.substr(at + 1);
  const size_t colon = host.find(':');
  const std::string_view address = host.substr(0, colon);
  if (!parse_subnet(address) || address.find('/') != std::string_view::npos) return true;
  if (colon == std::string_view::npos) return false;
  constexpr long kLargestPort = 65535;
  const std::string_view port = host.substr(colon + 1);
  const std::optional<long> number = all_digits(port) ? to_number(port) : std::nullopt;
  return !number || *number > kLargestPort;
}

bool is_no_trunk_count(std::string_view text) {
  if (text.empty()) return false;
  const std::optional<long> count = to_number(text);
  return !count || *count <= 0;
}

constexpr FieldRule kRules[] = {
    {13500, "PeerName", is_missing},
    {13501, "PeerName", is_longer_than<50>, FieldRule::kText},
    {13502, "PeerName", is_no_name, FieldRule::kText},
    {13503, "Description", is_longer_than<50>, FieldRule::kText},
    {1008, "IsDefaultPeer", is_no_boolean, FieldRule::kText, "value"},
    {13510, "FinalDestinationUri", is_no_destination, FieldRule::kText},
    {13573, "PremiseTrunks", is_no_trunk_count, FieldRule::kText},
};

constexpr FieldRule kAddressRules[] = {{12554, "AddressType", is_missing}};

constexpr FieldRule kCallingNameRules[] = {
    {13581, "Display", is_missing},
    {13579, "Display", is_no_boolean},
    {13582, "Enforced", is_missing},
    {13580, "Enforced", is_no_boolean},
};

bool takes_or_has_numbers(engine::Session& session, std::string_view account,
                          std::string_view peer) {
  store::NumberFilter here;
  here.account = account;
  here.peer = peer;
  here.status = store::NumberStatus::kInservice;
  return session.store.orders.any_under_way(account, peer) || session.store.numbers.count(here) > 0;
}

// Features that a peer must not have when it is deleted. SMS cannot be removed before MMS.
struct Feature {
  std::string_view setting;
  int code;
};
constexpr Feature kFeatures[] = {{kMms, kHasMms}, {kSms, kHasSms}};

}  // namespace

std::vector<Finding> check_sip_peer(xml::Element peer) {
  std::vector<Finding> findings;
  check_fields(peer, kRules, findings);
  append(findings, check_hosts(peer));
  const xml::Element address = peer.child("Address");
  check_address(address, findings);
  check_fields(address, kAddressRules, findings);
  check_fields(peer.child("CallingName"), kCallingNameRules, findings);
  return findings;
}

std::vector<Finding> check_sip_peer_in_world(const store::SipPeer& peer, xml::Element document,
                                             engine::Session& session, std::string_view account) {
  std::vector<Finding> findings;
  const auto takes_name = [&](const store::SipPeer& other) {
    return other.id != peer.id && equal_ignoring_case(other.name, peer.name);
  };
  if (std::ranges::any_of(session.store.sites.list_peers(account, peer.site), takes_name))
    findings.push_back(broken_rule(kNameTaken, {peer.name, std::string(account), peer.site}));
  append(findings, check_hosts_in_world(document, session.store.hosts, account, peer.id));
  return findings;
}

std::vector<Finding> check_removal(const store::SipPeer& peer, engine::Session& session,
                                   std::string_view account) {
  std::vector<Finding> findings;
  if (peer.is_default && session.store.sites.list_peers(account, peer.site).size() > 1)
    findings.push_back(broken_rule(kIsDefault));
  for (const auto& [setting, code] : kFeatures) {
    if (session.store.peer_settings.has({account, peer.id, setting}))
      findings.push_back(broken_rule(code));
  }
  if (has_http_voice(session, account, peer.id)) findings.push_back(broken_rule(kHasHttpVoice));
  if (takes_or_has_numbers(session, account, peer.id)) findings.push_back(broken_rule(kHasNumbers));
  return findings;
}

}  // namespace irisim::operations
