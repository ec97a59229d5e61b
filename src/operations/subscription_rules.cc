#include "operations/subscription_rules.h"

#include <algorithm>

#include "base/base64.h"
#include "base/text.h"
#include "base/url.h"
#include "operations/field_rules.h"

namespace irisim::operations {
namespace {

constexpr int kInvalid = 14501;
constexpr int kNoType = 14508;

// Those of the contract's table and those of 14500's message.
constexpr std::string_view kOrderTypes[] = {
    "portins",
    "portouts",
    "orders",
    "disconnects",
    "importToAccounts",
    "dldas",
    "lsrorders",
    "e911s",
    "tnoptions",
    "externalTns",
    "lidb",
    "lidbs",
    "bulkPortins",
    "importtnorders",
    "removeImportedTnOrders",
    "csrs",
    "emergencyEndpointGroup",
    "emergencyNotificationGroup",
    "tollFreePortingValidations",
};

const std::string_view* find_order_type(std::string_view text) {
  const auto* found = std::ranges::find_if(
      kOrderTypes, [&](std::string_view type) { return equal_ignoring_case(type, text); });
  return found == std::end(kOrderTypes) ? nullptr : found;
}

bool is_no_event_type(std::string_view text) {
  return !text.empty() && text != "MESSAGING_LOST";
}

bool is_no_email(std::string_view text) {
  const size_t at = text.find('@');
  return at == 0 || at == std::string_view::npos || at + 1 == text.size() ||
         text.find('@', at + 1) != std::string_view::npos ||
         text.find_first_of(" \t\r\n") != std::string_view::npos;
}

bool is_no_digest(std::string_view text) {
  return text != "NONE" && text != "DAILY";
}

bool is_no_url(std::string_view text) {
  return !text.empty() && !is_url(text);
}

bool is_no_expiry(std::string_view text) {
  return !text.empty() && to_number(text).value_or(0) <= 0;
}

bool is_daily(std::string_view text) {
  return equal_ignoring_case(text, "DAILY");
}

// A DER file is one SEQUENCE, whose length stands in its head: in the second byte, or in as many
// bytes behind it as that one says.
bool is_der(std::string_view bytes) {
  constexpr char kSequence = 0x30;
  constexpr unsigned kLong = 0x80;
  constexpr size_t kMostLengthBytes = 4;
  if (bytes.size() < 2 || bytes[0] != kSequence) return false;
  size_t length = static_cast<unsigned char>(bytes[1]);
  size_t head = 2;
  if (length >= kLong) {
    const size_t length_bytes = length - kLong;
    if (length_bytes == 0 || length_bytes > kMostLengthBytes || bytes.size() < head + length_bytes)
      return false;
    length = 0;
    for (size_t i = 0; i < length_bytes; ++i)
      length = length << 8 | static_cast<unsigned char>(bytes[head + i]);
    head += length_bytes;
  }
  return bytes.size() == head + length;
}

bool is_no_certificate(std::string_view text) {
  if (text.empty()) return false;
  const std::optional<std::string> bytes = decode_base64(text);
  return !bytes || !(bytes->starts_with("-----BEGIN ") || is_der(*bytes));
}

constexpr FieldRule kTypeRules[] = {
    {14500, "OrderType", is_no_order_type},
    {14507, "EventType", is_no_event_type},
};
constexpr FieldRule kEmailRules[] = {
    {kInvalid, "Email", is_no_email},
    {14502, "DigestRequested", is_no_digest},
};
constexpr FieldRule kCallbackRules[] = {
    {14503, "URL", is_missing},
    {14506, "URL", is_no_url},
    {kInvalid, "Expiry", is_no_expiry},
    {12164, "DigestRequested", is_daily},
    {14504, "CallbackCredentials/PublicKey", is_no_certificate},
};
constexpr FieldRule kCredentialRules[] = {
    {14505, "Username", is_missing},
    {14505, "Password", is_missing},
    {kInvalid, "Username", is_longer_than<100>},
};

// Of orders or of an event, by e-mail or by a call: one of each two.
void check_kind(xml::Element subscription, std::vector<Finding>& findings) {
  const bool of_orders = !subscription.text("OrderType").empty();
  const bool of_event = !subscription.text("EventType").empty();
  const bool of_order = !subscription.text("OrderId").empty();
  const bool by_email = static_cast<bool>(subscription.child("EmailSubscription"));
  const bool by_call = static_cast<bool>(subscription.child("CallbackSubscription"));
  if (!of_orders && !of_event) findings.push_back(broken_rule(kNoType));
  if ((of_event && (of_orders || of_order)) || by_email == by_call)
    findings.push_back(broken_rule(kInvalid));
}

}  // namespace

std::string spell_order_type(std::string_view text) {
  const std::string_view* type = find_order_type(text);
  return std::string(type == nullptr ? text : *type);
}

bool is_no_order_type(std::string_view text) {
  return !text.empty() && find_order_type(text) == nullptr;
}

std::string order_type_of(std::string_view spelt) {
  return std::string(spelt == "lidbs" ? "lidb" : spelt);
}

std::vector<Finding> check_subscription(xml::Element subscription) {
  std::vector<Finding> findings;
  check_fields(subscription, kTypeRules, findings);
  check_kind(subscription, findings);
  check_fields(subscription.child("EmailSubscription"), kEmailRules, findings);
  const xml::Element callback = subscription.child("CallbackSubscription");
  check_fields(callback, kCallbackRules, findings);
  check_fields(callback.at("CallbackCredentials/BasicAuthentication"), kCredentialRules, findings);
  return findings;
}

}  // namespace irisim::operations
