#include "operations/number_place.h"

#include <map>
#include <set>

#include "operations/number_facts.h"

namespace irisim::operations {
namespace {

using inventory::Inventory;
using inventory::RateCenter;

constexpr int kOtherType = 15618;

Outcome<const RateCenter*> rate_center_of_path(const Call& call, engine::Visit& world) {
  const Outcome<NumberFacts> facts =
      world.read([&](engine::Session& session) { return facts_of_path(call, session); });
  if (!facts) return facts.error();
  const Tn tn = facts.value().number.tn;
  const RateCenter* rate_center = is_toll_free(tn) ? nullptr : world.inventory().rate_center_of(tn);
  if (rate_center == nullptr) return Refusal{404, broken_rule(kOtherType)};
  return rate_center;
}

void add_exchanges(const RateCenter& rate_center, const Inventory& inventory, std::set<int>& all) {
  all.insert(rate_center.exchanges.begin(), rate_center.exchanges.end());
  for (const inventory::Block* block : inventory.blocks_of(rate_center))
    all.insert(block->prefix / 10);
}

}  // namespace

Answer get_number_rate_center(const Call& call, engine::Visit& world) {
  const auto found = rate_center_of_path(call, world);
  if (!found) return refused(call, found.error());
  xml::Document document("TelephoneNumberResponse");
  xml::Element details = document.root().add("TelephoneNumberDetails");
  details.add("State", found.value()->state);
  details.add("RateCenter", found.value()->abbreviation);
  return answer(200, std::move(document));
}

Answer get_number_lata(const Call& call, engine::Visit& world) {
  const auto found = rate_center_of_path(call, world);
  if (!found) return refused(call, found.error());
  xml::Document document("TelephoneNumberResponse");
  document.root().add("TelephoneNumberDetails").add("Lata", found.value()->lata);
  return answer(200, std::move(document));
}

Answer get_number_calling_area(const Call& call, engine::Visit& world) {
  const auto found = rate_center_of_path(call, world);
  if (!found) return refused(call, found.error());
  const Inventory& inventory = world.inventory();
  std::vector<const RateCenter*> area = {found.value()};
  for (const int id : found.value()->local) area.push_back(inventory.find(id));
  std::set<int> exchanges;
  std::map<std::string, std::set<std::string>> names;  // by state
  for (const RateCenter* rate_center : area) {
    add_exchanges(*rate_center, inventory, exchanges);
    names[rate_center->state].insert(rate_center->abbreviation);
  }

  xml::Document document("SearchResult");
  xml::Element list = document.root().add("ListofNPANXX");
  for (const int exchange : exchanges) list.add("NPANXX", std::to_string(exchange));
  xml::Element location = document.root().add("Location");
  for (const auto& [state, abbreviations] : names) {
    xml::Element rate_centers = location.add("RateCenters");
    rate_centers.add("State", state);
    xml::Element rcs = rate_centers.add("RCs");
    for (const std::string& abbreviation : abbreviations) rcs.add("RC", abbreviation);
  }
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
