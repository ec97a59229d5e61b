#include "engine/mail.h"

#include <gtest/gtest.h>

#include "engine/notify.h"
#include "engine/world.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;
using store::Subscription;
using Lines = std::vector<std::string>;

const Instant kMidnight = Instant(Date(std::chrono::year(2025) / 6 / 3));
const Lines kNumbers = {"9195551234"};

// A world in which the account 14 wants to know of lost messaging.
struct Fixture {
  explicit Fixture(Subscription::Channel channel, Clock::Mode mode = Clock::Mode::kManual)
      : world("test", settings(mode), [this](Millis wait) { alarms.push_back(wait); }) {
    world.write([&](Session& session) {
      session.store.subscriptions.add(
          "14", {"s", "", "", "MESSAGING_LOST", channel, "a@b.com", expires, "", "<A/>"});
      return true;
    });
  }
  static WorldSettings settings(Clock::Mode mode) {
    WorldSettings settings = test::default_settings();
    settings.clock_mode = mode;
    settings.start = Clock::manual_start();
    return settings;
  }

  void lose_messaging() {
    world.write([](Session& session) {
      notify_event(session, "14", "MESSAGING_LOST", kNumbers);
      return true;
    });
  }
  void change(Subscription subscription) {
    world.write([&](Session& session) {
      session.store.subscriptions.update("14", subscription);
      return true;
    });
  }
  Instant move_on(std::optional<Instant> target = {}) {
    Advance advance;
    advance.target = target;
    EXPECT_EQ(world.go_on(advance), Progress::kOver);
    EXPECT_TRUE(advance.happened.empty());
    return world.now();
  }
  Lines subjects() {
    return world.read([](Session& session) {
      Lines lines;
      for (const store::Mail& mail : session.store.mails.list({}))
        lines.push_back(format_instant(mail.sent) + " " + mail.subject);
      return lines;
    });
  }

  const std::optional<Instant> expires = kMidnight + 1h;
  std::vector<Millis> alarms;
  World world;
};

TEST(DigestTime, IsTheNextMidnight) {
  EXPECT_EQ(digest_time(Clock::manual_start()), kMidnight);
  EXPECT_EQ(digest_time(kMidnight - 1ms), kMidnight);
  EXPECT_EQ(digest_time(kMidnight), kMidnight + 24h);
}

TEST(Mail, IsWrittenAtOnce) {
  Fixture f(Subscription::Channel::kMail);
  f.lose_messaging();
  f.lose_messaging();
  EXPECT_EQ(f.subjects(),
            (Lines(2, "2025-06-02T09:00:00.000Z MESSAGING_LOST: 1 telephone number")));
  EXPECT_EQ(f.move_on(), Clock::manual_start());
}

TEST(Mail, IsGoneWithTheTransactionOfWhatItTells) {
  Fixture f(Subscription::Channel::kMail);
  EXPECT_FALSE(f.world.write([](Session& session) -> Result<bool> {
    notify_event(session, "14", "MESSAGING_LOST", kNumbers);
    return Error{"no"};
  }));
  EXPECT_EQ(f.subjects(), Lines{});
  f.lose_messaging();
  EXPECT_EQ(f.world.read([](Session& session) { return session.store.mails.find(1)->id; }), 1);
}

TEST(Digest, IsAStopOfTheClock) {
  Fixture f(Subscription::Channel::kDigest);
  f.lose_messaging();
  f.lose_messaging();
  f.move_on(kMidnight - 1ms);
  EXPECT_EQ(f.subjects(), Lines{});
  EXPECT_EQ(f.move_on(), kMidnight);
  EXPECT_EQ(f.subjects(), Lines{"2025-06-03T00:00:00.000Z Digest of 2025-06-02: 2 events"});
  EXPECT_EQ(f.move_on(), kMidnight);
}

TEST(Digest, IsOneForEachDayOfAnAdvance) {
  Fixture f(Subscription::Channel::kDigest);
  f.lose_messaging();
  f.move_on(kMidnight);
  f.lose_messaging();  // at midnight: of the day that begins
  const Subscription forever = {
      "s", "", "", "MESSAGING_LOST", Subscription::Channel::kDigest, "a@b.com", {}, "", "<A/>"};
  f.change(forever);
  f.move_on(kMidnight + 240h);
  EXPECT_EQ(f.subjects(), (Lines{"2025-06-03T00:00:00.000Z Digest of 2025-06-02: 1 event",
                                 "2025-06-04T00:00:00.000Z Digest of 2025-06-03: 1 event"}));
}

TEST(Digest, IsNotWrittenWhenTheSubscriptionHasExpired) {
  Fixture f(Subscription::Channel::kDigest);
  f.move_on(kMidnight);
  f.lose_messaging();
  EXPECT_EQ(f.move_on(), kMidnight + 24h);
  EXPECT_EQ(f.subjects(), Lines{});
}

TEST(Digest, WakesAWorldWithARealClock) {
  Fixture f(Subscription::Channel::kDigest, Clock::Mode::kReal);
  f.lose_messaging();
  ASSERT_FALSE(f.alarms.empty());
  EXPECT_GT(f.alarms.back(), 14h);
  EXPECT_LE(f.alarms.back(), 15h);
  f.world.set_clock({Clock::Mode::kReal, kMidnight, 1});
  f.world.tick();
  ASSERT_EQ(f.subjects().size(), 1u);
  EXPECT_NE(f.subjects().front().find("Digest of 2025-06-02"), std::string::npos);
}

}  // namespace
}  // namespace irisim::engine
