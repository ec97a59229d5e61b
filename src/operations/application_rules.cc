#include "operations/application_rules.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"

namespace irisim::operations {
namespace {

// An element that an application may have.
struct Field {
  std::string_view name;
  std::string_view service;  // the ServiceType that has it; empty: any
  enum class Kind { kText, kUrl, kMethod } kind = Kind::kText;
  bool required = false;
  int missing = 0;  // the code when it is required and missing
};
using Kind = Field::Kind;

constexpr int kServiceTypeInvalid = 12801;
constexpr int kUrlMissing = 12802;
constexpr int kUrlInvalid = 12803;
constexpr int kNameMissing = 12806;
constexpr int kPasswordAlone = 12800;
constexpr int kOutOfRange = 12120;
constexpr int kTwoUrls = 12960;
constexpr int kMethodInvalid = 12961;
constexpr int kOtherService = 12962;
constexpr int kStatusUrlMissing = 12963;
constexpr int kServiceTypeChanged = 12964;
constexpr int kUserChangedAlone = 12976;
constexpr int kUserAlone = 12977;
constexpr size_t kShortestCredential = 6;
constexpr size_t kLongestCredential = 63;

constexpr Field kFields[] = {
    {"AppName", "", Kind::kText, true, kNameMissing},
    {"MsgCallbackUrl", kMessaging, Kind::kUrl, true, kUrlMissing},
    {"CallInitiatedCallbackUrl", kVoice, Kind::kUrl, true, kUrlMissing},
    {"CallInitiatedMethod", kVoice, Kind::kMethod},
    {"CallStatusCallbackUrl", kVoice, Kind::kUrl},
    {"CallStatusMethod", kVoice, Kind::kMethod},
};

constexpr std::string_view kStatusUrl = "CallStatusCallbackUrl";
constexpr std::string_view kStatusMethod = "CallStatusMethod";
constexpr std::string_view kInitiatedMethod = "CallInitiatedMethod";
constexpr std::string_view kDefaultMethod = "POST";

void set(xml::Element parent, std::string_view name, std::string_view text) {
  parent.child_or_add(name).set_text(text);
}

// CallbackUrl is the old name of MsgCallbackUrl.
void rename_callback_url(xml::Element application) {
  const xml::Element old = application.child("CallbackUrl");
  if (!old) return;
  if (application.text("MsgCallbackUrl").empty()) {
    application.remove_all("MsgCallbackUrl");
    xml::Element(old).rename("MsgCallbackUrl");
  } else if (application.text("MsgCallbackUrl") == old.text()) {
    application.remove(old);
  }
}

void keep_password(xml::Element application, xml::Element before) {
  xml::Element sent = application.child("CallbackCreds");
  const xml::Element known = before.child("CallbackCreds");
  const bool same_user =
      !sent.text("UserId").empty() && sent.text("UserId") == known.text("UserId");
  if (same_user && sent.text("Password").empty()) set(sent, "Password", known.text("Password"));
}

void default_method(xml::Element application, std::string_view url, std::string_view method) {
  if (!application.text(url).empty() && application.text(method).empty())
    set(application, method, kDefaultMethod);
}

std::optional<Finding> check_field(const Field& field, std::string_view service,
                                   std::string_view text) {
  if (!field.service.empty() && field.service != service) {
    if (text.empty()) return std::nullopt;
    return broken_rule(kOtherService, {std::string(field.name), std::string(field.service)});
  }
  if (text.empty()) {
    if (field.required) return broken_rule(field.missing);
    return std::nullopt;
  }
  if (field.kind == Kind::kUrl && !is_url(text)) return broken_rule(kUrlInvalid);
  if (field.kind == Kind::kMethod && text != "GET" && text != "POST")
    return broken_rule(kMethodInvalid);
  return std::nullopt;
}

std::optional<Finding> check_credentials(xml::Element application, xml::Element before) {
  const xml::Element sent = application.child("CallbackCreds");
  const std::string_view user = sent.text("UserId");
  const std::string_view password = sent.text("Password");
  if (user.empty() && password.empty()) return std::nullopt;
  if (user.empty()) return broken_rule(kPasswordAlone);
  if (password.empty())
    return broken_rule(before.child("CallbackCreds") ? kUserChangedAlone : kUserAlone);
  for (const std::string_view name : {"UserId", "Password"}) {
    const size_t length = sent.text(name).size();
    if (length < kShortestCredential || length > kLongestCredential) {
      return broken_rule(kOutOfRange,
                         {"Length of " + std::string(name), std::to_string(kShortestCredential),
                          std::to_string(kLongestCredential)});
    }
  }
  return std::nullopt;
}

}  // namespace

void complete_application(xml::Element application, xml::Element before) {
  rename_callback_url(application);
  keep_password(application, before);
  if (application.text("ServiceType") == kVoice)
    default_method(application, "CallInitiatedCallbackUrl", kInitiatedMethod);
  default_method(application, kStatusUrl, kStatusMethod);
}

void patch_application(xml::Element application, xml::Element changes) {
  const bool removes_status = equal_ignoring_case(changes.text(kStatusUrl), "remove");
  for (const xml::Element change : changes.children()) {
    application.remove_all(change.name());
    application.add_copy(change);
  }
  if (changes.child("CallbackUrl") && !changes.child("MsgCallbackUrl"))
    application.remove_all("MsgCallbackUrl");
  if (removes_status) {
    application.remove_all(kStatusUrl);
    application.remove_all(kStatusMethod);
  }
}

std::optional<Finding> check_application(xml::Element application, xml::Element before) {
  const std::string_view service = application.text("ServiceType");
  if (service != kMessaging && service != kVoice) return broken_rule(kServiceTypeInvalid);
  if (before && before.text("ServiceType") != service) return broken_rule(kServiceTypeChanged);
  if (application.child("CallbackUrl")) {
    return service == kMessaging
               ? broken_rule(kTwoUrls)
               : broken_rule(kOtherService, {"CallbackUrl", std::string(kMessaging)});
  }
  for (const Field& field : kFields) {
    if (auto broken = check_field(field, service, application.text(field.name))) return broken;
  }
  if (!application.text(kStatusMethod).empty() && application.text(kStatusUrl).empty())
    return broken_rule(kStatusUrlMissing);
  return check_credentials(application, before);
}

}  // namespace irisim::operations
