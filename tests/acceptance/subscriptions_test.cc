// Subscriptions: what a customer wants to be told of, and where.

#include "tests/support/subscriptions.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/peers.h"

namespace irisim::test {
namespace {

const std::string kCallback = "CallbackSubscription";
const std::string kBasic = kCallback + "/CallbackCredentials/BasicAuthentication";
const std::string kPublicKey = kCallback + "/CallbackCredentials/PublicKey";
const std::string kUrl = kCallback + "/URL";
const std::string kExpiry = kCallback + "/Expiry";
const std::string kOne = "Subscriptions/Subscription/";  // of an answer
// "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n" in Base64.
const std::string kPem =
    "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1BPT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=";

using Ids = std::vector<std::string>;

std::string id_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

Ids listed(Server& server, const std::string& query = "") {
  const Reply reply = server.get(kSubscriptions + query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return texts(reply.xml().root(), kOne + "SubscriptionId");
}

std::string for_order(const std::string& type, const std::string& order) {
  return with(email_subscription(type), "OrderId", order);
}

std::string with_url(const std::string& url) {
  return with(callback_subscription(), kUrl, url);
}

TEST(Subscriptions, OneByEmailIsAnsweredAsItWasDefined) {
  Server server;
  const Reply created = server.post("/api" + kSubscriptions, email_subscription("portouts"));
  EXPECT_EQ(created.status, 201);
  EXPECT_EQ(created.body, "");
  const std::string location = created.header("Location");
  const std::string id = id_of(location);
  EXPECT_TRUE(location.ends_with("/api" + kSubscriptions + "/" + id)) << location;

  // The contract's example, with this id.
  const Reply found = server.get(kSubscriptions + "/" + id);
  EXPECT_EQ(found.status, 200);
  const std::string example =
      with(source_file(
               "fixtures/operations/accounts/accountId/subscriptions/subscriptionid/get/200.xml"),
           kOne + "SubscriptionId", id);
  EXPECT_EQ(found.xml().compact(), xml::Document::parse(example)->compact());
}

TEST(Subscriptions, OneByACallIsShownWithoutItsPassword) {
  Server server;
  const std::string path =
      create_subscription(server, with(callback_subscription(), kPublicKey, kPem));
  for (const std::string& seen : {path, kSubscriptions}) {
    const Reply reply = server.get(seen);
    EXPECT_EQ(reply.xml().compact(),
              "<SubscriptionsResponse><Subscriptions><Subscription><SubscriptionId>" + id_of(path) +
                  "</SubscriptionId><OrderType>orders</OrderType><CallbackSubscription>"
                  "<URL>http://yourhost:8080/path/to/resource</URL><Expiry>12000</Expiry>"
                  "<CallbackCredentials><BasicAuthentication><Username>superuser</Username>"
                  "</BasicAuthentication><PublicKey>" +
                  kPem +
                  "</PublicKey></CallbackCredentials></CallbackSubscription></Subscription>"
                  "</Subscriptions></SubscriptionsResponse>");
  }
}

TEST(Subscriptions, OneOfAnEventHasNoOrderType) {
  Server server;
  for (const std::string& request :
       {event_subscription(),
        with(without(callback_subscription(), "OrderType"), "EventType", "messaging_lost")}) {
    const Reply reply = server.get(create_subscription(server, request));
    EXPECT_EQ(reply.text(kOne + "EventType"), "MESSAGING_LOST");
    EXPECT_EQ(reply.body.find("OrderType"), std::string::npos) << reply.body;
  }
}

TEST(Subscriptions, OneOfAnOrderShowsWhichOne) {
  Server server;
  const std::string order = create_portin(server);
  const Reply reply = server.get(create_subscription(server, for_order("portins", order)));
  EXPECT_EQ(reply.text(kOne + "OrderType"), "portins");
  EXPECT_EQ(reply.text(kOne + "OrderId"), order);
}

TEST(Subscriptions, TheListHasAllOfTheAccountOldestFirst) {
  Server server;
  EXPECT_TRUE(server.get(kSubscriptions).xml().root().child("Subscriptions"));
  const std::string first = create_subscription(server, event_subscription());
  const std::string second = create_subscription(server, callback_subscription());
  const std::string third = create_subscription(server, email_subscription());
  EXPECT_EQ(listed(server), (Ids{id_of(first), id_of(second), id_of(third)}));
  EXPECT_EQ(texts(server.get("/accounts/42/subscriptions").xml().root(), kOne + "SubscriptionId"),
            Ids{});
}

TEST(Subscriptions, TheListIsNarrowedDownByOrderTypeAndOrder) {
  Server server;
  const std::string order = create_portin(server);
  const std::string all = create_subscription(server, email_subscription());
  const std::string one = create_subscription(server, for_order("portins", order));
  create_subscription(server, callback_subscription());
  EXPECT_EQ(listed(server, "?orderType=PortIns"), (Ids{id_of(all), id_of(one)}));
  EXPECT_EQ(listed(server, "?orderType=portins&orderId=" + order), Ids{id_of(one)});
  EXPECT_EQ(listed(server, "?orderId=" + order), Ids{id_of(one)});
}

TEST(Subscriptions, AFilterThatFindsNoneIsToldSo) {
  Server server;
  create_subscription(server, email_subscription());
  EXPECT_EQ(expect_code(server.get(kSubscriptions + "?orderType=orders"), 404, "16001"),
            "Subscriptions for account 9999999 order type orders not found");
  EXPECT_EQ(expect_code(server.get(kSubscriptions + "?orderType=orders&orderId=7"), 404, "16002"),
            "Subscriptions for account 9999999, order type orders, order ID 7 not found");
  expect_code(server.get(kSubscriptions + "?orderType=letters"), 400, "14500");
}

TEST(Subscriptions, EveryOrderTypeIsTaken) {
  Server server;
  for (const char* type :
       {"portins", "portouts", "orders", "disconnects", "dldas", "lsrorders", "e911s", "tnoptions",
        "externalTns", "lidb", "bulkPortins", "importtnorders", "removeImportedTnOrders", "csrs",
        "importToAccounts", "emergencyEndpointGroup", "emergencyNotificationGroup",
        "tollFreePortingValidations"}) {
    const Reply reply = server.get(create_subscription(server, email_subscription(type)));
    EXPECT_EQ(reply.text(kOne + "OrderType"), type);
  }
}

TEST(Subscriptions, BothNamesOfLidbAreOneType) {
  Server server;
  const std::string path = create_subscription(server, email_subscription("lidbs"));
  EXPECT_EQ(server.get(path).text(kOne + "OrderType"), "lidbs");
  EXPECT_EQ(listed(server, "?orderType=lidb"), Ids{id_of(path)});
  expect_code(server.post(kSubscriptions, email_subscription("lidb")), 409, "16008");
}

struct Violation {
  std::string code, description, request;
};

std::vector<Violation> violations() {
  const std::string email = email_subscription();
  const std::string call = callback_subscription();
  const std::string event = event_subscription();
  const std::string types =
      "Incorrect order type. Valid values: portins, portouts, orders, disconnects, "
      "importToAccounts, dldas, lsrorders, e911s, tnoptions, externalTns, lidbs, bulkPortins, "
      "importtnorders, removeImportedTnOrders, csrs, emergencyEndpointGroup, "
      "emergencyNotificationGroup, tollFreePortingValidations";
  const std::string invalid = "Subscription object is invalid";
  const std::string credentials =
      "Basic authentication must contain both a non-blank username and password";
  const std::string key =
      "We couldn't read your provided certificate. Please encode your .DER/.CER/.CRT public key "
      "with a Base64 encoder and try again.";
  return {
      {"14500", types, email_subscription("letters")},
      {"14507", "Incorrect event type. Valid values: MESSAGING_LOST",
       with(event, "EventType", "MESSAGING_GAINED")},
      {"14508", "OrderType or EventType should be specified.", without(email, "OrderType")},
      {"14508", "OrderType or EventType should be specified.", with(email, "OrderType", " ")},
      {"14501", invalid, with(email, "EventType", "MESSAGING_LOST")},
      {"14501", invalid, with(event, "OrderId", "e75dc861-95ed-427e-8688-976132a69549")},
      {"14501", invalid, without(email, "EmailSubscription")},
      {"14501", invalid, with(call, "EmailSubscription/Email", "a@b.com")},
      {"14501", invalid, without(email, "EmailSubscription/Email")},
      {"14501", invalid, with(email, "EmailSubscription/Email", "newtest")},
      {"14502", "Incorrect digest type", without(email, "EmailSubscription/DigestRequested")},
      {"14502", "Incorrect digest type",
       with(email, "EmailSubscription/DigestRequested", "WEEKLY")},
      {"14503", "Callback URL is empty", without(call, kUrl)},
      {"14503", "Callback URL is empty", with_url(" ")},
      {"14506", "Callback URL is invalid", with_url("yourhost:8080/path")},
      {"14506", "Callback URL is invalid", with_url("ftp://yourhost/path")},
      {"14506", "Callback URL is invalid", with_url("\"http://yourhost\"")},
      {"14501", invalid, with(call, kExpiry, "0")},
      {"14501", invalid, with(call, kExpiry, "1h")},
      {"12164", "Digest Type 'daily' is not supported for callback subscriptions.",
       with(call, kCallback + "/DigestRequested", "DAILY")},
      {"14504", key, with(call, kPublicKey, "LS0tLS1CRUdJTiBDRVJUSU [...] kQgQ0VSVElGSUNBVEUt")},
      {"14504", key, with(call, kPublicKey, "bm8gY2VydGlmaWNhdGU=")},  // "no certificate"
      {"14504", key, with(call, kPublicKey, "MAMCAQ==")},              // DER that is cut
      {"14505", credentials, without(call, kBasic + "/Password")},
      {"14505", credentials, with(call, kBasic + "/Password", " ")},
      {"14505", credentials, without(call, kBasic + "/Username")},
      {"14501", invalid, with(call, kBasic + "/Username", std::string(101, 'u'))},
  };
}

TEST(Subscriptions, EachRuleHasItsCodeAndHoldsForChangesToo) {
  Server server;
  const std::string path = create_subscription(server, email_subscription("dldas"));
  for (const Violation& violation : violations()) {
    SCOPED_TRACE(violation.request);
    for (const Reply& reply :
         {server.post(kSubscriptions, violation.request), server.put(path, violation.request)}) {
      EXPECT_EQ(expect_code(reply, 400, violation.code), violation.description);
    }
  }
  EXPECT_EQ(listed(server), Ids{id_of(path)});
  EXPECT_EQ(server.get(path).text(kOne + "OrderType"), "dldas");
}

TEST(Subscriptions, WhatIsJustWithinTheRulesIsTaken) {
  Server server;
  const std::string call = callback_subscription();
  const std::vector<std::string> requests = {
      with(with_url("http://localhost:9/1"), kPublicKey, "MAMCAQE="),
      with(with_url("http://localhost:9/2"), kBasic + "/Username", std::string(100, 'u')),
      without(with_url("https://localhost:9/3"), kCallback + "/CallbackCredentials"),
      without(with_url("http://127.0.0.1:9/4"), kExpiry),
      with(with_url("HTTP://localhost/5"), kCallback + "/User", "somebody"),
      with(with_url("http://localhost/6"), kExpiry, "4283455101"),
      with(with_url("http://localhost/7"), kExpiry, "9223372036854775807"),
      with(with_url("http://localhost/8"), kCallback + "/DigestRequested", "NONE"),
      with(email_subscription("orders"), "EmailSubscription/DigestRequested", "none"),
  };
  for (const std::string& request : requests)
    EXPECT_EQ(server.post(kSubscriptions, request).status, 201) << request;
  EXPECT_EQ(listed(server).size(), requests.size());
}

TEST(Subscriptions, TheOrderMustBeOneOfTheAccountAndType) {
  Server server;
  const std::string order = create_portin(server);
  const std::string unknown = "e75dc861-95ed-427e-8688-976132a69549";
  const std::string path = create_subscription(server, email_subscription());
  const auto expect = [&](const std::string& subscription, const std::string& account,
                          const std::string& code, const std::string& description) {
    const std::string list = "/accounts/" + account + "/subscriptions";
    EXPECT_EQ(expect_code(server.post(list, subscription), 404, code), description);
  };
  expect(for_order("portins", unknown), "9999999", "16004",
         "Order " + unknown + " of type portins doesn't exist");
  expect(for_order("portins", order), "42", "16003",
         "Order " + order + " doesn't belong to account 42");
  expect(for_order("orders", order), "9999999", "16005",
         "Order " + order + " of type orders not found");
  expect_code(server.put(path, for_order("portins", unknown)), 404, "16004");
  EXPECT_EQ(server.get(path).body.find("OrderId"), std::string::npos);
}

TEST(Subscriptions, OrdersForNewNumbersAndDisconnectsAreKnownToo) {
  Server server;
  const std::string number = available_number();
  const std::string order = create(server, kAccount + "/orders", existing_order({number}));
  server.advance("1s");
  create_subscription(server, for_order("orders", order));
  const std::string disconnect =
      create(server, kAccount + "/disconnects", disconnect_order({number}));
  create_subscription(server, for_order("disconnects", disconnect));
  EXPECT_EQ(listed(server).size(), 2u);
}

TEST(Subscriptions, ADuplicateIsRefused) {
  Server server;
  const std::string order = create_portin(server);
  const std::string path = create_subscription(server, email_subscription());
  create_subscription(server, event_subscription());
  create_subscription(server, callback_subscription());
  const std::string shouted =
      with(email_subscription(), "EmailSubscription/Email", "NewTest@gmail.com");
  const std::string undigested =
      with(email_subscription(), "EmailSubscription/DigestRequested", "NONE");
  for (const std::string& request :
       {email_subscription(), shouted, undigested, event_subscription(), callback_subscription()}) {
    EXPECT_EQ(expect_code(server.post(kSubscriptions, request), 409, "16008"),
              "Duplicate subscription already exists");
  }
  expect_code(server.put(path, event_subscription()), 409, "16008");
  EXPECT_EQ(server.put(path, undigested).status, 200);  // no duplicate of itself
  for (const std::string& request :
       {for_order("portins", order), email_subscription("orders"), with_url("http://other"),
        with(email_subscription(), "EmailSubscription/Email", "other@gmail.com")}) {
    EXPECT_EQ(server.post(kSubscriptions, request).status, 201) << request;
  }
  EXPECT_EQ(server.post("/accounts/42/subscriptions", email_subscription()).status, 201);
}

TEST(Subscriptions, AHundredAreForAllOrdersOfAType) {
  Server server;
  const std::string order =
      create(server, kAccount + "/orders", existing_order({available_number()}));
  for (int i = 0; i < 100; ++i)
    create_subscription(server, with_url("http://localhost/" + std::to_string(i)));
  const std::string one_more = with_url("http://localhost/more");
  EXPECT_EQ(expect_code(server.post(kSubscriptions, one_more), 400, "16006"),
            "Only 100 global subscriptions are permitted for any supported order-type");
  create_subscription(server, with(one_more, "OrderType", "portins"));
  const std::string of_order = create_subscription(server, with(one_more, "OrderId", order));
  expect_code(server.put(of_order, one_more), 400, "16006");
  const Ids ids = listed(server, "?orderType=orders");
  EXPECT_EQ(server.put(kSubscriptions + "/" + ids[0], with_url("http://localhost/new")).status,
            200);
  EXPECT_EQ(server.remove(kSubscriptions + "/" + ids[0]).status, 200);
  EXPECT_EQ(server.put(of_order, one_more).status, 200);
}

TEST(Subscriptions, APutSaysEverythingAnew) {
  Server server;
  const std::string path = create_subscription(server, callback_subscription());
  const Reply replaced = server.put(path, without(with(with_url("https://b.com"), kExpiry, "60"),
                                                  kCallback + "/CallbackCredentials"));
  EXPECT_EQ(replaced.status, 200);
  EXPECT_EQ(replaced.body, "");
  const Reply found = server.get(path);
  EXPECT_EQ(found.text(kOne + "SubscriptionId"), id_of(path));
  EXPECT_EQ(found.text(kOne + kUrl), "https://b.com");
  EXPECT_EQ(found.text(kOne + kExpiry), "60");
  EXPECT_EQ(found.body.find("Credentials"), std::string::npos) << found.body;

  EXPECT_EQ(server.put(path, event_subscription()).status, 200);
  EXPECT_EQ(server.get(path).text(kOne + "EmailSubscription/Email"), "newtest@gmail.com");
  EXPECT_EQ(server.get(path).text(kOne + "EventType"), "MESSAGING_LOST");
  EXPECT_EQ(server.get(path).body.find("OrderType"), std::string::npos);
  EXPECT_EQ(listed(server), Ids{id_of(path)});
}

TEST(Subscriptions, ADeletedOneIsGone) {
  Server server;
  const std::string path = create_subscription(server, email_subscription());
  const std::string other = create_subscription(server, event_subscription());
  const Reply removed = server.remove(path);
  EXPECT_EQ(removed.status, 200);
  EXPECT_EQ(removed.body, "");
  EXPECT_EQ(listed(server), Ids{id_of(other)});
  expect_code(server.remove(path), 404, "16000");
  create_subscription(server, email_subscription());  // and can be made again
}

TEST(Subscriptions, AnUnknownOneIs16000) {
  Server server;
  const std::string path = create_subscription(server, email_subscription());
  for (const char* method : {"GET", "PUT", "DELETE"}) {
    const Reply reply = server.send(method, kSubscriptions + "/none", email_subscription());
    EXPECT_EQ(expect_code(reply, 404, "16000"),
              "Subscription none not found for accountId 9999999");
    const std::string of_other = "/accounts/42/subscriptions/" + id_of(path);
    expect_code(server.send(method, of_other, email_subscription()), 404, "16000");
  }
  const Reply broken = server.put(kSubscriptions + "/none", email_subscription("letters"));
  expect_code(broken, 404, "16000");
}

TEST(Subscriptions, OneExpiresOnTheWorldsClock) {
  Server server;
  const std::string path = create_subscription(server, callback_subscription());
  const std::string other = create_subscription(server, email_subscription());
  server.advance("11999s");
  EXPECT_EQ(listed(server), (Ids{id_of(path), id_of(other)}));
  server.advance("1s");
  EXPECT_EQ(listed(server), Ids{id_of(other)});
  for (const char* method : {"GET", "PUT", "DELETE"})
    expect_code(server.send(method, path, callback_subscription()), 404, "16000");
  EXPECT_EQ(server.get(kSubscriptions + "?orderType=orders").status, 404);
  create_subscription(server, callback_subscription());  // no duplicate
}

TEST(Subscriptions, APutStartsTheTimeToExpiryAgain) {
  Server server;
  const std::string path = create_subscription(server, callback_subscription());
  server.advance("11999s");
  EXPECT_EQ(server.put(path, callback_subscription()).status, 200);
  server.advance("11999s");
  EXPECT_EQ(server.get(path).text(kOne + kExpiry), "12000");
  server.advance("1s");
  EXPECT_EQ(server.get(path).status, 404);
}

TEST(Subscriptions, OneWithoutAnExpiryStays) {
  Server server;
  const std::string path = create_subscription(server, without(callback_subscription(), kExpiry));
  server.advance("100000d");
  EXPECT_EQ(server.get(path).status, 200);
}

TEST(Subscriptions, ASnapshotBringsThemBack) {
  Server server;
  const std::string path = create_subscription(server, callback_subscription());
  create_subscription(server, event_subscription());
  const std::string before = server.get(kSubscriptions).body;
  const std::string snapshot = server.get("/__admin/snapshot").body;
  server.remove(path);
  ASSERT_EQ(server.put("/__admin/snapshot", snapshot).status, 200);
  EXPECT_EQ(server.get(kSubscriptions).body, before);
}

}  // namespace
}  // namespace irisim::test
