#include "webhook/readable.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

TEST(Readable, KeepsWhatXmlCanHold) {
  EXPECT_EQ(readable(""), "");
  EXPECT_EQ(readable("a\tb\nc é €"), "a\tb\nc é €");
  EXPECT_EQ(readable(std::string("a\0b\x01\xff", 5)), "a?b??");
  EXPECT_EQ(readable("cut \xe2\x82"), "cut ??");
}

}  // namespace
}  // namespace irisim::webhook
