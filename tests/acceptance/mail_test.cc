// E-mail subscriptions: what is written to whom, at once or once a day, and how a test reads it.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/front.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/peers.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"
#include "tests/support/program.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

const std::string kMail = "/__admin/mail";
const std::string kDigestRequested = "EmailSubscription/DigestRequested";
using Texts = std::vector<std::string>;

std::string at_once(const std::string& type = "portins") {
  return with(email_subscription(type), kDigestRequested, "NONE");
}

// A member of each e-mail of a list.
Texts column(const Reply& reply, const std::string& key) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  Texts result;
  for (const json::Value& mail : list_of(reply.json(), "mail"))
    result.push_back(text_of(mail, key));
  return result;
}

Texts subjects(Server& server, const std::string& query = "") {
  return column(server.get(kMail + query), "subject");
}

int64_t number_of(const json::Value& value, std::string_view key) {
  const json::Value* member = value.find(key);
  return member != nullptr && member->integer() != nullptr ? *member->integer() : -1;
}

std::string of_order(const std::string& id, const std::string& state) {
  return "portins order " + id + ": " + state;
}

std::string note(const std::string& text) {
  return "<Note><UserId>jbm</UserId><Description>" + text + "</Description></Note>";
}

TEST(Mail, IsSentAtOnceForEachNotifiedState) {
  Server server;
  const std::string path =
      create_subscription(server, with(at_once(), "EmailSubscription/Email", "Ops@Example.com"));
  const std::string id = create_portin(server);
  const Reply reply = server.get(kMail);
  ASSERT_EQ(subjects(server), Texts{of_order(id, "PENDING_DOCUMENTS")});
  const json::Value mail = list_of(reply.json(), "mail").front();
  EXPECT_EQ(number_of(reply.json(), "total"), 1);
  EXPECT_EQ(number_of(mail, "id"), 1);
  EXPECT_EQ(text_of(mail, "account"), "9999999");
  EXPECT_EQ(kSubscriptions + "/" + text_of(mail, "subscription"), path);
  EXPECT_EQ(text_of(mail, "orderType"), "portins");
  EXPECT_EQ(text_of(mail, "order"), id);
  EXPECT_EQ(text_of(mail, "sentAt"), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(text_of(mail, "from"), "irisim@localhost");
  EXPECT_EQ(text_of(mail, "to"), "ops@example.com");
  EXPECT_NE(text_of(mail, "text").find("Order id: " + id + "\n"), std::string::npos);
  EXPECT_NE(text_of(mail, "text").find("Status: PENDING_DOCUMENTS\n"), std::string::npos);
  EXPECT_EQ(server.get(kMail + "/1").body, json::print(mail));

  EXPECT_EQ(server.post(kPortins + "/" + id + "/notes", note("Please hurry")).status, 201);
  server.advance("1h");
  EXPECT_EQ(subjects(server, "?since=1"), (Texts{of_order(id, "note"), of_order(id, "SUBMITTED"),
                                                 of_order(id, "FOC"), of_order(id, "COMPLETE")}));
  const Texts texts = column(server.get(kMail + "?since=1"), "text");
  EXPECT_NE(texts.front().find("Note: Please hurry\n"), std::string::npos) << texts.front();
  EXPECT_NE(texts.back().find("Completed telephone numbers:\n  9194809871\n"), std::string::npos)
      << texts.back();
}

TEST(Mail, OfADayIsOneAtMidnight) {
  Server server;
  create_subscription(server, email_subscription());
  const std::string id = create_portin(server);
  server.advance("1h");
  EXPECT_EQ(subjects(server), Texts{});
  server.post("/__admin/clock/advance", R"({"to":"2025-06-02T23:59:59.999Z"})");
  EXPECT_EQ(subjects(server), Texts{});
  server.advance("1ms");
  EXPECT_EQ(subjects(server), Texts{"Digest of 2025-06-02: 4 events"});
  const json::Value mail = server.get(kMail + "/1").json();
  EXPECT_EQ(text_of(mail, "sentAt"), "2025-06-03T00:00:00.000Z");
  EXPECT_EQ(text_of(mail, "order"), "");
  size_t place = 0;
  for (const char* state : {"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}) {
    place = text_of(mail, "text").find("Z " + of_order(id, state) + "\nOrder type: ", place);
    EXPECT_NE(place, std::string::npos) << state;
  }
  server.advance("10d");
  EXPECT_EQ(subjects(server).size(), 1u);
}

TEST(Mail, OfADayIsNotMissedByALongAdvance) {
  Server server;
  const std::string path = create_subscription(server, email_subscription());
  create_portin(server);
  const Reply reply = server.post("/__admin/clock/advance", R"({"until":"idle"})");
  EXPECT_EQ(text_of(reply.json(), "now"), "2025-06-03T00:00:00.000Z");
  EXPECT_EQ(list_of(reply.json(), "fired").size(), 3u);
  EXPECT_EQ(column(server.get(kMail), "sentAt"), Texts{"2025-06-03T00:00:00.000Z"});
}

TEST(Mail, OfADayIsNotSentToWhoDoesNotWantItAnyMore) {
  Server server;
  const std::string removed = create_subscription(server, email_subscription());
  const std::string changed = create_subscription(
      server, with(email_subscription(), "EmailSubscription/Email", "other@example.com"));
  create_portin(server);
  EXPECT_EQ(server.remove(removed).status, 200);
  EXPECT_EQ(
      server.put(changed, with(at_once(), "EmailSubscription/Email", "other@example.com")).status,
      200);
  server.post("/__admin/clock/advance", R"({"to":"2025-06-04"})");
  for (const std::string& subject : subjects(server))
    EXPECT_EQ(subject.find("Digest"), std::string::npos) << subject;
}

TEST(Mail, IsNotSentOnceTheSubscriptionIsRemoved) {
  Server server;
  const std::string path = create_subscription(server, at_once());
  EXPECT_EQ(server.remove(path).status, 200);
  create_portin(server);
  EXPECT_EQ(subjects(server), Texts{});
}

TEST(Mail, TellsOfLostMessaging) {
  PortServer server;
  const std::string number = "9194800001";
  const std::string peer = "/accounts/14/sites/743/sippeers/303716";
  complete_portin(server, "14", number);
  EXPECT_EQ(server.post(peer + "/products" + kSmsFeature, sms_settings("HTTP")).status, 201);
  const std::string settings = settings_request(
      number, "<MessagingSettings><SmsEnabled>true</SmsEnabled></MessagingSettings>");
  EXPECT_EQ(server.put(peer + "/tns/" + number, settings).status, 200);
  const std::string daily = with(event_subscription(), "EmailSubscription/Email", "d@a.com");
  for (const std::string& request : {daily, with(event_subscription(), kDigestRequested, "NONE")}) {
    EXPECT_EQ(server.post("/accounts/14/subscriptions", request).status, 201);
  }
  create_portin(server, plain_request(number));
  server.advance("1h");
  ASSERT_EQ(subjects(server), Texts{"MESSAGING_LOST: 1 telephone number"});
  const json::Value mail = server.get(kMail + "/1").json();
  EXPECT_EQ(text_of(mail, "account"), "14");
  EXPECT_EQ(text_of(mail, "order"), "");
  EXPECT_EQ(text_of(mail, "text"),
            "Event: MESSAGING_LOST\nImpacted telephone numbers:\n  " + number + "\n");
  server.advance("1d");
  EXPECT_EQ(subjects(server, "?to=d@a.com"), Texts{"Digest of 2025-06-02: 1 event"});
}

TEST(Mail, IsFoundByEachFilter) {
  Server server;
  create_subscription(server, at_once());
  const std::string path =
      create_subscription(server, with(at_once(), "EmailSubscription/Email", "other@example.com"));
  const std::string id = create_portin(server);
  const std::string second = create_portin(server, portin_request("9194809872"));
  const auto count = [&](const std::string& query) { return subjects(server, query).size(); };
  EXPECT_EQ(count(""), 4u);
  EXPECT_EQ(count("?account=9999999"), 4u);
  EXPECT_EQ(count("?account=14"), 0u);
  EXPECT_EQ(count("?subscription=" + path.substr(path.rfind('/') + 1)), 2u);
  EXPECT_EQ(count("?order=" + id), 2u);
  EXPECT_EQ(count("?to=Other@example.com&order=" + second), 1u);
  EXPECT_EQ(count("?subject=" + second), 2u);
  EXPECT_EQ(count("?text=Status:%20PENDING"), 4u);
  EXPECT_EQ(count("?text=Status:%20FOC"), 0u);
  EXPECT_EQ(count("?since=3"), 1u);
  EXPECT_EQ(count("?limit=3"), 3u);
  EXPECT_EQ(number_of(server.get(kMail + "?limit=3").json(), "total"), 4);
}

TEST(Mail, IsNotAskedForInOtherWays) {
  Server server;
  EXPECT_EQ(expect_problem(server.get(kMail + "?form=x"), 400),
            "Unknown filter 'form'; known: account, subscription, order, to, subject, text, since, "
            "limit");
  EXPECT_EQ(expect_problem(server.get(kMail + "?limit=0"), 400),
            "'limit' must be a number from 1 to 1000");
  expect_problem(server.get(kMail + "?count=1"), 400);
  expect_problem(server.get(kMail + "/1"), 404);
  expect_problem(server.get(kMail + "/x"), 404);
  expect_problem(server.post(kMail + "/wait", R"({"timeout":"soon"})"), 400);
  expect_problem(server.post(kMail + "/wait", R"({"to":["a"]})"), 400);
  expect_problem(server.post(kMail + "/wait", "to"), 400);
  expect_problem(server.post(kMail, "{}"), 405);
}

TEST(Mail, IsForgottenAndItsIdsGoOn) {
  Server server;
  create_subscription(server, at_once());
  create_portin(server);
  EXPECT_EQ(server.remove(kMail).status, 204);
  EXPECT_EQ(subjects(server), Texts{});
  create_portin(server, portin_request("9194809872"));
  EXPECT_EQ(server.get(kMail + "/2").status, 200);
  EXPECT_EQ(server.post("/__admin/reset", "").status, 200);
  EXPECT_EQ(subjects(server), Texts{});
}

TEST(MailWait, AnswersWhatIsThereAlready) {
  Server server;
  create_subscription(server, at_once());
  const std::string id = create_portin(server);
  EXPECT_EQ(column(server.post(kMail + "/wait", R"({"order":")" + id + R"("})"), "order"),
            Texts{id});
}

TEST(MailWait, IsEndedByAMailFromElsewhere) {
  Server server;
  const std::string path = create_subscription(server, at_once());
  const std::string id = create_portin(server);
  std::thread waiter([&] {
    const Reply reply =
        server.post(kMail + "/wait", R"({"subject":"order","since":1,"count":2,"timeout":"1m"})");
    EXPECT_EQ(column(reply, "order"), (Texts{id, id}));
  });
  const std::string notes = kPortins + "/" + id + "/notes";
  EXPECT_EQ(server.post(notes, note("one")).status, 201);
  EXPECT_EQ(server.post(notes, note("two")).status, 201);
  waiter.join();
}

TEST(MailWait, SaysThatTooFewHaveCome) {
  Server server;
  create_subscription(server, at_once());
  create_portin(server);
  EXPECT_EQ(expect_problem(server.post(kMail + "/wait", R"({"count":2,"timeout":"10ms"})"), 408),
            "Fewer than 2 matching e-mails were there within 10ms");
}

TEST(Mail, GoesWithASnapshot) {
  Server server;
  create_subscription(server, at_once());
  create_subscription(server, email_subscription("orders"));
  create_portin(server);
  order_numbers(server, {"9192381138"});
  const Texts before = subjects(server);
  EXPECT_FALSE(before.empty());
  const Reply snapshot = server.get("/__admin/snapshot");
  EXPECT_EQ(server.remove(kMail).status, 204);
  ASSERT_EQ(server.put("/worlds/copy/__admin/snapshot", snapshot.body).status, 200);
  EXPECT_EQ(column(server.get("/worlds/copy" + kMail), "subject"), before);
  EXPECT_EQ(server.post("/worlds/copy/__admin/clock/advance", R"({"to":"2025-06-03"})").status,
            200);
  EXPECT_EQ(column(server.get("/worlds/copy" + kMail + "?subject=Digest"), "subject"),
            Texts{"Digest of 2025-06-02: 1 event"});
}

TEST(Mail, OutlivesTheProgramInAFile) {
  const Folder folder;
  const std::vector<std::string> options = {"--data", folder.file("world.db")};
  {
    Program program(IRISIM_PROGRAM, options);
    ASSERT_TRUE(program.is_ready()) << program.errors();
    EXPECT_EQ(program.post(kSubscriptions, at_once()).status, 201);
    EXPECT_EQ(
        program
            .post(kSubscriptions, with(email_subscription(), "EmailSubscription/Email", "d@a.com"))
            .status,
        201);
    EXPECT_EQ(program.post(kPortins, portin_request()).status, 201);
    program.kill();
  }
  Program program(IRISIM_PROGRAM, options);
  ASSERT_TRUE(program.is_ready()) << program.errors();
  EXPECT_EQ(column(program.get(kMail), "to"), Texts{"newtest@gmail.com"});
  EXPECT_EQ(program.post("/__admin/clock/advance", R"({"to":"2025-06-03"})").status, 200);
  EXPECT_EQ(column(program.get(kMail + "?to=d@a.com"), "subject"),
            Texts{"Digest of 2025-06-02: 4 events"});
}

}  // namespace
}  // namespace irisim::test
