#include "operations/search_request.h"

#include <algorithm>
#include <cstdint>

#include "base/states.h"
#include "base/text.h"
#include "operations/criteria_formats.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

using inventory::Inventory;
using inventory::RateCenter;

constexpr int64_t kMostNumbers = 5'000;
constexpr int kUnknownAreaCode = 4000;
constexpr int kUnsupported = 4010;
constexpr int kWrongOrderBy = 4020, kNoOrderBy = 4021;
constexpr int kWrongProtected = 4022;
constexpr int kNotCovered = 4023;

// A set of parameters.
using Set = uint32_t;
constexpr Set kAreaCode = 1 << 0, kNpaNxx = 1 << 1, kNpaNxxX = 1 << 2, kRateCenter = 1 << 3,
              kState = 1 << 4, kCity = 1 << 5, kZip = 1 << 6, kLata = 1 << 7, kLocalVanity = 1 << 8,
              kTollFreeVanity = 1 << 9, kTollFreeWildCard = 1 << 10, kLca = 1 << 11,
              kEndsIn = 1 << 12, kDetail = 1 << 13, kOrderBy = 1 << 14, kProtected = 1 << 15;
constexpr Set kPrefix = kAreaCode | kNpaNxx | kNpaNxxX;  // one of them
constexpr Set kPlace = kRateCenter | kCity | kState | kLata | kZip;
constexpr Set kOptions = kDetail | kProtected;
constexpr Set kCriteria = (kTollFreeWildCard << 1) - 1;

// A row of the contract's table of criteria. Quantity goes with all of them.
struct Search {
  Set required, combinable, optional;
};
constexpr Search kSearches[] = {
    {kAreaCode, kPlace, kOptions},
    {kNpaNxx, kPlace | kOrderBy, kOptions},
    {kNpaNxx, 0, kOptions | kLca},
    {kNpaNxxX, kPlace | kOrderBy, kOptions},
    {kNpaNxxX, 0, kOptions | kLca},
    {kRateCenter | kState, kCity | kPrefix | kLata | kZip | kOrderBy, kOptions},
    {kRateCenter | kState, 0, kOptions | kLca},
    {kState, kRateCenter | kCity | kPrefix | kLata | kZip, kOptions},
    {kCity | kState, kRateCenter | kPrefix | kLata | kZip | kOrderBy, kOptions},
    {kZip, kRateCenter | kCity | kState | kPrefix | kLata | kOrderBy, kOptions},
    {kLata, kRateCenter | kCity | kState | kPrefix | kZip, kOptions},
    {kLocalVanity, kState | kAreaCode, kOptions | kEndsIn},
    {kTollFreeVanity, kOrderBy, 0},
    {kTollFreeWildCard, kOrderBy, 0},
};

bool has(Set set, Set part) {
  return (set & part) == part;
}

bool is_supported(Set sent) {
  const Set prefix = sent & kPrefix;
  return (prefix & (prefix - 1)) == 0 &&  // at most one
         std::ranges::any_of(kSearches, [&](const Search& search) {
           return has(sent, search.required) &&
                  has(search.required | search.combinable | search.optional, sent);
         });
}

// Whether the inventory knows a rate center that has what is asked for.
bool is_known(const Inventory& inventory, const NumberCriteria& c, std::string_view area_code) {
  const RateCenterFilter filter = c.rate_center_filter();
  return std::ranges::any_of(inventory.rate_centers(), [&](const RateCenter& center) {
    return filter.matches(center) && has_prefix(inventory, center, area_code);
  });
}

bool knows_area_code(const Inventory& inventory, const NumberCriteria& c) {
  const std::string digits = c.area_code + c.npa_nxx + c.npa_nxx_x;
  return is_known(inventory, {}, std::string_view(digits).substr(0, 3));
}

// A criterion: how it is written, whether the inventory knows it, and the code if not.
struct Criterion {
  std::string_view name;
  Set bit;
  std::string NumberCriteria::*member;
  int code;
  bool (*is_valid)(std::string_view text);
  bool (*is_known)(const Inventory& inventory, const NumberCriteria& criteria);
};
constexpr Criterion kCriterions[] = {
    {"areaCode", kAreaCode, &NumberCriteria::area_code, kUnknownAreaCode, is_area_code,
     knows_area_code},
    {"npaNxx", kNpaNxx, &NumberCriteria::npa_nxx, 4002, is_npa_nxx, knows_area_code},
    {"npaNxxx", kNpaNxxX, &NumberCriteria::npa_nxx_x, 4002, is_npa_nxx_x, knows_area_code},
    {"state", kState, &NumberCriteria::state, 4006,
     [](std::string_view text) { return is_state_code(upper(text)); }, nullptr},
    {"rateCenter", kRateCenter, &NumberCriteria::rate_center, 4001, nullptr,
     [](const Inventory& inventory, const NumberCriteria& c) {
       return any_matches(inventory, {.abbreviation = c.rate_center, .state = c.state});
     }},
    {"city", kCity, &NumberCriteria::city, 4005, nullptr,
     [](const Inventory& inventory, const NumberCriteria& c) {
       return any_matches(inventory, {.state = c.state, .city = c.city});
     }},
    {"zip", kZip, &NumberCriteria::zip, 4007, is_zip,
     [](const Inventory& inventory, const NumberCriteria& c) {
       return any_matches(inventory, {.zip = c.zip});
     }},
    {"lata", kLata, &NumberCriteria::lata, 4008, is_lata,
     [](const Inventory& inventory, const NumberCriteria& c) {
       return any_matches(inventory, {.lata = c.lata});
     }},
    {"localVanity", kLocalVanity, &NumberCriteria::local_vanity, kUnsupported, is_local_vanity,
     nullptr},
    {"tollFreeVanity", kTollFreeVanity, &NumberCriteria::toll_free_vanity, 4003,
     is_toll_free_vanity, nullptr},
    {"tollFreeWildCardPattern", kTollFreeWildCard, &NumberCriteria::toll_free_wild_card, 4004,
     is_toll_free_wild_card, nullptr},
};

// Only the message about area codes names what is wrong.
Finding wrong(const Criterion& criterion, const NumberCriteria& criteria) {
  std::vector<std::string> arguments;
  if (criterion.code == kUnknownAreaCode) arguments.push_back(criteria.*criterion.member);
  return broken_rule(criterion.code, std::move(arguments));
}

struct Order {
  std::string_view name;
  int digits;
};
constexpr Order kOrders[] = {{"fullNumber", 10}, {"npaNxxx", 7}, {"npaNxx", 6}, {"areaCode", 3}};

struct Wish {
  std::string_view name;
  Protection protection;
};
constexpr Wish kWishes[] = {
    {"NONE", Protection::kNone}, {"ONLY", Protection::kOnly}, {"MIXED", Protection::kMixed}};

template <class Entry, size_t kSize>
const Entry* find_named(const Entry (&entries)[kSize], std::string_view name) {
  const auto found = std::ranges::find_if(
      entries, [&](const Entry& entry) { return equal_ignoring_case(entry.name, name); });
  return found == std::end(entries) ? nullptr : found;
}

using Broken = std::optional<Finding>;

// Reads the parameters one after the other; `sent` gathers those that make a difference.
class Reader {
 public:
  Reader(const http::Query& query, SearchRequest& request) : query_(query), request_(request) {}

  Broken read() {
    request_.quantity = kMostNumbers;
    for (const auto step : {&Reader::read_criteria, &Reader::read_booleans, &Reader::read_quantity,
                            &Reader::read_order, &Reader::read_protected}) {
      if (Broken broken = (this->*step)()) return broken;
    }
    return std::nullopt;
  }
  Set sent() const { return sent_; }

 private:
  Broken read_criteria() {
    for (const Criterion& criterion : kCriterions) {
      const auto text = query_.find(criterion.name);
      if (!text) continue;
      if (text->empty()) return broken_rule(kUnsupported);
      request_.criteria.*criterion.member = *text;
      if (criterion.is_valid != nullptr && !criterion.is_valid(*text))
        return wrong(criterion, request_.criteria);
      sent_ |= criterion.bit;
    }
    return std::nullopt;
  }

  // What is false is as if it had not been sent, but for LCA, which is true otherwise.
  Broken read_booleans() {
    bool lca = false;
    const struct {
      std::string_view name;
      Set bit;
      bool& value;
    } parameters[] = {{"LCA", kLca, lca},
                      {"endsIn", kEndsIn, request_.criteria.ends_in},
                      {"enableTNDetail", kDetail, request_.with_details}};
    for (const auto& [name, bit, value] : parameters) {
      const auto text = query_.find(name);
      if (!text) continue;
      if (!is_boolean(*text)) return broken_rule(kUnsupported);
      value = is_true(*text);
      if (value) sent_ |= bit;
      if (bit == kLca) request_.criteria.with_local_calling_area = lca;
    }
    return std::nullopt;
  }

  Broken read_quantity() {
    const auto text = query_.find("quantity");
    if (!text) return std::nullopt;
    const std::optional<long> quantity = to_number(*text);
    if (!quantity || *quantity < 1 || *quantity > kMostNumbers) return broken_rule(kUnsupported);
    request_.quantity = *quantity;
    return std::nullopt;
  }

  Broken read_order() {
    const auto text = query_.find("orderBy");
    if (!text) return std::nullopt;
    const Order* order = find_named(kOrders, *text);
    if (order == nullptr) return broken_rule(kWrongOrderBy);
    request_.is_ordered = true;
    request_.order_digits = order->digits;
    // The numbers of an ordered search are those that match exactly.
    if (!request_.criteria.with_local_calling_area.has_value())
      request_.criteria.with_local_calling_area = false;
    sent_ |= kOrderBy;
    return std::nullopt;
  }

  Broken read_protected() {
    const auto text = query_.find("protected");
    if (!text) return std::nullopt;
    const Wish* wish = find_named(kWishes, *text);
    if (wish == nullptr) return broken_rule(kWrongProtected);
    request_.criteria.protection = wish->protection;
    sent_ |= kProtected;
    return std::nullopt;
  }

  const http::Query& query_;
  SearchRequest& request_;
  Set sent_ = 0;
};

Broken check_combination(Set sent) {
  if ((sent & kCriteria) == 0) return broken_rule(kUnsupported);
  if ((sent & (kRateCenter | kCity)) != 0 && !has(sent, kState)) return broken_rule(kUnsupported);
  if (is_supported(sent)) return std::nullopt;
  const bool is_for_order = has(sent, kOrderBy) && is_supported(sent & ~kOrderBy);
  return broken_rule(is_for_order ? kNoOrderBy : kUnsupported);
}

// Whether anybody covers one of the rate centers that the criteria are about, if there are any.
bool is_covered(const Inventory& inventory, const NumberCriteria& c) {
  const RateCenterFilter filter = c.rate_center_filter();
  const std::string prefix = c.area_code + c.npa_nxx + c.npa_nxx_x;
  bool is_any = false;
  for (const RateCenter& center : inventory.rate_centers()) {
    if (!filter.matches(center) || !has_prefix(inventory, center, prefix)) continue;
    is_any = true;
    if (inventory.vendor_of(center) != nullptr) return true;
  }
  return !is_any;
}

Broken check_area(const Inventory& inventory, Set sent, const NumberCriteria& criteria) {
  for (const Criterion& criterion : kCriterions) {
    if (has(sent, criterion.bit) && criterion.is_known != nullptr &&
        !criterion.is_known(inventory, criteria))
      return wrong(criterion, criteria);
  }
  if (!is_covered(inventory, criteria)) return broken_rule(kNotCovered);
  return std::nullopt;
}

}  // namespace

Result<SearchRequest, Finding> read_search(const http::Query& query, const Inventory& inventory) {
  SearchRequest request;
  Reader reader(query, request);
  Broken broken = reader.read();
  if (!broken) broken = check_combination(reader.sent());
  if (!broken) broken = check_area(inventory, reader.sent(), request.criteria);
  if (broken) return std::move(*broken);
  return request;
}

}  // namespace irisim::operations
