// Which documented outcomes a client can provoke: a row for each, with what makes it happen.

#include <algorithm>
#include <iostream>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "catalog/catalog.h"
#include "operations/registry.h"
#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"

namespace irisim::test {
namespace {

using catalog::Operation;
using catalog::Outcome;

// The live outcomes that there must be at least; raise it with each operation that becomes live.
constexpr int kLeastLive = 239;

// Documented outcomes of live operations that nothing provokes, each with the reason.
struct Exception {
  std::string_view method, path;
  int status;
  std::string_view reason;
};
constexpr char kSmppHosts[] =
    "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}/products/messaging/features/sms/"
    "smpp/hosts";
constexpr Exception kExceptions[] = {
    {"GET", "/coveredRateCenters", 303, "the contract does not say when, nor where it leads"},
    {"GET", kSmppHosts, 400, "13637 refuses a host that is added; reading adds none"},
    {"GET", kSmppHosts, 403, "13674 refuses a host that is added; reading adds none"},
    {"POST", "/accounts/{accountId}/sites/{siteId}/sippeers", 503,
     "the E911 service is always there until faults can be injected"},
};

constexpr std::span<const Provocation> (*kFamilies[])() = {
    account_provocations,      checker_provocations,      lsr_order_provocations,
    number_order_provocations, number_provocations,       peer_product_provocations,
    port_out_provocations,     portin_provocations,       search_provocations,
    site_provocations,         subscription_provocations,
};

std::vector<Provocation> all_provocations() {
  std::vector<Provocation> all;
  for (const auto family : kFamilies) {
    const auto rows = family();
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

const std::vector<Provocation>& provocations() {
  static const std::vector<Provocation> kAll = all_provocations();
  return kAll;
}

bool is_for(const Provocation& row, const Operation& operation, const Outcome& outcome) {
  return row.method == operation.method && row.path == operation.path &&
         row.status == outcome.status;
}

// Plays the row on a server of its own; gives what is wrong with the answer, or nothing.
std::string play(const Provocation& row) {
  Server server;
  const Reply reply = row.provoke(server);
  if (reply.status != row.status)
    return "status " + std::to_string(reply.status) + "\n" + reply.body;
  if (!reply.header("X-Irisim-Source").empty()) return "a replay";
  const Outcome& outcome = documented(row.method, row.path, row.status);
  if (!outcome.examples.empty() && outcome.examples.front().type == "application/xml")
    return departure(outcome, reply.body);
  if (outcome.examples.empty() && row.status < 400 && !reply.body.empty())
    return "a body, where none is documented:\n" + reply.body;
  return {};
}

int failures() {
  const testing::TestResult& result =
      *testing::UnitTest::GetInstance()->current_test_info()->result();
  int count = 0;
  for (int i = 0; i < result.total_part_count(); ++i) {
    count += result.GetTestPartResult(i).failed() ? 1 : 0;
  }
  return count;
}

// A row passes if its answer is right and nothing on the way to it failed.
bool passes(const Provocation& row) {
  SCOPED_TRACE(std::string(row.method) + " " + std::string(row.path) + " " +
               std::to_string(row.status));
  const int before = failures();
  const std::string fault = play(row);
  EXPECT_EQ(fault, "");
  return failures() == before;
}

TEST(Live, ADepartureFromTheDocumentedShapeIsSeen) {
  const Outcome& outcome =
      documented("GET", "/accounts/{accountId}/portins/{orderid}/history", 200);
  const auto history = [&](const std::string& entry) {
    return departure(outcome, "<OrderHistoryWrapper><OrderHistory>" + entry +
                                  "</OrderHistory></OrderHistoryWrapper>");
  };
  EXPECT_EQ(history("<OrderDate>1</OrderDate><Note>2</Note><Status>3</Status>"), "");
  EXPECT_EQ(history("<OrderDate>1</OrderDate><Difference>2</Difference>"), "");
  EXPECT_NE(history("<Note>2</Note><OrderDate>1</OrderDate>"), "");
  EXPECT_NE(history("<OrderDate>1</OrderDate><Weather>2</Weather>"), "");
  EXPECT_NE(history("<OrderDate><Day>1</Day></OrderDate>"), "");
  EXPECT_NE(departure(outcome, "<History><OrderHistory/></History>"), "");
}

TEST(Live, EveryDocumentedOutcomeOfALiveOperationIsProvoked) {
  for (const operations::LiveOperation& live : operations::live_operations()) {
    for (const Outcome& outcome : live.operation->outcomes) {
      const auto provokes = [&](const Provocation& row) {
        return is_for(row, *live.operation, outcome);
      };
      const auto excepts = [&](const Exception& exception) {
        return exception.method == live.operation->method &&
               exception.path == live.operation->path && exception.status == outcome.status;
      };
      EXPECT_NE(std::ranges::any_of(provocations(), provokes),
                std::ranges::any_of(kExceptions, excepts))
          << live.operation->method << " " << live.operation->path << " " << outcome.status
          << " needs a row that provokes it, or a reason why nothing can";
    }
  }
}

TEST(Live, EveryProvocationGivesItsOutcome) {
  std::set<const Outcome*> provoked;
  for (const Provocation& row : provocations()) {
    if (passes(row)) provoked.insert(&documented(row.method, row.path, row.status));
  }
  int outcomes = 0, live = 0;
  for (const Operation& operation : catalog::operations()) {
    for (const Outcome& outcome : operation.outcomes) {
      if (outcome.implied) continue;
      ++outcomes;
      live += provoked.contains(&outcome) ? 1 : 0;
    }
  }
  std::cout << "outcomes documented " << outcomes << "\n"
            << "live " << live << " (provoked by a test)\n"
            << "replayed " << outcomes - live << "\n";
  EXPECT_GE(live, kLeastLive);
}

}  // namespace
}  // namespace irisim::test
