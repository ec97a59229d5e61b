#include "operations/available_numbers.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/states.h"
#include "base/text.h"
#include "operations/block_choice.h"
#include "operations/criteria_formats.h"
#include "operations/number_search.h"
#include "operations/search_request.h"

namespace irisim::operations {
namespace {

using inventory::Block;
using inventory::Inventory;
using inventory::RateCenter;

constexpr int kUnknownAreaCode = 4000, kWrongState = 4006, kWrongParameter = 4010;
constexpr int kRestrictedTier = 4024;

void sort(std::vector<Tn>& numbers, int digits) {
  constexpr int kDigits = 10;
  Tn unit = 1;
  for (int i = digits; i < kDigits; ++i) unit *= 10;
  std::ranges::stable_sort(numbers, {}, [unit](Tn tn) { return tn / unit; });
}

std::string_view city_of(const RateCenter& center) {
  return center.cities.empty() ? std::string_view(center.name) : center.cities.front();
}

void add_detail(xml::Element parent, const Inventory& inventory, Tn tn) {
  const RateCenter* center = inventory.rate_center_of(tn);
  const inventory::Vendor* vendor = inventory.vendor_of(tn);
  xml::Element detail = parent.add("TelephoneNumberDetail");
  if (center != nullptr) {
    detail.add("City", city_of(*center));
    detail.add("LATA", center->lata);
    detail.add("RateCenter", center->abbreviation);
    detail.add("State", center->state);
  }
  detail.add("FullNumber", format_tn(tn));
  detail.add("Tier", std::to_string(center == nullptr ? 0 : center->tier));
  if (vendor != nullptr) {
    detail.add("VendorId", vendor->id);
    detail.add("VendorName", vendor->name);
  }
}

Answer refused(const Call& call, const Finding& finding) {
  return error_answer(call.operation, 400, finding.code, finding.message);
}

// What GET availableNpaNxx asks for: an area code, a state, and how many numbers there are to be.
struct GroupRequest {
  NumberCriteria criteria;
  int64_t least = 1;
};

Result<GroupRequest, Finding> read_groups(const http::Query& query, const Inventory& inventory) {
  GroupRequest request;
  NumberCriteria& criteria = request.criteria;
  criteria.area_code = query.find("areaCode").value_or("");
  criteria.state = query.find("state").value_or("");
  if (!criteria.area_code.empty()) {
    const auto has_numbers = [&](const RateCenter& center) {
      return has_prefix(inventory, center, criteria.area_code);
    };
    if (!is_area_code(criteria.area_code) ||
        std::ranges::none_of(inventory.rate_centers(), has_numbers))
      return broken_rule(kUnknownAreaCode, {criteria.area_code});
  }
  if (!criteria.state.empty() && !is_state_code(upper(criteria.state)))
    return broken_rule(kWrongState);
  if (const auto text = query.find("quantity")) {
    const std::optional<long> least = to_number(*text);
    if (!least || *least < 1) return broken_rule(kWrongParameter);
    request.least = *least;
  }
  return request;
}

}  // namespace

Answer list_available_numbers(const Call& call, engine::Visit& world) {
  Result<SearchRequest, Finding> request = read_search(call.query, world.inventory());
  if (!request) return refused(call, request.error());
  request->criteria.tiers = world.seed_data().account(call.account()).tiers;
  std::vector<Tn> numbers = world.read([&](engine::Session& session) {
    return find_available(session, request->criteria, request->quantity);
  });
  if (numbers.empty() && is_restricted(world.inventory(), request->criteria))
    return refused(call, broken_rule(kRestrictedTier));
  if (request->is_ordered) sort(numbers, request->order_digits);

  xml::Document document("SearchResult");
  xml::Element root = document.root();
  root.add("ResultCount", std::to_string(numbers.size()));
  xml::Element list =
      root.add(request->with_details ? "TelephoneNumberDetailList" : "TelephoneNumberList");
  for (const Tn tn : numbers) {
    if (request->with_details) {
      add_detail(list, world.inventory(), tn);
    } else {
      list.add("TelephoneNumber", format_tn(tn));
    }
  }
  return answer(200, std::move(document));
}

Answer list_available_npa_nxx(const Call& call, engine::Visit& world) {
  const Inventory& inventory = world.inventory();
  const Result<GroupRequest, Finding> request = read_groups(call.query, inventory);
  if (!request) return refused(call, request.error());
  const std::vector<const Block*> blocks = choose_blocks(inventory, request->criteria).exact;
  std::map<std::tuple<int, std::string_view, std::string_view>, int64_t> groups;
  world.read([&](engine::Session& session) {
    Availability availability(session, blocks);
    for (const Block* block : blocks) {
      const RateCenter& center = *inventory.rate_center_of(*block);
      groups[{block->prefix / 10, city_of(center), center.state}] +=
          availability.count(*block).open;
    }
    return 0;
  });

  xml::Document document("SearchResultForAvailableNpaNxx");
  xml::Element list = document.root().add("AvailableNpaNxxList");
  for (const auto& [key, quantity] : groups) {
    if (quantity < request->least) continue;
    const auto& [npa_nxx, city, state] = key;
    xml::Element group = list.add("AvailableNpaNxx");
    group.add("City", city);
    group.add("Npa", std::to_string(npa_nxx / 1'000));
    group.add("Nxx", std::to_string(npa_nxx % 1'000));
    group.add("Quantity", std::to_string(quantity));
    group.add("State", state);
  }
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
