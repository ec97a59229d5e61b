// GET availableNumbers: what is refused, a test for each code.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/inventories.h"
#include "tests/support/orders.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr char kUnsupported[] =
    "4010: One of more required search parameters are null or empty, please refer to the api "
    "documentation";

class NumberSearchErrors : public testing::Test {
 protected:
  // "4010: One of more …"
  std::string error(const std::string& query) {
    const Reply reply = server_.get("/accounts/9999999/availableNumbers?" + query);
    const std::string description = expect_xml_error(reply, 400);
    EXPECT_EQ(reply.xml().root().name(), "SearchResult");
    return reply.text("Error/Code") + ": " + description;
  }

  void expect_code(const std::string& query, const std::string& code) {
    EXPECT_EQ(error(query).substr(0, 4), code) << query;
  }

  Server server_{with_inventory()};
};

TEST_F(NumberSearchErrors, UnknownAreaCodeIs4000) {
  EXPECT_EQ(error("areaCode=433"),
            "4000: The area code specified 433 is not present as a valid entry in our system");
  for (const char* wrong : {"91", "9199", "119", "019", "9a9", "888"})
    expect_code(std::string("areaCode=") + wrong, "4000");
}

TEST_F(NumberSearchErrors, UnknownRateCenterIs4001) {
  EXPECT_EQ(error("rateCenter=NOWHERE&state=NC"),
            "4001: Please verify that your Rate Center search input parameters are correct.");
  expect_code("rateCenter=RALEIGH&state=FL", "4001");
}

TEST_F(NumberSearchErrors, WrongNpaNxxIs4002) {
  EXPECT_EQ(error("npaNxx=91943"),
            "4002: Please verify that your NPA, NPA-NXX, or NPA-NXX-X search input parameters are "
            "correct.");
  for (const char* wrong : {"npaNxx=119439", "npaNxx=919139", "npaNxx=91943a", "npaNxx=433439",
                            "npaNxxx=919439", "npaNxxx=91943900", "npaNxxx=9190390"})
    expect_code(wrong, "4002");
}

TEST_F(NumberSearchErrors, WrongTollFreeVanityIs4003) {
  EXPECT_EQ(error("tollFreeVanity=cat"),
            "4003: Please verify that your Toll Free Vanity search input parameters are correct.");
  expect_code("tollFreeVanity=newcars1", "4003");
  expect_code("tollFreeVanity=new*", "4003");
}

TEST_F(NumberSearchErrors, WrongTollFreeWildCardIs4004) {
  EXPECT_EQ(
      error("tollFreeWildCardPattern=9**"),
      "4004: Please verify that your Toll Free Wild Card search input parameters are correct.");
  for (const char* wrong : {"8*8", "8", "8***", "8a*"})
    expect_code(std::string("tollFreeWildCardPattern=") + wrong, "4004");
}

TEST_F(NumberSearchErrors, UnknownCityIs4005) {
  EXPECT_EQ(error("city=NOWHERE&state=NC"),
            "4005: Please verify that your City search input parameters are correct.");
  expect_code("city=CARY&state=FL", "4005");
}

TEST_F(NumberSearchErrors, UnknownStateIs4006) {
  EXPECT_EQ(error("state=XX"),
            "4006: Please verify that your State search input parameters are correct.");
  expect_code("state=NCA", "4006");
}

TEST_F(NumberSearchErrors, WrongZipCodeIs4007) {
  EXPECT_EQ(error("zip=2760"),
            "4007: Please verify that your Zip Code search input parameters are correct.");
  for (const char* wrong : {"276011", "27601-12", "2760a", "99999"})
    expect_code(std::string("zip=") + wrong, "4007");
}

TEST_F(NumberSearchErrors, WrongLataIs4008) {
  EXPECT_EQ(error("lata=426000"),
            "4008: Please verify that your LATA search input parameters are correct.");
  expect_code("lata=4a6", "4008");
  expect_code("lata=999", "4008");
}

TEST_F(NumberSearchErrors, NoCriteriaAre4010) {
  EXPECT_EQ(error(""), kUnsupported);
  EXPECT_EQ(error("quantity=5"), kUnsupported);
  EXPECT_EQ(error("areaCode="), kUnsupported);
}

TEST_F(NumberSearchErrors, ARateCenterOrACityWithoutAStateIs4010) {
  EXPECT_EQ(error("rateCenter=RALEIGH"), kUnsupported);
  EXPECT_EQ(error("city=CARY"), kUnsupported);
  EXPECT_EQ(error("zip=27601&city=CARY"), kUnsupported);
}

TEST_F(NumberSearchErrors, CriteriaThatCannotBeCombinedAre4010) {
  for (const char* query :
       {"areaCode=919&npaNxx=919439", "npaNxx=919439&npaNxxx=9194390",
        "areaCode=919&npaNxxx=9194390", "state=NC&areaCode=919&npaNxx=919439",
        "localVanity=cats&zip=27601", "localVanity=cats&npaNxx=919439",
        "localVanity=cats&rateCenter=CARY&state=NC", "tollFreeVanity=newcars&state=NC",
        "tollFreeVanity=newcars&tollFreeWildCardPattern=8**",
        "tollFreeWildCardPattern=8**&areaCode=919", "tollFreeWildCardPattern=8**&protected=NONE",
        "tollFreeVanity=newcars&enableTNDetail=true"})
    EXPECT_EQ(error(query), kUnsupported) << query;
}

TEST_F(NumberSearchErrors, LcaWithCriteriaThatItDoesNotSupportIs4010) {
  for (const char* query :
       {"areaCode=919&LCA=true", "state=NC&LCA=true", "zip=27601&LCA=true",
        "npaNxx=919439&state=NC&LCA=true", "rateCenter=CARY&state=NC&lata=426&LCA=true"})
    EXPECT_EQ(error(query), kUnsupported) << query;
}

TEST_F(NumberSearchErrors, WrongLocalVanityIs4010) {
  for (const char* wrong : {"ca", "newcars1", "ca*", "c-ats"})
    EXPECT_EQ(error(std::string("localVanity=") + wrong), kUnsupported) << wrong;
}

TEST_F(NumberSearchErrors, EndsInWithoutLocalVanityIs4010) {
  EXPECT_EQ(error("areaCode=919&endsIn=true"), kUnsupported);
}

TEST_F(NumberSearchErrors, WrongQuantityIs4010) {
  for (const char* wrong : {"0", "5001", "-1", "many", ""})
    EXPECT_EQ(error(std::string("areaCode=919&quantity=") + wrong), kUnsupported) << wrong;
}

TEST_F(NumberSearchErrors, WhatIsNeitherTrueNorFalseIs4010) {
  for (const char* name : {"LCA", "endsIn", "enableTNDetail"})
    EXPECT_EQ(error(std::string("npaNxx=919439&") + name + "=maybe"), kUnsupported) << name;
}

TEST_F(NumberSearchErrors, UnknownOrderByIs4020) {
  EXPECT_EQ(error("npaNxx=919439&orderBy=price"),
            "4020: Please verify that your orderBy search query parameter is correct. Valid values "
            "are: fullNumber,npaNxxx,npaNxx,areaCode");
}

TEST_F(NumberSearchErrors, OrderByWithCriteriaThatItDoesNotSupportIs4021) {
  EXPECT_EQ(error("areaCode=919&orderBy=fullNumber"),
            "4021: The orderBy parameter is not supported for specified search criteria");
  for (const char* query : {"state=NC", "lata=426", "localVanity=cats", "npaNxx=919439&LCA=true"})
    expect_code(std::string(query) + "&orderBy=fullNumber", "4021");
}

TEST_F(NumberSearchErrors, UnknownProtectedIs4022) {
  EXPECT_EQ(error("areaCode=919&protected=SOME"),
            "4022: Please verify that your protected search query parameter is correct. Valid "
            "values are: NONE, ONLY, MIXED");
}

TEST_F(NumberSearchErrors, AnAreaThatNobodyCoversIs4023) {
  EXPECT_EQ(error("rateCenter=BALTIMORE&state=MD"),
            "4023: Bandwidth does not support ordering of new numbers in this area. Try searching "
            "in a different area.");
  for (const char* query : {"areaCode=410", "state=MD", "zip=21201", "lata=238", "npaNxx=410555"})
    expect_code(query, "4023");
}

// The shipped account 9900001 may have on-net numbers only.
TEST(NumberSearchTiers, ATierThatTheAccountDoesNotHaveIs4024) {
  Server server;
  const std::string query = "/availableNumbers?rateCenter=BEASON&state=IL";
  const Reply refused = server.get("/accounts/9900001" + query);
  EXPECT_EQ(expect_xml_error(refused, 400),
            "The numbers you have requested are in a restricted tier. Please contact your support "
            "team to learn how you can gain access to these numbers. Or simply try a new search.");
  EXPECT_EQ(refused.text("Error/Code"), "4024");
  EXPECT_EQ(server.get("/accounts/14" + query).text("ResultCount"), "25");
  EXPECT_EQ(server.get("/accounts/9900001/availableNumbers?areaCode=919&quantity=1").status, 200);
}

TEST(NumberSearchTiers, AnOrderFindsNoNumbersOfATierThatTheAccountDoesNotHave) {
  Server server;
  const std::string order = number_order(
      "<RateCenterSearchAndOrderType><RateCenter>BEASON</RateCenter><State>IL</State>"
      "<Quantity>1</Quantity></RateCenterSearchAndOrderType>");
  for (const auto& [account, outcome] : {std::pair("14", "COMPLETE"), {"9900001", "FAILED"}}) {
    const std::string path = "/accounts/" + std::string(account) + "/orders";
    const std::string id = create(server, path, order);
    server.advance("1s");
    EXPECT_EQ(server.get(path + "/" + id).text("OrderStatus"), outcome) << account;
  }
}

}  // namespace
}  // namespace irisim::test
