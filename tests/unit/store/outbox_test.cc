#include "store/outbox.h"

#include <functional>
#include <iterator>
#include <utility>

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

using namespace std::chrono_literals;

using State = Delivery::State;
using Rows = std::vector<int64_t>;

const Instant kTime = Instant(Millis(1000));
constexpr Millis kYield = 5min;

Delivery delivery(const std::string& order = "o", const std::string& subscription = "s") {
  Delivery delivery;
  delivery.account = "14";
  delivery.subscription = subscription;
  delivery.order_type = "portins";
  delivery.order_id = order;
  delivery.subject = "FOC";
  delivery.body = "<Notification/>";
  delivery.created = kTime;
  delivery.due = kTime;
  return delivery;
}

class OutboxTest : public testing::Test {
 protected:
  Delivery add(Delivery delivery) {
    outbox().add(delivery);
    return delivery;
  }
  Delivery add_yielding() {
    Delivery yielding = delivery();
    yielding.yields = true;
    yielding.due = kTime + kYield;
    return add(yielding);
  }

  // Those that are due by then are being sent from here on.
  Rows take(Instant now = kTime, int64_t most = 100) {
    Rows rows;
    for (const Delivery& taken : outbox().take_due(now, most)) {
      EXPECT_EQ(taken.state, State::kSending);
      rows.push_back(taken.row);
    }
    return rows;
  }
  void deliver(const Delivery& delivery, Instant now = kTime) {
    outbox().finish(delivery, State::kDelivered, now);
  }
  State state_of(const Delivery& delivery) { return outbox().find(delivery.row)->state; }

  Outbox& outbox() { return store_.outbox; }

  Store store_;
};

TEST_F(OutboxTest, KeepsAllOfADelivery) {
  Delivery all = delivery();
  all.kind = Delivery::Kind::kMail;
  all.tries = 3;
  all.yields = true;
  all.fault = "late";
  const Delivery found = *outbox().find(add(all).row);
  EXPECT_EQ(found.kind, all.kind);
  EXPECT_EQ(found.account, all.account);
  EXPECT_EQ(found.subscription, all.subscription);
  EXPECT_EQ(found.order_type, all.order_type);
  EXPECT_EQ(found.order_id, all.order_id);
  EXPECT_EQ(found.subject, all.subject);
  EXPECT_EQ(found.body, all.body);
  EXPECT_EQ(found.created, all.created);
  EXPECT_EQ(found.state, State::kDue);
  EXPECT_EQ(found.due, all.due);
  EXPECT_EQ(found.tries, 3);
  EXPECT_TRUE(found.yields);
  EXPECT_EQ(found.fault, "late");
  EXPECT_FALSE(outbox().find(found.row + 1));
}

TEST_F(OutboxTest, SendsOneOfALaneAfterTheOther) {
  const Delivery first = add(delivery()), second = add(delivery()), third = add(delivery());
  EXPECT_EQ(take(), Rows{first.row});
  EXPECT_EQ(take(), Rows{});
  deliver(first);
  EXPECT_EQ(take(), Rows{second.row});
  outbox().finish(second, State::kFailed, kTime);
  EXPECT_EQ(take(), Rows{third.row});
}

TEST_F(OutboxTest, SendsEachLaneByItself) {
  const Delivery first = add(delivery()), second = add(delivery());
  const Delivery other_order = add(delivery("p")), other_subscription = add(delivery("o", "t"));
  EXPECT_EQ(take(), (Rows{first.row, other_order.row, other_subscription.row}));
  EXPECT_EQ(state_of(second), State::kWaiting);
}

TEST_F(OutboxTest, TakesWhatIsDueTheFirstDueFirstAndNotTooMany) {
  Delivery late = delivery("late"), early = delivery("early"), later = delivery("later");
  late.due = kTime + 2s;
  early.due = kTime + 1s;
  later.due = kTime + 3s;
  late = add(late);
  early = add(early);
  add(later);
  EXPECT_EQ(take(kTime), Rows{});
  EXPECT_EQ(take(kTime + 2s, 1), Rows{early.row});
  EXPECT_EQ(take(kTime + 2s, 2), Rows{late.row});
}

TEST_F(OutboxTest, HoldsTheLaneWhileOneIsPutOff) {
  const Delivery first = add(delivery()), second = add(delivery());
  take();
  outbox().put_off(first, kTime + 5min);
  EXPECT_EQ(outbox().find(first.row)->tries, 1);
  EXPECT_EQ(take(kTime + 5min - 1ms), Rows{});
  EXPECT_EQ(take(kTime + 5min), Rows{first.row});
  deliver(first, kTime + 5min);
  EXPECT_EQ(take(kTime + 5min), Rows{second.row});
}

TEST_F(OutboxTest, SendsALaterOneNotBeforeItsTime) {
  const Delivery first = add(delivery());
  Delivery delayed = delivery();
  delayed.due = kTime + 10min;
  delayed = add(delayed);
  const Delivery last = add(delivery());
  take();
  deliver(first);
  EXPECT_EQ(outbox().next_due(), kTime + 10min);
  EXPECT_EQ(take(kTime + 9min), Rows{});
  EXPECT_EQ(take(kTime + 10min), Rows{delayed.row});
  deliver(delayed, kTime + 10min);
  EXPECT_EQ(take(kTime + 10min), Rows{last.row});
}

TEST_F(OutboxTest, NeverSendsWhatIsDroppedAndNothingWaitsForIt) {
  Delivery dropped = delivery();
  dropped.state = State::kDropped;
  dropped.due.reset();
  dropped = add(dropped);
  const Delivery next = add(delivery());
  EXPECT_EQ(take(), Rows{next.row});
  deliver(next);
  EXPECT_EQ(take(kTime + 24h), Rows{});
  EXPECT_EQ(state_of(dropped), State::kDropped);
}

TEST_F(OutboxTest, LetsTheNextGoBeforeOneThatYields) {
  const Delivery yielding = add_yielding();
  EXPECT_TRUE(outbox().has_yielding(delivery()));
  EXPECT_FALSE(outbox().has_yielding(delivery("p")));
  const Delivery next = add(delivery()), last = add(delivery());
  EXPECT_EQ(take(), Rows{next.row});
  deliver(next);
  EXPECT_EQ(take(), Rows{yielding.row}) << "at once when it has been overtaken, and by one only";
  EXPECT_FALSE(outbox().has_yielding(delivery()));
  deliver(yielding);
  EXPECT_EQ(take(), Rows{last.row});
}

TEST_F(OutboxTest, SendsOneThatYieldsWhenNoneComesInTime) {
  const Delivery yielding = add_yielding();
  EXPECT_EQ(take(kTime + kYield - 1ms), Rows{});
  EXPECT_EQ(take(kTime + kYield), Rows{yielding.row});
  const Delivery next = add(delivery());
  EXPECT_EQ(take(kTime + kYield), Rows{}) << "it is on its way, and yields no more";
  deliver(yielding, kTime + kYield);
  EXPECT_EQ(take(kTime + kYield), Rows{next.row});
}

TEST_F(OutboxTest, YieldsBehindOthersToo) {
  const Delivery first = add(delivery());
  const Delivery yielding = add_yielding();
  EXPECT_EQ(state_of(yielding), State::kWaiting);
  const Delivery next = add(delivery());
  take();
  deliver(first);
  EXPECT_EQ(take(), Rows{next.row});
  deliver(next);
  EXPECT_EQ(take(), Rows{yielding.row});
}

TEST_F(OutboxTest, YieldsToOneThatComesLater) {
  const Delivery first = add(delivery());
  const Delivery yielding = add_yielding();
  take();
  deliver(first);
  EXPECT_EQ(take(), Rows{}) << "nothing has overtaken it yet";
  EXPECT_EQ(outbox().next_due(), kTime + kYield);
  const Delivery next = add(delivery());
  EXPECT_EQ(take(), Rows{next.row});
  deliver(next);
  EXPECT_EQ(take(), Rows{yielding.row});
}

TEST_F(OutboxTest, SendsAgainWhateverBecameOfIt) {
  const Delivery first = add(delivery());
  for (const State state :
       {State::kDelivered, State::kFailed, State::kDropped, State::kCancelled}) {
    outbox().finish(first, state, kTime);
    EXPECT_EQ(outbox().find(first.row)->due, std::nullopt);
    outbox().send_again(first.row, kTime + 1s, 0);
    EXPECT_EQ(take(kTime + 1s), Rows{first.row});
  }
  outbox().put_off(first, kTime + 5min);
  outbox().send_again(first.row, kTime + 2s, 0);
  EXPECT_EQ(outbox().find(first.row)->tries, 0);
  EXPECT_EQ(take(kTime + 2s), Rows{first.row});
}

TEST_F(OutboxTest, SendsAgainBesideTheLane) {
  const Delivery first = add(delivery()), second = add(delivery()), third = add(delivery());
  take();
  deliver(first);
  outbox().send_again(first.row, kTime, 0);
  EXPECT_EQ(take(), (Rows{first.row, second.row}));
  deliver(first);
  EXPECT_EQ(take(), Rows{}) << "the second is still on its way";
  deliver(second);
  EXPECT_EQ(take(), Rows{third.row});
}

TEST_F(OutboxTest, KnowsWhenTheNextIsDueThroughAllChanges) {
  EXPECT_EQ(outbox().next_due(), std::nullopt);
  const Delivery first = add(delivery());
  EXPECT_EQ(outbox().next_due(), kTime);
  take();
  EXPECT_EQ(outbox().next_due(), std::nullopt);
  outbox().put_off(first, kTime + 5min);
  EXPECT_EQ(outbox().next_due(), kTime + 5min);
  outbox().send_again(first.row, kTime + 1s, 0);
  EXPECT_EQ(outbox().next_due(), kTime + 1s);
  const Delivery second = add(delivery());
  EXPECT_EQ(outbox().next_due(), kTime + 1s) << "the second waits for the first";
  deliver(first, kTime + 2s);
  EXPECT_EQ(outbox().next_due(), kTime + 2s);
  deliver(second, kTime + 2s);
  EXPECT_EQ(outbox().next_due(), std::nullopt);
}

TEST_F(OutboxTest, ForgetsWhenTheNextIsDueWithATransaction) {
  store_.begin();
  add(delivery());
  store_.roll_back();
  EXPECT_EQ(outbox().next_due(), std::nullopt);
}

TEST_F(OutboxTest, ResumesWhatWasOnItsWay) {
  const Delivery first = add(delivery()), second = add(delivery());
  take();
  EXPECT_TRUE(outbox().is_sending());
  outbox().resume();
  EXPECT_FALSE(outbox().is_sending());
  EXPECT_EQ(outbox().next_due(), kTime);
  EXPECT_EQ(state_of(second), State::kWaiting);
  EXPECT_EQ(take(), Rows{first.row});
}

TEST_F(OutboxTest, CountsItsChanges) {
  auto changed = [this, seen = outbox().changes()]() mutable {
    return std::exchange(seen, outbox().changes()) != outbox().changes();
  };
  EXPECT_FALSE(changed());
  const Delivery first = add(delivery());
  EXPECT_TRUE(changed());
  take();
  EXPECT_TRUE(changed());
  take();
  EXPECT_FALSE(changed()) << "nothing was due";
  outbox().add_attempt(first.row, {});
  EXPECT_TRUE(changed());
  deliver(first);
  EXPECT_TRUE(changed());
}

TEST_F(OutboxTest, KeepsTheAttemptsInTheirOrder) {
  const Delivery first = add(delivery()), other = add(delivery("p"));
  outbox().add_attempt(first.row, {kTime, "http://a", "", 0, "", "refused", ""});
  outbox().add_attempt(other.row, {kTime, "http://b", "", 204, "No Content", "", ""});
  outbox().add_attempt(first.row, {kTime + 1s, "http://a", "jdoe", 200, "OK", "", "thanks"});
  const std::vector<Attempt> attempts = outbox().attempts(first.row);
  ASSERT_EQ(attempts.size(), 2u);
  EXPECT_EQ(attempts[0].error, "refused");
  EXPECT_EQ(attempts[0].status, 0);
  EXPECT_EQ(attempts[1].at, kTime + 1s);
  EXPECT_EQ(attempts[1].url, "http://a");
  EXPECT_EQ(attempts[1].user, "jdoe");
  EXPECT_EQ(attempts[1].reason, "OK");
  EXPECT_EQ(attempts[1].answer, "thanks");
}

TEST_F(OutboxTest, ListsAndCountsWhatFits) {
  const Delivery first = add(delivery()), second = add(delivery());
  const Delivery other = add(delivery("p", "t"));
  const auto listed = [this](const std::function<void(DeliveryFilter&)>& narrow) {
    DeliveryFilter filter;
    narrow(filter);
    Rows rows;
    for (const Delivery& found : outbox().list(filter)) rows.push_back(found.row);
    EXPECT_EQ(outbox().count(filter), std::ssize(rows));
    return rows;
  };
  EXPECT_EQ(listed([](auto&) {}), (Rows{first.row, second.row, other.row}));
  EXPECT_EQ(listed([](auto& f) { f.order_id = "o"; }), (Rows{first.row, second.row}));
  EXPECT_EQ(listed([](auto& f) { f.subscription = "t"; }), Rows{other.row});
  EXPECT_EQ(listed([](auto& f) { f.state = State::kWaiting; }), Rows{second.row});
  EXPECT_EQ(listed([](auto& f) { f.kind = Delivery::Kind::kMail; }), Rows{});
  EXPECT_EQ(listed([&](auto& f) { f.after_row = first.row; }), (Rows{second.row, other.row}));
}

TEST_F(OutboxTest, CountsMoreThanItLists) {
  add(delivery());
  add(delivery());
  DeliveryFilter filter;
  filter.limit = 1;
  EXPECT_EQ(outbox().list(filter).size(), 1u);
  EXPECT_EQ(outbox().count(filter), 2);
}

}  // namespace
}  // namespace irisim::store
