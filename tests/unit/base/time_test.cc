#include "base/time.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

using namespace std::chrono;

constexpr Date kDay = year(2013) / May / 10;

Instant at(const char* text) {
  const auto time = parse_timestamp(text);
  EXPECT_TRUE(time) << text;
  return time ? time->instant : Instant();
}

TEST(Timestamp, OfADateAloneIsItsMidnightWithoutATime) {
  const auto time = parse_timestamp("2013-05-10");
  ASSERT_TRUE(time);
  EXPECT_EQ(time->instant, Instant(kDay));
  EXPECT_EQ(time->date, kDay);
  EXPECT_FALSE(time->has_time);
}

TEST(Timestamp, TakesTheContractsForms) {
  EXPECT_EQ(at("2013-05-10T15:14:22Z"), kDay + 15h + 14min + 22s);
  EXPECT_EQ(at("2016-03-25T21:15:00.000Z"), Date(2016y / March / 25) + 21h + 15min);
  EXPECT_EQ(at("2019-10-31T17:15:00+04:00"), Date(2019y / October / 31) + 13h + 15min);
}

TEST(Timestamp, WithoutAnOffsetIsUtc) {
  EXPECT_EQ(at("2013-05-10T15:14"), kDay + 15h + 14min);
  EXPECT_EQ(at("2013-05-10T15:14:22"), kDay + 15h + 14min + 22s);
}

TEST(Timestamp, KeepsTheDateThatWasWritten) {
  const auto east = parse_timestamp("2013-05-10T01:00:00+04:00");
  ASSERT_TRUE(east);
  EXPECT_EQ(east->instant, kDay - 3h);
  EXPECT_EQ(east->date, kDay);
  const auto west = parse_timestamp("2013-05-10T23:30:00-0530");
  ASSERT_TRUE(west);
  EXPECT_EQ(west->instant, kDay + 29h);
  EXPECT_EQ(west->date, kDay);
}

TEST(Timestamp, FractionsAreMillisecondsCutOff) {
  EXPECT_EQ(at("2013-05-10T00:00:01.5Z"), kDay + 1500ms);
  EXPECT_EQ(at("2013-05-10T00:00:00.07Z"), kDay + 70ms);
  EXPECT_EQ(at("2013-05-10T00:00:00.123999999Z"), kDay + 123ms);
}

TEST(Timestamp, KnowsLeapYears) {
  EXPECT_TRUE(parse_timestamp("2024-02-29"));
  EXPECT_TRUE(parse_timestamp("2000-02-29"));
  EXPECT_FALSE(parse_timestamp("2023-02-29"));
  EXPECT_FALSE(parse_timestamp("1900-02-29"));
}

TEST(Timestamp, RefusesWhatIsNoTime) {
  for (const char* text : {"",
                           "2013",
                           "2013-05",
                           "2013-5-10",
                           "2013-13-01",
                           "2013-00-10",
                           "2013-04-31",
                           "2013-05-10 ",
                           " 2013-05-10",
                           "05/10/2013",
                           "20130510",
                           "2013-05-10T",
                           "2013-05-10T15",
                           "2013-05-10T15:",
                           "2013-05-10T24:00:00Z",
                           "2013-05-10T15:60:00Z",
                           "2013-05-10T15:14:60Z",
                           "2013-05-10T15:14:22.Z",
                           "2013-05-10T15:14:22ZZ",
                           "2013-05-10T15:14:22Z+04:00",
                           "2013-05-10T15:14:22+4:00",
                           "2013-05-10T15:14:22+04:99",
                           "2013-05-10T15:14:22+19:00",
                           "2013-05-10T15:14:22-19:00",
                           "2013-05-10 15:14:22",
                           "-013-05-10",
                           "2O13-05-10"}) {
    EXPECT_FALSE(parse_timestamp(text)) << text;
  }
}

TEST(Timestamp, IsPrintedInTheContractsForms) {
  const Instant time = Date(2014y / August / 4) + 13h + 37min + 6s + 323ms;
  EXPECT_EQ(format_instant(time), "2014-08-04T13:37:06.323Z");
  EXPECT_EQ(format_instant_seconds(time), "2014-08-04T13:37:06Z");
  EXPECT_EQ(format_date(2014y / December / 4), "2014-12-04");
  EXPECT_EQ(format_java_date(Date(2014y / July / 29) + 17h + 12min + 29s),
            "Tue Jul 29 17:12:29 UTC 2014");
  EXPECT_EQ(format_mail_date(time), "Mon, 04 Aug 2014 13:37:06 +0000");
}

TEST(Format, OfANumbersLastChangeHasTheDigitsThatTheSecondHas) {
  const Date day = 2014y / March / 25;
  EXPECT_EQ(format_java_timestamp(day + 12h + 55min + 11s), "2014-03-25 12:55:11.0");
  EXPECT_EQ(format_java_timestamp(day + 12h + 55min + 11s + 810ms), "2014-03-25 12:55:11.81");
  EXPECT_EQ(format_java_timestamp(day + 7ms), "2014-03-25 00:00:00.007");
}

TEST(Timestamp, BeforeTheEpochIsPrintedRight) {
  const Instant time = Date(1969y / December / 31) + 23h + 59min + 59s + 999ms;
  EXPECT_EQ(format_instant(time), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(at("1969-12-31T23:59:59.999Z"), time);
}

TEST(Duration, IsANumberWithAUnitOrSeveral) {
  EXPECT_EQ(parse_duration("500ms"), 500ms);
  EXPECT_EQ(parse_duration("2s"), 2s);
  EXPECT_EQ(parse_duration("90m"), 90min);
  EXPECT_EQ(parse_duration("1h30m"), 90min);
  EXPECT_EQ(parse_duration("4d"), 96h);
  EXPECT_EQ(parse_duration("1d2h3m4s5ms"), 26h + 3min + 4s + 5ms);
  EXPECT_EQ(parse_duration("0s"), 0ms);
}

TEST(Duration, RefusesWhatIsNone) {
  for (const char* text : {"", "5", "s", "5x", "5 s", "-5s", "+5s", "1.5h", "5S", "5sec", "1h30",
                           "1h 30m", "99999999999999999999d", "1w"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(Duration, IsBoundedHoweverManyPartsItHas) {
  EXPECT_TRUE(parse_duration("1000000d"));
  EXPECT_FALSE(parse_duration("1000000d1ms"));
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "999999999d";
  EXPECT_FALSE(parse_duration(text));
}

}  // namespace
}  // namespace irisim
