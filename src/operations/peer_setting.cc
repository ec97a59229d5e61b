#include "operations/peer_setting.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "operations/messaging_rules.h"
#include "operations/mms_rules.h"
#include "operations/smpp_rules.h"
#include "operations/sms_rules.h"
#include "operations/voice_rules.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kNothing = "The resource does not exist";
constexpr int kNoSmsFeature = 13678;
constexpr std::string_view kNoSms = "Sip Peer doesn't have SMS feature";

std::span<const PeerSetting> settings() {
  static const PeerSetting kSettings[] = {
      {kOrigination,
       "SipPeerOriginationSettingsResponse",
       "SipPeerOriginationSettings",
       "<SipPeerOriginationSettings><VoiceProtocol>SIP</VoiceProtocol>"
       "</SipPeerOriginationSettings>",
       0,
       kNothing,
       origination_rules(),
       {},
       remove_voice_hosts,
       "HttpSettings/HttpVoiceV2AppId"},
      {kTermination,
       "SipPeerTerminationSettingsResponse",
       "SipPeerTerminationSettings",
       "<SipPeerTerminationSettings><VoiceProtocol>SIP</VoiceProtocol>"
       "</SipPeerTerminationSettings>",
       0,
       kNothing,
       termination_rules(),
       {},
       remove_voice_hosts,
       "HttpSettings/HttpVoiceV2AppId"},
      {kSms, "SipPeerSmsFeatureResponse", "SipPeerSmsFeature", "", kNoSmsFeature, kNoSms,
       sms_rules(), sms_removal_rules(), keep_smpp_hosts, ""},
      {kMms, "MmsFeatureResponse", "MmsFeature", "", 0, kNothing, mms_rules(), {}, nullptr, ""},
      {kMessagingApplication,
       "ApplicationsSettingsResponse",
       "ApplicationsSettings",
       "<ApplicationsSettings/>",
       0,
       kNothing,
       messaging_application_rules(),
       {},
       nullptr,
       "HttpMessagingV2AppId"},
      {kMessagingSettings,
       "SipPeerMessagingSettingsResponse",
       "SipPeerMessagingSettings",
       "<SipPeerMessagingSettings><BreakOutCountries/></SipPeerMessagingSettings>",
       0,
       kNothing,
       messaging_settings_rules(),
       {},
       nullptr,
       ""},
  };
  return kSettings;
}

constexpr std::string_view kVoiceSettings[] = {kOrigination, kTermination};

bool is_http_voice(xml::Element settings) {
  return settings.text("VoiceProtocol") == kHttp;
}

}  // namespace

bool PeerCandidate::has_feature(std::string_view feature) const {
  return engine::has_feature(session, account, feature);
}

const PeerSetting& peer_setting(std::string_view path) {
  const auto found = std::ranges::find(settings(), path, &PeerSetting::path);
  IRISIM_CHECK(found != settings().end());
  return *found;
}

std::optional<xml::Document> find_setting(engine::Session& session, std::string_view account,
                                          std::string_view peer, std::string_view setting) {
  const auto stored = session.store.peer_settings.find({account, peer, setting});
  if (!stored) return std::nullopt;
  return xml::Document::restore(*stored);
}

void store_setting(engine::Session& session, const PeerSetting& setting, std::string_view account,
                   std::string_view peer, const xml::Document& document) {
  const std::string_view application =
      setting.application.empty() ? "" : document.root().at(setting.application).text();
  session.store.peer_settings.set({account, peer, setting.path}, document.compact(),
                                  lower(application));
}

bool has_http_voice(engine::Session& session, std::string_view account, std::string_view peer) {
  return std::ranges::any_of(kVoiceSettings, [&](std::string_view setting) {
    const std::optional<xml::Document> set = find_setting(session, account, peer, setting);
    return set && is_http_voice(set->root());
  });
}

std::vector<std::string> http_voice_peers(engine::Session& session, std::string_view account) {
  std::vector<std::string> peers;
  for (const std::string_view setting : kVoiceSettings) {
    for (auto& [peer, document] : session.store.peer_settings.list(account, setting)) {
      if (!is_http_voice(xml::Document::restore(document).root())) continue;
      if (std::ranges::find(peers, peer) == peers.end()) peers.push_back(std::move(peer));
    }
  }
  return peers;
}

}  // namespace irisim::operations
