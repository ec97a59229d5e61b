#include "operations/lsr_document.h"

#include <algorithm>

#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kList = "ListOfTelephoneNumbers";
constexpr std::string_view kNumber = "TelephoneNumber";
constexpr std::string_view kFocDate = "RequestedFocDate";

// Zip is not in the list of what a PUT may change, but in its example and in the rules on it.
const std::vector<Field>& changeable_fields() {
  static const std::vector<Field> kFields = {
      {"CustomerOrderId"},
      {"SPID"},
      {"BillingTelephoneNumber"},
      {kFocDate},
      {"AuthorizingPerson"},
      {"Subscriber",
       {{"SubscriberType"},
        {"BusinessName"},
        {"FirstName"},
        {"MiddleInitial"},
        {"LastName"},
        {"AccountNumber"},
        {"PinNumber"},
        {"ServiceAddress",
         {{"HousePrefix"},
          {"HouseNumber"},
          {"HouseSuffix"},
          {"PreDirectional"},
          {"StreetName"},
          {"StreetSuffix"},
          {"PostDirectional"},
          {"AddressLine2"},
          {"City"},
          {"StateCode"},
          {"Zip"},
          {"County"}}}}},
  };
  return kFields;
}

const std::vector<Field>& fixed_fields() {
  static const std::vector<Field> kFields = {{"Pon"}, {kList, {{kNumber, {}, true}}}};
  return kFields;
}

// What an answer shows and no PUT may change. LastModifiedDate and LastModifiedBy are not among
// them: the service changes them between a GET and the PUT that echoes it.
constexpr std::string_view kFixed[] = {"OrderId",         "AccountId",    "Pon",    "PonVersion",
                                       "OrderCreateDate", "SiteId",       "PeerId", "CountOfTNs",
                                       "CreatedByUser",   "ActualFocDate"};

void add_differences(const std::vector<Field>& fields, xml::Element before, xml::Element after,
                     std::vector<std::string>& lines) {
  for (const Field& field : fields) {
    const xml::Element old_one = before.child(field.name), new_one = after.child(field.name);
    if (!field.inside.empty()) {
      add_differences(field.inside, old_one, new_one, lines);
    } else if (old_one.text() != new_one.text()) {
      lines.push_back(difference(field.name, old_one.text(), new_one.text()));
    }
  }
}

}  // namespace

xml::Document read_lsr(xml::Element sent) {
  xml::Document document(kLsrRoot);
  take_fields(fixed_fields(), sent, document.root());
  take_fields(changeable_fields(), sent, document.root());
  return document;
}

void complete_lsr(xml::Element order, std::string_view account_spid, Date default_foc) {
  order.add("PonVersion", "0");
  if (!order.child("SPID")) order.add("SPID", account_spid);
  if (!order.child(kFocDate)) order.add(kFocDate, format_date(default_foc));
  xml::Element subscriber = order.child("Subscriber");
  if (!subscriber.child("SubscriberType")) subscriber.add("SubscriberType", "RESIDENTIAL");
}

std::vector<std::string> merge_lsr(xml::Element order, xml::Element sent) {
  xml::Document before(kLsrRoot);
  take_fields(changeable_fields(), order, before.root());
  for (const Field& field : changeable_fields()) {
    const xml::Element change = sent.child(field.name);
    if (!change) continue;
    if (field.name == kFocDate && is_same_lsr_date(change.text(), order.text(kFocDate))) continue;
    order.remove_all(field.name);
    order.add_copy(change);
  }
  std::vector<std::string> lines;
  add_differences(changeable_fields(), before.root(), order, lines);
  return lines;
}

std::vector<std::string> fixed_changes(xml::Element sent, xml::Element shown) {
  std::vector<std::string> names;
  for (const std::string_view name : kFixed) {
    const std::string_view text = sent.text(name);
    if (!text.empty() && text != shown.text(name)) names.emplace_back(name);
  }
  std::vector<std::string> numbers = lsr_numbers(sent), own = lsr_numbers(shown);
  std::ranges::sort(numbers);
  std::ranges::sort(own);
  if (!numbers.empty() && numbers != own) names.emplace_back(kList);
  return names;
}

std::vector<std::string> lsr_numbers(xml::Element order) {
  return texts(order.child(kList), kNumber);
}

std::string at_midnight(std::string_view date) {
  return std::string(date) + " 00:00:00";
}

bool is_same_lsr_date(std::string_view text, std::string_view own) {
  return text == own || text == at_midnight(own);
}

}  // namespace irisim::operations
