// What the journal must not show.

#include "request/redact.h"

#include <gtest/gtest.h>

namespace irisim::request {
namespace {

std::string redacted(std::string text) {
  redact(text);
  return text;
}

TEST(Redact, OverwritesPasswords) {
  EXPECT_EQ(redacted("<Password>$uper$ecure</Password>"), "<Password>***</Password>");
  EXPECT_EQ(redacted("<a><CallbackPassword>x</CallbackPassword><b>1</b></a>"),
            "<a><CallbackPassword>***</CallbackPassword><b>1</b></a>");
  EXPECT_EQ(redacted("<password>x</password>"), "<password>***</password>");
  EXPECT_EQ(redacted("<n:Password type=\"a\">x</n:Password>"),
            "<n:Password type=\"a\">***</n:Password>");
}

TEST(Redact, OverwritesTheHashesOfSipCredentials) {
  EXPECT_EQ(redacted("<UserName>John</UserName><Hash1>1g32</Hash1><Hash1b>1g33</Hash1b>"),
            "<UserName>John</UserName><Hash1>***</Hash1><Hash1b>***</Hash1b>");
}

TEST(Redact, OverwritesEachOfSeveral) {
  EXPECT_EQ(redacted("<Password>a</Password><Password></Password><Password>c</Password>"),
            "<Password>***</Password><Password>***</Password><Password>***</Password>");
}

TEST(Redact, OverwritesWhateverStandsInside) {
  EXPECT_EQ(redacted("<Password><![CDATA[</x>Password]]>&amp;<i>b</i></Password>"),
            "<Password>***</Password>");
}

TEST(Redact, OverwritesWhatIsNotClosedToItsEnd) {
  EXPECT_EQ(redacted("<a><Password>secr"), "<a><Password>***");
  EXPECT_EQ(redacted("<a><Hash1>1g32</Hash></a>"), "<a><Hash1>***");
}

TEST(Redact, LeavesEverythingElse) {
  for (const char* text :
       {"", "w", "Hash1", "Password", "<Password/>", "<Password", "<PinNumber>1234</PinNumber>",
        "<PasswordPolicy>strict</PasswordPolicy>", "<Description>Password: too short</Description>",
        "<Hash>x</Hash>", "the wayward word", "</Password>"}) {
    EXPECT_EQ(redacted(text), text);
  }
}

TEST(Redact, LeavesTheSchemeOfCredentials) {
  http::Header header{"authorization", "Basic cm9vdDp0b29y"};
  redact(header);
  EXPECT_EQ(header.second, "Basic ***");
  header = {"Proxy-Authorization", "cm9vdDp0b29y"};
  redact(header);
  EXPECT_EQ(header.second, "***");
  header = {"X-Authorization-Note", "a b"};
  redact(header);
  EXPECT_EQ(header.second, "a b");
}

}  // namespace
}  // namespace irisim::request
