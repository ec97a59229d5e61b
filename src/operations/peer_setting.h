#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/session.h"
#include "operations/finding.h"
#include "xml/document.h"

namespace irisim::operations {

// A setting of a SIP peer's product as it would be. Rules look at it; what they complete in it is
// what is stored and answered.
struct PeerCandidate {
  engine::Session& session;
  std::string account, site, peer;
  xml::Element document;
  xml::Element before;  // what it replaces; absent: nothing was set
  bool is_put = false;

  bool has_feature(std::string_view feature) const;
};

// Nothing, or what the candidate breaks.
using PeerRule = std::optional<Finding> (*)(PeerCandidate& candidate);

// A kind of setting. All of them are read, set, changed and removed alike.
struct PeerSetting {
  std::string_view path;            // below …/products/; its name in the store
  std::string_view response;        // root of its answers
  std::string_view element;         // root of its document
  std::string_view initial;         // what a GET says before anything is set, XML; empty: 404
  int missing_code;                 // of that 404; 0: none but the status
  std::string_view missing;         // its words
  std::span<const PeerRule> rules;  // the first that is broken is answered
  std::span<const PeerRule> removal_rules;  // of a DELETE; the document is the one there is
  void (*apply)(PeerCandidate&);  // what else a change does; the document is absent after a
                                  // removal; null: nothing
  std::string_view application;   // where the document names an application; empty: nowhere
};

// Must be one of the contract's.
const PeerSetting& peer_setting(std::string_view path);

constexpr std::string_view kOrigination = "origination/settings";
constexpr std::string_view kTermination = "termination/settings";
constexpr std::string_view kSms = "messaging/features/sms";
constexpr std::string_view kMms = "messaging/features/mms";
constexpr std::string_view kMessagingApplication = "messaging/applicationSettings";
constexpr std::string_view kMessagingSettings = "messaging/settings";

// What is set; nothing when nothing is.
std::optional<xml::Document> find_setting(engine::Session& session, std::string_view account,
                                          std::string_view peer, std::string_view setting);

void store_setting(engine::Session& session, const PeerSetting& setting, std::string_view account,
                   std::string_view peer, const xml::Document& document);

// Whether the peer takes or makes calls by HTTP.
bool has_http_voice(engine::Session& session, std::string_view account, std::string_view peer);

// The peers of the account that take or make calls by HTTP.
std::vector<std::string> http_voice_peers(engine::Session& session, std::string_view account);

}  // namespace irisim::operations
