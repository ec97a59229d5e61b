// A thousand random requests of three accounts for the same few numbers: after each, all that the
// API says of the numbers agrees.

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

#include "scenario/loader.h"
#include "tests/support/inventories.h"
#include "tests/support/number_picture.h"
#include "tests/support/number_walk.h"
#include "tests/support/numbers.h"

namespace irisim::test {
namespace {

// A number of the inventory is either available or held; nobody's number is available besides them.
void check_stock(const NumberPicture& picture, const std::set<std::string>& stock) {
  for (const std::string& number : picture.available)
    EXPECT_TRUE(stock.contains(number)) << number << " is of nobody's inventory";
  const auto is_held = [&](const std::string& number) { return picture.held.contains(number); };
  EXPECT_EQ(picture.available.size() + static_cast<size_t>(std::ranges::count_if(stock, is_held)),
            stock.size())
      << "a number is lost";
}

// The order that brought the number where it is exists, is its account's and has the number.
void check_order(Server& server, const std::string& number, const HeldNumber& has) {
  const Reply told = server.get("/tns/" + number);
  EXPECT_EQ(told.text("Status"), has.status);
  EXPECT_EQ(told.text("AccountId"), has.account);
  const Reply found = server.get("/__admin/orders/" + told.text("OrderId"));
  ASSERT_EQ(found.status, 200) << told.body;
  const json::Value order = found.json();
  EXPECT_EQ(text_of(order, "account"), has.account) << number;
  const json::Array numbers = list_of(order, "telephoneNumbers");
  EXPECT_TRUE(
      std::ranges::any_of(numbers, [&](const json::Value& one) { return *one.text() == number; }))
      << number << " is not of its order";
}

// A reserved number has a reservation in force.
void check_reservation(Server& server, const std::string& number, const HeldNumber& has) {
  const Reply told = server.get("/tns/" + number + "/tnreservation");
  ASSERT_EQ(told.status, 200) << number;
  EXPECT_EQ(told.text("Account"), has.account);
  const Reply reservation =
      server.get("/accounts/" + has.account + "/tnreservation/" + told.text("ReservationID"));
  EXPECT_EQ(reservation.text("Reservation/ReservedTn"), number) << reservation.body;
}

// A number leaves the service of an account for that of another by a port-in, or after a
// disconnect.
void check_change(Server& server, const std::string& number, const HeldNumber& before) {
  if (server.get("/tns/" + number).text("OrderType") == "PORT_IN_ORDER") return;
  const Reply history = server.get("/tns/" + number + "/history");
  const xml::Document document = history.xml();
  const auto past = document.root().child("TelephoneNumberStatuses").children();
  EXPECT_TRUE(std::ranges::any_of(past,
                                  [&](const xml::Element step) {
                                    return step.text("Status") == "Disconnected" &&
                                           step.text("AccountId") == before.account &&
                                           step.text("LastModifiedDate") >= before.in_service;
                                  }))
      << number << " was taken away\n"
      << history.body;
}

void check_changes(Server& server, const NumberPicture& before, const NumberPicture& after) {
  for (const auto& [number, has] : after.held) {
    if (has.status == "Reserved") check_reservation(server, number, has);
    const auto had = before.held.find(number);
    if (had != before.held.end() && had->second == has) continue;
    if (!has.is_in_service()) continue;
    check_order(server, number, has);
    if (had != before.held.end() && had->second.is_in_service())
      check_change(server, number, had->second);
  }
}

// Reservations that end soon: four hours of back orders' tries would be most of the test.
void with_short_reservations(app::ServerOptions& options) {
  const auto rules = scenario::load(R"(version: 1
lifecycles:
  tnreservation:
    - { to: RESERVED, on: create }
    - { from: RESERVED, to: EXPIRED, after: 45s, effect: release }
    - { from: RESERVED, to: CANCELLED, on: cancel, effect: release }
    - { from: RESERVED, to: ORDERED, on: order }
)",
                                    "short.yaml");
  ASSERT_TRUE(rules.ok());
  options.world.rules =
      std::make_shared<const scenario::Rules>(lay_over(rules.value(), *options.world.rules));
}

TEST(NumberInvariants, HoldAfterEachOfAThousandRandomSteps) {
  constexpr int kSteps = 1000;
  constexpr unsigned kSeed = 1;
  Server server([](app::ServerOptions& options) {
    with_inventory(NumberWalk::kInventory)(options);
    with_other_peer(options);
    with_short_reservations(options);
  });
  const std::vector<std::string>& accounts = NumberWalk::accounts();
  NumberPicture picture = NumberPicture::read(server, accounts);
  const std::set<std::string> stock = picture.available;
  ASSERT_EQ(stock.size(), NumberWalk::kInventorySize);
  NumberWalk walk(server, {stock.begin(), stock.end()}, kSeed);
  for (int i = 0; i < kSteps && !testing::Test::HasFailure(); ++i) {
    const std::string step = walk.step(picture);
    SCOPED_TRACE("after step " + std::to_string(i) + ": " + step);
    const NumberPicture before = std::exchange(picture, NumberPicture::read(server, accounts));
    check_stock(picture, stock);
    check_changes(server, before, picture);
    for (const std::string& account : accounts) {
      const bool is_next = account == accounts[static_cast<size_t>(i) % accounts.size()];
      if (is_next || account == walk.account() ||
          picture.in_service(account) != before.in_service(account))
        picture.check_account(server, account);
    }
  }
  for (const auto& [kind, times] : walk.successes())
    EXPECT_GE(times, 5) << kind << ": too seldom to show anything";
  EXPECT_EQ(walk.successes().size(), NumberWalk::kKinds);
}

}  // namespace
}  // namespace irisim::test
