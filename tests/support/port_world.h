#pragma once

#include <memory>
#include <string>

#include "inventory/inventory.h"
#include "tests/support/server.h"

namespace irisim::test {

// What tests of porting need of an inventory: each kind of rate center and of losing carrier, those
// of the contract's example of lnpchecker among them.
//
//   919480         RALEIGH, on-net                      Mock Carrier
//   919601         likewise                             Mock Wireless
//   919602         likewise                             Mock Cable: account number, 3 days
//   919603         likewise                             Mock Rural Telephone: not supported
//   410925 410468  BALTIMORE, not covered               Test Losing Carrier L3: 5 days
//   410343         SPARKSGLNC, not covered              likewise
//   410923         FTCOLLINS, Partner CLEC, manual      Mock Carrier
//   217410         BEASON, Level 3, automated           IntegraTelecom
//   217732         LINCOLN, Level 3, automated          Mock Carrier
//   217792         MTPULASKI, Level 3, manual           Mock Carrier
//   201            unknown
//   9194390        RALEIGH, all numbers are available
std::shared_ptr<const inventory::Inventory> port_inventory();

// A server with that inventory.
class PortServer : public Server {
 public:
  PortServer() : Server([](app::ServerOptions& o) { o.world.inventory = port_inventory(); }) {}
};

// A port-in of the number that asks for nothing special; the number is its own BTN.
std::string plain_request(const std::string& number);
std::string with_number(const std::string& request, const std::string& number);

// A port-in of the account that has run to its end.
void complete_portin(Server& server, const std::string& account, const std::string& number);

// POST …/lnpchecker of 9999999 with these numbers.
Reply check_portability(Server& server, const std::vector<std::string>& numbers,
                        const std::string& mode = "offnetportability",
                        const std::string& account = "9999999");

}  // namespace irisim::test
