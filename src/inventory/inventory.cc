#include "inventory/inventory.h"

#include <algorithm>

#include "base/check.h"

namespace irisim::inventory {
namespace {

constexpr size_t kPrefixDigits = 7;

int lookup(const std::unordered_map<int, int>& map, int key) {
  const auto found = map.find(key);
  return found == map.end() ? kNone : found->second;
}

}  // namespace

Inventory::Inventory(Contents contents) : contents_(std::move(contents)) {
  const int vendors = static_cast<int>(contents_.vendors.size());
  for (int i = vendors - 1; i >= 0; --i) {
    if (contents_.vendors[i].is_on_net) on_net_vendor_ = i;
  }
  for (int i = 0; i < static_cast<int>(contents_.carriers.size()); ++i) {
    const Carrier& carrier = contents_.carriers[i];
    if (carrier.prefixes.empty()) default_carrier_ = i;
    for (const std::string& prefix : carrier.prefixes) by_prefix_.emplace(prefix, i);
  }
  IRISIM_CHECK(on_net_vendor_ != kNone && default_carrier_ != kNone);

  std::ranges::sort(contents_.blocks, {}, &Block::prefix);
  blocks_of_.resize(contents_.rate_centers.size());
  for (int i = 0; i < static_cast<int>(contents_.blocks.size()); ++i) {
    const Block& block = contents_.blocks[i];
    if (block.rate_center == kNone) continue;
    blocks_of_[block.rate_center].push_back(i);
    by_npa_nxx_.emplace(block.prefix / 10, block.rate_center);
  }
  for (int i = 0; i < static_cast<int>(contents_.rate_centers.size()); ++i) {
    const RateCenter& rate_center = contents_.rate_centers[i];
    by_id_.emplace(rate_center.id, i);
    by_name_.emplace(std::pair(rate_center.abbreviation, rate_center.state), i);
    for (const int exchange : rate_center.exchanges) {
      by_npa_nxx_.emplace(exchange, i);
      by_npa_.emplace(exchange / 1000, i);
    }
    for (const int block : blocks_of_[i])
      by_npa_.emplace(contents_.blocks[block].prefix / 10'000, i);
  }
}

const RateCenter* Inventory::rate_center_at(int index) const {
  return index == kNone ? nullptr : &contents_.rate_centers[index];
}

const RateCenter* Inventory::find(int id) const {
  return rate_center_at(lookup(by_id_, id));
}

const RateCenter* Inventory::find(std::string_view abbreviation, std::string_view state) const {
  const auto found = by_name_.find({std::string(abbreviation), std::string(state)});
  return found == by_name_.end() ? nullptr : rate_center_at(found->second);
}

const Vendor* Inventory::vendor_of(const RateCenter& rate_center) const {
  return rate_center.vendor == kNone ? nullptr : &contents_.vendors[rate_center.vendor];
}

const RateCenter* Inventory::rate_center_of(const Block& block) const {
  return rate_center_at(block.rate_center);
}

const Block* Inventory::block_of(Tn tn) const {
  const auto found = std::ranges::lower_bound(contents_.blocks, npa_nxx_x(tn), {}, &Block::prefix);
  return found == contents_.blocks.end() || found->prefix != npa_nxx_x(tn) ? nullptr : &*found;
}

const RateCenter* Inventory::rate_center_of(Tn tn) const {
  if (const Block* block = block_of(tn)) return rate_center_of(*block);
  const int index = lookup(by_npa_nxx_, npa_nxx(tn));
  return rate_center_at(index != kNone ? index : lookup(by_npa_, npa(tn)));
}

const Vendor* Inventory::vendor_of(Tn tn) const {
  if (is_toll_free(tn)) return &on_net_vendor();
  const RateCenter* rate_center = rate_center_of(tn);
  return rate_center == nullptr ? nullptr : vendor_of(*rate_center);
}

const Vendor& Inventory::on_net_vendor() const {
  return contents_.vendors[on_net_vendor_];
}

const Carrier& Inventory::carrier_of(Tn tn) const {
  for (std::string prefix = format_tn(tn); !prefix.empty(); prefix.pop_back()) {
    const auto found = by_prefix_.find(prefix);
    if (found != by_prefix_.end()) return contents_.carriers[found->second];
  }
  return contents_.carriers[default_carrier_];
}

std::vector<const Block*> Inventory::blocks_of(const RateCenter& rate_center) const {
  std::vector<const Block*> result;
  for (const int block : blocks_of_[&rate_center - contents_.rate_centers.data()])
    result.push_back(&contents_.blocks[block]);
  return result;
}

std::span<const Block> Inventory::blocks_beginning_with(std::string_view digits) const {
  IRISIM_CHECK(!digits.empty() && digits.size() <= kPrefixDigits);
  int first = 0;
  for (const char digit : digits) first = first * 10 + (digit - '0');
  int last = first + 1;  // the first prefix that begins otherwise
  for (size_t i = digits.size(); i < kPrefixDigits; ++i) {
    first *= 10;
    last *= 10;
  }
  const auto begin = std::ranges::lower_bound(contents_.blocks, first, {}, &Block::prefix);
  const auto end =
      std::ranges::lower_bound(begin, contents_.blocks.end(), last, {}, &Block::prefix);
  return {begin, end};
}

}  // namespace irisim::inventory
