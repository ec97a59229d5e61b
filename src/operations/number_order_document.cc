#include "operations/number_order_document.h"

#include <algorithm>

#include "base/text.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr int64_t kMostNumbers = 5'000;
constexpr std::string_view kExisting = "ExistingTelephoneNumberOrderType";

const std::vector<NumberOrderKind>& kinds() {
  static const std::vector<NumberOrderKind> kKinds = {
      {kExisting, {}, false, false},
      {"AreaCodeSearchAndOrderType", {"AreaCode"}},
      {"RateCenterSearchAndOrderType", {"RateCenter", "State"}},
      {"NPANXXSearchAndOrderType", {"NpaNxx"}, false},
      {"NPANXXXSearchAndOrderType", {"NpaNxxX"}, false},
      {"TollFreeVanitySearchAndOrderType", {"TollFreeVanity"}, false, true},
      {"TollFreeWildCharSearchAndOrderType", {"TollFreeWildCardPattern"}, true, true},
      {"StateSearchAndOrderType", {"State"}},
      {"CitySearchAndOrderType", {"City", "State"}},
      {"ZIPSearchAndOrderType", {"Zip"}},
      {"LATASearchAndOrderType", {"Lata"}},
      {"CombinedSearchAndOrderType", {}},
  };
  return kKinds;
}

// What can be looked for, by the element that says so.
struct Criterion {
  std::string_view element;
  std::string NumberCriteria::*member;
};
constexpr Criterion kCriteria[] = {
    {"AreaCode", &NumberCriteria::area_code},
    {"NpaNxx", &NumberCriteria::npa_nxx},
    {"NpaNxxX", &NumberCriteria::npa_nxx_x},
    {"RateCenter", &NumberCriteria::rate_center},
    {"State", &NumberCriteria::state},
    {"City", &NumberCriteria::city},
    {"Zip", &NumberCriteria::zip},
    {"Lata", &NumberCriteria::lata},
    {"LocalVanity", &NumberCriteria::local_vanity},
    {"TollFreeVanity", &NumberCriteria::toll_free_vanity},
    {"TollFreeWildCardPattern", &NumberCriteria::toll_free_wild_card},
};

constexpr std::string_view kFields[] = {"CustomerOrderId", "Name", "BackOrderRequested"};
constexpr std::string_view kLaterFields[] = {"PartialAllowed", "SiteId", "PeerId"};
constexpr std::string_view kOptions[] = {"EnableTNDetail", "EnableLCA", "EndsIn", "Quantity"};

void copy_list(xml::Element to, xml::Element from, std::string_view list, std::string_view item) {
  const std::vector<std::string> items = texts(from.child(list), item);
  if (items.empty()) return;
  xml::Element copied = to.add(list);
  for (const std::string& text : items) copied.add(item, text);
}

}  // namespace

NumberOrderBody find_body(xml::Element order) {
  for (const NumberOrderKind& kind : kinds()) {
    if (const xml::Element element = order.child(kind.element)) return {&kind, element};
  }
  return {};
}

xml::Document read_number_order(xml::Element sent) {
  xml::Document document("Order");
  xml::Element order = document.root();
  copy_fields(order, sent, kFields);
  if (const NumberOrderBody body = find_body(sent); body.kind != nullptr) {
    xml::Element element = order.add(body.kind->element);
    for (const Criterion& criterion : kCriteria)
      copy_field(element, body.element, criterion.element);
    copy_fields(element, body.element, kOptions);
    copy_list(element, body.element, "TelephoneNumberList", "TelephoneNumber");
    copy_list(element, body.element, "ReservationIdList", "ReservationId");
  }
  copy_list(order, sent, "TnAttributes", "TnAttribute");
  copy_fields(order, sent, kLaterFields);
  return document;
}

NumberCriteria criteria_of(const NumberOrderBody& body) {
  NumberCriteria criteria;
  for (const auto& [element, member] : kCriteria) criteria.*member = body.element.text(element);
  criteria.ends_in = equal_ignoring_case(body.element.text("EndsIn"), "true");
  const std::string_view lca = body.element.text("EnableLCA");
  if (!lca.empty()) criteria.with_local_calling_area = equal_ignoring_case(lca, "true");
  return criteria;
}

bool names_numbers(const NumberOrderKind& kind) {
  return kind.element == kExisting;
}

std::vector<std::string> named_numbers(const NumberOrderBody& body) {
  return texts(body.element.child("TelephoneNumberList"), "TelephoneNumber");
}

std::vector<std::string> reservations(const NumberOrderBody& body) {
  return texts(body.element.child("ReservationIdList"), "ReservationId");
}

int64_t quantity_of(const NumberOrderBody& body) {
  if (names_numbers(*body.kind)) return std::ssize(named_numbers(body));
  const std::string_view text = body.element.text("Quantity");
  if (text.empty()) return kMostNumbers;
  const std::optional<long> quantity = to_number(text);
  return quantity && *quantity >= 1 && *quantity <= kMostNumbers ? *quantity : 0;
}

}  // namespace irisim::operations
