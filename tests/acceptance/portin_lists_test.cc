// The lists of port-ins: what each query parameter picks, and the pages.

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kEntry = "lnpPortInfoForGivenStatus/";
const std::string kSitePortins = kAccount + "/sites/743/portins";

Reply list(Server& server, const std::string& query, const std::string& path = kPortins) {
  const Reply reply = server.get(path + "?page=1&size=300" + (query.empty() ? "" : "&") + query);
  EXPECT_EQ(reply.status, 200) << query << "\n" << reply.body;
  return reply;
}

Texts column(const Reply& reply, const std::string& element) {
  return texts(reply.xml().root(), kEntry + element);
}

Texts ids(Server& server, const std::string& query) {
  const Reply reply = list(server, query);
  Texts result = column(reply, "OrderId");
  EXPECT_EQ(reply.text("TotalCount"), std::to_string(result.size())) << query;
  return result;
}

std::string numbered(int n) {
  return std::to_string(9194800000 + n);
}

// The path and the query of a Link element; empty when there is none.
std::string target(const Reply& reply, const std::string& relation) {
  const std::string link = reply.text("Links/" + relation);
  if (link.empty()) return link;
  EXPECT_TRUE(link.ends_with(">;rel=\"" + relation + "\";")) << link;
  const size_t begin = link.find("/accounts");
  return link.substr(begin, link.find('>') - begin);
}

TEST(PortinLists, HaveTheDocumentedElements) {
  Server server;
  create_portin(server);
  const std::string id = create_portin(server, portin_request(numbered(1)));
  ASSERT_EQ(
      server.post("/__admin/orders/" + id + "/transition", R"({"to":"EXCEPTION","error":7205})")
          .status,
      200);
  const Reply reply = server.get(kPortins + "?page=1&size=1");
  EXPECT_EQ(departure(documented("GET", "/accounts/{accountId}/portins", 200), reply.body), "");
  EXPECT_EQ(reply.text("TotalCount"), "2");
  EXPECT_EQ(column(reply, "OrderType"), (Texts{"port_in"}));
  EXPECT_EQ(column(reply, "CountOfTNs"), (Texts{"1"}));
  EXPECT_EQ(column(reply, "FullNumber"), (Texts{"9195551234"}));
  EXPECT_EQ(column(reply, "OrderDate"), (Texts{"2025-06-02T09:00:00.000Z"}));
  EXPECT_EQ(column(reply, "RequestedFOCDate"), (Texts{"2025-06-10T21:15:00.000Z"}));
  const Reply broken = list(server, "status=exception");
  EXPECT_EQ(column(broken, "ErrorCode"), (Texts{"7205"}));
  EXPECT_EQ(departure(documented("GET", "/accounts/{accountId}/portins", 200), broken.body), "");

  const Reply of_site = server.get(kSitePortins + "?page=1&size=1");
  const catalog::Outcome& outcome =
      documented("GET", "/accounts/{accountId}/sites/{siteId}/portins", 200);
  EXPECT_EQ(outline(of_site.body), outline(std::string(outcome.examples.front().body)));
  EXPECT_EQ(column(of_site, "LNPLosingCarrierName"), (Texts{"Mock Carrier"}));
  EXPECT_EQ(column(of_site, "BillingTelephoneNumber"), (Texts{"9195551234"}));
}

TEST(PortinLists, AreThereWhenEmpty) {
  Server server;
  for (const std::string& path : {kPortins, kSitePortins}) {
    const Reply reply = server.get(path);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.xml().root().name(), "LNPResponseWrapper");
    EXPECT_EQ(reply.text("TotalCount"), "0");
  }
}

TEST(PortinLists, ArePagedThroughTheirNextLinksToTheEnd) {
  Server server;
  Texts created;
  for (int n = 0; n < 7; ++n) {
    created.push_back(create_portin(server, portin_request(numbered(2 * n))));
    transition(server, create_portin(server, portin_request(numbered(2 * n + 1))), "EXCEPTION");
  }
  for (const std::string& path : {kPortins, kSitePortins}) {
    Texts seen;
    std::string next = path + "?page=1&size=3&status=pending%20documents";
    std::vector<size_t> sizes;
    while (!next.empty()) {
      ASSERT_LT(sizes.size(), 10u) << "the pages have no end";
      const Reply reply = server.get(next);
      ASSERT_EQ(reply.status, 200) << next << reply.body;
      EXPECT_EQ(reply.text("TotalCount"), "7");
      const Texts page = column(reply, "OrderId");
      sizes.push_back(page.size());
      seen.insert(seen.end(), page.begin(), page.end());
      EXPECT_EQ(column(server.get(target(reply, "first")), "OrderId").front(), created.front());
      next = target(reply, "next");
    }
    EXPECT_EQ(seen, created) << path;
    EXPECT_EQ(sizes, (std::vector<size_t>{3, 3, 1}));
  }
}

TEST(PortinLists, HaveNoNextPageWhenTheLastIsFull) {
  Server server;
  for (int n = 0; n < 3; ++n) create_portin(server, portin_request(numbered(n)));
  const Reply reply = server.get(kPortins + "?page=1&size=3");
  EXPECT_EQ(column(reply, "OrderId").size(), 3u);
  EXPECT_EQ(target(reply, "next"), "");
}

TEST(PortinLists, NeverGiveMoreThanAThousand) {
  Server server;
  create_portin(server);
  const Reply reply = server.get(kPortins + "?page=1&size=5000");
  ASSERT_EQ(reply.status, 200);
  EXPECT_TRUE(target(reply, "first").ends_with("size=1000")) << target(reply, "first");
  EXPECT_TRUE(target(server.get(kPortins), "first").ends_with("size=300"));
}

TEST(PortinLists, PickByStatus) {
  Server server;
  const std::string pending = create_portin(server, portin_request(numbered(1)));
  const std::string foc = create_portin(server, portin_request(numbered(2)));
  const std::string draft = create_portin(server, draft_request(numbered(3)));
  reach_foc(server, foc);
  for (const std::string status : {"pending%20documents", "PENDING_DOCUMENTS", "Pending_Documents"})
    EXPECT_EQ(ids(server, "status=" + status), (Texts{pending})) << status;
  EXPECT_EQ(ids(server, "status=foc"), (Texts{foc}));
  EXPECT_EQ(ids(server, "status=complete"), Texts{});
  for (const std::string status :
       {"submitted", "exception", "requested%20supp", "requested_cancel", "cancelled"}) {
    EXPECT_EQ(ids(server, "status=" + status), Texts{}) << status;
  }
  EXPECT_EQ(ids(server, "status=draft"), (Texts{draft}));
  EXPECT_EQ(ids(server, ""), (Texts{pending, foc})) << "drafts are listed by status=draft only";
}

TEST(PortinLists, PickByNumberCustomerOrderIdAndPon) {
  Server server;
  const std::string one = create_portin(
      server, with(with(portin_request(numbered(1)), "BillingTelephoneNumber", "9195550001"),
                   "CustomerOrderId", "ONE 1"));
  const std::string two = create_portin(
      server, replaced(portin_request(numbered(2)), "</ListOfPhoneNumbers>",
                       "<PhoneNumber>" + numbered(3) + "</PhoneNumber></ListOfPhoneNumbers>"));
  EXPECT_EQ(ids(server, "tn=9195550001"), (Texts{one}));
  EXPECT_EQ(ids(server, "tn=" + numbered(1)), Texts{}) << "tn is the billing number";
  EXPECT_EQ(ids(server, "orderTn=" + numbered(3)), (Texts{two}));
  EXPECT_EQ(ids(server, "orderTn=9195550001"), Texts{});
  EXPECT_EQ(ids(server, "customerOrderId=ONE%201"), (Texts{one}));
  EXPECT_EQ(ids(server, "customerOrderId=ONE"), Texts{});
  const json::Value order = server.get("/__admin/orders/" + two).json();
  EXPECT_EQ(ids(server, "pon=" + *order.find("pon")->text()), (Texts{two}));
  EXPECT_EQ(ids(server, "customerOrderId=ONE%201&orderTn=" + numbered(1)), (Texts{one}));
  EXPECT_EQ(ids(server, "customerOrderId=ONE%201&orderTn=" + numbered(2)), Texts{});
  EXPECT_EQ(ids(server, "tn=9195550001&status=foc"), Texts{});
}

TEST(PortinLists, AreThoseOfTheAccountAndTheSite) {
  Server server;
  create_portin(server);
  EXPECT_EQ(list(server, "", "/accounts/1/portins").text("TotalCount"), "0");
  EXPECT_EQ(list(server, "", kSitePortins).text("TotalCount"), "1");
  EXPECT_EQ(list(server, "", kAccount + "/sites/744/portins").text("TotalCount"), "0");
  EXPECT_EQ(list(server, "status=foc", kSitePortins).text("TotalCount"), "0");
}

// Two orders: one made and broken on June 2 and cancelled on June 4, one made on June 4.
class PortinListsByDate : public testing::Test {
 protected:
  PortinListsByDate() : first_(create_portin(server_, portin_request(numbered(1)))) {
    transition(server_, first_, "EXCEPTION");
    server_.advance("2d");
    EXPECT_EQ(server_.remove(kPortins + "/" + first_).status, 200);
    second_ = create_portin(server_, portin_request(numbered(2)));
    transition(server_, second_, "EXCEPTION");
  }

  Server server_;
  std::string first_, second_;
};

TEST_F(PortinListsByDate, ARangeHoldsTheLastModification) {
  EXPECT_EQ(ids(server_, "startdate=2025-06-02&enddate=2025-06-03"), Texts{});
  EXPECT_EQ(ids(server_, "startdate=2025-06-02&enddate=2025-06-04"), (Texts{first_, second_}));
  EXPECT_EQ(ids(server_, "startdate=2025-06-04&enddate=2025-06-04"), (Texts{first_, second_}));
  EXPECT_EQ(ids(server_, "startdate=2025-06-05&enddate=2025-07-01"), Texts{});
  const Reply reply = list(server_, "startdate=2025-06-02&enddate=2025-06-04");
  EXPECT_EQ(column(reply, "ProcessingStatus"), (Texts{"CANCELLED", "EXCEPTION"}));
}

TEST_F(PortinListsByDate, ADateShowsOrdersAsThatDayLeftThem) {
  const Reply before = list(server_, "date=2025-06-02");
  EXPECT_EQ(column(before, "OrderId"), (Texts{first_}));
  EXPECT_EQ(column(before, "ProcessingStatus"), (Texts{"EXCEPTION"}));
  EXPECT_EQ(column(before, "lastModifiedDate"), (Texts{"2025-06-02T09:00:00.000Z"}));
  EXPECT_EQ(ids(server_, "date=2025-06-03"), Texts{});
  const Reply after = list(server_, "date=2025-06-04");
  EXPECT_EQ(column(after, "OrderId"), (Texts{first_, second_}));
  EXPECT_EQ(column(after, "ProcessingStatus"), (Texts{"CANCELLED", "EXCEPTION"}));
  EXPECT_EQ(ids(server_, "date=2025-06-02&status=exception"), (Texts{first_}));
  EXPECT_EQ(ids(server_, "date=2025-06-02&status=cancelled"), Texts{});
}

TEST_F(PortinListsByDate, GoBackTwoYearsUnlessTheQuerySaysOtherwise) {
  server_.advance("729d");
  EXPECT_EQ(ids(server_, "").size(), 2u);
  server_.advance("3d");
  EXPECT_EQ(ids(server_, ""), Texts{});
  EXPECT_EQ(ids(server_, "status=exception"), Texts{});
  EXPECT_EQ(ids(server_, "orderTn=" + numbered(2)), (Texts{second_}));
  EXPECT_EQ(ids(server_, "tn=9195551234").size(), 2u);
  EXPECT_EQ(ids(server_, "startdate=2025-06-01&enddate=2025-06-30").size(), 2u);
  EXPECT_EQ(ids(server_, "date=2025-06-02"), (Texts{first_}));
}

TEST(PortinLists, RefuseWhatTheyCannotRead) {
  constexpr std::pair<const char*, const char*> kRefused[] = {
      {"status=lost", "lost"},
      {"status=sumbitted", "SUBMITTED"},
      {"size=0", "size"},
      {"size=many", "many"},
      {"page=2", "page"},
      {"startdate=2025-06-02", "enddate"},
      {"enddate=2025-06-02", "startdate"},
      {"date=yesterday", "yesterday"},
      {"startdate=2025-06-31&enddate=2025-07-01", "2025-06-31"},
      {"tn=9195551234&date=2025-06-02", "tn"},
      {"orderTn=9195551234&startdate=2025-06-02&enddate=2025-06-02", "orderTn"},
      {"customerOrderId=A&date=2025-06-02", "customerOrderId"},
      {"pon=A&startdate=2025-06-02&enddate=2025-06-02", "pon"},
  };
  Server server;
  for (const auto& [query, told] : kRefused) {
    const Reply reply = server.get(kPortins + "?" + query);
    EXPECT_EQ(reply.status, 400) << query;
    EXPECT_NE(reply.body.find(told), std::string::npos) << query << "\n" << reply.body;
    reply.xml();
  }
}

TEST(PortinTotals, CountByStatusAndVendor) {
  Server server;
  const std::string id = create_portin(server, portin_request(numbered(1)));
  create_portin(server, portin_request(numbered(2)));
  create_portin(server, draft_request(numbered(3)));
  server.remove(kPortins + "/" + id);
  const auto count = [&](const std::string& query) {
    const Reply reply = server.get(kPortins + "/totals" + query);
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(outline(reply.body), (Texts{"Quantity", "Quantity/Count"}));
    return reply.text("Count");
  };
  EXPECT_EQ(count(""), "2");
  EXPECT_EQ(count("?status=CANCELLED"), "1");
  EXPECT_EQ(count("?status=pending%20documents"), "1");
  EXPECT_EQ(count("?status=draft"), "1");
  EXPECT_EQ(count("?vendorId=49"), "2");
  EXPECT_EQ(count("?vendorId=50"), "0");
  EXPECT_EQ(count("?status=foc&vendorId=49"), "0");
  EXPECT_EQ(server.get(kPortins + "/totals?status=lost").status, 400);
}

}  // namespace
}  // namespace irisim::test
