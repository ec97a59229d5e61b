#include "catalog/router.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.h"

namespace irisim::catalog {
namespace {

using Segments = std::vector<std::string>;
using Views = std::vector<std::string_view>;

const Router& router() {
  static const Router kRouter;
  return kRouter;
}

// The path template that a path leads to; "none" when it leads nowhere.
std::string_view route(std::string_view method, const Segments& segments) {
  const Router::Match match = router().find(method, segments);
  return match.operation == nullptr ? "none" : match.operation->path;
}

TEST(Router, FindsEachOperationThatIsAnswered) {
  int answered = 0;
  for (const Operation& operation : operations()) {
    Segments segments;
    for (const std::string_view part : split(operation.path.substr(1), '/'))
      segments.emplace_back(part);
    const Router::Match match = router().find(operation.method, segments);
    EXPECT_EQ(match.operation, operation.outbound ? nullptr : &operation) << operation.path;
    answered += operation.outbound ? 0 : 1;
  }
  EXPECT_EQ(answered, 238);
}

TEST(Router, MatchesLiteralsWithoutRegardToCaseAndKeepsTheCaseOfValues) {
  const Segments segments = {"ACCOUNTS", "aBc", "PortIns", "ID-x"};
  const Router::Match match = router().find("GET", segments);
  ASSERT_NE(match.operation, nullptr);
  EXPECT_EQ(match.operation->path, "/accounts/{accountId}/portins/{orderid}");
  EXPECT_EQ(match.values, (Views{"aBc", "ID-x"}));
}

TEST(Router, PrefersALiteralToAParameter) {
  const Segments segments = {"accounts", "14", "portins", "Totals"};
  const Router::Match match = router().find("GET", segments);
  ASSERT_NE(match.operation, nullptr);
  EXPECT_EQ(match.operation->path, "/accounts/{accountId}/portins/totals");
  EXPECT_EQ(match.values, Views{"14"});
}

TEST(Router, BacksOutOfALiteralThatLeadsNowhere) {
  const Segments segments = {"accounts", "14", "portins", "totals", "notes"};
  const Router::Match match = router().find("GET", segments);
  ASSERT_NE(match.operation, nullptr);
  EXPECT_EQ(match.operation->path, "/accounts/{accountId}/portins/{orderid}/notes");
  EXPECT_EQ(match.values, (Views{"14", "totals"}));
}

TEST(Router, SaysWhichMethodsAPathHas) {
  const Segments segments = {"accounts", "14", "portins"};
  Router::Match match = router().find("DELETE", segments);
  EXPECT_EQ(match.operation, nullptr);
  std::ranges::sort(match.allowed);
  EXPECT_EQ(match.allowed, (Views{"GET", "POST"}));
  EXPECT_TRUE(router().find("GET", segments).allowed.empty());
  EXPECT_EQ(router().find("get", segments).operation, nullptr);  // methods have a case
}

TEST(Router, KnowsNoOtherPath) {
  for (const Segments& segments :
       {Segments{}, Segments{""}, Segments{"nowhere"}, Segments{"accounts", "14", "portin"},
        Segments{"accounts", "14", "portins", "x", "notes", "1", "2"},
        Segments{"accounts", "14", "portins", "x", "unknown"}}) {
    const Router::Match match = router().find("GET", segments);
    EXPECT_EQ(match.operation, nullptr);
    EXPECT_TRUE(match.allowed.empty());
  }
}

TEST(Router, TakesNoEmptySegmentForAValue) {
  EXPECT_EQ(route("GET", {"accounts", "", "portins"}), "none");
  EXPECT_EQ(route("GET", {"accounts", "14", "portins", ""}), "none");
  EXPECT_EQ(route("GET", {"accounts", "14", "", "portins"}), "none");
}

TEST(Router, TakesATemplateOfAPathForAValueOnly) {
  EXPECT_EQ(route("GET", {"accounts", "{accountId}", "portins"}), "/accounts/{accountId}/portins");
  EXPECT_EQ(route("GET", {"{x}", "14", "portins"}), "none");
}

}  // namespace
}  // namespace irisim::catalog
