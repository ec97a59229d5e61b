#include "operations/site_document.h"

#include <algorithm>

#include "base/text.h"
#include "operations/address_rules.h"
#include "operations/field_rules.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "Site";
constexpr int kRequired = 1003;

const std::vector<Field>& fields() {
  static const std::vector<Field> kFields = {
      {"Name"},
      {"Description"},
      {"CustomerName"},
      {"CustomerProvidedId"},
      {"Address", address_fields()},
      {"UcTrunkingConfiguration", {{"Type"}, {"UsageCategory"}}},
  };
  return kFields;
}

bool is_no_name(std::string_view text) {
  return !is_made_of(text, ".- ");
}

bool is_no_description(std::string_view text) {
  constexpr size_t kLongest = 250;
  return text.size() > kLongest || !is_made_of(text, ".- ");
}

bool is_no_provided_id(std::string_view text) {
  constexpr size_t kLongest = 10;
  return text.size() > kLongest || !all_digits(text);
}

bool is_no_trunking_type(std::string_view text) {
  return !text.empty() && text != "Seats" && text != "Premise" && text != "Cloud";
}

bool is_no_usage_category(std::string_view text) {
  return !text.empty() && text != "UC250" && text != "UC500" && text != "UC1000";
}

constexpr FieldRule kRules[] = {
    {12533, "Name", is_missing},
    {12529, "Name", is_longer_than<50>, FieldRule::kText},
    {12526, "Name", is_no_name, FieldRule::kText},
    {4016, "Description", is_no_description, FieldRule::kNothing, "siteDescription"},
    {1008, "CustomerProvidedId", is_no_provided_id, FieldRule::kText, "value"},
    {1008, "UcTrunkingConfiguration/Type", is_no_trunking_type, FieldRule::kText, "value"},
    {1008, "UcTrunkingConfiguration/UsageCategory", is_no_usage_category, FieldRule::kText,
     "value"},
};

}  // namespace

xml::Document take_site(xml::Element sent) {
  xml::Document document(kRoot);
  take_fields(fields(), sent, document.root());
  return document;
}

std::vector<Finding> check_site(xml::Element site) {
  std::vector<Finding> findings;
  check_fields(site, kRules, findings);
  const xml::Element address = site.child("Address");
  if (!address) findings.push_back(broken_rule(kRequired, {"Address"}));
  check_address(address, findings);
  return findings;
}

xml::Element add_site(xml::Element parent, const store::Site& site) {
  const xml::Document document = xml::Document::restore(site.document);
  xml::Element view = parent.add_copy(document.root());
  view.add("Id", site.id);
  view.child_or_add("Name").set_text(site.name);
  view.child_or_add("Description");
  xml::Element address = view.child("Address");
  if (address && !address.child("AddressType")) address.add("AddressType", "Service");
  return view;
}

}  // namespace irisim::operations
