#include "operations/sms_rules.h"

#include <algorithm>

#include "base/text.h"
#include "operations/smpp_rules.h"
#include "operations/voice_rules.h"

namespace irisim::operations {
namespace {

constexpr int kWrongType = 12613;
constexpr int kUnknownProtocol = 13567;
constexpr int kNoFeature = 13607;
constexpr int kNoHttpSettings = 13609;
constexpr int kOtherProtocol = 13610;
constexpr int kHostsNotAllowed = 13612;
constexpr int kMmsPresent = 13624;
constexpr int kNumbersTakeMessages = 13673;
constexpr int kUnknownLongCode = 13636;
constexpr int kCampaignUnused = 13637;
constexpr std::string_view kSettings = "SipPeerSmsFeatureSettings";
constexpr std::string_view kSmpp = "SMPP";

constexpr std::string_view kProtocols[] = {"SIP", kSmpp, kHttp};
constexpr std::string_view kBooleans[] = {"TollFree", "ShortCode", "Zone1", "Zone2",
                                          "Zone3",    "Zone4",     "Zone5"};
constexpr std::string_view kLongCodeValues[] = {"ON", "OFF", "DefaultOn", "DefaultOff"};

xml::Element settings_of(const PeerCandidate& candidate) {
  xml::Element document = candidate.document;
  return document.child_or_add(kSettings);
}

std::optional<Finding> check_account(PeerCandidate& candidate) {
  if (!candidate.has_feature("SMS")) return broken_rule(kNoFeature);
  return std::nullopt;
}

std::optional<Finding> check_protocol(PeerCandidate& candidate) {
  xml::Element sent = settings_of(candidate).child_or_add("Protocol");
  const std::string protocol = upper(sent.text());
  if (std::ranges::find(kProtocols, protocol) == std::end(kProtocols))
    return broken_rule(kUnknownProtocol, {std::string(sent.text())});
  sent.set_text(protocol);
  return std::nullopt;
}

std::optional<Finding> check_http(PeerCandidate& candidate) {
  const bool has_http = candidate.has_feature("HTTP") || candidate.has_feature("HTTPV2");
  if (sms_protocol(candidate.document) == kHttp && !has_http) return broken_rule(kNoHttpSettings);
  return std::nullopt;
}

// Only a PUT changes the protocol.
std::optional<Finding> check_change(PeerCandidate& candidate) {
  const std::string protocol = sms_protocol(candidate.document);
  if (!candidate.is_put && candidate.before && sms_protocol(candidate.before) != protocol)
    return broken_rule(kOtherProtocol, {protocol});
  return std::nullopt;
}

std::optional<Finding> check_values(PeerCandidate& candidate) {
  const xml::Element settings = settings_of(candidate);
  for (const std::string_view name : kBooleans) {
    const std::string_view value = settings.text(name);
    if (!value.empty() && !is_boolean(value)) return broken_rule(kWrongType, {std::string(name)});
  }
  const std::string_view long_code = settings.text("A2pLongCode");
  const bool known = std::ranges::any_of(
      kLongCodeValues, [&](std::string_view each) { return equal_ignoring_case(each, long_code); });
  if (!long_code.empty() && !known) return broken_rule(kUnknownLongCode);
  return std::nullopt;
}

std::optional<Finding> check_campaign(PeerCandidate& candidate) {
  const xml::Element settings = settings_of(candidate);
  const std::string_view long_code = settings.text("A2pLongCode");
  const bool has_long_code = !long_code.empty() && !equal_ignoring_case(long_code, "OFF");
  const bool any =
      has_long_code || is_true(settings.text("TollFree")) || is_true(settings.text("ShortCode"));
  if (any || settings.text("A2pCampaignId").empty()) return std::nullopt;
  return broken_rule(kCampaignUnused);
}

// Other protocols have no hosts; SMPP has a list, if only an empty one.
std::optional<Finding> check_hosts(PeerCandidate& candidate) {
  const std::string protocol = sms_protocol(candidate.document);
  if (protocol == kSmpp) return check_smpp_hosts(candidate);
  if (candidate.document.child("SmppHosts").has_children())
    return broken_rule(kHostsNotAllowed, {protocol});
  candidate.document.remove_all("SmppHosts");
  return std::nullopt;
}

std::optional<Finding> check_no_mms(PeerCandidate& candidate) {
  if (candidate.session.store.peer_settings.has({candidate.account, candidate.peer, kMms}))
    return broken_rule(kMmsPresent);
  return std::nullopt;
}

std::optional<Finding> check_numbers(PeerCandidate& candidate) {
  if (candidate.session.store.numbers.any_with_messages(candidate.account, candidate.peer))
    return broken_rule(kNumbersTakeMessages);
  return std::nullopt;
}

constexpr PeerRule kRules[] = {
    check_account, check_protocol, check_http,  check_change,
    check_values,  check_campaign, check_hosts,
};
constexpr PeerRule kRemovalRules[] = {check_no_mms, check_numbers};

}  // namespace

std::span<const PeerRule> sms_rules() {
  return kRules;
}

std::span<const PeerRule> sms_removal_rules() {
  return kRemovalRules;
}

std::string sms_protocol(xml::Element feature) {
  return upper(feature.child(kSettings).text("Protocol"));
}

}  // namespace irisim::operations
