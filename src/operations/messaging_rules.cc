#include "operations/messaging_rules.h"

#include <algorithm>

#include "base/text.h"
#include "operations/application_rules.h"
#include "operations/mms_rules.h"
#include "operations/sms_rules.h"
#include "operations/voice_rules.h"

namespace irisim::operations {
namespace {

constexpr int kApplicationMissing = 13628;
constexpr int kNotHttp = 13645;
constexpr int kUnknownCountry = 13654;
constexpr int kDuplicateCountry = 13657;
constexpr std::string_view kRemove = "REMOVE";
constexpr std::string_view kId = "HttpMessagingV2AppId";

// REMOVE stands in place of the settings or of the id.
std::optional<Finding> read_removal(PeerCandidate& candidate) {
  xml::Element settings = candidate.document;
  if (settings.text() == kRemove || settings.text(kId) == kRemove) {
    settings.set_text("");
    settings.remove_all(kId);
  } else if (settings.text(kId).empty()) {
    return broken_rule(kApplicationMissing);
  }
  return std::nullopt;
}

std::optional<Finding> check_application(PeerCandidate& candidate) {
  const std::string_view id = candidate.document.text(kId);
  if (id.empty()) return std::nullopt;
  return check_application_of(candidate, id, kMessaging, "HTTP Messaging");
}

std::optional<Finding> check_protocol(PeerCandidate& candidate) {
  if (candidate.document.text(kId).empty()) return std::nullopt;
  const auto sms = find_setting(candidate.session, candidate.account, candidate.peer, kSms);
  const auto mms = find_setting(candidate.session, candidate.account, candidate.peer, kMms);
  const bool is_http =
      (sms && sms_protocol(sms->root()) == kHttp) || (mms && mms_protocol(mms->root()) == kHttp);
  if (!is_http) return broken_rule(kNotHttp);
  return std::nullopt;
}

std::optional<Finding> check_countries(PeerCandidate& candidate) {
  const std::vector<std::string>& approved =
      candidate.session.seed.account(candidate.account).break_out_countries;
  std::vector<std::string> seen, unknown;
  for (const xml::Element country :
       candidate.document.child_or_add("BreakOutCountries").children()) {
    std::string code(country.text());
    if (std::ranges::find(seen, code) != seen.end()) return broken_rule(kDuplicateCountry);
    if (std::ranges::find(approved, code) == approved.end()) unknown.push_back(code);
    seen.push_back(std::move(code));
  }
  if (!unknown.empty()) return broken_rule(kUnknownCountry, {join(unknown, ", ")});
  return std::nullopt;
}

constexpr PeerRule kApplicationRules[] = {read_removal, check_application, check_protocol};
constexpr PeerRule kSettingsRules[] = {check_countries};

}  // namespace

std::span<const PeerRule> messaging_application_rules() {
  return kApplicationRules;
}

std::span<const PeerRule> messaging_settings_rules() {
  return kSettingsRules;
}

}  // namespace irisim::operations
