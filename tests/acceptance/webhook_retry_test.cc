// Webhooks that fail: how often they are tried, in which order, and until when.

#include <atomic>
#include <memory>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/orders.h"
#include "tests/support/webhooks.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

TEST(WebhookRetry, AreTriedAgainEveryFiveMinutesByTheClockAlone) {
  Server server;
  const Endpoint endpoint(failing(7));
  const std::string path =
      create_subscription(server, subscription_to(endpoint.url(), "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("41m");
  EXPECT_EQ(attempt_times(server), (Texts{"2025-06-02T09:00:01.000Z", "2025-06-02T09:05:01.000Z",
                                          "2025-06-02T09:10:01.000Z", "2025-06-02T09:15:01.000Z",
                                          "2025-06-02T09:20:01.000Z", "2025-06-02T09:25:01.000Z",
                                          "2025-06-02T09:30:01.000Z", "2025-06-02T09:35:01.000Z"}));
  EXPECT_EQ(endpoint.calls().size(), 8u);
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "delivered");
  EXPECT_EQ(server.get(path).text("Subscriptions/Subscription/" + kCallback + "/Status"), "200 OK");
}

TEST(WebhookRetry, AreGivenUpAfterEightRetriesInFortyMinutes) {
  Server server;
  const Endpoint endpoint(failing(1000));
  const std::string path =
      create_subscription(server, subscription_to(endpoint.url(), "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("40m");
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "due");
  EXPECT_EQ(text_of(webhooks(server).at(0), "nextAttemptAt"), "2025-06-02T09:40:01.000Z");
  server.advance("1h");
  EXPECT_EQ(attempt_times(server).size(), 9u);
  EXPECT_EQ(attempt_times(server).back(), "2025-06-02T09:40:01.000Z");
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "failed");
  EXPECT_EQ(server.get(path).text("Subscriptions/Subscription/" + kCallback + "/Status"),
            "503 Service Unavailable");
}

// What waits behind a delivery that fails is told after it, also when the order is long at its end.
TEST(WebhookRetry, KeepTheOrderOfAnOrderWhileTheEndpointFails) {
  Server server;
  const Endpoint endpoint(failing(3));
  subscribe(server, endpoint);
  create_portin(server);
  server.advance("5d");
  EXPECT_EQ(endpoint.told("Status"),
            (Texts{"PENDING_DOCUMENTS", "PENDING_DOCUMENTS", "PENDING_DOCUMENTS",
                   "PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST(WebhookRetry, OfAnotherOrderDoNotWaitForOneThatFails) {
  Server server;
  std::string unlucky;
  std::mutex mutex;
  const Endpoint endpoint([&](const http::Request& call) {
    const std::lock_guard lock(mutex);
    return bare_answer(call.body.find(unlucky) != std::string::npos ? 500 : 200);
  });
  server.post(kWebhooks + "/pause", "");
  subscribe(server, endpoint);
  {
    const std::string id = create_portin(server);
    const std::lock_guard lock(mutex);
    unlucky = id;
  }
  const std::string other = create_portin(server, portin_request("9194809872"));
  server.post(kWebhooks + "/resume", "");
  server.advance("10s");
  EXPECT_EQ(webhooks(server, "?state=delivered&order=" + other).size(), 4u);
  EXPECT_EQ(webhooks(server, "?state=delivered&order=" + unlucky).size(), 0u);
}

TEST(WebhookRetry, SayWhyThereWasNoAnswer) {
  Server server;
  std::string url;
  {
    const Endpoint gone;
    url = gone.url();
  }
  const std::string path = create_subscription(server, subscription_to(url, "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  const json::Array attempts = list_of(webhooks(server).at(0), "attempts");
  ASSERT_EQ(attempts.size(), 1u);
  EXPECT_TRUE(attempts[0].find("status")->is_null());
  EXPECT_NE(text_of(attempts[0], "error").find("Failed to connect"), std::string::npos)
      << text_of(attempts[0], "error");
  EXPECT_NE(server.get(path)
                .text("Subscriptions/Subscription/" + kCallback + "/Status")
                .find("Failed to connect"),
            std::string::npos);
}

TEST(WebhookRetry, DoNotFollowRedirects) {
  Server server;
  const Endpoint aim;
  const Endpoint endpoint([&](const http::Request&) {
    http::Response response = bare_answer(302);
    response.headers.emplace_back("Location", aim.url());
    return response;
  });
  subscribe(server, endpoint, "disconnects");
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(aim.calls().size(), 0u);
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "due");
}

// The connection ends in the middle of an answer: at least once means that it is told again.
TEST(WebhookRetry, AreToldAgainWhenTheConnectionBreaks) {
  for (const auto kind : {http::WireFault::Kind::kReset, http::WireFault::Kind::kEmptyReply,
                          http::WireFault::Kind::kGarbage, http::WireFault::Kind::kTruncatedBody,
                          http::WireFault::Kind::kHalfStatusLine}) {
    Server server;
    const Endpoint endpoint(
        [kind, left = std::make_shared<std::atomic<int>>(2)](const http::Request&) {
          http::Response response = bare_answer(200);
          response.type = "text/plain";
          response.body = "thank you";
          if ((*left)-- > 0) response.fault.kind = kind;
          return response;
        });
    subscribe(server, endpoint, "disconnects");
    create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
    server.advance("10m2s");
    EXPECT_EQ(endpoint.told("Status"), Texts(3, "FAILED")) << static_cast<int>(kind);
    EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "delivered");
  }
}

TEST(WebhookRetry, GoWhereTheSubscriptionPointsNow) {
  Server server;
  const Endpoint old(failing(1000)), current;
  const std::string path = create_subscription(server, subscription_to(old.url(), "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(server.put(path, subscription_to(current.url(), "disconnects")).status, 200);
  server.advance("5m");
  EXPECT_EQ(old.calls().size(), 1u);
  EXPECT_EQ(current.told("Status"), Texts{"FAILED"});
}

TEST(WebhookRetry, OfASubscriptionThatIsGoneAreCancelled) {
  Server server;
  const Endpoint endpoint(failing(1000));
  const std::string path =
      create_subscription(server, subscription_to(endpoint.url(), "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(server.remove(path).status, 200);
  server.advance("1h");
  EXPECT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "cancelled");
}

TEST(WebhookRetry, EndWithTheLastYear) {
  Server server([](app::ServerOptions& options) {
    options.world.start = kLastInstant - std::chrono::minutes(7);
  });
  const Endpoint endpoint(failing(1000));
  subscribe(server, endpoint, "disconnects");
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  EXPECT_EQ(server.post("/__admin/clock/advance", R"({"until":"idle"})").status, 200);
  EXPECT_EQ(attempt_times(server).size(), 2u);
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "failed");
  const Reply snapshot = server.get("/__admin/snapshot");
  EXPECT_EQ(server.put("/__admin/snapshot", snapshot.body).status, 200);
}

}  // namespace
}  // namespace irisim::test
