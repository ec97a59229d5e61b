// Webhooks: what subscribers are told of their orders, how often it is tried, and what a tester can
// see and do of it.

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "http/tls.h"
#include "tests/support/documents.h"
#include "tests/support/endpoint.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"
#include "tests/support/program.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kWebhooks = "/__admin/webhooks";
const std::string kCallback = "CallbackSubscription";

std::string subscription_to(const std::string& url, const std::string& type = "portins") {
  return with(with(callback_subscription(), "OrderType", type), kCallback + "/URL", url);
}

std::string subscribe(Server& server, const Endpoint& endpoint,
                      const std::string& type = "portins") {
  return create_subscription(server, subscription_to(endpoint.url(), type));
}

json::Array webhooks(Server& server, const std::string& query = "") {
  const Reply reply = server.get(kWebhooks + query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return list_of(reply.json(), "webhooks");
}

Texts texts_of(const json::Array& values, const std::string& key) {
  Texts texts;
  for (const json::Value& value : values) texts.push_back(text_of(value, key));
  return texts;
}

// The times of the attempts of the only delivery.
Texts attempt_times(Server& server) {
  const json::Array all = webhooks(server);
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Texts() : texts_of(list_of(all[0], "attempts"), "at");
}

// Waits for so many deliveries in the state, without moving the clock.
void wait_for(Server& server, const std::string& state, int count = 1) {
  const Reply reply = server.post(
      kWebhooks + "/wait", R"({"state":")" + state + R"(","count":)" + std::to_string(count) + "}");
  ASSERT_EQ(reply.status, 200) << reply.body;
}

// An endpoint that fails so many times, and accepts then.
Endpoint::Answer failing(int times) {
  return [left = std::make_shared<std::atomic<int>>(times)](const http::Request&) {
    return bare_answer((*left)-- > 0 ? 503 : 200);
  };
}

TEST(Webhooks, TellOfEachNotifiedStateInOrder) {
  Server server;
  const Endpoint endpoint;
  const std::string subscription = subscribe(server, endpoint);
  const std::string id = create_portin(server);
  server.advance("5d");
  EXPECT_EQ(endpoint.told("Status"), (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
  EXPECT_EQ(endpoint.told("OrderId"), Texts(4, id));
  EXPECT_EQ(endpoint.told("OrderType"), Texts(4, "portins"));
  const Texts of = endpoint.told("SubscriptionId");
  EXPECT_TRUE(subscription.ends_with("/" + of.at(0)));
}

TEST(Webhooks, HaveTheDocumentedForm) {
  Server server;
  const Endpoint endpoint;
  subscribe(server, endpoint);
  create_portin(server, with(portin_request(), "CustomerOrderId", "mine"));
  server.advance("5d");
  const http::Request last = endpoint.calls().back();
  EXPECT_EQ(last.method, "POST");
  EXPECT_EQ(last.target, "/hook");
  EXPECT_EQ(last.header("Content-Type"), "application/xml");
  EXPECT_EQ(last.header("Authorization"), "Basic c3VwZXJ1c2VyOnMzY3VyZQ==");  // superuser:s3cure
  const std::string form = "Notification/";
  EXPECT_EQ(outline(last.body), (Texts{"Notification", form + "SubscriptionId", form + "OrderType",
                                       form + "OrderId", form + "CustomerOrderId", form + "Status",
                                       form + "Message", form + "CompletedTelephoneNumbers",
                                       form + "CompletedTelephoneNumbers/TelephoneNumber"}));
  const auto document = xml::Document::parse(last.body);
  EXPECT_EQ(document->root().text("Message"), "Order is complete");
  EXPECT_EQ(document->root().at("CompletedTelephoneNumbers/TelephoneNumber").text(), "9194809871");
  EXPECT_EQ(document->root().text("CustomerOrderId"), "mine");
}

TEST(Webhooks, TellOfANoteAsItIsAdded) {
  Server server;
  const Endpoint endpoint;
  const std::string id = create_portin(server);
  subscribe(server, endpoint);
  const Reply reply =
      server.post(kPortins + "/" + id + "/notes",
                  "<Note><UserId>jbm</UserId><Description>Hurry &amp; up</Description></Note>");
  ASSERT_EQ(reply.status, 201) << reply.body;
  wait_for(server, "delivered");
  EXPECT_EQ(endpoint.told("Note"), Texts{"Hurry & up"});
  EXPECT_EQ(endpoint.told("Status"), Texts{""});
}

TEST(Webhooks, OfOneOrderTellOfNoOther) {
  Server server;
  const Endpoint endpoint;
  const std::string first = create_portin(server);
  const std::string second = create_portin(server, portin_request("9194809872"));
  create_subscription(server, with(subscription_to(endpoint.url()), "OrderId", second));
  server.advance("5d");
  EXPECT_EQ(endpoint.told("OrderId"), Texts(3, second));
}

TEST(Webhooks, TellOfWhatCouldNotBeDone) {
  Server server;
  const Endpoint endpoint;
  subscribe(server, endpoint, "disconnects");
  const std::string mine = available_number();
  order_numbers(server, {mine});
  create(server, kAccount + "/disconnects", disconnect_order({mine, "9195550199"}));
  server.advance("1m");  // those of different orders may overtake each other
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("1m");
  EXPECT_EQ(endpoint.told("Status"), (Texts{"PARTIAL", "FAILED"}));
  // Those that were disconnected, and no others.
  const auto partial = xml::Document::parse(endpoint.calls()[0].body);
  EXPECT_EQ(texts(partial->root(), "CompletedTelephoneNumbers/TelephoneNumber"), Texts{mine});
  EXPECT_EQ(endpoint.calls()[1].body.find("CompletedTelephoneNumbers"), std::string::npos);
}

TEST(Webhooks, AreTriedAgainEveryFiveMinutesByTheClockAlone) {
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

TEST(Webhooks, AreGivenUpAfterEightRetriesInFortyMinutes) {
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
TEST(Webhooks, KeepTheOrderOfAnOrderWhileTheEndpointFails) {
  Server server;
  const Endpoint endpoint(failing(3));
  subscribe(server, endpoint);
  create_portin(server);
  server.advance("5d");
  EXPECT_EQ(endpoint.told("Status"),
            (Texts{"PENDING_DOCUMENTS", "PENDING_DOCUMENTS", "PENDING_DOCUMENTS",
                   "PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST(Webhooks, OfAnotherOrderDoNotWaitForOneThatFails) {
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

TEST(Webhooks, SayWhyThereWasNoAnswer) {
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

TEST(Webhooks, DoNotFollowRedirects) {
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
TEST(Webhooks, AreToldAgainWhenTheConnectionBreaks) {
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

TEST(Webhooks, GoWhereTheSubscriptionPointsNow) {
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

TEST(Webhooks, OfASubscriptionThatIsGoneAreCancelled) {
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

TEST(Webhooks, GoToAnHttpsEndpointWhoseCertificateIsTrusted) {
  const http::Identity identity = http::make_self_signed();
  const Folder folder;
  write_file(folder.file("ca.pem"), identity.certificate);
  struct Case {
    const char* what;
    std::function<void(http::Sender::Options&)> change;
    const char* state;
  };
  const Case cases[] = {
      {"the system's", [](http::Sender::Options&) {}, "due"},
      {"--webhook-ca",
       [&](http::Sender::Options& options) { options.ca_file = folder.file("ca.pem"); },
       "delivered"},
      {"--webhook-insecure", [](http::Sender::Options& options) { options.is_trusting = true; },
       "delivered"},
  };
  for (const Case& each : cases) {
    Server server([&](app::ServerOptions& options) { each.change(options.webhooks.sender); });
    const Endpoint endpoint({}, &identity);
    subscribe(server, endpoint, "disconnects");
    create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
    server.advance("2s");
    EXPECT_EQ(text_of(webhooks(server).at(0), "state"), each.state) << each.what;
    EXPECT_EQ(endpoint.calls().size(), std::string(each.state) == "due" ? 0u : 1u) << each.what;
  }
}

TEST(Webhooks, AreRewrittenToWhereTheClientRuns) {
  const Endpoint endpoint;
  Server server([&](app::ServerOptions& options) {
    options.webhooks.rewrites = {{"https://app.example.com:8443", endpoint.url("/inside")}};
  });
  create_subscription(server,
                      subscription_to("https://app.example.com:8443/hook?a=1", "disconnects"));
  create(server, kAccount + "/disconnects", disconnect_order({"9195550198"}));
  server.advance("2s");
  ASSERT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(endpoint.calls()[0].target, "/inside/hook?a=1");
  const json::Array attempts = list_of(webhooks(server).at(0), "attempts");
  EXPECT_EQ(text_of(*attempts.at(0).find("request"), "url"), endpoint.url("/inside/hook?a=1"));
}

// Each test's world has an outbox of its own.
TEST(Webhooks, StayInTheirWorld) {
  Server server;
  const Endpoint endpoint;
  ASSERT_EQ(
      server
          .post("/worlds/one/api" + kSubscriptions, subscription_to(endpoint.url(), "disconnects"))
          .status,
      201);
  for (const std::string world : {"/worlds/one", "/worlds/two", ""}) {
    ASSERT_EQ(
        server.post(world + "/api" + kAccount + "/disconnects", disconnect_order({"9195550198"}))
            .status,
        201);
    EXPECT_EQ(server.post(world + "/__admin/clock/advance", R"({"by":"2s"})").status, 200);
  }
  EXPECT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(webhooks(server).size(), 0u);
}

TEST(Webhooks, WaitWhileTheyArePaused) {
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

TEST(Webhooks, AreSentOnceMoreOnDemand) {
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
TEST(Webhooks, ThatWaitForAnotherOneAreNotSentOnDemand) {
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
TEST(Webhooks, ThatAreSentOnceMoreAreNotTriedAgain) {
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

TEST(Webhooks, DoNotShowThePasswordOfAUrl) {
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

TEST(Webhooks, EndWithTheLastYear) {
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

// A reset ends what waits for the world that was.
TEST(Webhooks, ResetEndsAnAdvanceThatWaitsForThem) {
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

TEST(Webhooks, AreFoundByWhatTheyTell) {
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

TEST(Webhooks, ThatNeverComeAreNotWaitedForForEver) {
  Server server;
  const Reply reply = server.post(kWebhooks + "/wait", R"({"count":2,"timeout":"10ms"})");
  EXPECT_EQ(reply.status, 408);
  EXPECT_EQ(text_of(reply.json(), "detail"),
            "Fewer than 2 matching webhooks were there within 10ms");
  EXPECT_EQ(server.post(kWebhooks + "/wait", R"({"count":"x"})").status, 400);
  EXPECT_EQ(server.post(kWebhooks + "/wait", R"({"timeout":"soon"})").status, 400);
}

// The endpoint asks the simulator before it answers, as endpoints do.
TEST(Webhooks, LetTheirEndpointUseTheServerWhileTheClockWaits) {
  Server server;
  Texts seen;
  std::mutex mutex;
  const Endpoint endpoint([&](const http::Request& call) {
    const auto body = xml::Document::parse(call.body);
    const std::string status = status_of(server, std::string(body->root().text("OrderId")));
    const std::lock_guard lock(mutex);
    seen.push_back(status);
    return bare_answer(200);
  });
  subscribe(server, endpoint);
  create_portin(server);
  server.advance("5d");
  const std::lock_guard lock(mutex);
  EXPECT_EQ(seen, (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST(Webhooks, OfAWorldThatIsResetAreForgotten) {
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

TEST(Webhooks, TellOfAnLsrWithoutItsNumbers) {
  Server server;
  const Endpoint endpoint;
  const std::string number = available_number();
  order_numbers(server, {number});
  subscribe(server, endpoint, "lsrorders");
  create_lsr(server, lsr_of({number}));
  server.advance("10s");
  EXPECT_EQ(endpoint.told("Status"), (Texts{"PENDING", "FOC", "COMPLETE"}));
  EXPECT_EQ(endpoint.told("Message").at(0),
            "LSR has been received by the system and is being processed");
  EXPECT_EQ(endpoint.calls().back().body.find("CompletedTelephoneNumbers"), std::string::npos);
}

// Nobody is told of a number without messaging, nor of one that the account itself gives away.
TEST(Webhooks, TellAnAccountOfTheMessagingThatItLosesToAnotherOne) {
  PortServer server;
  const std::string with_messages = "9194800001", plain = "9194800002", own = "9194800003";
  for (const std::string& number : {with_messages, plain, own})
    complete_portin(server, "14", number);
  const std::string peer = "/accounts/14/sites/743/sippeers/303716/tns/";
  for (const std::string& number : {with_messages, own}) {
    const Reply reply = server.put(
        peer + number,
        settings_request(number,
                         "<MessagingSettings><SmsEnabled>true</SmsEnabled></MessagingSettings>"));
    ASSERT_EQ(reply.status, 200) << reply.body;
  }
  const Endpoint endpoint;
  const std::string event =
      with(without(callback_subscription(), "OrderType"), "EventType", "MESSAGING_LOST");
  ASSERT_EQ(
      server.post("/accounts/14/subscriptions", with(event, kCallback + "/URL", endpoint.url()))
          .status,
      201);
  create(server, "/accounts/14/disconnects", disconnect_order({own}));
  create_portin(server, with_number(plain_request(with_messages), plain));
  server.advance("1h");
  ASSERT_EQ(endpoint.calls().size(), 1u);
  EXPECT_EQ(outline(endpoint.calls()[0].body),
            (Texts{"Notification", "Notification/SubscriptionId", "Notification/EventType",
                   "Notification/ImpactedTelephoneNumbers",
                   "Notification/ImpactedTelephoneNumbers/TelephoneNumber"}));
  EXPECT_EQ(endpoint.told("EventType"), Texts{"MESSAGING_LOST"});
  EXPECT_NE(endpoint.calls()[0].body.find(with_messages), std::string::npos);
}

}  // namespace
}  // namespace irisim::test
