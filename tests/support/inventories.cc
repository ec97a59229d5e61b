#include "tests/support/inventories.h"

#include <memory>

#include "base/check.h"
#include "inventory/load.h"

namespace irisim::test {

const char kFewNumbers[] = R"(
vendors: [{ id: 49, name: Bandwidth CLEC, onNet: true }, { id: 57, name: Level 3 }]
carriers: [{ spid: 1537, name: Mock Carrier }]
rateCenters:
  - { id: 11, abbreviation: RALEIGH, state: NC, lata: 426, vendor: 49, cities: [RALEIGH, GARNER], zips: [27601, 27603],
      local: [12], blocks: { 9194390: 3, 9842820: 2 }, protected: { 9194395: 4 } }
  - { id: 12, abbreviation: CARY, name: CARY TOWN, state: NC, lata: 426, vendor: 49, cities: [CARY], zips: [27511],
      blocks: { 9192380: 1000 } }
  - { id: 13, abbreviation: ELM CITY, state: NC, lata: 951, vendor: 57, tier: 2, cities: [ELM CITY], zips: [27822],
      blocks: { 2522360: 5 } }
  - { id: 14, abbreviation: BALTIMORE, state: MD, lata: 238, cities: [BALTIMORE], zips: [21201], exchanges: [410555] }
  - { id: 15, abbreviation: MIAMI, state: FL, lata: 46018, vendor: 49, cities: [MIAMI], zips: [33130], blocks: { 3052010: 0 } }
tollFree: { 8005541: 20, 8885540: 1000 }
)";

std::function<void(app::ServerOptions&)> with_inventory(const std::string& file) {
  return [file](app::ServerOptions& options) {
    auto loaded = inventory::load(file, "test");
    IRISIM_CHECK(loaded.ok());
    options.world.inventory = std::make_shared<const inventory::Inventory>(std::move(*loaded));
  };
}

}  // namespace irisim::test
