// The rules that a port-in must keep, one by one and together.

#include <algorithm>
#include <functional>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

struct Violation {
  std::string what;
  Codes codes;
  std::function<std::string(const std::string&)> break_it;
};

std::function<std::string(const std::string&)> setting(std::string path, std::string text) {
  return [=](const std::string& request) { return with(request, path, text); };
}

std::function<std::string(const std::string&)> lacking(std::string path) {
  return [=](const std::string& request) { return without(request, path); };
}

std::string with_element(const std::string& request, const std::string& parent,
                         const std::string& element) {
  return replaced(request, "</" + parent + ">", element + "</" + parent + ">");
}

std::function<std::string(const std::string&)> adding(std::string parent, std::string element) {
  return [=](const std::string& request) { return with_element(request, parent, element); };
}

const std::string kSubscriber = "Subscriber/";
const std::string kAddress = "Subscriber/ServiceAddress/";

const std::vector<Violation>& violations() {
  static const std::string kLong(26, 'x');
  static const std::vector<Violation> kViolations = {
      {"customer order id of other characters", {"7318"}, setting("CustomerOrderId", "a_b")},
      {"customer order id of 41", {"7318"}, setting("CustomerOrderId", std::string(41, 'a'))},
      {"FOC date that is none", {"7217"}, setting("RequestedFocDate", "tomorrow")},
      {"FOC date of no calendar", {"7217"}, setting("RequestedFocDate", "2025-06-31")},
      {"FOC date in the past", {"7208"}, setting("RequestedFocDate", "2025-05-30T12:00:00Z")},
      {"FOC date today", {"7209"}, setting("RequestedFocDate", "2025-06-02T23:00:00Z")},
      {"FOC date on a Saturday", {"7315"}, setting("RequestedFocDate", "2025-06-07T12:00:00Z")},
      {"no BTN", {"7103"}, lacking("BillingTelephoneNumber")},
      {"BTN of nine digits", {"7203"}, setting("BillingTelephoneNumber", "919555123")},
      {"BTN with dashes", {"7203"}, setting("BillingTelephoneNumber", "919-555-1234")},
      {"new BTN outside the NANP", {"7494"}, setting("NewBillingTelephoneNumber", "0175131245")},
      {"new BTN that is the old", {"7497"}, setting("NewBillingTelephoneNumber", "9195551234")},
      {"new BTN that is ported", {"7496"}, setting("NewBillingTelephoneNumber", "9194809871")},
      {"no subscriber", {"7104"}, lacking("Subscriber")},
      {"no subscriber type", {"7106"}, lacking(kSubscriber + "SubscriberType")},
      {"unknown subscriber type", {"7106"}, setting(kSubscriber + "SubscriberType", "OTHER")},
      {"resident with a business name",
       {"7211"},
       [](const std::string& request) {
         return with(with(request, kSubscriber + "SubscriberType", "RESIDENTIAL"),
                     kSubscriber + "BusinessName", "Ltd");
       }},
      {"resident without a last name",
       {"7105"},
       [](const std::string& request) {
         return with(without(request, kSubscriber + "LastName"), kSubscriber + "SubscriberType",
                     "RESIDENTIAL");
       }},
      {"business without any name",
       {"7105"},
       [](const std::string& request) {
         return without(without(request, kSubscriber + "LastName"), kSubscriber + "FirstName");
       }},
      {"business name of 26", {"7324"}, setting(kSubscriber + "BusinessName", kLong)},
      {"first name of 26", {"7355"}, setting(kSubscriber + "FirstName", kLong)},
      {"middle initial of 2", {"7354"}, setting(kSubscriber + "MiddleInitial", "QQ")},
      {"last name of 26", {"7356"}, setting(kSubscriber + "LastName", kLong)},
      {"account number of the subscriber", {"7481"}, setting(kSubscriber + "AccountNumber", "1")},
      {"PIN of the subscriber", {"7481"}, setting(kSubscriber + "PinNumber", "1")},
      {"no address", {"7107"}, lacking(kSubscriber + "ServiceAddress")},
      {"no house number", {"7108"}, lacking(kAddress + "HouseNumber")},
      {"pre-directional that is none", {"7329"}, setting(kAddress + "PreDirectional", "X")},
      {"no street", {"7109"}, lacking(kAddress + "StreetName")},
      {"post-directional that is none", {"7330"}, setting(kAddress + "PostDirectional", "UP")},
      {"no city", {"7110"}, lacking(kAddress + "City")},
      {"no state", {"7111"}, lacking(kAddress + "StateCode")},
      {"unknown state", {"7395"}, setting(kAddress + "StateCode", "XX")},
      {"no zip", {"7112"}, lacking(kAddress + "Zip")},
      {"zip of four", {"7214"}, setting(kAddress + "Zip", "2754")},
      {"zip of letters", {"7214"}, setting(kAddress + "Zip", "2754A")},
      {"no authorizing person", {"7115"}, lacking("LoaAuthorizingPerson")},
      {"partial port that is no boolean", {"7319"}, setting("PartialPort", "perhaps")},
      {"triggered that is no boolean", {"7322"}, setting("Triggered", "perhaps")},
      {"immediately that is no boolean", {"7322"}, setting("Immediately", "perhaps")},
      {"toll-free numbers of a resident",
       {"7391"},
       [](const std::string& request) {
         return with(
             with(without(request, "TnAttributes"), kSubscriber + "SubscriberType", "RESIDENTIAL"),
             "ListOfPhoneNumbers/PhoneNumber", "8004809871");
       }},
      {"toll-free numbers with protection",
       {"7397"},
       setting("ListOfPhoneNumbers/PhoneNumber", "8004809871")},
      {"unknown attribute", {"7399"}, adding("TnAttributes", "<TnAttribute>Golden</TnAttribute>")},
      {"attribute twice", {"7474"}, adding("TnAttributes", "<TnAttribute>Protected</TnAttribute>")},
      {"no list of numbers", {"7101"}, lacking("ListOfPhoneNumbers")},
      {"list without numbers", {"7101"}, lacking("ListOfPhoneNumbers/PhoneNumber")},
      {"number with a service code",
       {"7201"},
       adding("ListOfPhoneNumbers", "<PhoneNumber>9114809871</PhoneNumber>")},
      {"number twice",
       {"7502"},
       adding("ListOfPhoneNumbers", "<PhoneNumber>9194809871</PhoneNumber>")},
      {"toll-free among others",
       {"7386"},
       adding("ListOfPhoneNumbers", "<PhoneNumber>8004809871</PhoneNumber>")},
      {"no site", {"7309"}, lacking("SiteId")},
      {"unknown site", {"7309"}, setting("SiteId", "1")},
      {"site without a default peer",
       {"7310"},
       [](const std::string& request) {
         return without(with(request, "SiteId", "744"), "PeerId");
       }},
      {"peer of another site", {"7311"}, setting("SiteId", "744")},
      {"unknown peer", {"7312"}, setting("PeerId", "1")},
      {"number of another order",
       {"7205"},
       setting("ListOfPhoneNumbers/PhoneNumber", "9194800000")},
  };
  return kViolations;
}

// With a second site that has no peer, and an order that holds 9194800000.
class PortinValidation : public testing::Test {
 protected:
  PortinValidation()
      : server_([](app::ServerOptions& options) {
          auto seed = std::make_shared<engine::Seed>(*options.world.seed_data);
          seed->others.sites.push_back({"744", "Durham", {}});
          options.world.seed_data = seed;
        }) {
    create_portin(server_, portin_request("9194800000"));
  }

  Server server_;
};

TEST_F(PortinValidation, EachRuleHasItsCode) {
  for (const Violation& violation : violations()) {
    const Reply reply = server_.post(kPortins, violation.break_it(portin_request()));
    EXPECT_EQ(reply.status, 400) << violation.what << "\n" << reply.body;
    EXPECT_EQ(error_codes(reply), violation.codes) << violation.what << "\n" << reply.body;
    EXPECT_EQ(departure(documented("POST", "/accounts/{accountId}/portins", 400), reply.body), "");
  }
  EXPECT_EQ(server_.get(kPortins + "/totals").text("Count"), "1") << "a refused order was kept";
}

TEST_F(PortinValidation, TheTableKnowsEveryRule) {
  // Those of where the numbers are: portin_whereabouts_test.cc and internal_port_test.cc. 7475:
  // account_features_test.cc.
  std::set<std::string> tried = {"7113", "7114", "7117", "7204", "7206", "7331",
                                 "7343", "7344", "7361", "7362", "7363", "7378",
                                 "7398", "7475", "7495", "7499", "7500", "7609"};
  for (const Violation& violation : violations())
    tried.insert(violation.codes.begin(), violation.codes.end());
  std::string source;
  for (const std::string subject : {"", "_date", "_number"})
    source += source_file("src/operations/portin" + subject + "_rules.cc");
  const std::regex code(R"((?:\{|broken_rule\(|collect\(\s*)(\d{4})\b)");
  std::set<std::string> rules;
  for (std::sregex_iterator at(source.begin(), source.end(), code), end; at != end; ++at)
    rules.insert((*at)[1]);
  EXPECT_EQ(rules, tried);
}

TEST_F(PortinValidation, AcceptsWhatIsJustWithinTheRules) {
  const std::pair<std::string, std::string> kAccepted[] = {
      {"CustomerOrderId", std::string(40, 'a')},
      {"RequestedFocDate", "2025-06-03"},
      {kSubscriber + "BusinessName", std::string(25, 'x')},
      {kSubscriber + "BusinessName", "Müñçhéñër Grüßé Ïñtërñâtï"},  // 25 characters, more bytes
      {kSubscriber + "FirstName", std::string(25, 'x')},
      {kSubscriber + "LastName", std::string(25, 'x')},
      {kSubscriber + "MiddleInitial", "Q"},
      {kSubscriber + "SubscriberType", "RESIDENTIAL"},
      {kAddress + "PreDirectional", "SW"},
      {kAddress + "StateCode", "DC"},
      {"PartialPort", "TRUE"},
  };
  int number = 9194810;
  for (const auto& [path, value] : kAccepted) {
    const std::string request = portin_request(std::to_string(number++) + "000");
    const Reply reply = server_.post(kPortins, with(request, path, value));
    EXPECT_EQ(reply.status, 201) << path << " " << value << "\n" << reply.body;
  }
}

TEST_F(PortinValidation, TellsAllErrorsAtOnce) {
  const Reply reply = server_.post(
      kPortins,
      "<LnpOrder><CustomerOrderId>a_b</CustomerOrderId><Subscriber><ServiceAddress><Zip>1</Zip>"
      "</ServiceAddress></Subscriber><PartialPort>perhaps</PartialPort></LnpOrder>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7309", "7318", "7103", "7106", "7108", "7109", "7110",
                                       "7111", "7214", "7115", "7319", "7101"}))
      << reply.body;
}

TEST_F(PortinValidation, TheDocumentedRequestWithItsPlaceholdersGivesTheDocumentedErrors) {
  std::string request =
      source_file("fixtures/operations/accounts/accountId/portins/post/request.xml");
  request = replaced(request, "2016-03-25", "2025-06-10");
  const Reply reply = server_.post(kPortins, request);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7309", "7312"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/Description"),
            (Codes{"The site id was not supplied or is invalid.", "The sippeer id is invalid."}));
  EXPECT_EQ(reply.text("Status/Description"),
            "Validation Failed. Please check your input parameters.");

  // The documented answer has a third error, of a rate center; all else is the same.
  const catalog::Outcome& outcome = documented("POST", "/accounts/{accountId}/portins", 400);
  std::vector<std::string> expected = outline(std::string(outcome.examples.front().body));
  const auto errors = std::ranges::find(expected, "LnpOrderResponse/Errors");
  expected.erase(errors, errors + 3);
  EXPECT_EQ(outline(reply.body), expected);
}

TEST_F(PortinValidation, ListsBusyNumbersUnderTheirError) {
  const Reply reply =
      server_.post(kPortins, with_element(portin_request("9194800000"), "ListOfPhoneNumbers",
                                          "<PhoneNumber>9194800001</PhoneNumber>"));
  EXPECT_EQ(error_codes(reply), (Codes{"7205"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{"9194800000"}));
}

TEST_F(PortinValidation, ListsInvalidNumbersUnderTheirError) {
  const Reply reply = server_.post(
      kPortins,
      with_element(portin_request(), "ListOfPhoneNumbers",
                   "<PhoneNumber>123</PhoneNumber><PhoneNumber>9111234567</PhoneNumber>"));
  EXPECT_EQ(error_codes(reply), (Codes{"7201"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{"123", "9111234567"}));
}

}  // namespace
}  // namespace irisim::test
