// The numbers in service of an account and of a site.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/numbers.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kNumbers = kAccount + "/inserviceNumbers";
const std::string kSiteNumbers = kSite + "/inserviceNumbers";
const std::string kRaleigh = "9194809871";  // by its area code
const std::string kCary = "9192389001";     // by its NPA-NXX

Texts listed(const Reply& reply) {
  if (reply.status == 204) return {};
  EXPECT_EQ(reply.status, 200) << reply.body;
  return texts(reply.xml().root(), "TelephoneNumbers/TelephoneNumber");
}

std::string refusal(const Reply& reply) {
  return std::to_string(reply.status) + " " + reply.text("ResponseStatus/ErrorCode") + " " +
         reply.text("ResponseStatus/Description");
}

TEST(InserviceNumbers, AreThoseOfTheAccountInAscendingOrder) {
  Server server;
  put_in_service(server, {kRaleigh, kCary});
  const Reply reply = server.get(kNumbers);
  EXPECT_EQ(listed(reply), (Texts{kCary, kRaleigh}));
  EXPECT_EQ(reply.text("TotalCount"), "2");
  EXPECT_EQ(reply.text("TelephoneNumbers/Count"), "2");
  EXPECT_EQ(server.get(kNumbers + "/totals").text("Count"), "2");
  EXPECT_EQ(server.get("/accounts/42/inserviceNumbers").status, 204);
  EXPECT_EQ(server.get("/accounts/42/inserviceNumbers/totals").text("Count"), "0");
}

TEST(InserviceNumbers, CriteriaNarrowTheListDown) {
  Server server;
  put_in_service(server, {kRaleigh, kCary});
  const Texts all = {kCary, kRaleigh};
  for (const std::string& path : {kNumbers, kSiteNumbers}) {
    const auto list = [&](const std::string& criteria) {
      return listed(server.get(path + "?" + criteria));
    };
    EXPECT_EQ(list("areacode=919"), all);
    EXPECT_EQ(list("areacode=252"), Texts());
    EXPECT_EQ(list("npanxx=919238"), Texts{kCary});
    EXPECT_EQ(list("npaNxxx=9194809"), Texts{kRaleigh});
    EXPECT_EQ(list("lata=426"), all);
    EXPECT_EQ(list("lata=224"), Texts());
    EXPECT_EQ(list("state=NC"), all);
    EXPECT_EQ(list("state=NJ"), Texts());
    EXPECT_EQ(list("ratecenter=CARY&state=NC"), Texts{kCary});
    EXPECT_EQ(list("ratecenter=CARY&state=NJ"), Texts());  // cannot be, and is no error
    EXPECT_EQ(list("tier=0&city=RALEIGH"), Texts{kRaleigh});
    EXPECT_EQ(list("startdate=2025-06-02&enddate=2025-06-02"), all);
    EXPECT_EQ(list("startdate=25-06-02&enddate=25-06-02"), all);
    EXPECT_EQ(list("startdate=2025-06-03&enddate=2025-06-30"), Texts());
    EXPECT_EQ(list("startdate=2025-05-01&enddate=2025-06-01"), Texts());
  }
}

TEST(InserviceNumbers, ACriterionThatIsNoneIsRefusedWithItsCode) {
  Server server;
  const std::pair<std::string, std::string> cases[] = {
      {"areacode=91", "400 15510 The NPA '91' is invalid"},
      {"npanxx=9190", "400 15511 The NPA_NXX '9190' is invalid"},
      {"lata=123456", "400 4008 Please verify that your LATA search input parameters are correct."},
      {"state=Carolina",
       "400 4006 Please verify that your State search input parameters are correct."},
      {"ratecenter=CARY", "400 15508 'ratecenter' and 'state' must be used together"},
      {"ratecenter=NOWHERE&state=NC", "400 15514 The Rate Center 'NOWHERE' is invalid"},
      {"startdate=2025-06-02", "400 15508 'startdate' and 'enddate' must be used together"},
      {"startdate=2025-06-02&enddate=2025-06-01",
       "400 15509 'startdate' must not be after 'enddate'"},
      {"startdate=now&enddate=2025-06-01", "400 15503 Valid date is required (startdate)"},
      {"page=zero", "400 4018 Please verify that your PAGE search input parameter is correct."},
      {"size=none", "400 400 size 'none' is not a number from 1 to 5000"},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(refusal(server.get(kNumbers + "?" + query)), expected);
}

TEST(InserviceNumbers, PagesAreNamedByTheirFirstNumber) {
  Server server;
  const Texts numbers = {"9194809871", "9194809872", "9194809873"};
  put_in_service(server, numbers);
  for (const std::string& path : {kNumbers, kSiteNumbers}) {
    const Reply first = server.get(path + "?size=2");
    EXPECT_EQ(listed(first), (Texts{numbers[0], numbers[1]}));
    EXPECT_EQ(first.text("TotalCount"), "3");
    EXPECT_EQ(first.text("TelephoneNumbers/Count"), "2");
    EXPECT_EQ(first.text("Links/next"), "Link=<http://127.0.0.1:" + std::to_string(server.port()) +
                                            path + "?page=" + numbers[2] +
                                            "&size=2>;rel=\"next\";");
    EXPECT_EQ(listed(server.get(path + "?size=2&page=" + numbers[2])), Texts{numbers[2]});
  }
  EXPECT_EQ(server.get(kNumbers + "?page=9194809874").status, 404);
  EXPECT_EQ(listed(server.get(kSiteNumbers + "?page=9194809874")), Texts());
}

TEST(InserviceNumbers, ANumberIsVerified) {
  Server server;
  put_in_service(server, {kRaleigh});
  const Reply reply = server.get(kNumbers + "/" + kRaleigh);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(server.get(kNumbers + "/" + kCary).status, 404);
  EXPECT_EQ(server.get(kNumbers + "/none").status, 404);
  EXPECT_EQ(server.get("/accounts/42/inserviceNumbers/" + kRaleigh).status, 404);
  EXPECT_EQ(server.get(kNumbers + "/" + available_number()).status, 404);
}

TEST(InserviceNumbers, OfASiteAreCountedAndListedThere) {
  Server server;
  const Reply none = server.get(kSiteNumbers);
  EXPECT_EQ(none.text("TotalCount"), "0");
  EXPECT_EQ(listed(none), Texts());
  EXPECT_EQ(server.get(kSite + "/totaltns").text("SiteTNs/TotalCount"), "0");
  put_in_service(server, {kRaleigh, kCary});
  EXPECT_EQ(server.get(kSite + "/totaltns").text("SiteTNs/TotalCount"), "2");
  for (const std::string rest : {"/inserviceNumbers", "/totaltns"}) {
    EXPECT_EQ(refusal(server.get(kAccount + "/sites/1" + rest)),
              "404 12016 Site '1' does not exist");
  }
}

}  // namespace
}  // namespace irisim::test
