// Port-out validation: an account is asked before numbers leave it by another one's port-in, and
// what it answers decides.

#include <gtest/gtest.h>

#include "engine/seed.h"
#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"
#include "tests/support/program.h"
#include "tests/support/subscriptions.h"
#include "tests/support/validator.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kNumber = "9194800001";
const std::string kOther = "9194800002";
const std::string kSetting = "/__admin/port-out-validation/14";
const std::string kOperation = "/callbacks/portOutValidationCallbackApi";

class PortOutValidation : public testing::Test {
 protected:
  PortOutValidation() { complete_portin(server_, "14", kNumber); }

  // A port-in of the number by 9999999 that has just been submitted; gives its id.
  std::string submit(const std::string& request = plain_request(kNumber)) {
    const std::string id = create_portin(server_, request);
    server_.advance("1s");
    return id;
  }
  Reply order(const std::string& id) { return server_.get(kPortins + "/" + id); }
  Texts notes(const std::string& id) {
    Texts notes;
    for (const json::Value& entry : list_of(server_.get("/__admin/orders/" + id).json(), "history"))
      notes.push_back(text_of(entry, "status") + ": " + text_of(entry, "note"));
    return notes;
  }
  json::Array deliveries(const std::string& query = "") {
    return list_of(server_.get("/__admin/webhooks?kind=validation" + query).json(), "webhooks");
  }
  // What the journal has of the questions.
  json::Array exchanges() {
    return list_of(server_.get("/__admin/requests?path=/callbacks/*").json(), "requests");
  }
  // Sends nothing until release().
  void hold() { EXPECT_EQ(server_.post("/__admin/webhooks/pause", "").status, 200); }
  void release() { EXPECT_EQ(server_.post("/__admin/webhooks/resume", "").status, 200); }

  Validator validator_;
  PortServer server_;
};

TEST_F(PortOutValidation, AsksInTheDocumentedForm) {
  set_validator(server_, "14", validator_.url(), R"(,"username":"us","password":"secret")");
  const std::string id = submit();
  const auto questions = validator_.questions();
  ASSERT_EQ(questions.size(), 1u);
  EXPECT_EQ(questions[0].method, "POST");
  EXPECT_EQ(questions[0].target, "/ask");
  EXPECT_EQ(questions[0].header("Content-Type"), "application/xml");
  EXPECT_EQ(questions[0].header("Authorization"), "Basic dXM6c2VjcmV0");
  const std::string pon = text_of(server_.get("/__admin/orders/" + id).json(), "pon");
  EXPECT_EQ(questions[0].body,
            "<?xml version=\"1.0\"?>\n<PortOutValidationRequest><PON>" + pon +
                "</PON><Pin>1234</Pin><AccountNumber>771297665AABC</AccountNumber>"
                "<ZipCode>27541</ZipCode><SubscriberName>First Last</SubscriberName>"
                "<TelephoneNumbers><TelephoneNumber>" +
                kNumber + "</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>");
  const Texts example =
      outline(std::string(catalog::find_operation("POST", kOperation)->requests.front().body));
  Texts asked = outline(questions[0].body);
  asked.push_back(asked.back());  // the example has two numbers
  EXPECT_EQ(asked, example);
}

TEST_F(PortOutValidation, LeavesOutWhatIsEmptyAndCutsWhatIsTooLong) {
  set_validator(server_, "14", validator_.url());
  std::string request = without(plain_request(kNumber), "WirelessInfo");
  request = with(request, "Subscriber/FirstName", "");
  submit(with(request, "Subscriber/BusinessName", std::string(25, 'b')));
  const auto questions = validator_.questions();
  ASSERT_EQ(questions.size(), 1u);
  EXPECT_EQ(questions[0].body.find("<Pin>"), std::string::npos);
  EXPECT_EQ(questions[0].body.find("<AccountNumber>"), std::string::npos);
  EXPECT_NE(questions[0].body.find("<SubscriberName>" + std::string(25, 'b') + "<"),
            std::string::npos);
  EXPECT_EQ(questions[0].header("Authorization"), "");
}

TEST_F(PortOutValidation, KeepsTheOrderWaitingForTheAnswer) {
  set_validator(server_, "14", validator_.url());
  hold();
  const std::string id = submit();
  server_.advance("1h");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  EXPECT_TRUE(list_of(server_.get("/__admin/orders/" + id).json(), "timers").empty());
  release();
  server_.advance("1999ms");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED") << "its time begins with the answer";
  server_.advance("1ms");
  EXPECT_EQ(status_of(server_, id), "FOC");
  EXPECT_EQ(notes(id)[2], "SUBMITTED: Port-out validation: no objection");
  server_.advance("1h");
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_EQ(server_.get("/accounts/14/portouts").text("TotalCount"), "1");
}

TEST_F(PortOutValidation, AsksNobodyElse) {
  complete_portin(server_, "15", kOther);
  set_validator(server_, "14", validator_.url());
  set_validator(server_, "9999999", validator_.url());
  server_.advance("1m");
  submit(plain_request(kOther));
  EXPECT_EQ(validator_.questions().size(), 0u) << "15 has not asked for it";
  const std::string draft =
      create_portin(server_, with(plain_request(kNumber), "ProcessingStatus", "DRAFT"));
  server_.advance("1h");
  EXPECT_EQ(validator_.questions().size(), 0u) << "a draft is no request";
  EXPECT_EQ(supp(server_, draft, "<ProcessingStatus>SUBMITTED</ProcessingStatus>").status, 200);
  server_.advance("1s");
  EXPECT_EQ(validator_.questions().size(), 1u);
}

TEST_F(PortOutValidation, EachCodeHasItsDisposition) {
  struct Row {
    int code;
    std::string status, message;
  };
  const Row rows[] = {
      {7510, "EXCEPTION", "Required Account Code missing"},
      {7511, "EXCEPTION", "Invalid Account Code"},
      {7512, "EXCEPTION", "Required PIN missing"},
      {7513, "EXCEPTION", "PIN Invalid"},
      {7514, "EXCEPTION", "Required ZIP Code missing"},
      {7515, "EXCEPTION", "Invalid ZIP Code"},
      {7516, "CANCELLED", "Telephone Number not recognized or invalid for this account"},
      {7517, "CANCELLED", "Too many Telephone numbers in this request"},
      {7518, "CANCELLED", "Telephone Number Not Active"},
      {7519, "EXCEPTION", "Customer info does not match"},
      {7522, "FOC", "Customer does migration from one portout validation endpoint to another"},
      {7598, "EXCEPTION", "Invalid Request"},
      {7599, "FOC", "Fatal Error in Processing"},
      {7777, "FOC", "Unrecognized error code"},
  };
  set_validator(server_, "14", validator_.url());
  for (const Row& row : rows) {
    validator_.answer({{200, refusal({std::to_string(row.code)})}});
    const std::string id = submit();
    server_.advance("2s");
    const Reply reply = order(id);
    EXPECT_EQ(reply.text("ProcessingStatus"), row.status) << row.code;
    EXPECT_EQ(reply.text("Errors/Code"), std::to_string(row.code));
    EXPECT_EQ(reply.text("Errors/Description"), row.message) << row.code;
    const Texts told = notes(id);
    const bool goes_on = row.status == "FOC";
    EXPECT_EQ(told[2], (goes_on ? "SUBMITTED" : row.status) + ": " + std::to_string(row.code) +
                           ": " + row.message);
    if (row.status != "CANCELLED") server_.remove(kPortins + "/" + id);
  }
}

TEST_F(PortOutValidation, TheSeverestOfSeveralCodesDecidesAndAllAreShown) {
  complete_portin(server_, "15", kOther);
  Validator other;
  set_validator(server_, "14", validator_.url());
  set_validator(server_, "15", other.url());
  validator_.answer({{400, refusal({"7599", "7513 No such PIN"})}});
  other.answer({{200, refusal({"7516 " + kOther})}});
  const std::string id = submit(with_number(plain_request(kNumber), kOther));
  EXPECT_EQ(status_of(server_, id), "CANCELLED");
  const xml::Document document = order(id).xml();
  EXPECT_EQ(texts(document.root(), "Errors/Code"), (Texts{"7516", "7513", "7599"}));
  EXPECT_EQ(texts(document.root(), "Errors/Description"),
            (Texts{"Telephone Number not recognized or invalid for this account - " + kOther,
                   "PIN Invalid - No such PIN", "Fatal Error in Processing"}));
  EXPECT_EQ(validator_.questions().at(0).body.find(kOther), std::string::npos);
  EXPECT_NE(other.questions().at(0).body.find(kOther), std::string::npos);
}

TEST_F(PortOutValidation, AsksSeveralAccountsAtOnce) {
  complete_portin(server_, "15", kOther);
  Validator other;
  set_validator(server_, "14", validator_.url());
  set_validator(server_, "15", other.url());
  validator_.answer({{503, ""}, {200, ""}});
  const std::string id = submit(with_number(plain_request(kNumber), kOther));
  EXPECT_EQ(other.questions().size(), 1u);
  server_.advance("4m");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED") << "account 14 has not answered";
  server_.advance("1m");
  EXPECT_EQ(notes(id).size(), 3u);
  server_.advance("2s");
  EXPECT_EQ(status_of(server_, id), "FOC");
}

TEST_F(PortOutValidation, ASuppIsANewRequest) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{400, refusal({"7513"})}, {200, ""}});
  const std::string id = submit();
  EXPECT_EQ(status_of(server_, id), "EXCEPTION");
  const Reply changed =
      supp(server_, id, "<WirelessInfo><PinNumber>4321</PinNumber></WirelessInfo>");
  EXPECT_EQ(changed.status, 200) << changed.body;
  server_.advance("1h");
  const auto questions = validator_.questions();
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_NE(questions[1].body.find("<Pin>4321</Pin>"), std::string::npos);
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_EQ(order(id).text("Errors/Code"), "");
}

TEST_F(PortOutValidation, OfAnLsrIsAskedAtItsCreationAndAtEachSupp) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{400, refusal({"7513 No such PIN"})}, {200, ""}});
  std::string request = with(lsr_of({kNumber}), "Subscriber/PinNumber", "1111");
  const std::string id = create_lsr(server_, with(request, "Subscriber/AccountNumber", "777"));
  server_.advance("1ms");
  const Reply refused = server_.get(kLsrs + "/" + id);
  EXPECT_EQ(refused.text("OrderStatus"), "EXCEPTION") << refused.body;
  EXPECT_EQ(lsr_codes(refused), (Texts{"7513"}));
  const Reply changed = server_.put(
      kLsrs + "/" + id, with(with_numbers(lsr_supp(), {kNumber}), "Subscriber/PinNumber", "2222"));
  EXPECT_EQ(changed.status, 200) << changed.body;
  server_.advance("2s");
  EXPECT_EQ(lsr_status(server_, id), "FOC");
  const auto questions = validator_.questions();
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_NE(questions[0].body.find("<Pin>1111</Pin><AccountNumber>777</AccountNumber>"),
            std::string::npos)
      << questions[0].body;
  EXPECT_NE(questions[1].body.find("<Pin>2222</Pin>"), std::string::npos);
  EXPECT_EQ(deliveries("&order=" + id).size(), 2u);
}

TEST_F(PortOutValidation, OfAnLsrCanCancelIt) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{200, refusal({"7518 " + kNumber})}});
  const std::string id = create_lsr(server_, lsr_of({kNumber}));
  server_.advance("1ms");
  EXPECT_EQ(lsr_status(server_, id), "CANCELLED");
}

TEST_F(PortOutValidation, IsCalledOffWhenTheOrderChanges) {
  set_validator(server_, "14", validator_.url());
  hold();
  const std::string changed = submit();
  EXPECT_EQ(supp(server_, changed, "<CustomerOrderId>changed</CustomerOrderId>").status, 200);
  EXPECT_EQ(deliveries("&state=cancelled").size(), 1u);
  EXPECT_EQ(server_.remove(kPortins + "/" + changed).status, 200);
  const std::string cancelled = submit();
  EXPECT_EQ(server_.remove(kPortins + "/" + cancelled).status, 200);
  release();
  server_.advance("1h");
  EXPECT_EQ(validator_.questions().size(), 0u);
  EXPECT_EQ(deliveries("&state=cancelled").size(), 2u);
  EXPECT_EQ(status_of(server_, cancelled), "CANCELLED");
  const std::string id = std::to_string(*deliveries()[1].find("id")->integer());
  server_.post("/__admin/webhooks/" + id + "/redeliver", "");
  server_.advance("1h");
  EXPECT_EQ(validator_.questions().size(), 0u) << "nobody waits for it any more";
}

TEST_F(PortOutValidation, AnAnswerThatIsNoneIsToldAndCountsAsApproval) {
  set_validator(server_, "14", validator_.url(), R"(,"username":"us","password":"secret")");
  validator_.answer({{200, "<Response/>"}});
  const std::string id = submit();
  const std::string problem = "The root is <Response>, not <PortOutValidationResponse>";
  const json::Array sent = deliveries("&account=14&order=" + id);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(text_of(sent[0], "state"), "delivered");
  EXPECT_EQ(text_of(sent[0], "subject"), "validation");
  EXPECT_EQ(text_of(list_of(sent[0], "attempts").at(0), "error"), problem);
  const json::Array seen = exchanges();
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(text_of(seen[0], "direction"), "outgoing");
  EXPECT_EQ(text_of(seen[0], "method"), "POST");
  EXPECT_EQ(text_of(seen[0], "target"), validator_.url());
  EXPECT_EQ(text_of(seen[0], "operation"), "POST " + kOperation);
  EXPECT_EQ(text_of(seen[0], "account"), "14");
  EXPECT_EQ(text_of(seen[0], "problem"), problem);
  EXPECT_EQ(text_of(*seen[0].find("response"), "body"), "<Response/>");
  EXPECT_EQ(server_.get("/__admin/requests").body.find("secret"), std::string::npos);
  EXPECT_EQ(server_.get("/__admin/webhooks").body.find("secret"), std::string::npos);
  server_.advance("2s");
  EXPECT_EQ(status_of(server_, id), "FOC");
  EXPECT_EQ(order(id).text("Errors/Code"), "");
}

TEST_F(PortOutValidation, IsTriedAgainForFortyMinutesAndThenApproved) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{503, ""}});
  const std::string id = submit();
  server_.advance("39m59s");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  EXPECT_EQ(validator_.questions().size(), 8u);
  server_.advance("1s");
  EXPECT_EQ(validator_.questions().size(), 9u);
  EXPECT_EQ(notes(id).back(), "SUBMITTED: Port-out validation: no objection");
  EXPECT_EQ(exchanges().size(), 9u);
  EXPECT_EQ(text_of(deliveries()[0], "state"), "failed");
  server_.advance("2s");
  EXPECT_EQ(status_of(server_, id), "FOC");
}

TEST_F(PortOutValidation, WaitsForAnEndpointThatComesBack) {
  int port = 0;
  {
    const Front gone;
    port = gone.port();
  }
  set_validator(server_, "14", "http://127.0.0.1:" + std::to_string(port));
  const std::string id = submit();
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  const json::Array seen = exchanges();
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_TRUE(seen[0].find("status")->is_null());
  EXPECT_NE(text_of(seen[0], "problem"), "");
  validator_.answer({{200, refusal({"7517"})}});
  set_validator(server_, "14", validator_.url());
  server_.advance("5m");
  EXPECT_EQ(status_of(server_, id), "CANCELLED");
}

TEST_F(PortOutValidation, EndsWithTheEndpoint) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{500, ""}});
  const std::string id = submit();
  EXPECT_EQ(server_.remove(kSetting).status, 204);
  server_.advance("1h");
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_EQ(validator_.questions().size(), 1u);
}

TEST_F(PortOutValidation, IsToldToTheSubscribersOfTheOrder) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{200, refusal({"7513"})}});
  create_subscription(server_, without(with(callback_subscription(), "OrderType", "portins"),
                                       "CallbackSubscription/CallbackCredentials"));
  const std::string id = submit();
  const json::Array told = list_of(
      server_.get("/__admin/webhooks?kind=notification&subject=EXCEPTION").json(), "webhooks");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(text_of(told[0], "body").find("<Message>7513: PIN Invalid</Message>"),
            std::string::npos);
}

TEST_F(PortOutValidation, GoesOnFromASnapshot) {
  set_validator(server_, "14", validator_.url());
  validator_.answer({{503, ""}, {200, refusal({"7518"})}});
  const std::string id = submit();
  const Reply snapshot = server_.get("/__admin/snapshot");
  ASSERT_EQ(snapshot.status, 200);
  ASSERT_EQ(server_.put("/worlds/copy/__admin/snapshot", snapshot.body).status, 200);
  ASSERT_EQ(server_.post("/worlds/copy/__admin/clock/advance", R"({"by":"5m"})").status, 200);
  EXPECT_EQ(server_.get("/worlds/copy" + kPortins + "/" + id).text("ProcessingStatus"),
            "CANCELLED");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
}

TEST(PortOutValidationInAFile, GoesOnAfterARestart) {
  const Folder folder;
  Validator validator;
  validator.answer({{503, ""}, {200, refusal({"7513"})}});
  std::string id;
  const auto change = [&](app::ServerOptions& options) {
    options.world.inventory = port_inventory();
    options.data = folder.file("world.db");
  };
  {
    Server server(change);
    complete_portin(server, "14", kNumber);
    set_validator(server, "14", validator.url());
    id = create_portin(server, plain_request(kNumber));
    server.advance("1s");
    EXPECT_EQ(status_of(server, id), "SUBMITTED");
  }
  Server server(change);
  server.advance("5m");
  EXPECT_EQ(status_of(server, id), "EXCEPTION");
  EXPECT_EQ(validator.questions().size(), 2u);
}

// Whichever of two orders is answered first, they go on in the order in which they were made.
TEST(PortOutValidationOfTwoOrders, IsTheSameInWhicheverOrderTheAnswersCome) {
  const auto play = [](bool holds_first) {
    Validator validator;
    if (holds_first) validator.hold_first_until(2);
    PortServer server;
    complete_portin(server, "14", kNumber);
    complete_portin(server, "14", kOther);
    set_validator(server, "14", validator.url());
    create_subscription(server, without(with(callback_subscription(), "OrderType", "portins"),
                                        "CallbackSubscription/CallbackCredentials"));
    validator.answer({{200, refusal({"7513"})}});
    const std::string first = create_portin(server, plain_request(kNumber));
    const std::string second = create_portin(server, plain_request(kOther));
    server.advance("1s");
    EXPECT_EQ(validator.questions().size(), 2u);
    Texts orders;
    const Reply told = server.get("/__admin/webhooks?kind=notification&subject=EXCEPTION");
    for (const json::Value& delivery : list_of(told.json(), "webhooks"))
      orders.push_back(text_of(delivery, "order"));
    EXPECT_EQ(orders, (Texts{first, second}));
  };
  play(false);
  play(true);
}

TEST(PortOutValidationSetting, IsPutShownAndRemoved) {
  Server server;
  EXPECT_EQ(server.get(kSetting).status, 404);
  EXPECT_EQ(server.remove(kSetting).status, 404);
  const std::string body = R"({"url":"http://localhost:3000/a","username":"u","password":"pw"})";
  EXPECT_EQ(server.put(kSetting, body).status, 200);
  const Reply shown = server.get(kSetting);
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(text_of(shown.json(), "account"), "14");
  EXPECT_EQ(text_of(shown.json(), "url"), "http://localhost:3000/a");
  EXPECT_EQ(text_of(shown.json(), "username"), "u");
  EXPECT_EQ(shown.body.find("pw"), std::string::npos);
  EXPECT_EQ(server.get("/worlds/other" + kSetting).status, 404) << "each world has its own";
  EXPECT_EQ(server.remove(kSetting).status, 204);
  EXPECT_EQ(server.get(kSetting).status, 404);
}

TEST(PortOutValidationSetting, SaysWhatIsWrongWithIt) {
  struct Case {
    std::string path, body, detail;
    int status = 400;
  };
  const Case cases[] = {
      {kSetting, "{}", "'url' must be an address such as http://localhost:3000/port-out"},
      {kSetting, R"({"url":"localhost"})", "'url' must be an address"},
      {kSetting, R"({"url":7})", "'url' must be text"},
      {kSetting, R"({"url":"http://a","username":"u"})", "'username' and 'password' go together"},
      {kSetting, R"({"url":"http://a","username":"u:v","password":"p"})", "'username' has a colon"},
      {kSetting, R"({"ulr":"http://a"})",
       "Unknown key 'ulr'; allowed here: url, username, password"},
      {kSetting, "no", "The body is no JSON"},
      {"/__admin/port-out-validation/abc", "{}", "There is no account 'abc'", 404},
  };
  Server server;
  for (const Case& c : cases) {
    const Reply reply = server.put(c.path, c.body);
    EXPECT_EQ(reply.status, c.status) << c.body;
    EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(text_of(reply.json(), "detail").substr(0, c.detail.size()), c.detail);
  }
}

TEST(PortOutValidationSetting, BeginsAsTheSeedHasItAndReturnsToThat) {
  auto seed = engine::load_seed(
      "accounts:\n  others: unknown\n  template: { portOutValidation: { url: http://a } }\n"
      "  \"14\": { portOutValidation: { url: http://b, username: u, password: p } }\n"
      "  \"15\": {}\n  \"16\": { portOutValidation: { url: \"\" } }\n",
      "seed.yaml");
  ASSERT_TRUE(seed.ok()) << yaml::describe(seed.error().front());
  Server server([&](app::ServerOptions& options) {
    options.world.seed_data = std::make_shared<const engine::Seed>(std::move(*seed));
  });
  const auto url_of = [&](const std::string& account) {
    const Reply reply = server.get("/__admin/port-out-validation/" + account);
    return reply.status == 200 ? text_of(reply.json(), "url") : std::to_string(reply.status);
  };
  EXPECT_EQ(url_of("14"), "http://b");
  EXPECT_EQ(url_of("15"), "http://a");
  EXPECT_EQ(url_of("16"), "404");
  EXPECT_EQ(url_of("17"), "404");
  set_validator(server, "16", "http://c");
  EXPECT_EQ(url_of("16"), "http://c");
  EXPECT_EQ(server.remove(kSetting).status, 204);
  EXPECT_EQ(url_of("14"), "404");
  EXPECT_EQ(server.post("/__admin/reset", "").status, 200);
  EXPECT_EQ(url_of("14"), "http://b");
  EXPECT_EQ(url_of("16"), "404");
}

}  // namespace
}  // namespace irisim::test
