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

// The elements of an order, whatever its kind; the kinds all know the same ones.
std::vector<Field> order_fields() {
  std::vector<Field> body;
  for (const Criterion& criterion : kCriteria) body.push_back({criterion.element});
  for (const std::string_view option : {"EnableTNDetail", "EnableLCA", "EndsIn", "Quantity"})
    body.push_back({option});
  body.push_back({"TelephoneNumberList", {{"TelephoneNumber", {}, true}}});
  body.push_back({"ReservationIdList", {{"ReservationId", {}, true}}});
  std::vector<Field> fields = {{"CustomerOrderId"}, {"Name"}, {"BackOrderRequested"}};
  for (const NumberOrderKind& kind : kinds()) fields.push_back({kind.element, body});
  fields.push_back({"TnAttributes", {{"TnAttribute", {}, true}}});
  for (const std::string_view field : {"PartialAllowed", "SiteId", "PeerId"})
    fields.push_back({field});
  return fields;
}

}  // namespace

NumberOrderBody find_body(xml::Element order) {
  for (const NumberOrderKind& kind : kinds()) {
    if (const xml::Element element = order.child(kind.element)) return {&kind, element};
  }
  return {};
}

xml::Document read_number_order(xml::Element sent) {
  static const std::vector<Field> kFields = order_fields();
  xml::Document document("Order");
  take_fields(kFields, sent, document.root());
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
