// Numbers that somebody holds are found no more, nor counted.

#include <gtest/gtest.h>

#include "tests/support/inventories.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

const std::string kAccount = "/accounts/9999999";

TEST(NumberSearchTaken, OrderedNumbersAreLeftOut) {
  Server server(with_inventory());
  const Reply reply = server.post(
      kAccount + "/orders",
      "<Order><SiteId>743</SiteId><ExistingTelephoneNumberOrderType><TelephoneNumberList>"
      "<TelephoneNumber>9192380000</TelephoneNumber></TelephoneNumberList>"
      "</ExistingTelephoneNumberOrderType></Order>");
  ASSERT_EQ(reply.status, 201) << reply.body;
  server.advance("1d");

  const std::string search = kAccount + "/availableNumbers?areaCode=919&quantity=1";
  EXPECT_EQ(server.get(search).text("TelephoneNumberList/TelephoneNumber"), "9192380001");
  EXPECT_EQ(server.get("/accounts/14" + search.substr(kAccount.size()))
                .text("TelephoneNumberList/TelephoneNumber"),
            "9192380001");  // whoever looks
  EXPECT_EQ(server.get(kAccount + "/availableNpaNxx?areaCode=919&quantity=4")
                .text("AvailableNpaNxxList/AvailableNpaNxx/Quantity"),
            "999");
  EXPECT_EQ(server.get("/rateCenters?state=NC&available=true")
                .text("RateCenters/RateCenter/AvailableTelephoneNumberCount"),
            "999");
  EXPECT_EQ(server.get("/cities?state=NC&available=true")
                .text("Cities/City/AvailableTelephoneNumberCount"),
            "999");
  EXPECT_EQ(server.get("/coveredRateCenters/12").text("AvailableNumberCount"), "999");
}

}  // namespace
}  // namespace irisim::test
