// Two accounts that want the same number at the same time: one gets it, and the other is told so.

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/inventories.h"
#include "tests/support/orders.h"
#include "tests/support/threads.h"

namespace irisim::test {
namespace {

const std::string kAccounts[] = {"/accounts/9999999", "/accounts/14"};
constexpr int kRounds = 5;

const std::string& account_of(int thread) {
  return kAccounts[thread % 2];
}

std::string number_of_round(int round) {
  return "919238000" + std::to_string(round);
}

std::string reservation(const std::string& number) {
  return "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>";
}

// How the requests of all threads have ended, in the threads' order.
using Replies = std::vector<Reply>;

class NumberRaces : public testing::Test {
 protected:
  // Posts an order in a thread and moves the clock on, while the others do so too.
  Reply order(int thread, const std::string& body) {
    const std::string path = account_of(thread) + "/orders";
    const std::string id = create(server_, path, body);
    server_.advance("1s");
    return server_.get(path + "/" + id);
  }

  Reply reserve(int thread, const std::string& number) {
    return server_.post(account_of(thread) + "/tnreservation", reservation(number));
  }

  Replies race(const std::function<Reply(int)>& enter) {
    Replies replies(kThreads);
    in_threads([&](int thread) { replies[static_cast<size_t>(thread)] = enter(thread); });
    return replies;
  }

  // The account that has the number in service; empty: nobody.
  std::string holder(const std::string& number) {
    std::string result;
    for (const std::string& account : kAccounts) {
      if (server_.get(account + "/inserviceNumbers/" + number).status != 200) continue;
      EXPECT_EQ(result, "") << number << " is held twice";
      result = account;
    }
    return result;
  }

  Server server_{with_inventory()};
};

// The threads whose order has got the number; the others must have failed as documented.
std::vector<int> winners(const Replies& orders, const std::string& number) {
  std::vector<int> result;
  for (int thread = 0; thread < kThreads; ++thread) {
    const Reply& order = orders[static_cast<size_t>(thread)];
    const std::string status = order.text("OrderStatus");
    const Numbers completed =
        texts(order.xml().root(), "CompletedNumbers/TelephoneNumber/FullNumber");
    if (status == "COMPLETE") {
      result.push_back(thread);
      EXPECT_EQ(completed, Numbers{number});
      continue;
    }
    EXPECT_EQ(status, "FAILED") << order.body;
    EXPECT_EQ(completed, Numbers());
    EXPECT_EQ(listed_codes(order), (std::vector<std::string>{"5018", "5005"}));
    EXPECT_EQ(texts(order.xml().root(), "ErrorList/Error/TelephoneNumbers/TelephoneNumber"),
              Numbers{number});
  }
  return result;
}

TEST_F(NumberRaces, OneOrderGetsTheNumber) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string number = number_of_round(round);
    const std::vector<int> won =
        winners(race([&](int thread) { return order(thread, existing_order({number})); }), number);
    ASSERT_EQ(won.size(), 1u);
    EXPECT_EQ(holder(number), account_of(won.front()));
  }
}

// All are received before the first is filled.
TEST_F(NumberRaces, OneOfTheOrdersThatWaitGetsTheNumber) {
  const std::string number = number_of_round(0);
  std::vector<std::string> paths(kThreads);
  in_threads([&](int thread) {
    const std::string path = account_of(thread) + "/orders";
    paths[static_cast<size_t>(thread)] =
        path + "/" + create(server_, path, existing_order({number}));
  });
  in_threads([&](int) { server_.advance("1s"); });
  Replies orders;
  for (const std::string& path : paths) orders.push_back(server_.get(path));
  const std::vector<int> won = winners(orders, number);
  ASSERT_EQ(won.size(), 1u);
  EXPECT_EQ(holder(number), account_of(won.front()));
}

TEST_F(NumberRaces, ABlockIsSharedOutAsFarAsItGoes) {
  constexpr size_t kElmCity = 5;  // numbers, of the inventory
  const std::string body = number_order(
      "<RateCenterSearchAndOrderType><RateCenter>ELM CITY</RateCenter><State>NC</State>"
      "<Quantity>1</Quantity></RateCenterSearchAndOrderType>");
  const Replies orders = race([&](int thread) { return order(thread, body); });
  std::set<std::string> had;
  for (const Reply& reply : orders) {
    const Numbers numbers =
        texts(reply.xml().root(), "CompletedNumbers/TelephoneNumber/FullNumber");
    EXPECT_EQ(reply.text("OrderStatus"), numbers.empty() ? "FAILED" : "COMPLETE");
    EXPECT_EQ(listed_codes(reply),
              numbers.empty() ? std::vector<std::string>{"5018"} : std::vector<std::string>{});
    for (const std::string& number : numbers)
      EXPECT_TRUE(had.insert(number).second) << number << " was given twice";
  }
  EXPECT_EQ(had.size(), kElmCity);
  for (const std::string& number : had) EXPECT_NE(holder(number), "");
}

// Gives how many were made; the others must have been refused as documented.
long reservations_made(const Replies& replies) {
  for (const Reply& reply : replies) {
    if (reply.status == 201) continue;
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "5041") << reply.body;
  }
  return std::ranges::count(replies, 201, &Reply::status);
}

TEST_F(NumberRaces, OneReservationGetsTheNumber) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string number = number_of_round(round);
    EXPECT_EQ(reservations_made(race([&](int thread) { return reserve(thread, number); })), 1);
  }
}

TEST_F(NumberRaces, OnlyTheOrderWithTheReservationGetsTheNumber) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string number = number_of_round(round);
    const int lucky = round;  // this thread has reserved it
    const std::string id =
        create(server_, account_of(lucky) + "/tnreservation", reservation(number));
    const Replies orders = race([&](int thread) {
      return order(thread, existing_order({number}, thread == lucky ? id : ""));
    });
    EXPECT_EQ(winners(orders, number), std::vector<int>{lucky});
    EXPECT_EQ(holder(number), account_of(lucky));
  }
}

// Even threads order the number and odd ones reserve it.
TEST_F(NumberRaces, AnOrderOrAReservationGetsTheNumber) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string number = number_of_round(round);
    const Replies replies = race([&](int thread) {
      return thread % 2 == 0 ? order(thread, existing_order({number})) : reserve(thread, number);
    });
    Replies ordered, reserved;
    for (int thread = 0; thread < kThreads; ++thread)
      (thread % 2 == 0 ? ordered : reserved).push_back(replies[static_cast<size_t>(thread)]);
    const auto is_complete = [](const Reply& reply) {
      return reply.text("OrderStatus") == "COMPLETE";
    };
    EXPECT_EQ(std::ranges::count_if(ordered, is_complete) + reservations_made(reserved), 1);
  }
}

}  // namespace
}  // namespace irisim::test
