#include "operations/address_rules.h"

#include <algorithm>

#include "base/states.h"
#include "base/text.h"
#include "operations/field_rules.h"

namespace irisim::operations {
namespace {

bool is_no_type(std::string_view text) {
  static constexpr std::string_view kTypes[] = {"Service", "Billing"};
  const auto is_it = [&](std::string_view type) { return equal_ignoring_case(type, text); };
  return !text.empty() && std::ranges::none_of(kTypes, is_it);
}

constexpr FieldRule kRules[] = {
    {12536, "HouseNumber", is_missing},
    {12537, "HouseNumber", is_longer_than<45>, FieldRule::kText},
    {12547, "HouseSuffix", is_longer_than<45>, FieldRule::kText},
    {12605, "PreDirectional", is_no_directional},
    {12538, "StreetName", is_missing},
    {12539, "StreetName", is_longer_than<200>, FieldRule::kText},
    {13045, "StreetSuffix", is_longer_than<45>, FieldRule::kText},
    {12605, "PostDirectional", is_no_directional},
    {12550, "AddressLine2", is_longer_than<200>, FieldRule::kText},
    {12540, "City", is_missing},
    {12541, "City", is_longer_than<100>, FieldRule::kText},
    {12542, "StateCode", is_missing},
    {12837, "StateCode", is_no_state, FieldRule::kText},
    {12644, "Zip", is_missing},
    {13103, "Zip", is_no_zip, FieldRule::kText},
    {12552, "PlusFour", is_longer_than<4>, FieldRule::kText},
    {12553, "County", is_longer_than<45>, FieldRule::kText},
    {12579, "AddressType", is_no_type},
};

}  // namespace

const std::vector<Field>& address_fields() {
  static const std::vector<Field> kFields = {
      {"HouseNumber"},     {"HouseSuffix"},  {"PreDirectional"}, {"StreetName"}, {"StreetSuffix"},
      {"PostDirectional"}, {"AddressLine2"}, {"City"},           {"StateCode"},  {"Zip"},
      {"PlusFour"},        {"County"},       {"Country"},        {"AddressType"}};
  return kFields;
}

bool is_no_state(std::string_view text) {
  return !text.empty() && !is_state_code(text);
}

bool is_no_zip(std::string_view text) {
  constexpr size_t kLength = 5;
  return !text.empty() && (text.size() != kLength || !all_digits(text));
}

bool is_no_directional(std::string_view text) {
  static constexpr std::string_view kDirections[] = {"",   "N",  "S",  "E", "W",
                                                     "NE", "NW", "SE", "SW"};
  return std::ranges::find(kDirections, upper(text)) == std::end(kDirections);
}

void check_address(xml::Element address, std::vector<Finding>& findings) {
  check_fields(address, kRules, findings);
}

}  // namespace irisim::operations
