#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

Reply check_import(Server& server, const std::string& number) {
  return server.post(
      kAccount + "/importTnChecker",
      "<ImportTnCheckerPayload><TelephoneNumbers><TelephoneNumber>9194809871</TelephoneNumber>"
      "<TelephoneNumber>" +
          number + "</TelephoneNumber></TelephoneNumbers></ImportTnCheckerPayload>");
}

#define LNP "/accounts/{accountId}/lnpchecker"
#define IMPORT "/accounts/{accountId}/importTnChecker"
constexpr Provocation kProvocations[] = {
    {"POST", LNP, 200, [](Server& s) { return check_portability(s, {"9194809871"}); }},
    {"POST", LNP, 400, [](Server& s) { return check_portability(s, {"61746052083"}); }},
    {"POST", IMPORT, 200,
     [](Server& s) {
       complete_portin(s, "9999999", "9194809872");
       return check_import(s, "9194809872");
     }},
    {"POST", IMPORT, 400, [](Server& s) { return check_import(s, "61746052083"); }},
};
#undef IMPORT
#undef LNP

}  // namespace

std::span<const Provocation> checker_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
