// RequestedFocDate: which dates are accepted, and what stands where none or no time is given.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

Reply create_for(Server& server, const std::string& date, int number = 0) {
  const std::string request = portin_request(std::to_string(9194800000 + number));
  return server.post(kPortins, with(request, "RequestedFocDate", date));
}

void set_clock(Server& server, const std::string& now) {
  const Reply reply = server.put("/__admin/clock", R"({"now":")" + now + R"("})");
  ASSERT_EQ(reply.status, 200) << reply.body;
}

TEST(PortinFocDate, MustBeLaterThanToday) {
  Server server;
  EXPECT_EQ(error_codes(create_for(server, "2024-06-10T12:00:00Z")), (Codes{"7208"}));
  EXPECT_EQ(error_codes(create_for(server, "2025-06-01")), (Codes{"7208"}));
  EXPECT_EQ(error_codes(create_for(server, "2025-06-02T23:59:59Z")), (Codes{"7209"}));
  EXPECT_EQ(create_for(server, "2025-06-03T00:00:00Z").status, 201);
}

TEST(PortinFocDate, MustNotBeOnAWeekendOrAUsHoliday) {
  constexpr const char* kRefused[] = {
      "2025-06-07",  // a Saturday
      "2025-06-08",  // a Sunday
      "2026-01-01",  // New Year's Day
      "2027-12-31",  // New Year's Day of 2028, a Saturday, kept on the day before
      "2026-01-19",  // Martin Luther King Jr. Day
      "2026-02-16",  // Presidents' Day
      "2026-05-25",  // Memorial Day
      "2025-06-19",  // Juneteenth
      "2025-07-04",  // Independence Day
      "2026-07-03",  // the same, on a Saturday
      "2027-07-05",  // the same, on a Sunday
      "2025-09-01",  // Labor Day
      "2025-10-13",  // Columbus Day
      "2025-11-11",  // Veterans Day
      "2025-11-27",  // Thanksgiving
      "2025-12-25",  // Christmas
  };
  Server server;
  for (const char* date : kRefused)
    EXPECT_EQ(error_codes(create_for(server, date)), (Codes{"7315"})) << date;
  int number = 0;
  for (const char* date : {"2025-06-18", "2025-06-20", "2025-07-03", "2025-11-28", "2025-12-26",
                           "2026-01-02", "2026-01-12", "2027-07-06", "2027-12-30"}) {
    EXPECT_EQ(create_for(server, date, number++).status, 201) << date;
  }
}

TEST(PortinFocDate, IsReadWithAnOffsetAndGivenInUtc) {
  Server server;
  const Reply reply = create_for(server, "2025-06-10T17:15:00+04:00");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(reply.text("RequestedFocDate"), "2025-06-10T13:15:00.000Z");
}

TEST(PortinFocDate, ItsDatePortionCountsWhateverItsOffset) {
  Server server;
  EXPECT_EQ(error_codes(create_for(server, "2025-06-07T01:00:00+14:00")), (Codes{"7315"}));
  EXPECT_EQ(create_for(server, "2025-06-06T23:00:00-05:00").status, 201);
}

TEST(PortinFocDate, WithoutATimeIsTheDefaultActivationTimeUnlessTriggered) {
  Server server;
  std::string request = with(portin_request("9194800001"), "RequestedFocDate", "2025-06-10");
  EXPECT_EQ(server.post(kPortins, request).text("RequestedFocDate"), "2025-06-10T00:00:00.000Z");
  request = with(portin_request("9194800002"), "RequestedFocDate", "2025-06-10");
  EXPECT_EQ(server.post(kPortins, with(request, "Triggered", "false")).text("RequestedFocDate"),
            "2025-06-10T15:30:00.000Z");  // 11:30 Eastern daylight time
  request = with(portin_request("9194800003"), "RequestedFocDate", "2025-12-10");
  EXPECT_EQ(server.post(kPortins, without(request, "Triggered")).text("RequestedFocDate"),
            "2025-12-10T16:30:00.000Z");  // 11:30 Eastern standard time
}

TEST(PortinFocDate, IsTheNextBusinessDayWhereNoneIsGiven) {
  constexpr struct {
    const char *now, *foc;
  } kCases[] = {
      {"2025-06-02T09:00:00Z", "2025-06-03T15:30:00.000Z"},
      {"2025-06-06T09:00:00Z", "2025-06-09T15:30:00.000Z"},  // over a weekend
      {"2025-07-03T09:00:00Z", "2025-07-07T15:30:00.000Z"},  // over a holiday and a weekend
      {"2025-12-24T09:00:00Z", "2025-12-26T16:30:00.000Z"},
  };
  Server server;
  int number = 0;
  for (const auto& [now, foc] : kCases) {
    set_clock(server, now);
    const std::string request = portin_request(std::to_string(9194800000 + number++));
    const Reply reply = server.post(kPortins, without(request, "RequestedFocDate"));
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(reply.text("RequestedFocDate"), foc) << now;
  }
}

TEST(PortinFocDate, OfAChangeKeepsTheSameRules) {
  Server server;
  const std::string id = create_portin(server);
  constexpr std::pair<const char*, const char*> kCases[] = {
      {"2025-06-01", "7208"}, {"2025-06-02", "7209"}, {"2025-06-07", "7315"}, {"soon", "7217"}};
  for (const auto& [date, code] : kCases) {
    const Reply reply =
        supp(server, id, "<RequestedFocDate>" + std::string(date) + "</RequestedFocDate>");
    EXPECT_EQ(error_codes(reply), (Codes{code})) << date;
  }
  EXPECT_EQ(supp(server, id, "<RequestedFocDate>2025-06-11</RequestedFocDate>").status, 200);
}

TEST(PortinFocDate, ThatHasPassedDoesNotHinderAnotherChange) {
  Server server;
  const std::string id = create_portin(server);
  transition(server, id, "EXCEPTION");
  server.advance("30d");
  EXPECT_EQ(supp(server, id, "<CustomerOrderId>A1</CustomerOrderId>").status, 200);
}

}  // namespace
}  // namespace irisim::test
