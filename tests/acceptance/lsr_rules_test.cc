// The contract's table of the errors of LSR orders: each of its rows is provoked.

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/support/documents.h"
#include "tests/support/lsr_breaches.h"
#include "tests/support/lsr_errors.h"
#include "tests/support/lsrs.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

// The descriptions of the code in the answer.
Texts told(const Reply& reply, int code) {
  const xml::Document document = reply.xml();
  Texts descriptions;
  for (const xml::Element root : {document.root(), document.root().child("LsrOrder")}) {
    for (const xml::Element error : root.child("LsrOrderErrors").children()) {
      if (error.text("Code") == std::to_string(code))
        descriptions.emplace_back(error.text("Description"));
    }
  }
  return descriptions;
}

TEST(LsrRules, EachIsToldWithTheWordsOfTheContract) {
  for (const LsrBreach& breach : lsr_breaches()) {
    for (const std::string_view method : split(breach.methods, ' ')) {
      SCOPED_TRACE(std::string(method) + " " + std::to_string(breach.code));
      const Reply reply = provoke(breach, std::string(method));
      EXPECT_EQ(reply.status, breach.status) << reply.body;
      const Texts descriptions = told(reply, breach.code);
      ASSERT_EQ(descriptions.size(), 1u) << reply.body;
      if (!breach.told.empty()) {
        EXPECT_EQ(descriptions.front(), breach.told);
      }
      EXPECT_TRUE(std::ranges::any_of(lsr_errors(), [&](const LsrError& row) {
        return row.code == breach.code && row.appears_in(method) &&
               row.is_told_by(descriptions.front());
      })) << descriptions.front();
    }
  }
}

TEST(LsrRules, EveryRowOfTheTableIsProvoked) {
  for (const LsrError& row : lsr_errors()) {
    for (const std::string_view place : split(row.appearance, '/')) {
      if (place == "PROCESSING") continue;  // below, all of them
      const bool is_provoked = std::ranges::any_of(lsr_breaches(), [&](const LsrBreach& breach) {
        const auto methods = split(breach.methods, ' ');
        return breach.code == row.code && std::ranges::find(methods, place) != methods.end() &&
               (breach.told.empty() || row.is_told_by(breach.told));
      });
      EXPECT_TRUE(is_provoked) << row.code << " " << row.message << ": " << place;
    }
  }
}

// One broken rule is told alone, but for a toll-free number, which is an invalid one too.
TEST(LsrRules, NoneIsBrokenByTheWay) {
  for (const LsrBreach& breach : lsr_breaches()) {
    if (breach.code == 17005) continue;
    for (const std::string_view method : split(breach.methods, ' ')) {
      EXPECT_EQ(lsr_codes(provoke(breach, std::string(method))), Texts{std::to_string(breach.code)})
          << method;
    }
  }
}

void put_error(Server& server, int code) {
  const Reply reply =
      server.put("/__admin/scenarios/broken",
                 "version: 1\nscenarios:\n  - name: broken\n    match: { order: lsrorders }\n"
                 "    transitions: [{ from: PENDING, to: EXCEPTION, after: 1s, error: " +
                     std::to_string(code) + " }]\n");
  EXPECT_EQ(reply.status, 201) << reply.body;
}

TEST(LsrRules, EveryErrorOfProcessingPersistsInTheOrder) {
  for (const LsrError& row : lsr_errors()) {
    if (!row.appears_in("PROCESSING")) continue;
    SCOPED_TRACE(row.code);
    Server server;
    put_error(server, row.code);
    const std::string id = create_lsr(server);
    server.advance("1d");
    const Reply order = server.get(kLsrs + "/" + id);
    EXPECT_EQ(order.text("OrderStatus"), "EXCEPTION");
    const Texts descriptions = told(order, row.code);
    ASSERT_EQ(descriptions.size(), 1u) << order.body;
    EXPECT_TRUE(row.is_told_by(descriptions.front())) << descriptions.front();
    EXPECT_EQ(descriptions.front().find('%'), std::string::npos) << descriptions.front();
    const Reply list = server.get(kLsrs);
    EXPECT_EQ(list.text("LsrOrderSummary/Errors/Error/Code"), std::to_string(row.code));
    EXPECT_EQ(list.text("LsrOrderSummary/Errors/Error/Description"), descriptions.front());
  }
}

}  // namespace
}  // namespace irisim::test
