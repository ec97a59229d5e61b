#include "catalog/catalog.h"

#include <array>

#include <gtest/gtest.h>

namespace irisim::catalog {
namespace {

using Arguments = std::vector<std::string>;

TEST(Message, IsThatOfTheCode) {
  EXPECT_EQ(message(1001), "Access Denied");
  EXPECT_TRUE(has_message(1001));
  EXPECT_TRUE(has_message(7205));
}

TEST(Message, MayHaveSeveralWordings) {
  EXPECT_EQ(message(5002), "Validation error");
  EXPECT_EQ(message(5002, Arguments{"9"}, "zip"), "The zip code 9 is not valid.");
}

TEST(Message, TakesItsArgumentsInTurn) {
  EXPECT_EQ(message(1003, Arguments{"SiteId"}), "SiteId is required");
  EXPECT_EQ(message(5024, Arguments{"B1", "10"}),
            "For BatchId 'B1', the quantity of telephonenumbers imported exceeds the batch max "
            "quantity of '10'");
  EXPECT_EQ(message(5042, Arguments{"r1", "14"}), "Reservation r1 for account 14 not found.");
}

TEST(Message, TakesNumberedArguments) {
  EXPECT_EQ(message(7382, Arguments{"08:00", "20:00"}),
            "Activation must take place between 08:00 and 20:00");
  EXPECT_EQ(message(17028, Arguments{"50", "10"}),
            "Minimum FOC date for a port of greater than 50 telephone numbers is 10 days");
}

TEST(Message, DoesNotReadItsArguments) {
  EXPECT_EQ(message(5029, Arguments{"%s", "%1$s", "100%"}),
            "The BatchId '%s' has a BatchSize of '%1$s', not '100%'.");
  EXPECT_EQ(message(1003, Arguments{""}), " is required");
}

TEST(Message, OfAnUnknownCodeIsNone) {
  for (const int code : {-1, 0, 1, 1002, 99999999}) EXPECT_FALSE(has_message(code)) << code;
}

TEST(MessageDeathTest, IsAskedForOnlyWithACodeThatHasOne) {
  EXPECT_DEATH(message(1002), "irisim: bug: .*catalog.cc");
  EXPECT_DEATH(message(0), "irisim: bug: .*catalog.cc");
}

TEST(MessageDeathTest, IsGivenNoMoreArgumentsThanItTakes) {
  EXPECT_DEATH(message(1001, Arguments{"x"}), "irisim: bug: .*catalog.cc");
}

TEST(Operation, IsFoundByMethodAndTemplate) {
  const Operation* create = find_operation("POST", "/accounts/{accountId}/portins");
  ASSERT_NE(create, nullptr);
  EXPECT_FALSE(create->outbound);
  EXPECT_EQ(create->success().status, 201);
  ASSERT_NE(create->find(400), nullptr);
  EXPECT_NE(create->find(400)->find("default"), nullptr);
  EXPECT_EQ(create->find(400)->find("unknown"), nullptr);
  EXPECT_EQ(create->find(418), nullptr);
  EXPECT_EQ(find_operation("DELETE", "/accounts/{accountId}/portins"), nullptr);
  EXPECT_EQ(find_operation("POST", "/accounts/14/portins"), nullptr);
}

TEST(ShippedFileDeathTest, IsOneOfThem) {
  EXPECT_FALSE(shipped_file("scenarios/default.yaml").empty());
  EXPECT_DEATH(shipped_file("scenarios/nothing.yaml"), "irisim: bug: .*catalog.cc");
}

}  // namespace
}  // namespace irisim::catalog
