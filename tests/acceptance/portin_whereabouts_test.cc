// Port-ins and where their numbers are: coverage, losing carriers, vendors and types of port.

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

const std::string kOnNet = "9194800001";      // Mock Carrier
const std::string kWireless = "9196010001";   // on-net
const std::string kCable = "9196020001";      // on-net, with an account number, 3 days
const std::string kManual = "4109230001";     // Mock Carrier, Partner CLEC
const std::string kAutomated = "2177320001";  // Mock Carrier, Level 3

struct Case {
  std::string what;
  Codes codes;
  std::string request;
};

std::string triggered(const std::string& number) {
  return with(plain_request(number), "Triggered", "true");
}

std::string protected_request(const std::string& number) {
  return replaced(plain_request(number), "</LnpOrder>",
                  "<TnAttributes><TnAttribute>Protected</TnAttribute></TnAttributes></LnpOrder>");
}

std::string on(const std::string& date, const std::string& number) {
  return with(plain_request(number), "RequestedFocDate", date);
}

std::vector<Case> cases() {
  return {
      {"unknown area", {"7331"}, plain_request("2015550001")},
      {"rate center that nobody covers", {"7331"}, plain_request("4109250001")},
      {"unsupported losing carrier", {"7609"}, plain_request("9196030001")},
      {"number of ours that nobody has", {"7378"}, plain_request("9194390001")},
      {"two losing carriers", {"7204"}, with_number(plain_request(kOnNet), kWireless)},
      {"BTN of another carrier",
       {"7204"},
       with(plain_request(kOnNet), "BillingTelephoneNumber", kCable)},
      {"new BTN of another carrier",
       {"7204"},
       with(plain_request(kOnNet), "NewBillingTelephoneNumber", kCable)},
      {"two vendors", {"7363"}, with_number(plain_request(kOnNet), kManual)},
      {"two partners", {"7363"}, with_number(plain_request(kAutomated), kManual)},
      {"wireless without its information",
       {"7113"},
       without(plain_request(kWireless), "WirelessInfo")},
      {"wireless without an account number",
       {"7114"},
       without(plain_request(kWireless), "WirelessInfo/AccountNumber")},
      {"wireless without a PIN",
       {"7117"},
       without(plain_request(kWireless), "WirelessInfo/PinNumber")},
      {"carrier that wants an account number",
       {"7114"},
       without(plain_request(kCable), "WirelessInfo")},
      {"activation of wireless numbers", {"7343"}, triggered(kWireless)},
      {"activation of a manual port", {"7361"}, triggered(kManual)},
      {"manual port at once", {"7362"}, with(plain_request(kManual), "Immediately", "true")},
      {"protection of off-net numbers", {"7398"}, protected_request(kAutomated)},
      {"date before the carrier's interval", {"7317"}, on("2025-06-04", kCable)},
  };
}

TEST(PortinWhereabouts, EachRuleHasItsCode) {
  PortServer server;
  for (const Case& each : cases()) {
    const Reply reply = server.post(kPortins, each.request);
    EXPECT_EQ(reply.status, 400) << each.what << "\n" << reply.body;
    EXPECT_EQ(error_codes(reply), each.codes) << each.what << "\n" << reply.body;
    EXPECT_EQ(departure(documented("POST", "/accounts/{accountId}/portins", 400), reply.body), "");
  }
  EXPECT_EQ(server.get(kPortins + "/totals").text("Count"), "0") << "a refused order was kept";
}

TEST(PortinWhereabouts, AcceptsWhatIsJustWithinTheRules) {
  PortServer server;
  const std::string mixed_tiers = with_number(plain_request(kAutomated), "2177920001");
  for (const std::string& request :
       {plain_request(kWireless), on("2025-06-05", kCable), on("2025-06-03", "9194800009"),
        without(plain_request("9194800002"), "WirelessInfo"), triggered("9194800003"),
        with(plain_request("9194800004"), "Immediately", "true"), protected_request("9194800005"),
        mixed_tiers, plain_request("8662225555")}) {
    const Reply reply = server.post(kPortins, request);
    EXPECT_EQ(reply.status, 201) << request << reply.body;
  }
}

TEST(PortinWhereabouts, ListsTheNumbersUnderTheirError) {
  PortServer server;
  const Reply reply = server.post(
      kPortins, with_number(with_number(plain_request(kOnNet), "2015550001"), "9196030001"));
  EXPECT_EQ(error_codes(reply), (Codes{"7331", "7609"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"),
            (Codes{"2015550001", "9196030001"}));
}

TEST(PortinWhereabouts, GivesTheDocumentedErrorsForTheDocumentedRequestInAnOffNetRateCenter) {
  PortServer server;
  std::string request =
      source_file("fixtures/operations/accounts/accountId/portins/post/request.xml");
  request = replaced(request, "2016-03-25", "2025-06-10");
  request = replaced(request, "9194809871", kAutomated);
  const Reply reply = server.post(kPortins, request);
  const std::string expected(
      documented("POST", "/accounts/{accountId}/portins", 400).examples.front().body);
  const auto example = xml::Document::parse(expected);
  ASSERT_TRUE(example.ok());
  EXPECT_EQ(outline(reply.body), outline(expected));
  EXPECT_EQ(error_codes(reply), texts(example->root(), "Errors/Code"));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/Description"),
            texts(example->root(), "Errors/Description"));
}

TEST(PortinWhereabouts, TellTypeCarrierAndVendorOfAPort) {
  constexpr struct {
    const char *number, *type, *carrier, *vendor;
  } kCases[] = {
      {"9194800001", "AUTOMATED", "Mock Carrier", "Bandwidth CLEC"},
      {"9196010001", "AUTOMATED", "Mock Wireless", "Bandwidth CLEC"},
      {"4109230001", "MANUALOFFNET", "Mock Carrier", "Partner CLEC"},
      {"2174100001", "AUTOMATEDOFFNET", "IntegraTelecom", "Level 3"},
      {"2177920001", "MANUALOFFNET", "Mock Carrier", "Level 3"},
      {"8662225555", "AUTOMATED", "Mock Carrier", "Bandwidth CLEC"},
  };
  PortServer server;
  for (const auto& [number, type, carrier, vendor] : kCases) {
    const Reply reply = server.get(kPortins + "/" + create_portin(server, plain_request(number)));
    EXPECT_EQ(reply.text("PortType"), type) << number;
    EXPECT_EQ(reply.text("LosingCarrierName"), carrier) << number;
    EXPECT_EQ(reply.text("VendorName"), vendor) << number;
  }
}

TEST(PortinWhereabouts, AreListedAndCountedByVendor) {
  PortServer server;
  create_portin(server, plain_request("2174100001"));
  create_portin(server, plain_request(kOnNet));
  const Reply list = server.get(kAccount + "/sites/743/portins?page=1&size=10");
  const auto column = [&](const std::string& element) {
    return texts(list.xml().root(), "lnpPortInfoForGivenStatus/" + element);
  };
  EXPECT_EQ(column("LNPLosingCarrierId"), (Codes{"7482", "1537"}));
  EXPECT_EQ(column("LNPLosingCarrierName"), (Codes{"IntegraTelecom", "Mock Carrier"}));
  EXPECT_EQ(column("VendorId"), (Codes{"57", "49"}));
  EXPECT_EQ(column("VendorName"), (Codes{"Level 3", "Bandwidth CLEC"}));
  create_portin(server, plain_request("9194800002"));
  const std::pair<const char*, const char*> kCounts[] = {{"57", "1"}, {"49", "2"}, {"60", "0"}};
  for (const auto& [vendor, count] : kCounts)
    EXPECT_EQ(server.get(kPortins + "/totals?vendorId=" + vendor).text("Count"), count) << vendor;
}

TEST(PortinWhereabouts, TheDefaultDateWaitsForTheLosingCarrier) {
  PortServer server;
  const std::string request = without(plain_request(kCable), "RequestedFocDate");
  EXPECT_EQ(server.post(kPortins, request).text("RequestedFocDate"), "2025-06-05T15:30:00.000Z");
}

TEST(PortinWhereabouts, OfADraftAreCheckedWhenItIsSubmitted) {
  PortServer server;
  const Reply draft =
      server.post(kPortins, with(plain_request("2015550001"), "ProcessingStatus", "DRAFT"));
  ASSERT_EQ(draft.status, 201) << draft.body;
  const std::string id = draft.text("OrderId");
  EXPECT_EQ(server.get(kPortins + "/" + id).text("PortType"), "");
  const std::string submit = "<ProcessingStatus>SUBMITTED</ProcessingStatus>";
  EXPECT_EQ(error_codes(supp(server, id, submit)), (Codes{"7331"}));
  const std::string other = "<ListOfPhoneNumbers><PhoneNumber>" + kManual +
                            "</PhoneNumber></ListOfPhoneNumbers><BillingTelephoneNumber>" +
                            kManual + "</BillingTelephoneNumber>";
  EXPECT_EQ(supp(server, id, other + submit).status, 200);
  EXPECT_EQ(server.get(kPortins + "/" + id).text("PortType"), "MANUALOFFNET");
}

// ---- changes ----

std::string numbers(const Codes& list) {
  std::string result = "<ListOfPhoneNumbers>";
  for (const std::string& number : list) result += "<PhoneNumber>" + number + "</PhoneNumber>";
  return result + "</ListOfPhoneNumbers>";
}

TEST(PortinWhereabouts, OfNumbersThatJoinMustAgreeWithTheOrder) {
  PortServer server;
  const std::string id = create_portin(server, plain_request(kOnNet));
  const std::string manual_id = create_portin(server, plain_request("2177920001"));
  const struct {
    std::string order;
    std::vector<std::string> joining;
    Codes codes;
  } kCases[] = {
      // The contract's example: 7331 and 7495.
      {id, {"2015550001", kWireless, kCable}, {"7331", "7495"}},
      {id, {kManual}, {"7500"}},
      {id, {"9194390001"}, {"7378"}},
      {id, {"9196030001"}, {"7609"}},
      {manual_id, {kAutomated}, {"7499"}},
  };
  for (const auto& [order, joining, codes] : kCases) {
    const Reply reply = supp(server, order, numbers(joining));
    EXPECT_EQ(reply.status, 400) << reply.body;
    EXPECT_EQ(error_codes(reply), codes) << reply.body;
    EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), joining);
    EXPECT_EQ(
        departure(documented("PUT", "/accounts/{accountId}/portins/{orderid}", 400), reply.body),
        "");
  }
  EXPECT_EQ(supp(server, id, numbers({kOnNet, "9194800002"})).status, 200);
}

TEST(PortinWhereabouts, OfAChangedBtnMustBeTheLosingCarriers) {
  PortServer server;
  const std::string id = create_portin(server, plain_request(kOnNet));
  const auto btn = [](const std::string& number) {
    return "<BillingTelephoneNumber>" + number + "</BillingTelephoneNumber>";
  };
  EXPECT_EQ(error_codes(supp(server, id, btn(kCable))), (Codes{"7204"}));
  EXPECT_EQ(supp(server, id, btn("9194800009")).status, 200);
}

// What the off-net partner with automated ports lets change.
class AutomatedOffNetSupp : public testing::Test {
 protected:
  AutomatedOffNetSupp() : id_(create_portin(server_, plain_request(kAutomated))) {}

  Codes codes_of(const std::string& elements) { return error_codes(supp(server_, id_, elements)); }

  PortServer server_;
  std::string id_;
};

const std::string kDate = "<RequestedFocDate>2025-06-12</RequestedFocDate>";
const std::string kBtn = "<BillingTelephoneNumber>2177320009</BillingTelephoneNumber>";
const std::string kNames =
    "<Subscriber><SubscriberType>RESIDENTIAL</SubscriberType><LastName>Other</LastName>"
    "</Subscriber>";

TEST_F(AutomatedOffNetSupp, HasACodeForEachElementThatIsFixed) {
  const std::pair<std::string, std::string> kCases[] = {
      {"<NewBillingTelephoneNumber>2177320008</NewBillingTelephoneNumber>", "7305"},
      {"<Subscriber><LastName>Other</LastName></Subscriber>", "7306"},
      {"<Subscriber><ServiceAddress><HouseNumber>1</HouseNumber></ServiceAddress></Subscriber>",
       "7307"},
      {"<WirelessInfo><PinNumber>9</PinNumber></WirelessInfo>", "7308"},
      {"<CustomerOrderId>A1</CustomerOrderId>", "7483"},
      {"<LoaAuthorizingPerson>Another</LoaAuthorizingPerson>", "7483"},
      {"<PartialPort>true</PartialPort>", "7483"},
      {"<AlternateSpid>X1</AlternateSpid>", "7483"},
      {"<TnAttributes><TnAttribute>External</TnAttribute></TnAttributes>", "7483"},
      {numbers({kAutomated, "2177320002"}), "7498"},
  };
  for (const auto& [elements, code] : kCases)
    EXPECT_EQ(codes_of(elements), Codes{code}) << elements;
  EXPECT_EQ(codes_of("<PeerId/>"), Codes{"7487"});
}

TEST_F(AutomatedOffNetSupp, MayChangeDateBtnAndNamesUntilTheFoc) {
  for (const std::string& elements : {kDate, kBtn, kNames})
    EXPECT_EQ(codes_of(elements), Codes{}) << elements;
}

TEST_F(AutomatedOffNetSupp, MayChangeOnlyTheDateAfterTheFoc) {
  reach_foc(server_, id_);
  EXPECT_EQ(codes_of(kBtn), Codes{"7305"});
  EXPECT_EQ(codes_of(kNames), Codes{"7306"});
  EXPECT_EQ(codes_of(numbers({"2177320002"})), Codes{"7498"});
  EXPECT_EQ(codes_of(kDate), Codes{});
}

TEST_F(AutomatedOffNetSupp, TakesAnEchoForNoChange) {
  EXPECT_EQ(codes_of("<PartialPort/>" + numbers({kAutomated}) +
                     "<LoaAuthorizingPerson>The Authguy</LoaAuthorizingPerson>"),
            Codes{});
}

}  // namespace
}  // namespace irisim::test
