#include "operations/lsr_subscriber_rules.h"

#include <algorithm>

#include "base/states.h"
#include "base/text.h"
#include "operations/field_rules.h"

namespace irisim::operations {
namespace {

constexpr int kNoSubscriber = 7104;
constexpr int kNoName = 7105;
constexpr int kNoType = 7106;
constexpr int kNoBusinessName = 17010;
constexpr int kLastNameOfBusiness = 17011;
constexpr int kNoLastName = 17012;
constexpr int kNoAddress = 7107;
constexpr int kTooLong = 17026;

template <size_t kMost>
bool is_no_code(std::string_view text) {
  return text.size() > kMost || !is_made_of(text, "");
}

bool is_no_state_or_province(std::string_view text) {
  return !text.empty() && !is_state_code(text) && !is_province_code(text);
}

// Digits where the pattern has '9', letters where it has 'A'.
bool looks_like(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(text, pattern, [](char c, char wanted) {
    const bool is_digit = c >= '0' && c <= '9', is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return wanted == '9' ? is_digit : wanted == 'A' ? is_letter : c == wanted;
  });
}

// Five digits, five and four, or a Canadian postal code.
bool is_no_zip_of_either(std::string_view text) {
  static constexpr std::string_view kForms[] = {"", "99999", "99999-9999", "A9A 9A9", "A9A9A9"};
  return std::ranges::none_of(kForms,
                              [&](std::string_view form) { return looks_like(text, form); });
}

constexpr FieldRule kSubscriber[] = {
    {7324, "BusinessName", is_longer_than<25>}, {7355, "FirstName", is_longer_than<25>},
    {7354, "MiddleInitial", is_longer_than<1>}, {7356, "LastName", is_longer_than<25>},
    {17006, "AccountNumber", is_no_code<32>},   {17007, "PinNumber", is_no_code<10>},
};
constexpr FieldRule kAddress[] = {
    {7108, "HouseNumber", is_missing},
    {7109, "StreetName", is_missing},
    {7110, "City", is_missing},
    {7111, "StateCode", is_missing},
    {7395, "StateCode", is_no_state_or_province, FieldRule::kText},
    {7112, "Zip", is_missing},
    {7214, "Zip", is_no_zip_of_either},
};

// How long an element of the address may be.
struct Length {
  std::string_view field;
  size_t most;
};
constexpr Length kLengths[] = {
    {"HousePrefix", 6},  {"HouseNumber", 45},  {"HouseSuffix", 45},    {"PreDirectional", 2},
    {"StreetName", 200}, {"StreetSuffix", 45}, {"PostDirectional", 2}, {"AddressLine2", 200},
    {"County", 45},      {"City", 100},
};

// RESEDENTIAL is the contract's spelling, wherever the value occurs.
constexpr std::string_view kResidential[] = {"RESIDENTIAL", "RESEDENTIAL"};

bool is_residential(std::string_view type) {
  return std::ranges::any_of(
      kResidential, [&](std::string_view known) { return equal_ignoring_case(known, type); });
}

int name_fault(xml::Element subscriber) {
  const std::string_view type = subscriber.text("SubscriberType");
  const bool has_business = !subscriber.text("BusinessName").empty();
  const bool has_last = !subscriber.text("LastName").empty();
  if (type.empty() && !has_business && !has_last) return kNoName;
  if (equal_ignoring_case(type, "BUSINESS"))
    return has_last ? kLastNameOfBusiness : has_business ? 0 : kNoBusinessName;
  if (!type.empty() && !is_residential(type)) return kNoType;
  return has_last ? 0 : kNoLastName;
}

void check_address(xml::Element address, std::vector<Finding>& findings) {
  check_fields(address, kAddress, findings);
  for (const auto& [field, most] : kLengths) {
    if (count_characters(address.text(field)) > most)
      findings.push_back(broken_rule(kTooLong, {std::string(field), std::to_string(most)}));
  }
}

}  // namespace

void check_lsr_subscriber(xml::Element subscriber, std::vector<Finding>& findings) {
  if (!subscriber) {
    findings.push_back(broken_rule(kNoSubscriber));
    return;
  }
  if (const int fault = name_fault(subscriber)) findings.push_back(broken_rule(fault));
  check_fields(subscriber, kSubscriber, findings);
  const xml::Element address = subscriber.child("ServiceAddress");
  if (!address) {
    findings.push_back(broken_rule(kNoAddress));
  } else {
    check_address(address, findings);
  }
}

}  // namespace irisim::operations
