#include "operations/portin_document.h"

#include <algorithm>

#include "base/business_days.h"
#include "base/text.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kAddress = "Subscriber/ServiceAddress";

// The elements with one value, by the element that they stand in.
struct Group {
  std::string_view parent;  // a path; empty: the order itself
  std::vector<std::string_view> elements;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> kGroups = {
      {"",
       {"CustomerOrderId", "RequestedFocDate", "AlternateSpid", "BillingTelephoneNumber",
        "NewBillingTelephoneNumber", "SiteId", "PeerId", "LoaAuthorizingPerson", "PartialPort",
        "Triggered", "Immediately"}},
      {"Subscriber", {"SubscriberType", "BusinessName", "FirstName", "MiddleInitial", "LastName"}},
      {kAddress,
       {"HouseNumber",   "HousePrefix",     "HouseSuffix",   "PreDirectional", "StreetName",
        "StreetSuffix",  "PostDirectional", "AddressLine2",  "City",           "StateCode",
        "Zip",           "PlusFour",        "County",        "Country",        "AddressDetail1",
        "AddressValue1", "AddressDetail2",  "AddressValue2", "AddressDetail3", "AddressValue3"}},
      {"WirelessInfo", {"AccountNumber", "PinNumber"}},
  };
  return kGroups;
}

struct List {
  std::string_view parent, element;
};
constexpr List kLists[] = {{"TnAttributes", "TnAttribute"}, {"ListOfPhoneNumbers", "PhoneNumber"}};

constexpr auto kDefaultActivation =
    std::chrono::hours(11) + std::chrono::minutes(30);  // Eastern time

xml::Element descend(xml::Element order, std::string_view path) {
  return path.empty() ? order : order.at(path);
}

xml::Element descend_or_add(xml::Element order, std::string_view path) {
  if (path.empty()) return order;
  for (const std::string_view name : split(path, '/')) order = order.child_or_add(name);
  return order;
}

using Differences = std::vector<std::string>*;  // null: not wanted

void note_difference(Differences differences, std::string_view name, std::string_view before,
                     std::string_view after) {
  if (differences == nullptr) return;
  differences->push_back(difference(name, before, after));
}

// The group's own name for a sent element; empty when it has none.
std::string_view known_name(const Group& group, std::string_view sent) {
  const auto found = std::ranges::find_if(
      group.elements, [&](std::string_view name) { return equal_ignoring_case(name, sent); });
  return found == group.elements.end() ? std::string_view() : *found;
}

void merge_group(xml::Element order, const Group& group, xml::Element sent,
                 Differences differences) {
  xml::Element parent = descend(order, group.parent);
  for (const xml::Element element : sent.children()) {
    const std::string_view name = known_name(group, element.name());
    if (name.empty()) continue;
    const std::string_view value = element.text();
    xml::Element present = parent.child(name);
    if (present.text() == value) continue;
    note_difference(differences, name, present.text(), value);
    if (value.empty()) {
      parent.remove(present);
    } else if (present) {
      present.set_text(value);
    } else {
      if (!parent) parent = descend_or_add(order, group.parent);
      parent.add(name, value);
    }
  }
}

void merge_list(xml::Element order, const List& list, xml::Element sent, Differences differences) {
  const std::vector<std::string> before = texts(order.child(list.parent), list.element);
  const std::vector<std::string> after = texts(sent, list.element);
  if (before == after) return;
  note_difference(differences, list.parent, join(before, ", "), join(after, ", "));
  order.remove_all(list.parent);
  if (after.empty()) return;
  xml::Element parent = order.add(list.parent);
  for (const std::string& value : after) parent.add(list.element, value);
}

// Forgets the address fields that were not sent, for ResetAddressFields.
void reset_address(xml::Element order, xml::Element sent_address, const Group& group,
                   Differences differences) {
  xml::Element address = order.at(kAddress);
  for (const std::string_view element : group.elements) {
    const std::string before(address.text(element));
    if (before.empty() || sent_address.child(element)) continue;
    note_difference(differences, element, before, "");
    address.remove_all(element);
  }
}

}  // namespace

void merge_portin(xml::Element order, xml::Element sent, Differences differences) {
  for (const Group& group : groups()) {
    const xml::Element sent_group = descend(sent, group.parent);
    if (!sent_group) continue;
    if (group.parent == kAddress && is_true(sent_group.text("ResetAddressFields"))) {
      reset_address(order, sent_group, group, differences);
    }
    merge_group(order, group, sent_group, differences);
  }
  for (const List& list : kLists) {
    const xml::Element sent_list = sent.child(list.parent);
    if (sent_list) merge_list(order, list, sent_list, differences);
  }
}

std::vector<std::string> portin_numbers(xml::Element order) {
  return texts(order.child("ListOfPhoneNumbers"), "PhoneNumber");
}

void complete_portin(xml::Element order, Date next_foc_date) {
  if (xml::Element address = order.at(kAddress); address && address.text("Country").empty()) {
    address.child_or_add("Country").set_text("United States");
  }
  const std::string_view sent = order.text("RequestedFocDate");
  const std::optional<Timestamp> requested = parse_timestamp(sent);
  if (!sent.empty() && !requested) return;  // a draft may hold anything
  Instant foc = requested ? requested->instant : Instant(next_foc_date);
  const bool by_default = !requested || (!requested->has_time && !is_true(order.text("Triggered")));
  if (by_default)
    foc = eastern_time(std::chrono::floor<std::chrono::days>(foc), kDefaultActivation);
  order.child_or_add("RequestedFocDate").set_text(format_instant(foc));
}

void set_port_terms(xml::Element order, const std::optional<PortTerms>& terms) {
  const auto set = [&](std::string_view element, std::string_view text) {
    order.remove_all(element);
    if (terms) order.add(element, text);
  };
  const PortTerms known = terms.value_or(PortTerms{});
  set("PortType", name_of(known.type));
  set("LosingCarrierSPID", known.carrier.spid);
  set("LosingCarrierName", known.carrier.name);
  set("VendorId", known.vendor == nullptr ? "" : known.vendor->id);
  set("VendorName", known.vendor == nullptr ? "" : known.vendor->name);
}

}  // namespace irisim::operations
