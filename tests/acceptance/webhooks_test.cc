// Webhooks: what subscribers are told of their orders and numbers, and where it goes.

#include "tests/support/webhooks.h"

#include <mutex>

#include <gtest/gtest.h>

#include "http/tls.h"
#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/port_world.h"
#include "tests/support/program.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

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
