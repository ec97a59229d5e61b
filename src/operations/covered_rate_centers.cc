#include "operations/covered_rate_centers.h"

#include <algorithm>

#include "base/text.h"
#include "operations/covered_request.h"
#include "operations/paging.h"
#include "operations/rate_center_counts.h"

namespace irisim::operations {
namespace {

using inventory::Inventory;
using inventory::RateCenter;

constexpr int kWrongPage = 4018;

template <class Values>
void add_list(xml::Element parent, std::string_view list, std::string_view item,
              const Values& values) {
  xml::Element element = parent.add(list);
  for (const auto& value : values) element.add(item, value);
}

std::vector<std::string> block_prefixes(const Inventory& inventory, const RateCenter& center) {
  std::vector<std::string> prefixes;
  for (const inventory::Block* block : inventory.blocks_of(center))
    prefixes.push_back(std::to_string(block->prefix));
  return prefixes;
}

// Which vendors there are is for administrators only: their list is empty.
void fill(xml::Element entry, const Inventory& inventory, const RateCenter& center, uint32_t embeds,
          const Availability::Count& count) {
  const auto shows = [embeds](Embed embed) { return (embeds & embed) != 0; };
  entry.add("Name", center.name);
  entry.add("Abbreviation", center.abbreviation);
  entry.add("State", center.state);
  entry.add("Lata", center.lata);
  if (shows(kAvailableNumberCount))
    entry.add("AvailableNumberCount", std::to_string(count.total()));
  if (shows(kLimitedAvailableNumberCount))
    entry.add("LimitedAvailableNumberCount", std::to_string(count.open));
  if (shows(kZipCodes)) add_list(entry, "ZipCodes", "ZipCode", center.zips);
  if (shows(kCities)) add_list(entry, "Cities", "City", center.cities);
  if (shows(kVendors)) entry.add("Vendors");
  entry.add("Tiers").add("Tier", std::to_string(center.tier));
  if (shows(kNpaNxxX)) add_list(entry, "NpaNxxXs", "NpaNxxX", block_prefixes(inventory, center));
  entry.add("Id", std::to_string(center.id));
  if (!shows(kLocalRateCenters)) return;
  xml::Element local = entry.add("LocalRateCenters");
  for (const int id : center.local) local.add("RateCenterId", std::to_string(id));
}

// Those that somebody covers and that match, by their ids.
std::vector<const RateCenter*> choose(const Inventory& inventory, const CoveredRequest& request) {
  std::vector<const RateCenter*> centers;
  for (const RateCenter& center : inventory.rate_centers()) {
    if (inventory.vendor_of(center) != nullptr && request.filter.matches(center) &&
        (!request.tier || *request.tier == center.tier) &&
        has_prefix(inventory, center, request.prefix))
      centers.push_back(&center);
  }
  std::ranges::sort(centers, {}, &RateCenter::id);
  return centers;
}

std::vector<Availability::Count> count(engine::Visit& world, uint32_t embeds,
                                       const std::vector<const RateCenter*>& centers) {
  if ((embeds & kCounts) == 0) return std::vector<Availability::Count>(centers.size());
  return world.read([&](engine::Session& session) { return count_available(session, centers); });
}

}  // namespace

Answer list_covered_rate_centers(const Call& call, engine::Visit& world) {
  const Inventory& inventory = world.inventory();
  const Result<CoveredRequest, int> request = read_covered(call.query);
  if (!request) return error_answer(call.operation, 400, request.error());
  std::vector<const RateCenter*> centers = choose(inventory, *request);
  const size_t total = centers.size();
  if (request->page != 1) {
    const auto first = std::ranges::find(centers, request->page, &RateCenter::id);
    if (first == centers.end()) return error_answer(call.operation, 400, kWrongPage);
    centers.erase(centers.begin(), first);
  }
  std::optional<std::string> next;
  if (std::ssize(centers) > request->size) {
    next = std::to_string(centers[request->size]->id);
    centers.resize(request->size);
  }
  const std::vector<Availability::Count> counts = count(world, request->embeds, centers);

  xml::Document document("CoveredRateCenters");
  document.root().add("TotalCount", std::to_string(total));
  add_links(document.root(), call, request->size, next);
  for (size_t i = 0; i < centers.size(); ++i) {
    fill(document.root().add("CoveredRateCenter"), inventory, *centers[i], request->embeds,
         counts[i]);
  }
  return answer(200, std::move(document));
}

Answer get_covered_rate_center(const Call& call, engine::Visit& world) {
  const Inventory& inventory = world.inventory();
  const auto id = static_cast<int>(to_number(call.parameter("rateCenterId")).value_or(0));
  const RateCenter* center = inventory.find(id);
  if (center == nullptr || inventory.vendor_of(*center) == nullptr) return empty_answer(404);
  xml::Document document("CoveredRateCenter");
  fill(document.root(), inventory, *center, kAllEmbeds, count(world, kAllEmbeds, {center}).front());
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
