#include "engine/losses.h"

#include <gtest/gtest.h>

#include "engine/world.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using Tns = std::vector<Tn>;

constexpr Tn kSilent = 9194800001;
constexpr Tn kMessaging = 9194800002;
constexpr Tn kOfOther = 9194800003;
constexpr Tn kAging = 9194800004;
constexpr Tn kOfWinner = 9194800005;
constexpr Tn kOfNobody = 9194800006;

// Accounts 15 and 14 have numbers, which an order of 42 or of their own takes away.
class Losses : public testing::Test {
 protected:
  Losses() {
    world_.write([](Session& session) {
      const auto put = [&](Tn tn, const std::string& account, bool takes_messages,
                           store::NumberStatus status = store::NumberStatus::kInservice) {
        store::Number number;
        number.tn = tn;
        number.account = account;
        number.takes_messages = takes_messages;
        number.status = status;
        session.store.numbers.put(number);
      };
      put(kSilent, "15", false);
      put(kMessaging, "15", true);
      put(kOfOther, "14", true);
      put(kAging, "14", true, store::NumberStatus::kAging);
      put(kOfWinner, "42", true);
      return true;
    });
  }

  // "account: numbers; numbers with messaging", for each.
  std::vector<std::string> told(const std::string& type, const std::string& account) {
    store::Order winner;
    winner.type = type;
    winner.account = account;
    const Tns numbers = {kSilent, kMessaging, kOfOther, kAging, kOfWinner, kOfNobody};
    return world_.read([&](Session& session) {
      std::vector<std::string> lines;
      for (const Loss& loss : losses(session, winner, numbers))
        lines.push_back(loss.account + ":" + listed(loss.numbers) + ";" +
                        listed(loss.with_messaging));
      return lines;
    });
  }

  World world_{"test", test::default_settings(), [](Millis) {}};

 private:
  static std::string listed(const Tns& numbers) {
    std::string text;
    for (const Tn tn : numbers) text += " " + format_tn(tn);
    return text;
  }
};

TEST_F(Losses, AreByAccountWithTheNumbersThatTookMessages) {
  EXPECT_EQ(told("portins", "42"),
            (std::vector<std::string>{"14: 9194800003; 9194800003",
                                      "15: 9194800001 9194800002; 9194800002"}));
}

TEST_F(Losses, OfAnLsrAreAlsoThoseOfItsOwnAccountWhichIsNotTold) {
  EXPECT_EQ(told("lsrorders", "42"),
            (std::vector<std::string>{"14: 9194800003; 9194800003",
                                      "15: 9194800001 9194800002; 9194800002", "42: 9194800005;"}));
}

}  // namespace
}  // namespace irisim::engine
