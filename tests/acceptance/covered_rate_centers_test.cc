// GET coveredRateCenters and coveredRateCenters/{rateCenterId}.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/inventories.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

class CoveredRateCenters : public testing::Test {
 protected:
  Reply list(const std::string& query) {
    const Reply reply = server_.get("/coveredRateCenters?" + query);
    EXPECT_EQ(reply.status, 200) << query << "\n" << reply.body;
    return reply;
  }
  Texts ids(const std::string& query) {
    return texts(list(query).xml().root(), "CoveredRateCenter/Id");
  }
  std::string error(const std::string& query) {
    const Reply reply = server_.get("/coveredRateCenters?" + query);
    const std::string description = expect_xml_error(reply, 400);
    return reply.text("ResponseStatus/ErrorCode") + ": " + description;
  }
  // What the first entry has.
  Texts elements(const std::string& query) {
    const xml::Document document = list(query).xml();
    Texts names;
    for (const xml::Element field : document.root().child("CoveredRateCenter").children())
      names.emplace_back(field.name());
    return names;
  }

  Server server_{with_inventory()};
};

TEST_F(CoveredRateCenters, AreThoseWithAVendor) {
  const Reply reply = list("page=1&size=10");
  EXPECT_EQ(reply.text("TotalCount"), "4");
  EXPECT_EQ(texts(reply.xml().root(), "CoveredRateCenter/Id"), (Texts{"11", "12", "13", "15"}));
  EXPECT_EQ(departure(documented("GET", "/coveredRateCenters", 200), reply.body), "");
}

TEST_F(CoveredRateCenters, AreFiltered) {
  EXPECT_EQ(ids("state=FL"), Texts{"15"});
  EXPECT_EQ(ids("abbreviation=CARY"), Texts{"12"});
  EXPECT_EQ(ids("name=cary%20town"), Texts{"12"});
  EXPECT_EQ(ids("zip=27603"), Texts{"11"});
  EXPECT_EQ(ids("city=GARNER"), Texts{"11"});
  EXPECT_EQ(ids("lata=426"), (Texts{"11", "12"}));
  EXPECT_EQ(ids("lata=46018"), Texts{"15"});
  EXPECT_EQ(ids("tier=2"), Texts{"13"});
  EXPECT_EQ(ids("tier=0"), (Texts{"11", "12", "15"}));
  EXPECT_EQ(ids("npa=919"), (Texts{"11", "12"}));
  EXPECT_EQ(ids("npaNxx=919439"), Texts{"11"});
  EXPECT_EQ(ids("npaNxxX=9842820"), Texts{"11"});
  EXPECT_EQ(ids("lata=426&city=CARY&npa=919"), Texts{"12"});
  EXPECT_EQ(ids("abbreviation=BALTIMORE"), Texts{});
  EXPECT_EQ(list("zip=99999").text("TotalCount"), "0");
}

TEST_F(CoveredRateCenters, ShowLittleUnlessMoreIsAskedFor) {
  EXPECT_EQ(elements(""), (Texts{"Name", "Abbreviation", "State", "Lata", "Tiers", "Id"}));
  EXPECT_EQ(elements("embed=ZipCodes&embed=Cities"),
            (Texts{"Name", "Abbreviation", "State", "Lata", "ZipCodes", "Cities", "Tiers", "Id"}));
  EXPECT_EQ(elements("embed=cities,zipcodes"), elements("embed=ZipCodes&embed=Cities"));
  EXPECT_EQ(elements("embed=NpaNxxX,Vendors,LocalRateCenters,AvailableNumberCount,"
                     "LimitedAvailableNumberCount"),
            (Texts{"Name", "Abbreviation", "State", "Lata", "AvailableNumberCount",
                   "LimitedAvailableNumberCount", "Vendors", "Tiers", "NpaNxxXs", "Id",
                   "LocalRateCenters"}));
}

TEST_F(CoveredRateCenters, OneShowsAll) {
  const Reply reply = server_.get("/coveredRateCenters/11");
  ASSERT_EQ(reply.status, 200);
  const xml::Document document = reply.xml();
  const xml::Element root = document.root();
  EXPECT_EQ(root.text("Name"), "RALEIGH");
  EXPECT_EQ(root.text("Abbreviation"), "RALEIGH");
  EXPECT_EQ(root.text("State"), "NC");
  EXPECT_EQ(root.text("Lata"), "426");
  EXPECT_EQ(root.text("AvailableNumberCount"), "9");
  EXPECT_EQ(root.text("LimitedAvailableNumberCount"), "5");  // without those that are protected
  EXPECT_EQ(texts(root, "ZipCodes/ZipCode"), (Texts{"27601", "27603"}));
  EXPECT_EQ(texts(root, "Cities/City"), (Texts{"RALEIGH", "GARNER"}));
  EXPECT_EQ(texts(root, "Tiers/Tier"), Texts{"0"});
  EXPECT_EQ(texts(root, "NpaNxxXs/NpaNxxX"), (Texts{"9194390", "9194395", "9842820"}));
  EXPECT_EQ(root.text("Id"), "11");
  EXPECT_EQ(texts(root, "LocalRateCenters/RateCenterId"), Texts{"12"});
}

TEST_F(CoveredRateCenters, OneThatIsUnknownOrNotCoveredIs404WithoutABody) {
  for (const char* id : {"99", "14", "RALEIGH"}) {
    const Reply reply = server_.get(std::string("/coveredRateCenters/") + id);
    EXPECT_EQ(reply.status, 404) << id;
    EXPECT_EQ(reply.body, "") << id;
  }
}

TEST_F(CoveredRateCenters, ComeInPagesThatAreNamedByTheirFirst) {
  const Reply first = list("embed=Cities&page=1&size=3");
  EXPECT_EQ(first.text("TotalCount"), "4");
  EXPECT_EQ(texts(first.xml().root(), "CoveredRateCenter/Id"), (Texts{"11", "12", "13"}));
  const std::string link = first.text("Links/next");
  const size_t begin = link.find("/coveredRateCenters");
  ASSERT_NE(begin, std::string::npos) << link;
  const std::string target = link.substr(begin, link.find('>') - begin);
  EXPECT_EQ(target, "/coveredRateCenters?embed=Cities&page=15&size=3");
  const Reply last = server_.get(target);
  EXPECT_EQ(texts(last.xml().root(), "CoveredRateCenter/Id"), Texts{"15"});
  EXPECT_EQ(last.text("TotalCount"), "4");
  EXPECT_EQ(last.text("Links/next"), "");
  EXPECT_NE(last.text("Links/first").find("page=1&"), std::string::npos);
}

TEST_F(CoveredRateCenters, RefuseWrongFilters) {
  EXPECT_EQ(error("npa=91"),
            "4002: Please verify that your NPA, NPA-NXX, or NPA-NXX-X search input parameters are "
            "correct.");
  EXPECT_EQ(error("npaNxx=919").substr(0, 4), "4002");
  EXPECT_EQ(error("npaNxxX=919439").substr(0, 4), "4002");
  EXPECT_EQ(error("state=XX").substr(0, 4), "4006");
  EXPECT_EQ(error("zip=2760").substr(0, 4), "4007");
  EXPECT_EQ(error("lata=4260").substr(0, 4), "4008");
}

TEST_F(CoveredRateCenters, RefuseAnUnknownEmbed) {
  EXPECT_EQ(error("embed=Weather"),
            "4015: Please verify that your Embed search query parameters are correct. Valid values "
            "are: AvailableNumberCount,Vendors,LimitedAvailableNumberCount,NpaNxxX,"
            "LocalRateCenters,Cities,Npa,ZipCodes");
  EXPECT_EQ(error("embed=Cities&embed=").substr(0, 4), "4015");
}

TEST_F(CoveredRateCenters, RefuseAWrongTier) {
  EXPECT_EQ(error("tier=6"),
            "4016: Please verify that your Tier search query parameters are correct. Valid values "
            "are: [0-5]");
  EXPECT_EQ(error("tier=low").substr(0, 4), "4016");
}

TEST_F(CoveredRateCenters, RefuseAWrongPage) {
  EXPECT_EQ(error("page=0"),
            "4018: Please verify that your PAGE search input parameter is correct.");
  for (const char* query :
       {"page=first", "page=14", "page=99", "size=0", "size=many", "page=15&state=NC"})
    EXPECT_EQ(error(query).substr(0, 4), "4018") << query;
}

TEST_F(CoveredRateCenters, LocalRateCentersGoWithoutFilters) {
  EXPECT_EQ(
      error("embed=LocalRateCenters&state=NC"),
      "4019: Embed parameter LocalRateCenters is not supported for specified search criteria");
  EXPECT_EQ(error("embed=LocalRateCenters&tier=0").substr(0, 4), "4019");
  EXPECT_EQ(ids("embed=LocalRateCenters&embed=Cities&page=1&size=2"), (Texts{"11", "12"}));
}

TEST_F(CoveredRateCenters, NpaCannotBeEmbedded) {
  EXPECT_EQ(error("embed=Npa"), "4026: Embed parameter Npa cannot be used at this time.");
  EXPECT_EQ(error("embed=Npa&embed=NpaNxxX"),
            "4025: Embed parameter Npa cannot be used with embed parameter NpaNxxX.");
}

}  // namespace
}  // namespace irisim::test
