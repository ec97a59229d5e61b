#include "engine/letter.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;
using Numbers = std::vector<std::string>;

store::Order order() {
  store::Order order;
  order.type = "portins";
  order.id = "c5fa";
  return order;
}

TEST(Letter, SaysAllThatIsTold) {
  store::Order told = order();
  told.customer_order_id = "mine";
  const Letter letter = write_letter(
      told, {"COMPLETE", "COMPLETE", "Order is complete", "", {"9195551234", "9195551235"}});
  EXPECT_EQ(letter.order_type, "portins");
  EXPECT_EQ(letter.order_id, "c5fa");
  EXPECT_EQ(letter.subject, "portins order c5fa: COMPLETE");
  EXPECT_EQ(letter.text,
            "Order type: portins\n"
            "Order id: c5fa\n"
            "Customer order id: mine\n"
            "Status: COMPLETE\n"
            "Message: Order is complete\n"
            "Completed telephone numbers:\n"
            "  9195551234\n"
            "  9195551235\n");
}

TEST(Letter, LeavesOutWhatThereIsNot) {
  const Letter letter = write_letter(order(), {"note", "", "", "Please hurry", {}});
  EXPECT_EQ(letter.subject, "portins order c5fa: note");
  EXPECT_EQ(letter.text, "Order type: portins\nOrder id: c5fa\nNote: Please hurry\n");
}

TEST(Letter, NamesTheNumbersOfAnEvent) {
  const Letter letter = write_letter("MESSAGING_LOST", Numbers{"9195551234"});
  EXPECT_EQ(letter.order_type, "");
  EXPECT_EQ(letter.order_id, "");
  EXPECT_EQ(letter.subject, "MESSAGING_LOST: 1 telephone number");
  EXPECT_EQ(letter.text, "Event: MESSAGING_LOST\nImpacted telephone numbers:\n  9195551234\n");
  EXPECT_EQ(write_letter("MESSAGING_LOST", Numbers{"1", "2"}).subject,
            "MESSAGING_LOST: 2 telephone numbers");
}

TEST(Letter, OfADayHasAllOfItWithTheTimes) {
  const Instant start = Clock::manual_start();
  const Instant due = start + 15h;
  const std::vector<store::Notice> notices = {{"14", "s", "A: FOC", "Status: FOC\n", start, due},
                                              {"14", "s", "A: note", "Note: x\n", start + 1s, due}};
  const Letter letter = write_digest(notices);
  EXPECT_EQ(letter.order_id, "");
  EXPECT_EQ(letter.subject, "Digest of 2025-06-02: 2 events");
  EXPECT_EQ(letter.text,
            "2025-06-02T09:00:00.000Z A: FOC\nStatus: FOC\n"
            "\n2025-06-02T09:00:01.000Z A: note\nNote: x\n");
}

}  // namespace
}  // namespace irisim::engine
