// What a tester can see and do of webhooks.

#include <atomic>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/orders.h"
#include "tests/support/webhooks.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

TEST(WebhookControl, WaitWhileTheyArePaused) {
  Server server;
  const Endpoint endpoint;
  subscribe(server, endpoint);
  EXPECT_EQ(server.post(kWebhooks + "/pause", "").status, 200);
  create_portin(server);
  server.advance("10s");
  EXPECT_EQ(endpoint.calls().size(), 0u);
  EXPECT_EQ(texts_of(webhooks(server), "state"), (Texts{"due", "waiting", "waiting", "waiting"}));
  EXPECT_TRUE(*server.get(kWebhooks).json().find("paused")->boolean());
  EXPECT_EQ(server.post(kWebhooks + "/resume", "").status, 200);
  wait_for(server, "delivered", 4);
  EXPECT_EQ(endpoint.told("Status"), (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST(WebhookControl, AreSentOnceMoreOnDemand) {
  Server server;
  const Endpoint endpoint;
  subscribe(server, endpoint, "disconnects");
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(server.post(kWebhooks + "/1/redeliver", "").status, 202);
  server.advance("1s");
  EXPECT_EQ(endpoint.told("Status"), Texts(2, "FAILED"));
  EXPECT_EQ(attempt_times(server), (Texts{"2025-06-02T09:00:01.000Z", "2025-06-02T09:00:02.000Z"}));
  EXPECT_EQ(server.post(kWebhooks + "/2/redeliver", "").status, 404);
  EXPECT_EQ(server.get(kWebhooks + "/1").status, 200);
  EXPECT_EQ(server.get(kWebhooks + "/x").status, 404);
}

// It would come before what it waits for.
TEST(WebhookControl, ThatWaitForAnotherOneAreNotSentOnDemand) {
  Server server;
  const Endpoint endpoint(failing(1));
  subscribe(server, endpoint);
  create_portin(server);
  server.advance("10s");
  EXPECT_EQ(server.post(kWebhooks + "/2/redeliver", "").status, 409);
  EXPECT_EQ(server.post(kWebhooks + "/1/redeliver", "").status, 202);
  server.advance("1s");
  EXPECT_EQ(endpoint.told("Status"),
            (Texts{"PENDING_DOCUMENTS", "PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

// One attempt: what comes after it in its order is not held up for forty minutes.
TEST(WebhookControl, ThatAreSentOnceMoreAreNotTriedAgain) {
  Server server;
  const Endpoint endpoint([calls = std::make_shared<std::atomic<int>>(0)](const http::Request&) {
    return bare_answer(++*calls == 1 ? 200 : 500);
  });
  subscribe(server, endpoint, "disconnects");
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(server.post(kWebhooks + "/1/redeliver", "").status, 202);
  server.advance("1h");
  EXPECT_EQ(endpoint.calls().size(), 2u);
  EXPECT_EQ(text_of(webhooks(server).at(0), "state"), "failed");
}

TEST(WebhookControl, DoNotShowThePasswordOfAUrl) {
  Server server;
  const Endpoint endpoint;
  std::string url = endpoint.url();
  url.insert(url.find("127"), "me:s3cret@");
  create_subscription(
      server, without(subscription_to(url, "disconnects"), kCallback + "/CallbackCredentials"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  ASSERT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(endpoint.calls()[0].header("Authorization"), "Basic bWU6czNjcmV0");
  EXPECT_EQ(server.get(kWebhooks).body.find("s3cret"), std::string::npos);
}

// A reset ends what waits for the world that was.
TEST(WebhookControl, ResetEndsAnAdvanceThatWaitsForThem) {
  for (int i = 0; i < 20; ++i) {
    Server server;
    const Endpoint endpoint([](const http::Request&) {
      http::Response response = bare_answer(200);
      response.fault.kind = http::WireFault::Kind::kHang;
      return response;
    });
    subscribe(server, endpoint, "disconnects");
    create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
    Reply advanced;
    std::thread advancing(
        [&] { advanced = server.post("/__admin/clock/advance", R"({"by":"1m"})"); });
    ASSERT_TRUE(comes_true([&] { return endpoint.calls().size() == 1; }));
    EXPECT_EQ(server.post("/__admin/reset", "").status, 200);
    advancing.join();
    EXPECT_EQ(advanced.status, 409) << advanced.body;
  }
}

TEST(WebhookControl, AreFoundByWhatTheyTell) {
  Server server;
  const Endpoint endpoint;
  subscribe(server, endpoint);
  const std::string id = create_portin(server);
  create_portin(server, portin_request("9194809872"));
  server.advance("5d");
  EXPECT_EQ(webhooks(server).size(), 8u);
  EXPECT_EQ(texts_of(webhooks(server, "?order=" + id), "subject"),
            (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
  EXPECT_EQ(webhooks(server, "?subject=FOC").size(), 2u);
  EXPECT_EQ(webhooks(server, "?since=6").size(), 2u);
  EXPECT_EQ(webhooks(server, "?limit=3").size(), 3u);
  EXPECT_EQ(webhooks(server, "?account=1").size(), 0u);
  const Reply wrong = server.get(kWebhooks + "?stat=due");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_NE(wrong.body.find("did you mean 'state'?"), std::string::npos) << wrong.body;
  EXPECT_EQ(server.get(kWebhooks + "?state=dua").status, 400);
  EXPECT_EQ(server.get(kWebhooks + "?limit=0").status, 400);
}

TEST(WebhookControl, ThatNeverComeAreNotWaitedForForEver) {
  Server server;
  const Reply reply = server.post(kWebhooks + "/wait", R"({"count":2,"timeout":"10ms"})");
  EXPECT_EQ(reply.status, 408);
  EXPECT_EQ(text_of(reply.json(), "detail"),
            "Fewer than 2 matching webhooks were there within 10ms");
  EXPECT_EQ(server.post(kWebhooks + "/wait", R"({"count":"x"})").status, 400);
  EXPECT_EQ(server.post(kWebhooks + "/wait", R"({"timeout":"soon"})").status, 400);
}

TEST(WebhookControl, OfAWorldThatIsResetAreForgotten) {
  Server server;
  const Endpoint endpoint(failing(1000));
  subscribe(server, endpoint, "disconnects");
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  EXPECT_EQ(server.post("/__admin/reset", "").status, 200);
  server.advance("1h");
  EXPECT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(webhooks(server).size(), 0u);
}

}  // namespace
}  // namespace irisim::test
