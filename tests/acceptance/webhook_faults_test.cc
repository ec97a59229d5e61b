// Webhooks that come late, never, twice or in another order, as their endpoint sees them.

#include <atomic>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"
#include "tests/support/webhooks.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kFaults = "/__admin/faults";
const std::string kRule = "fault-1";  // the name of the first that is posted without one
const Texts kLife = {"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"};  // of a port-in

// What a subscriber to port-ins hears.
class WebhookFaults : public testing::Test {
 protected:
  void SetUp() override { subscribe(server_, endpoint_); }

  Reply post_fault(const std::string& rule) {
    Reply reply = server_.post(kFaults, rule);
    EXPECT_EQ(reply.status, 201) << reply.body;
    return reply;
  }
  void run_until_idle() {
    EXPECT_EQ(server_.post("/__admin/clock/advance", R"({"until":"idle"})").status, 200);
  }

  // The states that the endpoint was told of, in the order in which it was.
  Texts heard() { return endpoint_.told("Status"); }

  json::Array webhooks(const std::string& query = "") { return test::webhooks(server_, query); }
  // A member of each webhook; "-" where it is null.
  Texts of_each(std::string_view key) {
    Texts texts;
    for (const json::Value& webhook : webhooks()) {
      const std::string text = text_of(webhook, key);
      texts.push_back(text.empty() ? "-" : text);
    }
    return texts;
  }
  // When each was sent: the time of the day of its only attempt; "-" when there was none.
  Texts times() {
    Texts times;
    for (const json::Value& webhook : webhooks()) {
      const json::Array attempts = list_of(webhook, "attempts");
      EXPECT_LE(attempts.size(), 1u);
      constexpr size_t kDate = 11, kTime = 8;
      times.push_back(attempts.empty() ? "-" : text_of(attempts[0], "at").substr(kDate, kTime));
    }
    return times;
  }

  // "4 matched, 1 hit"
  std::string count(const std::string& rule = kRule) {
    const json::Value fault = server_.get(kFaults + "/" + rule).json();
    const auto number = [&](std::string_view key) {
      const json::Value* value = fault.find(key);
      return value == nullptr || value->integer() == nullptr ? "no"
                                                             : std::to_string(*value->integer());
    };
    return number("matched") + " matched, " + number("injected") + " hit";
  }

  std::atomic<int> status_ = 200;  // of the endpoint's answers
  Endpoint endpoint_{[this](const http::Request&) { return bare_answer(status_); }};
  Server server_;
};

TEST_F(WebhookFaults, NoneIsDoneWithoutARule) {
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), kLife);
  EXPECT_EQ(of_each("fault"), (Texts{"-", "-", "-", "-"}));
}

TEST_F(WebhookFaults, ADroppedOneIsNeverSent) {
  post_fault("{ match: { order: portins }, skip: 1, times: 1, fault: WEBHOOK_DROP }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), (Texts{"PENDING_DOCUMENTS", "FOC", "COMPLETE"}));
  EXPECT_EQ(of_each("state"), (Texts{"delivered", "dropped", "delivered", "delivered"}));
  EXPECT_EQ(of_each("fault"), (Texts{"-", kRule, "-", "-"}));
  EXPECT_EQ(of_each("nextAttemptAt"), (Texts{"-", "-", "-", "-"}));
  EXPECT_EQ(times()[1], "-");
  EXPECT_EQ(count(), "4 matched, 1 hit");
}

TEST_F(WebhookFaults, ADroppedOneIsSentWhenATesterWantsIt) {
  post_fault("{ skip: 1, times: 1, fault: WEBHOOK_DROP }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(server_.post(kWebhooks + "/2/redeliver", "").status, 202);
  run_until_idle();
  EXPECT_EQ(heard(), (Texts{"PENDING_DOCUMENTS", "FOC", "COMPLETE", "SUBMITTED"}));
  EXPECT_EQ(webhooks("?state=delivered").size(), 4u);
  EXPECT_EQ(count(), "4 matched, 1 hit");
}

TEST_F(WebhookFaults, ADuplicateIsSentTwiceOneAfterTheOther) {
  post_fault("{ every: 2, fault: WEBHOOK_DUPLICATE }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(),
            (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "SUBMITTED", "FOC", "COMPLETE", "COMPLETE"}));
  EXPECT_EQ(of_each("fault"), (Texts{"-", kRule, kRule, "-", kRule, kRule}));
  EXPECT_EQ(count(), "4 matched, 2 hit");
}

TEST_F(WebhookFaults, ADelayedOneComesLaterAndThoseAfterItToo) {
  post_fault("{ skip: 1, times: 1, fault: { webhook-delay: 10m } }");
  create_portin(server_);
  server_.advance("5s");
  EXPECT_EQ(heard(), Texts{"PENDING_DOCUMENTS"});
  EXPECT_EQ(of_each("state"), (Texts{"delivered", "due", "waiting", "waiting"}));
  server_.advance("10m");
  EXPECT_EQ(heard(), kLife);
  EXPECT_EQ(times(), (Texts{"09:00:00", "09:10:01", "09:10:01", "09:10:01"}));
  EXPECT_EQ(count(), "4 matched, 1 hit");
}

TEST_F(WebhookFaults, AReorderedOneIsSentAfterTheNext) {
  post_fault("{ skip: 1, times: 1, fault: WEBHOOK_REORDER }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), (Texts{"PENDING_DOCUMENTS", "FOC", "SUBMITTED", "COMPLETE"}));
  EXPECT_EQ(times(), (Texts{"09:00:00", "09:00:03", "09:00:03", "09:00:05"}));
  EXPECT_EQ(of_each("fault"), (Texts{"-", kRule, "-", "-"}));
  EXPECT_EQ(count(), "4 matched, 1 hit");
}

TEST_F(WebhookFaults, AllThatAreReorderedChangePlacesTwoByTwo) {
  post_fault("{ fault: WEBHOOK_REORDER }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), (Texts{"SUBMITTED", "PENDING_DOCUMENTS", "COMPLETE", "FOC"}));
  EXPECT_EQ(count(), "4 matched, 4 hit");
}

TEST_F(WebhookFaults, AReorderedOneIsSentAloneWhenNothingFollows) {
  post_fault("{ skip: 3, fault: WEBHOOK_REORDER }");
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), kLife);
  EXPECT_EQ(times().back(), "09:05:05");
}

TEST_F(WebhookFaults, WhatIsPausedIsReorderedToo) {
  post_fault("{ times: 1, fault: WEBHOOK_REORDER }");
  EXPECT_EQ(server_.post(kWebhooks + "/pause", "").status, 200);
  create_portin(server_);
  run_until_idle();
  EXPECT_EQ(heard(), Texts{});
  EXPECT_EQ(server_.post(kWebhooks + "/resume", "").status, 200);
  run_until_idle();
  EXPECT_EQ(heard(), (Texts{"SUBMITTED", "PENDING_DOCUMENTS", "FOC", "COMPLETE"}));
}

TEST_F(WebhookFaults, ARuleIsForTheOrdersThatItMatches) {
  post_fault("{ match: { telephoneNumber: 9194809872 }, fault: WEBHOOK_DROP }");
  create_portin(server_);
  create_portin(server_, portin_request("9194809872"));
  run_until_idle();
  EXPECT_EQ(heard(), kLife);
  EXPECT_EQ(webhooks("?state=dropped").size(), 4u);
  EXPECT_EQ(count(), "4 matched, 4 hit");
}

TEST_F(WebhookFaults, ARuleForWebhooksHitsNoRequestAndTheOtherWayRound) {
  post_fault("{ name: lost, fault: WEBHOOK_DROP }");
  post_fault("{ name: cut, match: { order: portins }, fault: TRUNCATED_XML }");
  const Reply created = server_.post(kPortins, portin_request());
  EXPECT_EQ(created.header("X-Irisim-Fault"), "cut");
  EXPECT_EQ(server_.get("/accounts/9999999/sites").header("X-Irisim-Fault"), "");
  run_until_idle();
  EXPECT_EQ(of_each("fault"), (Texts{"lost", "lost", "lost", "lost"}));
  EXPECT_EQ(heard(), Texts{});
  EXPECT_EQ(count("cut"), "1 matched, 1 hit");
  EXPECT_EQ(count("lost"), "4 matched, 4 hit");
}

// The contract has a failed call tried again in its turn, whatever a rule has done to it.
TEST_F(WebhookFaults, ADuplicateOfAFailingEndpointIsTriedAgainInItsTurn) {
  post_fault("{ times: 1, fault: WEBHOOK_DUPLICATE }");
  status_ = 503;
  create_portin(server_);
  server_.advance("10s");
  EXPECT_EQ(of_each("state"), (Texts{"due", "waiting", "waiting", "waiting", "waiting"}));
  EXPECT_EQ(heard(), Texts{"PENDING_DOCUMENTS"});
  status_ = 200;
  server_.advance("5m");
  EXPECT_EQ(heard(), (Texts{"PENDING_DOCUMENTS", "PENDING_DOCUMENTS", "PENDING_DOCUMENTS",
                            "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST_F(WebhookFaults, ABadRuleIsRefusedWithItsPlace) {
  const Reply reply =
      server_.post(kFaults, R"({"match":{"operation":"POST *"},"fault":"WEBHOOK_DROP"})");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(text_of(reply.json(), "detail"),
            "request:1:11: a webhook is no request: it matches by its order or account, not by "
            "'operation'");
  EXPECT_TRUE(list_of(server_.get(kFaults).json(), "faults").empty());
}

}  // namespace
}  // namespace irisim::test
