#include "base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace irisim {
namespace {

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> value(3);
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(*value, 3);
  const Result<int> error(Error{"no number"});
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().message, "no number");
}

TEST(Result, GivesAwayWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 5);
}

TEST(ResultDeathTest, DoesNotGiveWhatItDoesNotHold) {
  const Result<int> value(3);
  const Result<int> error(Error{"no number"});
  EXPECT_DEATH((void)*error, "irisim: bug: .*result.h");
  EXPECT_DEATH((void)value.error(), "irisim: bug: .*result.h");
}

}  // namespace
}  // namespace irisim
