// The list of LSR orders.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

// Three orders, one each day; the first is complete, the second cancelled.
class LsrList : public testing::Test {
 protected:
  LsrList() {
    order_numbers(server_, kLsrNumbers);
    first_ = create_lsr(server_);
    server_.advance("1d");
    second_ = create_lsr(
        server_, with(with(lsr_of({"9192381470"}), "Pon", "second"), "CustomerOrderId", "Two"));
    server_.put(lsr_path(second_), "<LsrOrder><OrderStatus>CANCELLED</OrderStatus></LsrOrder>");
    server_.advance("1d");
    third_ = create_lsr(server_, with(lsr_of({"9192381467"}), "Pon", "third"));
  }
  Texts list(const std::string& query) {
    const Reply reply = server_.get(kLsrs + "?" + query);
    if (reply.status == 404) return {};
    EXPECT_EQ(reply.status, 200) << reply.body;
    const Texts ids = texts(reply.xml().root(), "LsrOrderSummary/OrderId");
    EXPECT_EQ(reply.text("TotalCount"), std::to_string(ids.size()));
    return ids;
  }

  Server server_;
  std::string first_, second_, third_;
};

TEST_F(LsrList, HasAllOfTheAccount) {
  EXPECT_EQ(list(""), (Texts{first_, second_, third_}));
  EXPECT_EQ(server_.get("/accounts/14/lsrorders").status, 404);
}

TEST_F(LsrList, IsNarrowedDownByStates) {
  EXPECT_EQ(list("status=COMPLETE"), Texts{first_});
  EXPECT_EQ(list("status=complete&status=PENDING"), (Texts{first_, third_}));
  EXPECT_EQ(list("status=CANCELLED,PENDING"), (Texts{second_, third_}));
  EXPECT_EQ(list("status=FAILED"), Texts{});
  EXPECT_EQ(server_.get(kLsrs + "?status=SUBMITTED").status, 400);
}

TEST_F(LsrList, IsNarrowedDownByWhatNamesAnOrder) {
  EXPECT_EQ(list("tn=9192381467"), (Texts{first_, third_}));
  EXPECT_EQ(list("pon=second"), Texts{second_});
  EXPECT_EQ(list("customerOrderId=Two"), Texts{second_});
  EXPECT_EQ(list("orderIdFragment=" + third_.substr(0, 8)), Texts{third_});
  EXPECT_EQ(list("orderIdFragment=" + third_.substr(1, 8)), Texts{});
  EXPECT_EQ(list("tn=9192381467&status=PENDING"), Texts{third_});
  EXPECT_EQ(list("pon=none"), Texts{});
}

TEST_F(LsrList, IsNarrowedDownByDates) {
  EXPECT_EQ(list("createdDateFrom=2025-06-03"), (Texts{second_, third_}));
  EXPECT_EQ(list("createdDateTo=2025-06-03"), (Texts{first_, second_}));
  EXPECT_EQ(list("createdDateFrom=2025-06-03&createdDateTo=2025-06-03"), Texts{second_});
  EXPECT_EQ(list("modifiedDateFrom=2025-06-04"), Texts{third_});
  EXPECT_EQ(list("modifiedDateTo=2025-06-02"), Texts{first_});
  EXPECT_EQ(server_.get(kLsrs + "?createdDateFrom=yesterday").status, 400);
  for (const std::string time : {"createdDate", "modifiedDate"}) {
    const Reply reply =
        server_.get(kLsrs + "?" + time + "From=2025-06-04&" + time + "To=2025-06-03");
    EXPECT_EQ(reply.status, 400);
    EXPECT_NE(reply.body.find(time + "From is after " + time + "To"), std::string::npos)
        << reply.body;
  }
}

TEST_F(LsrList, GoesBackLsrNumbersYearsUnlessItIsAskedForMore) {
  server_.advance("800d");
  EXPECT_EQ(list(""), Texts{});
  EXPECT_EQ(list("status=COMPLETE"), Texts{});
  EXPECT_EQ(list("pon=second"), Texts{second_});
  EXPECT_EQ(list("createdDateFrom=2025-06-01"), (Texts{first_, second_, third_}));
}

}  // namespace
}  // namespace irisim::test
