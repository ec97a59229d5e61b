// E-mails that are delivered by SMTP as well, when a relay is named.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/smtp_server.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

const std::string kDeliveries = "/__admin/webhooks?kind=mail";
using Texts = std::vector<std::string>;

std::string at_once() {
  return with(email_subscription(), "EmailSubscription/DigestRequested", "NONE");
}

struct MailRelay : testing::Test {
  MailRelay() : server([this](app::ServerOptions& o) { o.world.mail_relay = relay.address(); }) {
    create_subscription(server, at_once());
  }

  // What became of each e-mail, and in how many attempts: "delivered 1".
  Texts deliveries() {
    Texts result;
    for (const json::Value& delivery : list_of(server.get(kDeliveries).json(), "webhooks")) {
      result.push_back(text_of(delivery, "state") + " " +
                       std::to_string(list_of(delivery, "attempts").size()));
    }
    return result;
  }
  json::Value delivery(int id) {
    return server.get("/__admin/webhooks/" + std::to_string(id)).json();
  }

  SmtpServer relay;
  Server server;
};

TEST_F(MailRelay, GetsTheMailAsItIsKept) {
  const std::string id = create_portin(server);
  server.advance("0s");
  ASSERT_EQ(relay.letters().size(), 1u);
  const SmtpServer::Letter letter = relay.letters().front();
  EXPECT_EQ(letter.from, "irisim@localhost");
  EXPECT_EQ(letter.to, "newtest@gmail.com");
  for (const std::string& line :
       {std::string("From: irisim@localhost"), std::string("To: newtest@gmail.com"),
        "Subject: portins order " + id + ": PENDING_DOCUMENTS",
        std::string("Date: Mon, 02 Jun 2025 09:00:00 +0000"), "Order id: " + id,
        std::string("Status: PENDING_DOCUMENTS")}) {
    EXPECT_NE(letter.message.find(line + "\r\n"), std::string::npos) << line << letter.message;
  }
  EXPECT_EQ(deliveries(), Texts{"delivered 1"});
  const json::Value delivered = delivery(1);
  EXPECT_EQ(text_of(delivered, "body"), letter.message);
  EXPECT_EQ(text_of(*list_of(delivered, "attempts").front().find("request"), "url"),
            "smtp://" + relay.address());
  EXPECT_EQ(*server.get("/__admin/mail/1").json().find("webhook")->integer(), 1);
}

TEST_F(MailRelay, IsTriedAgainLater) {
  relay.refuse(1);
  create_portin(server);
  server.advance("0s");
  EXPECT_EQ(relay.letters().size(), 0u);
  EXPECT_EQ(deliveries().front(), "due 1");
  const json::Value attempt = list_of(delivery(1), "attempts").front();
  EXPECT_NE(text_of(attempt, "error").find("451"), std::string::npos) << text_of(attempt, "error");
  server.advance("5m");
  EXPECT_EQ(deliveries(), (Texts{"delivered 2", "delivered 1", "delivered 1", "delivered 1"}));
  EXPECT_EQ(relay.letters().size(), 4u);
}

TEST_F(MailRelay, GetsTheLettersOfAnOrderInTheirOrder) {
  create_portin(server);
  server.advance("1h");
  Texts states;
  for (const SmtpServer::Letter& letter : relay.letters()) {
    const size_t begin = letter.message.find("Status: ") + sizeof("Status: ") - 1;
    states.push_back(letter.message.substr(begin, letter.message.find('\r', begin) - begin));
  }
  EXPECT_EQ(states, (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST_F(MailRelay, GetsLinesThatBeginWithADotWhole) {
  const std::string notes = kPortins + "/" + create_portin(server) + "/notes";
  EXPECT_EQ(
      server.post(notes, "<Note><UserId>jbm</UserId><Description>a\n.\n..b</Description></Note>")
          .status,
      201);
  server.advance("0s");
  ASSERT_EQ(relay.letters().size(), 2u);
  EXPECT_NE(relay.letters().back().message.find("Note: a\r\n.\r\n..b\r\n"), std::string::npos)
      << relay.letters().back().message;
}

TEST_F(MailRelay, DoesNotGetWhatWasDeletedMeanwhile) {
  relay.refuse(1);
  create_portin(server);
  server.advance("0s");
  EXPECT_EQ(server.remove("/__admin/mail").status, 204);
  server.advance("5m");
  EXPECT_EQ(deliveries().front(), "cancelled 1");
}

TEST_F(MailRelay, GetsDigests) {
  create_subscription(server, with(email_subscription(), "EmailSubscription/Email", "d@a.com"));
  create_portin(server);
  server.post("/__admin/clock/advance", R"({"to":"2025-06-03"})");
  ASSERT_EQ(relay.letters().size(), 5u);
  EXPECT_EQ(relay.letters().back().to, "d@a.com");
  EXPECT_NE(relay.letters().back().message.find("Subject: Digest of 2025-06-02: 4 events\r\n"),
            std::string::npos);
}

TEST(MailWithoutARelay, IsNotDelivered) {
  Server server;
  create_subscription(server, at_once());
  create_portin(server);
  server.advance("1h");
  EXPECT_EQ(list_of(server.get("/__admin/mail").json(), "mail").size(), 4u);
  EXPECT_TRUE(list_of(server.get(kDeliveries).json(), "webhooks").empty());
  EXPECT_TRUE(server.get("/__admin/mail/1").json().find("webhook")->is_null());
}

}  // namespace
}  // namespace irisim::test
