#include "base/base64.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

TEST(Base64, IsDecodedWithItsPadding) {
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("Zg=="), "f");
  EXPECT_EQ(decode_base64("Zm8="), "fo");
  EXPECT_EQ(decode_base64("Zm9v"), "foo");
  EXPECT_EQ(decode_base64("+/8="), "\xfb\xff");
}

TEST(Base64, MayBeBrokenIntoLines) {
  EXPECT_EQ(decode_base64("Zm9v\r\n YmFy\n"), "foobar");
}

TEST(Base64, IsRefusedWhenAnythingElseIsInIt) {
  for (const char* text : {"Zg", "Zg=", "Zm9v=", "Z===", "Zm8=Zg==", "Zm9v[...]", "Zm9-"})
    EXPECT_EQ(decode_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace irisim
