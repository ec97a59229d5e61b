// POST importTnChecker: which numbers can be imported.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

constexpr char kPath[] = "/accounts/{accountId}/importTnChecker";

Reply check(Server& server, const Texts& numbers) {
  std::string request = "<ImportTnCheckerPayload><TelephoneNumbers>";
  for (const std::string& number : numbers)
    request += "<TelephoneNumber>" + number + "</TelephoneNumber>";
  return server.post(kAccount + "/importTnChecker",
                     request + "</TelephoneNumbers></ImportTnCheckerPayload>");
}

Texts all(const Reply& reply, const std::string& path) {
  return texts(reply.xml().root(), "ImportTnCheckerPayload/" + path);
}

TEST(ImportTnChecker, SortsOutTheNumbersThatAreOurs) {
  PortServer server;
  complete_portin(server, "9999999", "9194800001");
  complete_portin(server, "14", "9194800002");
  const Reply reply = check(server, {"9194809871", "9194800002", "9194800001"});
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(departure(documented("POST", kPath, 200), reply.body), "");
  EXPECT_EQ(all(reply, "TelephoneNumbers/TelephoneNumber"), (Texts{"9194809871"}));
  EXPECT_EQ(all(reply, "ImportTnErrors/ImportTnError/Code"), (Texts{"19006"}));
  EXPECT_EQ(all(reply, "ImportTnErrors/ImportTnError/Description"),
            (Texts{"Bandwidth numbers cannot be imported by this account at this time."}));
  EXPECT_EQ(all(reply, "ImportTnErrors/ImportTnError/TelephoneNumbers/TelephoneNumber"),
            (Texts{"9194800002", "9194800001"}));
}

TEST(ImportTnChecker, SortsOutTheNumbersThatNobodyHas) {
  PortServer server;
  const Reply reply = check(server, {"9194390001", "2015550001", "8662225555"});
  EXPECT_EQ(all(reply, "TelephoneNumbers/TelephoneNumber"), (Texts{"8662225555"}));
  EXPECT_EQ(all(reply, "ImportTnErrors/ImportTnError/Code"), (Texts{"19001", "19002"}));
  EXPECT_EQ(all(reply, "ImportTnErrors/ImportTnError/TelephoneNumbers/TelephoneNumber"),
            (Texts{"9194390001", "2015550001"}));
}

TEST(ImportTnChecker, TakesNumbersOfAnyCarrier) {
  PortServer server;
  const Texts numbers = {"9196010001", "9196030001", "4109255199", "2174101103"};
  EXPECT_EQ(all(check(server, numbers), "TelephoneNumbers/TelephoneNumber"), numbers);
}

TEST(ImportTnChecker, NamesEachNumberOutsideTheNanp) {
  Server server;
  const Reply reply = check(server, {"61746052083", "61746052082"});
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(departure(documented("POST", kPath, 400), reply.body), "");
  EXPECT_EQ(error_codes(reply), (Texts{"7201", "7201"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/Description"),
            (Texts{"61746052083 is not a valid NANPA telephone number.",
                   "61746052082 is not a valid NANPA telephone number."}));
}

TEST(ImportTnChecker, HasACodeForEachFaultOfTheRequest) {
  Server server;
  EXPECT_EQ(error_codes(check(server, {})), (Texts{"7316"}));
  EXPECT_EQ(error_codes(check(server, {""})), (Texts{"7102"}));
  EXPECT_EQ(error_codes(check(server, {"9194809871", "9194809871"})), (Texts{"7360"}));
}

}  // namespace
}  // namespace irisim::test
