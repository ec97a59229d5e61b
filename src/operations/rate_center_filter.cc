#include "operations/rate_center_filter.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr size_t kZipLength = 5, kNpaNxxLength = 6, kNpaNxxXLength = 7;

bool agrees(std::string_view wanted, std::string_view value) {
  return wanted.empty() || equal_ignoring_case(wanted, value);
}

bool agrees_with_one(std::string_view wanted, const std::vector<std::string>& values) {
  return wanted.empty() || std::ranges::any_of(values, [&](const std::string& value) {
           return equal_ignoring_case(wanted, value);
         });
}

bool agrees_with_lata(std::string_view wanted, const std::string& lata) {
  return wanted.empty() || lata.starts_with(wanted) || wanted == lata + "00";
}

}  // namespace

bool RateCenterFilter::matches(const inventory::RateCenter& rate_center) const {
  return agrees(abbreviation, rate_center.abbreviation) && agrees(name, rate_center.name) &&
         agrees(state, rate_center.state) && agrees_with_one(city, rate_center.cities) &&
         agrees_with_one(std::string_view(zip).substr(0, kZipLength), rate_center.zips) &&
         agrees_with_lata(lata, rate_center.lata);
}

bool any_matches(const inventory::Inventory& inventory, const RateCenterFilter& filter) {
  return std::ranges::any_of(
      inventory.rate_centers(),
      [&](const inventory::RateCenter& rate_center) { return filter.matches(rate_center); });
}

bool has_prefix(const inventory::Inventory& inventory, const inventory::RateCenter& center,
                std::string_view digits) {
  if (digits.empty()) return true;
  const std::optional<long> wanted = to_number(digits);
  const auto begins = [&](int number, size_t length) {
    for (; length > digits.size(); --length) number /= 10;
    return length == digits.size() && number == wanted;
  };
  return std::ranges::any_of(center.exchanges,
                             [&](int exchange) { return begins(exchange, kNpaNxxLength); }) ||
         std::ranges::any_of(inventory.blocks_of(center), [&](const inventory::Block* block) {
           return begins(block->prefix, kNpaNxxXLength);
         });
}

}  // namespace irisim::operations
