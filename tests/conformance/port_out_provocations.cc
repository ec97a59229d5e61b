#include "tests/conformance/provocations.h"
#include "tests/support/port_world.h"

namespace irisim::test {
namespace {

const std::string kPortOuts = "/accounts/14/portouts";

// The list of an account that has lost a number to another one.
Reply list_after_loss(Server& server) {
  for (const std::string account : {"14", "9999999"})
    complete_portin(server, account, "9194800001");
  return server.get(kPortOuts);
}

#define PORT_OUTS "/accounts/{accountId}/portouts"
constexpr Provocation kProvocations[] = {
    {"GET", PORT_OUTS, 200, list_after_loss},
    {"GET", PORT_OUTS "/{orderid}", 200,
     [](Server& server) {
       const Reply list = list_after_loss(server);
       return server.get(kPortOuts + "/" + list.text("lnpPortInfoForGivenStatus/OrderId"));
     }},
};
#undef PORT_OUTS

}  // namespace

std::span<const Provocation> port_out_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
