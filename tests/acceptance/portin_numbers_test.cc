// The numbers of a port-in, listed and counted.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

std::string several() {
  std::string request = portin_request("9194809871");
  for (const std::string number : {"9192809870", "2019721004", "9194809872"}) {
    request = replaced(request, "</ListOfPhoneNumbers>",
                       "<PhoneNumber>" + number + "</PhoneNumber></ListOfPhoneNumbers>");
  }
  return request;
}

void expect_shape(const Reply& reply, const std::string& resource) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(departure(documented("GET", "/accounts/{accountId}/portins/{orderid}" + resource, 200),
                      reply.body),
            "");
}

TEST(PortinNumbers, AreListedInTheirOrder) {
  Server server;
  const Reply reply = server.get(kPortins + "/" + create_portin(server, several()) + "/tns");
  expect_shape(reply, "/tns");
  EXPECT_EQ(reply.text("Count"), "4");
  EXPECT_EQ(texts(reply.xml().root(), "TelephoneNumber"),
            (Texts{"9194809871", "9192809870", "2019721004", "9194809872"}));
}

TEST(PortinNumbers, AreCountedByAreaCode) {
  Server server;
  const Reply reply = server.get(kPortins + "/" + create_portin(server, several()) + "/areaCodes");
  expect_shape(reply, "/areaCodes");
  EXPECT_EQ(texts(reply.xml().root(), "TelephoneDetailsReport/AreaCode"), (Texts{"201", "919"}));
  EXPECT_EQ(texts(reply.xml().root(), "TelephoneDetailsReport/Count"), (Texts{"1", "3"}));
}

TEST(PortinNumbers, AreCountedByNpaNxx) {
  Server server;
  const Reply reply = server.get(kPortins + "/" + create_portin(server, several()) + "/npaNxx");
  expect_shape(reply, "/npaNxx");
  EXPECT_EQ(texts(reply.xml().root(), "TelephoneDetailsReport/NPA-NXX"),
            (Texts{"201972", "919280", "919480"}));
  EXPECT_EQ(texts(reply.xml().root(), "TelephoneDetailsReport/Count"), (Texts{"1", "1", "2"}));
}

TEST(PortinNumbers, AreCounted) {
  Server server;
  const Reply reply = server.get(kPortins + "/" + create_portin(server, several()) + "/totals");
  expect_shape(reply, "/totals");
  EXPECT_EQ(reply.text("Count"), "4");
}

TEST(PortinNumbers, OfAnUnknownOrderAreNotFound) {
  Server server;
  for (const std::string resource : {"/tns", "/areaCodes", "/npaNxx", "/totals"})
    EXPECT_EQ(server.get(kPortins + "/" + std::string(36, '0') + resource).status, 404) << resource;
}

}  // namespace
}  // namespace irisim::test
