#include "operations/voice_rules.h"

#include "base/text.h"
#include "operations/application_rules.h"
#include "operations/sip_peer_document.h"

namespace irisim::operations {
namespace {

constexpr int kNoHttpSettings = 13609;
constexpr int kUnknownApplication = 13629;
constexpr int kUnknownProtocol = 13647;
constexpr int kOtherService = 13648;
constexpr int kHttpSettingsForSip = 13649;
constexpr int kNoVoiceApplications = 13650;

bool is_http(const PeerCandidate& candidate) {
  return candidate.document.text("VoiceProtocol") == kHttp;
}

std::optional<Finding> check_protocol(PeerCandidate& candidate) {
  xml::Element protocol = candidate.document.child_or_add("VoiceProtocol");
  const std::string name = upper(protocol.text());
  if (name != kHttp && name != "SIP")
    return broken_rule(kUnknownProtocol, {std::string(protocol.text())});
  protocol.set_text(name);
  return std::nullopt;
}

std::optional<Finding> check_http_settings(PeerCandidate& candidate) {
  if (!is_http(candidate) && candidate.document.child("HttpSettings"))
    return broken_rule(kHttpSettingsForSip);
  return std::nullopt;
}

std::optional<Finding> check_feature(const PeerCandidate& candidate, std::string_view feature) {
  if (is_http(candidate) && !candidate.has_feature(feature)) return broken_rule(kNoHttpSettings);
  return std::nullopt;
}

std::optional<Finding> check_any_application(PeerCandidate& candidate) {
  const bool any = candidate.session.store.applications.count(candidate.account, kVoice) > 0;
  if (is_http(candidate) && !any) return broken_rule(kNoVoiceApplications, {candidate.account});
  return std::nullopt;
}

std::optional<Finding> check_application(PeerCandidate& candidate) {
  const std::string_view id = candidate.document.at("HttpSettings/HttpVoiceV2AppId").text();
  if (id.empty()) return std::nullopt;
  return check_application_of(candidate, id, kVoice, "HTTP Voice");
}

constexpr PeerRule kOriginationRules[] = {
    check_protocol,
    check_http_settings,
    [](PeerCandidate& candidate) { return check_feature(candidate, "OrigHttpVoice"); },
    check_application,
    check_any_application,
};
constexpr PeerRule kTerminationRules[] = {
    check_protocol,
    check_http_settings,
    [](PeerCandidate& candidate) { return check_feature(candidate, "TermHttpVoice"); },
    check_application,
    check_any_application,
};

}  // namespace

std::span<const PeerRule> origination_rules() {
  return kOriginationRules;
}

std::span<const PeerRule> termination_rules() {
  return kTerminationRules;
}

void remove_voice_hosts(PeerCandidate& candidate) {
  if (!is_http(candidate) || candidate.before.text("VoiceProtocol") == kHttp) return;
  store::Store& store = candidate.session.store;
  for (const std::string_view kind : {store::kOriginationHost, store::kTerminationHost})
    store.hosts.remove(candidate.account, candidate.peer, kind);
  std::optional<store::SipPeer> peer = store.sites.find_peer(candidate.account, candidate.peer);
  remove_hosts(*peer);
  store.sites.update_peer(candidate.account, *peer);
}

std::optional<Finding> check_application_of(const PeerCandidate& candidate, std::string_view id,
                                            std::string_view service, std::string_view purpose) {
  const auto application = candidate.session.store.applications.find(candidate.account, lower(id));
  if (!application) return broken_rule(kUnknownApplication, {std::string(id)});
  if (application->service != service)
    return broken_rule(kOtherService, {application->service, std::string(purpose)});
  return std::nullopt;
}

}  // namespace irisim::operations
