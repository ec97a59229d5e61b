// GET availableNpaNxx, cities and rateCenters.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/inventories.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

// The entries of a list, each as the texts of its elements: "CARY 1000 CARY TOWN".
Texts lines(const Reply& reply, std::string_view list) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  Texts result;
  const xml::Document document = reply.xml();
  for (const xml::Element entry : document.root().child(list).children()) {
    std::string line;
    for (const xml::Element field : entry.children())
      line += (line.empty() ? "" : "|") + std::string(field.text());
    result.push_back(line);
  }
  return result;
}

class RateCenters : public testing::Test {
 protected:
  Texts npa_nxx(const std::string& query) {
    return lines(server_.get("/accounts/14/availableNpaNxx" + query), "AvailableNpaNxxList");
  }
  Texts cities(const std::string& query) {
    const Reply reply = server_.get("/cities?" + query);
    const Texts result = lines(reply, "Cities");
    EXPECT_EQ(reply.text("ResultCount"), std::to_string(result.size()));
    return result;
  }
  Texts rate_centers(const std::string& query) {
    const Reply reply = server_.get("/rateCenters?" + query);
    const Texts result = lines(reply, "RateCenters");
    EXPECT_EQ(reply.text("ResultCount"), std::to_string(result.size()));
    return result;
  }
  std::string code(const std::string& path, const std::string& element) {
    const Reply reply = server_.get(path);
    expect_xml_error(reply, 400);
    return reply.text(element);
  }

  Server server_{with_inventory()};
};

TEST_F(RateCenters, AvailableNpaNxxCountsByNpaNxxAndCity) {
  EXPECT_EQ(npa_nxx("?areaCode=919"), (Texts{"CARY|919|238|1000|NC", "RALEIGH|919|439|3|NC"}));
  EXPECT_EQ(npa_nxx("?areaCode=984&state=NC"), Texts{"RALEIGH|984|282|2|NC"});
  EXPECT_EQ(npa_nxx("?areaCode=984&state=FL"), Texts{});
  EXPECT_EQ(npa_nxx("?state=NC"), (Texts{"ELM CITY|252|236|5|NC", "CARY|919|238|1000|NC",
                                         "RALEIGH|919|439|3|NC", "RALEIGH|984|282|2|NC"}));
  EXPECT_EQ(npa_nxx("").size(), 4u);
}

TEST_F(RateCenters, AvailableNpaNxxLeavesOutWhereThereAreFewerThanTheQuantity) {
  EXPECT_EQ(npa_nxx("?areaCode=919&quantity=4"), Texts{"CARY|919|238|1000|NC"});
  EXPECT_EQ(npa_nxx("?areaCode=919&quantity=3").size(), 2u);
  EXPECT_EQ(npa_nxx("?areaCode=919&quantity=1001"), Texts{});
  EXPECT_EQ(npa_nxx("?areaCode=305"), Texts{});  // all are taken
}

TEST_F(RateCenters, AvailableNpaNxxRefusesAnUnknownAreaCode) {
  const Reply reply = server_.get("/accounts/14/availableNpaNxx?areaCode=433");
  EXPECT_EQ(expect_xml_error(reply, 400),
            "The area code specified 433 is not present as a valid entry in our system");
  EXPECT_EQ(reply.text("Error/Code"), "4000");
  const std::string path = "/accounts/14/availableNpaNxx?";
  EXPECT_EQ(code(path + "areaCode=91", "Error/Code"), "4000");
  EXPECT_EQ(code(path + "areaCode=919&state=XX", "Error/Code"), "4006");
  EXPECT_EQ(code(path + "areaCode=919&quantity=few", "Error/Code"), "4010");
}

TEST_F(RateCenters, CitiesAreThoseOfTheCoveredRateCenters) {
  EXPECT_EQ(cities("state=NC"),
            (Texts{"CARY|CARY", "ELM CITY|ELM CITY", "RALEIGH|GARNER", "RALEIGH|RALEIGH"}));
  EXPECT_EQ(cities("state=MD"), Texts{});
  EXPECT_EQ(cities("state=FL"), Texts{"MIAMI|MIAMI"});
}

TEST_F(RateCenters, SupportedCitiesAreThoseOfOurOwnNetwork) {
  EXPECT_EQ(cities("state=NC&supported=true"),
            (Texts{"CARY|CARY", "RALEIGH|GARNER", "RALEIGH|RALEIGH"}));
  EXPECT_EQ(cities("state=NC&supported=false").size(), 4u);
}

TEST_F(RateCenters, AvailableCitiesComeWithTheirCounts) {
  EXPECT_EQ(cities("state=NC&available=true"), (Texts{"CARY|1000|CARY", "ELM CITY|5|ELM CITY",
                                                      "RALEIGH|5|GARNER", "RALEIGH|5|RALEIGH"}));
  EXPECT_EQ(cities("state=NC&available=true&supported=true").size(), 3u);
  EXPECT_EQ(cities("state=FL&available=true"), Texts{});
  EXPECT_EQ(cities("state=nc&available=false").size(), 4u);
}

TEST_F(RateCenters, AreListedByName) {
  EXPECT_EQ(rate_centers("state=NC"),
            (Texts{"CARY|CARY TOWN", "ELM CITY|ELM CITY", "RALEIGH|RALEIGH"}));
  EXPECT_EQ(rate_centers("state=NC&supported=true"), (Texts{"CARY|CARY TOWN", "RALEIGH|RALEIGH"}));
  EXPECT_EQ(rate_centers("state=MD"), Texts{});
}

TEST_F(RateCenters, AvailableOnesComeWithTheirCounts) {
  EXPECT_EQ(rate_centers("state=NC&available=true"),
            (Texts{"CARY|1000|CARY TOWN", "ELM CITY|5|ELM CITY", "RALEIGH|5|RALEIGH"}));
  EXPECT_EQ(rate_centers("state=NC&available=true&supported=true"),
            (Texts{"CARY|1000|CARY TOWN", "RALEIGH|5|RALEIGH"}));
  EXPECT_EQ(rate_centers("state=FL&available=true"), Texts{});
}

TEST_F(RateCenters, NeedAState) {
  for (const std::string path : {"/cities", "/rateCenters"}) {
    EXPECT_EQ(code(path, "ResponseStatus/ErrorCode"), "4006");
    EXPECT_EQ(code(path + "?state=XX", "ResponseStatus/ErrorCode"), "4006");
    EXPECT_EQ(code(path + "?state=NC&available=maybe", "ResponseStatus/ErrorCode"), "4010");
    EXPECT_EQ(code(path + "?state=NC&supported=maybe", "ResponseStatus/ErrorCode"), "4010");
  }
}

}  // namespace
}  // namespace irisim::test
