#include "webhook/disposition.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

// The contract's table, with "nnnn" as some code that is not in it.
TEST(Disposition, IsThatOfTheContract) {
  struct Row {
    int code;
    std::string_view state;
  };
  const Row rows[] = {{7510, "EXCEPTION"}, {7511, "EXCEPTION"}, {7512, "EXCEPTION"},
                      {7513, "EXCEPTION"}, {7514, "EXCEPTION"}, {7515, "EXCEPTION"},
                      {7516, "CANCELLED"}, {7517, "CANCELLED"}, {7518, "CANCELLED"},
                      {7519, "EXCEPTION"}, {7522, ""},          {7598, "EXCEPTION"},
                      {7599, ""}};
  for (const Row& row : rows) {
    EXPECT_EQ(state_of(disposition_of(row.code)), row.state) << row.code;
    EXPECT_TRUE(is_known_objection(row.code)) << row.code;
  }
  for (const int other : {1, 7509, 7520, 7521, 7523, 7597, 7600, 99999}) {
    EXPECT_EQ(state_of(disposition_of(other)), "") << other;
    EXPECT_FALSE(is_known_objection(other)) << other;
  }
}

TEST(Disposition, ToCancelIsSevererThanAnException) {
  EXPECT_GT(Disposition::kCancelled, Disposition::kException);
  EXPECT_GT(Disposition::kException, Disposition::kGoesOn);
}

}  // namespace
}  // namespace irisim::webhook
