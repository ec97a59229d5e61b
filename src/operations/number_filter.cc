#include "operations/number_filter.h"

#include <algorithm>

#include "base/states.h"
#include "base/text.h"
#include "operations/paging.h"

namespace irisim::operations {
namespace {

using inventory::Inventory;
using inventory::RateCenter;

constexpr size_t kBlockDigits = 7;

constexpr int kNoDate = 15503;
constexpr int kDatesTogether = 15508;
constexpr int kDatesReversed = 15509;

// Where the numbers must be. What is empty does not restrict.
struct Place {
  store::BlockRange blocks;
  std::string lata, tier, rate_center, city, state;
};

bool is_prefix(std::string_view text, size_t digits) {
  constexpr size_t kNxx = 3;
  const auto starts_well = [&](size_t at) { return at >= text.size() || text[at] >= '2'; };
  return text.size() == digits && all_digits(text) && starts_well(0) && starts_well(kNxx);
}

// A state or province: one of the United States, or one that the inventory has.
bool is_state(std::string_view text, const Inventory& inventory) {
  return is_state_code(text) ||
         std::ranges::any_of(inventory.rate_centers(),
                             [&](const RateCenter& center) { return center.state == text; });
}

bool is_rate_center(std::string_view text, const Inventory& inventory) {
  return std::ranges::any_of(inventory.rate_centers(),
                             [&](const RateCenter& center) { return center.abbreviation == text; });
}

template <size_t kDigits>
bool read_prefix(const std::string& text, const Inventory&, Place& place) {
  if (!is_prefix(text, kDigits)) return false;
  place.blocks.narrow({std::stoi(text + std::string(kBlockDigits - kDigits, '0')),
                       std::stoi(text + std::string(kBlockDigits - kDigits, '9'))});
  return true;
}

// A parameter, and the code of a value that is none; the messages of some name the value. Names are
// the same in any case of letters.
struct Parameter {
  std::string_view name;
  int code;
  bool names_value;
  bool (*read)(const std::string& text, const Inventory& inventory, Place& place);
};
constexpr Parameter kParameters[] = {
    {"npa", 15510, true, read_prefix<3>},
    {"areaCode", 15510, true, read_prefix<3>},
    {"npaNxx", 15511, true, read_prefix<6>},
    {"npaNxxX", 15512, true, read_prefix<7>},
    {"lata", 4008, false,
     [](const std::string& text, const Inventory&, Place& place) {
       constexpr size_t kLongest = 5;
       place.lata = text;
       return all_digits(text) && text.size() <= kLongest;
     }},
    {"tier", 4016, false,
     [](const std::string& text, const Inventory&, Place& place) {
       place.tier = text;
       return text.size() == 1 && text >= "0" && text <= "5";
     }},
    {"rateCenter", 15514, true,
     [](const std::string& text, const Inventory& inventory, Place& place) {
       place.rate_center = upper(text);
       return is_rate_center(place.rate_center, inventory);
     }},
    {"city", 0, false,
     [](const std::string& text, const Inventory&, Place& place) {
       place.city = text;
       return true;
     }},
    {"state", 4006, false,
     [](const std::string& text, const Inventory& inventory, Place& place) {
       place.state = upper(text);
       return is_state(place.state, inventory);
     }},
};

bool has_city(const RateCenter& center, std::string_view city) {
  return std::ranges::any_of(
      center.cities, [&](const std::string& known) { return equal_ignoring_case(known, city); });
}

bool narrows_rate_centers(const Place& place) {
  return !(place.lata + place.tier + place.rate_center + place.city + place.state).empty();
}

bool matches(const Place& place, const RateCenter& center) {
  return (place.lata.empty() || place.lata == center.lata) &&
         (place.tier.empty() || place.tier == std::to_string(center.tier)) &&
         (place.rate_center.empty() || place.rate_center == center.abbreviation) &&
         (place.city.empty() || has_city(center, place.city)) &&
         (place.state.empty() || place.state == center.state);
}

// From the first of the matching rate centers' area codes to the last: a number in a rate center
// has an area code of its blocks or exchanges.
store::BlockRange area_codes(const Place& place, const Inventory& inventory) {
  constexpr int kBlocks = 10'000, kExchanges = 1'000;  // of an area code
  store::BlockRange range{store::BlockRange().last, 0};
  const auto widen = [&](int npa) {
    range.first = std::min(range.first, npa * kBlocks);
    range.last = std::max(range.last, npa * kBlocks + kBlocks - 1);
  };
  for (const RateCenter& center : inventory.rate_centers()) {
    if (!matches(place, center)) continue;
    for (const inventory::Block* block : inventory.blocks_of(center))
      widen(block->prefix / kBlocks);
    for (const int exchange : center.exchanges) widen(exchange / kExchanges);
  }
  return range;
}

Outcome<std::optional<Timestamp>> read_date(const http::Query& query, const char* name) {
  const std::optional<std::string> text = query.find(name);
  if (!text) return std::optional<Timestamp>();
  const std::optional<Timestamp> date = parse_list_date(*text);
  if (!date) return Refusal{400, broken_rule(kNoDate, {name})};
  return date;
}

// An end that is a date alone includes that day.
std::optional<Refusal> read_dates(const http::Query& query, store::NumberFilter& filter) {
  const auto start = read_date(query, "startdate");
  if (!start) return start.error();
  const auto end = read_date(query, "enddate");
  if (!end) return end.error();
  const std::optional<Timestamp>&from = start.value(), &to = end.value();
  if (from.has_value() != to.has_value())
    return Refusal{400, broken_rule(kDatesTogether, {"startdate", "enddate"})};
  if (!from) return std::nullopt;
  if (from->instant > to->instant)
    return Refusal{400, broken_rule(kDatesReversed, {"startdate", "enddate"})};
  filter.modified_from = from->instant;
  filter.modified_before =
      to->has_time ? to->instant + Millis(1) : to->instant + std::chrono::days(1);
  return std::nullopt;
}

}  // namespace

Outcome<store::NumberFilter> read_number_filter(const http::Query& query,
                                                const Inventory& inventory) {
  Place place;
  for (const Parameter& parameter : kParameters) {
    const std::optional<std::string> text = query.find(parameter.name);
    if (!text || text->empty()) continue;
    if (parameter.read(*text, inventory, place)) continue;
    return Refusal{400, parameter.names_value ? broken_rule(parameter.code, {*text})
                                              : broken_rule(parameter.code)};
  }
  store::NumberFilter filter;
  if (const auto refusal = read_dates(query, filter)) return *refusal;
  filter.blocks = place.blocks;
  if (narrows_rate_centers(place)) {
    filter.blocks.narrow(area_codes(place, inventory));
    filter.wants_block = [place, &inventory](int npa_nxx_x) {
      const RateCenter* center = inventory.rate_center_of(Tn{npa_nxx_x} * 1'000);
      return center != nullptr && matches(place, *center);
    };
  }
  return filter;
}

}  // namespace irisim::operations
