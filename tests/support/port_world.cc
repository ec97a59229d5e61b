#include "tests/support/port_world.h"

#include <gtest/gtest.h>

#include "inventory/load.h"
#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

constexpr char kInventory[] = R"(
vendors:
  - { id: 49, name: Bandwidth CLEC, onNet: true }
  - { id: 57, name: Level 3 }
  - { id: 60, name: Partner CLEC }
carriers:
  - { spid: 1537, name: Mock Carrier, minimumPortingInterval: 1 }
  - { spid: 9998, name: Test Losing Carrier L3, minimumPortingInterval: 5, prefixes: [410343, 410468, 410925] }
  - { spid: 7482, name: IntegraTelecom, minimumPortingInterval: 1, prefixes: [217410] }
  - { spid: 6214, name: Mock Wireless, wireless: true, accountNumberRequired: true, prefixes: [919601] }
  - { spid: 4036, name: Mock Cable, accountNumberRequired: true, minimumPortingInterval: 3, prefixes: [919602] }
  - { spid: 2209, name: Mock Rural Telephone, supported: false, prefixes: [919603] }
rateCenters:
  - { id: 1, abbreviation: RALEIGH, state: NC, lata: 426, vendor: 49, cities: [RALEIGH, GARNER],
      exchanges: [919480, 919601, 919602, 919603], blocks: { 9194390: 1000 } }
  - { id: 2, abbreviation: BALTIMORE, state: MD, lata: 238, cities: [BALTIMORE], exchanges: [410925, 410468] }
  - { id: 3, abbreviation: SPARKSGLNC, state: MD, lata: 238, cities: [SPARKS GLENCOE], exchanges: [410343] }
  - { id: 4, abbreviation: FTCOLLINS, state: CO, lata: 656, vendor: 60, tier: 1, cities: [FORT COLLINS], exchanges: [410923] }
  - { id: 5, abbreviation: BEASON, state: IL, lata: 366, vendor: 57, tier: 3, automated: true, cities: [BEASON], exchanges: [217410] }
  - { id: 6, abbreviation: LINCOLN, state: IL, lata: 366, vendor: 57, tier: 2, automated: true, cities: [LINCOLN], exchanges: [217732] }
  - { id: 7, abbreviation: MTPULASKI, state: IL, lata: 366, vendor: 57, tier: 4, cities: [MOUNT PULASKI], exchanges: [217792] }
tollFree: { 8005540: 20 }
)";

}  // namespace

std::shared_ptr<const inventory::Inventory> port_inventory() {
  auto loaded = inventory::load(kInventory, "port_world.cc");
  EXPECT_TRUE(loaded.ok()) << yaml::describe(loaded.error().front());
  return std::make_shared<const inventory::Inventory>(std::move(*loaded));
}

std::string plain_request(const std::string& number) {
  std::string request = portin_request(number);
  for (const char* element : {"NewBillingTelephoneNumber", "TnAttributes", "Triggered"})
    request = without(request, element);
  return with(request, "BillingTelephoneNumber", number);
}

std::string with_number(const std::string& request, const std::string& number) {
  return replaced(request, "</ListOfPhoneNumbers>",
                  "<PhoneNumber>" + number + "</PhoneNumber></ListOfPhoneNumbers>");
}

void complete_portin(Server& server, const std::string& account, const std::string& number) {
  const Reply reply = server.post("/accounts/" + account + "/portins", plain_request(number));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const std::string id = reply.text("OrderId");
  reach_foc(server, id);
  transition(server, id, "COMPLETE");
}

Reply check_portability(Server& server, const std::vector<std::string>& numbers,
                        const std::string& mode, const std::string& account) {
  std::string request = "<NumberPortabilityRequest><TnList>";
  for (const std::string& number : numbers) request += "<Tn>" + number + "</Tn>";
  const std::string query = mode.empty() ? "" : "?fullCheck=" + mode;
  return server.post("/accounts/" + account + "/lnpchecker" + query,
                     request + "</TnList></NumberPortabilityRequest>");
}

}  // namespace irisim::test
