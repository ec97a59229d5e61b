// GET availableNumbers: a test for each row of the contract's table of criteria, and for each
// parameter.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/inventories.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

class NumberSearch : public testing::Test {
 protected:
  Reply search(const std::string& query) {
    return server_.get("/accounts/9999999/availableNumbers?" + query);
  }

  // The numbers that a search finds.
  Texts found(const std::string& query) {
    const Reply reply = search(query);
    EXPECT_EQ(reply.status, 200) << query << "\n" << reply.body;
    Texts numbers = texts(reply.xml().root(), "TelephoneNumberList/TelephoneNumber");
    EXPECT_EQ(reply.text("ResultCount"), std::to_string(numbers.size()));
    return numbers;
  }

  // How many there are of each thousands block.
  std::string blocks(const std::string& query) {
    std::string result;
    Texts numbers = found(query);
    for (auto number = numbers.begin(); number != numbers.end();) {
      const std::string prefix = number->substr(0, 7);
      const auto end = std::find_if(number, numbers.end(), [&](const std::string& other) {
        return !other.starts_with(prefix);
      });
      if (!result.empty()) result += " ";
      result += prefix + ":" + std::to_string(end - number);
      number = end;
    }
    return result;
  }

  Server server_{with_inventory()};
};

TEST_F(NumberSearch, AnswersInTheDocumentedShape) {
  const Reply reply = search("areaCode=919");
  EXPECT_EQ(departure(documented("GET", "/accounts/{accountId}/availableNumbers", 200), reply.body),
            "");
  EXPECT_EQ(reply.text("ResultCount"), "1003");
}

// The table of criteria.

TEST_F(NumberSearch, ByAreaCode) {
  EXPECT_EQ(blocks("areaCode=919"), "9192380:1000 9194390:3");
  EXPECT_EQ(blocks("areaCode=919&rateCenter=RALEIGH&state=NC"), "9194390:3");
  EXPECT_EQ(blocks("areaCode=919&city=CARY&state=NC"), "9192380:1000");
  EXPECT_EQ(blocks("areaCode=252&state=NC"), "2522360:5");
  EXPECT_EQ(blocks("areaCode=984&lata=426"), "9842820:2");
  EXPECT_EQ(blocks("areaCode=984&zip=27603"), "9842820:2");
  EXPECT_EQ(blocks("areaCode=984&zip=27511"), "");
}

TEST_F(NumberSearch, ByNpaNxx) {
  EXPECT_EQ(blocks("npaNxx=919439&rateCenter=RALEIGH&state=NC"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&city=GARNER&state=NC"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&state=NC"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&lata=426"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&zip=27601"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&orderBy=fullNumber"), "9194390:3");
}

TEST_F(NumberSearch, ByNpaNxxWithLocalCallingArea) {
  EXPECT_EQ(blocks("npaNxx=919439"), "9194390:3 9192380:1000 9842820:2");
  EXPECT_EQ(blocks("npaNxx=919439&LCA=true"), "9194390:3 9192380:1000 9842820:2");
  EXPECT_EQ(blocks("npaNxx=919439&LCA=false"), "9194390:3");
}

TEST_F(NumberSearch, ByNpaNxxX) {
  EXPECT_EQ(blocks("npaNxxx=9842820&rateCenter=RALEIGH&state=NC"), "9842820:2");
  EXPECT_EQ(blocks("npaNxxx=9842820&city=RALEIGH&state=NC"), "9842820:2");
  EXPECT_EQ(blocks("npaNxxx=9842820&state=FL"), "");
  EXPECT_EQ(blocks("npaNxxx=9842820&lata=426"), "9842820:2");
  EXPECT_EQ(blocks("npaNxxx=9842820&zip=27601"), "9842820:2");
  EXPECT_EQ(blocks("npaNxxx=9842820&orderBy=npaNxx"), "9842820:2");
}

TEST_F(NumberSearch, ByNpaNxxXWithLocalCallingArea) {
  EXPECT_EQ(blocks("npaNxxx=9842820"), "9842820:2 9192380:1000 9194390:3");
  EXPECT_EQ(blocks("npaNxxx=9842820&LCA=true"), "9842820:2 9192380:1000 9194390:3");
  EXPECT_EQ(blocks("npaNxxx=9842820&LCA=false"), "9842820:2");
}

TEST_F(NumberSearch, ByRateCenter) {
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&city=GARNER"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&areaCode=984"), "9842820:2");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&npaNxx=919439"), "9194390:3");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&npaNxxx=9842820"), "9842820:2");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&lata=426"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&zip=27603"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&orderBy=npaNxxx"), "9194390:3 9842820:2");
}

TEST_F(NumberSearch, ByRateCenterWithLocalCallingArea) {
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC"), "9194390:3 9842820:2 9192380:1000");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&LCA=true"), "9194390:3 9842820:2 9192380:1000");
  EXPECT_EQ(blocks("rateCenter=RALEIGH&state=NC&LCA=false"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("rateCenter=CARY&state=NC"), "9192380:1000");
}

TEST_F(NumberSearch, ByState) {
  EXPECT_EQ(blocks("state=NC"), "2522360:5 9192380:1000 9194390:3 9842820:2");
  EXPECT_EQ(blocks("state=nc&city=ELM%20CITY"), "2522360:5");
  EXPECT_EQ(blocks("state=NC&rateCenter=ELM%20CITY"), "2522360:5");
  EXPECT_EQ(blocks("state=NC&areaCode=984"), "9842820:2");
  EXPECT_EQ(blocks("state=NC&npaNxx=252236"), "2522360:5");
  EXPECT_EQ(blocks("state=NC&npaNxxx=2522360"), "2522360:5");
  EXPECT_EQ(blocks("state=NC&lata=951"), "2522360:5");
  EXPECT_EQ(blocks("state=NC&zip=27822"), "2522360:5");
}

TEST_F(NumberSearch, ByCity) {
  EXPECT_EQ(blocks("city=GARNER&state=NC"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("city=GARNER&state=NC&rateCenter=CARY"), "");
  EXPECT_EQ(blocks("city=garner&state=NC&areaCode=919"), "9194390:3");
  EXPECT_EQ(blocks("city=GARNER&state=NC&npaNxx=984282"), "9842820:2");
  EXPECT_EQ(blocks("city=GARNER&state=NC&lata=426&zip=27601"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("city=GARNER&state=NC&orderBy=areaCode"), "9194390:3 9842820:2");
}

TEST_F(NumberSearch, ByZipCode) {
  EXPECT_EQ(blocks("zip=27603"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("zip=27603-1234"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("zip=27511&rateCenter=CARY&state=NC"), "9192380:1000");
  EXPECT_EQ(blocks("zip=27603&city=RALEIGH&state=NC"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("zip=27603&state=NC"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("zip=27603&areaCode=984"), "9842820:2");
  EXPECT_EQ(blocks("zip=27603&lata=951"), "");
  EXPECT_EQ(blocks("zip=27603&orderBy=fullNumber"), "9194390:3 9842820:2");
}

TEST_F(NumberSearch, ByLata) {
  EXPECT_EQ(blocks("lata=951"), "2522360:5");
  EXPECT_EQ(blocks("lata=95100"), "2522360:5");
  EXPECT_EQ(blocks("lata=426&rateCenter=CARY&state=NC"), "9192380:1000");
  EXPECT_EQ(blocks("lata=426&city=RALEIGH&state=NC"), "9194390:3 9842820:2");
  EXPECT_EQ(blocks("lata=426&state=NC&areaCode=984"), "9842820:2");
  EXPECT_EQ(blocks("lata=426&npaNxxx=9842820"), "9842820:2");
  EXPECT_EQ(blocks("lata=426&zip=27511"), "9192380:1000");
}

TEST_F(NumberSearch, ByLocalVanity) {
  EXPECT_EQ(found("localVanity=2380cat"), Texts{"9192380228"});
  EXPECT_EQ(found("localVanity=80cat&state=NC"), Texts{"9192380228"});
  EXPECT_EQ(found("localVanity=80cat&areaCode=919"), Texts{"9192380228"});
  EXPECT_EQ(found("localVanity=80cat&areaCode=984"), Texts{});
}

TEST_F(NumberSearch, ByTollFreeVanity) {
  EXPECT_EQ(found("tollFreeVanity=0cat"), Texts{"8885540228"});
  EXPECT_EQ(found("tollFreeVanity=5540CAT"), Texts{"8885540228"});
  EXPECT_EQ(found("tollFreeVanity=0cat&orderBy=fullNumber&quantity=10"), Texts{"8885540228"});
  EXPECT_EQ(found("tollFreeVanity=5540"), Texts{});  // only at the end of a number
}

TEST_F(NumberSearch, ByTollFreeWildCard) {
  EXPECT_EQ(blocks("tollFreeWildCardPattern=8**"), "8005541:20 8885540:1000");
  EXPECT_EQ(blocks("tollFreeWildCardPattern=80*"), "8005541:20");
  EXPECT_EQ(blocks("tollFreeWildCardPattern=888&quantity=3"), "8885540:3");
  EXPECT_EQ(blocks("tollFreeWildCardPattern=87*&orderBy=areaCode"), "");
}

// The table of parameters, as far as it says more.

TEST_F(NumberSearch, LocalVanityHasWildCards) {
  EXPECT_EQ(found("areaCode=919&localVanity=380_28&endsIn=true&quantity=2"),
            (Texts{"9192380028", "9192380128"}));
  EXPECT_EQ(found("areaCode=919&localVanity=2*80999"), Texts{"9192380999"});
}

TEST_F(NumberSearch, EndsInKeepsLocalVanityToTheEnd) {
  const Texts anywhere = found("areaCode=919&localVanity=238");
  const Texts at_end = found("areaCode=919&localVanity=238&endsIn=true");
  EXPECT_GE(anywhere.size(), 1000u);
  EXPECT_TRUE(std::ranges::all_of(at_end, [](const auto& tn) { return tn.ends_with("238"); }));
  EXPECT_TRUE(std::ranges::find(at_end, "9192380238") != at_end.end());
  EXPECT_EQ(found("areaCode=919&localVanity=238&endsIn=false"), anywhere);
}

TEST_F(NumberSearch, QuantityIsTheMostThatIsFound) {
  EXPECT_EQ(found("areaCode=919&quantity=2"), (Texts{"9192380000", "9192380001"}));
  EXPECT_EQ(found("areaCode=919&quantity=5000").size(), 1003u);
}

TEST(NumberSearchQuantity, IsFiveThousandUnlessGiven) {
  Server server(with_inventory(R"(
vendors: [{ id: 49, name: Bandwidth CLEC, onNet: true }]
carriers: [{ spid: 1537, name: Mock Carrier }]
rateCenters: [{ id: 1, abbreviation: CARY, state: NC, lata: 426, vendor: 49, blocks: { 9192380-9192389: 1000 } }]
tollFree: {}
)"));
  EXPECT_EQ(server.get("/accounts/14/availableNumbers?areaCode=919").text("ResultCount"), "5000");
}

TEST_F(NumberSearch, EnableTnDetailTellsMoreOfEachNumber) {
  const Reply reply = search("areaCode=919&quantity=1&enableTNDetail=true");
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(reply.text("ResultCount"), "1");
  const xml::Document document = reply.xml();
  const xml::Element detail = document.root().at("TelephoneNumberDetailList/TelephoneNumberDetail");
  const std::pair<std::string, std::string> kExpected[] = {{"City", "CARY"},
                                                           {"LATA", "426"},
                                                           {"RateCenter", "CARY"},
                                                           {"State", "NC"},
                                                           {"FullNumber", "9192380000"},
                                                           {"Tier", "0"},
                                                           {"VendorId", "49"},
                                                           {"VendorName", "Bandwidth CLEC"}};
  for (const auto& [name, value] : kExpected) EXPECT_EQ(detail.text(name), value) << name;
  EXPECT_FALSE(document.root().child("TelephoneNumberList"));
  EXPECT_FALSE(
      search("areaCode=919&enableTNDetail=false").xml().root().child("TelephoneNumberDetailList"));

  const Reply off_net = search("areaCode=252&quantity=1&enableTNDetail=true");
  EXPECT_EQ(off_net.text("TelephoneNumberDetailList/TelephoneNumberDetail/Tier"), "2");
  EXPECT_EQ(off_net.text("TelephoneNumberDetailList/TelephoneNumberDetail/VendorName"), "Level 3");
}

TEST_F(NumberSearch, OrderBySortsByTheFieldThatItNames) {
  const std::string wide = "zip=27603&orderBy=";
  for (const char* field : {"fullNumber", "npaNxxx", "npaNxx", "areaCode"}) {
    const Texts numbers = found(wide + field);
    EXPECT_EQ(numbers.size(), 5u);
    EXPECT_TRUE(std::ranges::is_sorted(numbers)) << field;
  }
}

TEST_F(NumberSearch, ProtectedSaysWhetherProtectedNumbersAreFound) {
  EXPECT_EQ(blocks("npaNxx=919439&LCA=false&protected=NONE"), "9194390:3");
  EXPECT_EQ(blocks("npaNxx=919439&LCA=false&protected=ONLY"), "9194395:4");
  EXPECT_EQ(blocks("npaNxx=919439&LCA=false&protected=MIXED"), "9194390:3 9194395:4");
  EXPECT_EQ(blocks("npaNxx=919439&LCA=false"), "9194390:3");
}

TEST_F(NumberSearch, NamesOfParametersAreTakenInAnyCase) {
  EXPECT_EQ(blocks("AREACODE=984&Quantity=1"), "9842820:1");
  EXPECT_EQ(blocks("npaNXXx=9842820&lca=FALSE"), "9842820:2");
}

TEST_F(NumberSearch, AnAreaWithoutAvailableNumbersIsAnEmptyList) {
  const Reply reply = search("areaCode=305");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.text("ResultCount"), "0");
  EXPECT_TRUE(reply.xml().root().child("TelephoneNumberList"));
}

}  // namespace
}  // namespace irisim::test
