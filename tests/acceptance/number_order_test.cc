// Orders of new telephone numbers: what may be asked for, what becomes of it, and what is then
// known of the order.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kOrders = kAccount + "/orders";

// Orders by this kind, and gives the order when it has been looked after.
Reply order(Server& server, const std::string& elements) {
  const std::string id = create(server, kOrders, number_order(elements));
  server.advance("1s");
  return server.get(kOrders + "/" + id);
}

Numbers completed(const Reply& reply) {
  return texts(reply.xml().root(), "CompletedNumbers/TelephoneNumber/FullNumber");
}

std::string search(const std::string& kind, const std::string& criteria,
                   const std::string& quantity = "2") {
  return "<" + kind + ">" + criteria + "<Quantity>" + quantity + "</Quantity></" + kind + ">";
}

TEST(NumberOrder, IsCompleteWithTheNumbersThatWereNamed) {
  Server server;
  const Reply created = server.post(kOrders, existing_order({"9192381138", "9192381139"}));
  ASSERT_EQ(created.status, 201) << created.body;
  const std::string id = created.text("Order/id");
  EXPECT_TRUE(created.header("Location").ends_with(kOrders + "/" + id));
  EXPECT_EQ(created.text("Order/OrderCreateDate"), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(server.get(kOrders + "/" + id).text("OrderStatus"), "RECEIVED");
  EXPECT_EQ(server.get(kOrders + "/" + id).text("CompletedQuantity"), "0");

  EXPECT_EQ(server.advance("1s"), 1u);
  const Reply order = server.get(kOrders + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE");
  EXPECT_EQ(order.text("CompletedQuantity"), "2");
  EXPECT_EQ(order.text("FailedQuantity"), "0");
  EXPECT_EQ(order.text("OrderCompleteDate"), "2025-06-02T09:00:01.000Z");
  EXPECT_EQ(order.text("Order/PeerId"), "303716");
  EXPECT_EQ(completed(order), (Numbers{"9192381138", "9192381139"}));
}

TEST(NumberOrder, FindsNumbersByEachOfItsKinds) {
  struct Case {
    std::string kind, criteria, prefix;
  };
  const Case kCases[] = {
      {"AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>", "435"},
      {"RateCenterSearchAndOrderType", "<RateCenter>CARY</RateCenter><State>NC</State>", "919238"},
      {"NPANXXSearchAndOrderType", "<NpaNxx>919439</NpaNxx><EnableLCA>false</EnableLCA>", "919439"},
      {"NPANXXXSearchAndOrderType", "<NpaNxxX>9192381</NpaNxxX>", "9192381"},
      {"TollFreeWildCharSearchAndOrderType",
       "<TollFreeWildCardPattern>87*</TollFreeWildCardPattern>", "87"},
      {"StateSearchAndOrderType", "<State>UT</State>", "435"},
      {"CitySearchAndOrderType", "<City>CARY</City><State>NC</State>", "919238"},
      {"ZIPSearchAndOrderType", "<Zip>27511</Zip>", "919238"},
      {"LATASearchAndOrderType", "<Lata>224</Lata>", "201"},
      {"CombinedSearchAndOrderType", "<AreaCode>919</AreaCode><State>NC</State>", "919"},
  };
  for (const auto& [kind, criteria, prefix] : kCases) {
    SCOPED_TRACE(kind);
    Server server;
    const Reply found = order(server, search(kind, criteria));
    EXPECT_EQ(found.text("OrderStatus"), "COMPLETE") << found.body;
    const Numbers numbers = completed(found);
    ASSERT_EQ(numbers.size(), 2u) << found.body;
    for (const std::string& number : numbers) EXPECT_TRUE(number.starts_with(prefix)) << number;
    EXPECT_EQ(found.text("Order/" + kind + "/Quantity"), "2") << found.body;
  }
}

TEST(NumberOrder, FindsTheVanityNumbersOfTheDocumentedExamples) {
  Server server;
  EXPECT_EQ(completed(order(server, search("TollFreeVanitySearchAndOrderType",
                                           "<TollFreeVanity>newcars</TollFreeVanity>", "1"))),
            Numbers{"8336392277"});
  EXPECT_EQ(completed(order(server, search("CombinedSearchAndOrderType",
                                           "<AreaCode>617</AreaCode>"
                                           "<LocalVanity>newcars</LocalVanity>",
                                           "1"))),
            Numbers{"6176392277"});
}

TEST(NumberOrder, TakesWhatThereIsWhenThatIsLessThanWanted) {
  Server server;
  const Reply partial =
      order(server, search("RateCenterSearchAndOrderType",
                           "<RateCenter>SILER CITY</RateCenter><State>NC</State>", "5"));
  EXPECT_EQ(partial.text("OrderStatus"), "PARTIAL") << partial.body;
  EXPECT_EQ(partial.text("CompletedQuantity"), "3");
  EXPECT_EQ(partial.text("FailedQuantity"), "2");
  EXPECT_EQ(partial.text("ErrorList/Error/Code"), "5017");
  EXPECT_EQ(partial.text("ErrorList/Error/Description"),
            "Only a partial quantity of the total telephone numbers ordered could be fulfilled");
  EXPECT_EQ(completed(partial).size(), 3u);
}

TEST(NumberOrder, FailsWhenPartsAreNotAllowedOrThereIsNothing) {
  Server server;
  const std::string wanted = search("RateCenterSearchAndOrderType",
                                    "<RateCenter>SILER CITY</RateCenter><State>NC</State>", "5");
  const Reply whole = order(server, wanted + "<PartialAllowed>false</PartialAllowed>");
  EXPECT_EQ(whole.text("OrderStatus"), "FAILED") << whole.body;
  EXPECT_EQ(whole.text("ErrorList/Error/Code"), "5018");
  EXPECT_EQ(whole.text("CompletedQuantity"), "0");
  EXPECT_EQ(whole.text("FailedQuantity"), "5");

  EXPECT_EQ(order(server, wanted).text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(order(server, wanted).text("OrderStatus"), "FAILED");
}

TEST(NumberOrder, SaysWhichOfTheNamedNumbersItCannotHave) {
  Server server;
  order_numbers(server, {"9192381139"}, "14");
  const std::string id =
      create(server, kOrders, existing_order({"9192381138", "9192381139", "2125551234"}));
  server.advance("1s");
  const Reply order = server.get(kOrders + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(listed_codes(order), (std::vector<std::string>{"5017", "5005"}));
  EXPECT_EQ(texts(order.xml().root(), "ErrorList/Error/TelephoneNumbers/TelephoneNumber"),
            (Numbers{"9192381139", "2125551234"}));
  EXPECT_EQ(completed(order), Numbers{"9192381138"});
}

TEST(NumberOrder, NamesOnlyTheNumbersThatKeptItFromBeingFilled) {
  Server server;
  order_numbers(server, {"9192381139"}, "14");
  const std::string id = create(
      server, kOrders,
      "<Order><PartialAllowed>false</PartialAllowed><SiteId>743</SiteId>"
      "<ExistingTelephoneNumberOrderType><TelephoneNumberList>"
      "<TelephoneNumber>9192381138</TelephoneNumber><TelephoneNumber>9192381139</TelephoneNumber>"
      "</TelephoneNumberList></ExistingTelephoneNumberOrderType></Order>");
  server.advance("1s");
  const Reply order = server.get(kOrders + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "FAILED");
  EXPECT_EQ(order.text("FailedQuantity"), "2");
  EXPECT_EQ(texts(order.xml().root(), "ErrorList/Error/TelephoneNumbers/TelephoneNumber"),
            Numbers{"9192381139"});
}

TEST(NumberOrder, IsCompleteSinceItWasFilledWhateverIsChangedLater) {
  Server server;
  const std::string path = kOrders + "/" + create(server, kOrders, existing_order({"9192381138"}));
  server.advance("1s");
  server.advance("1h");
  EXPECT_EQ(server.put(path, "<Order><Name>Renamed</Name></Order>").status, 200);
  const Reply order = server.get(path);
  EXPECT_EQ(order.text("Order/Name"), "Renamed");
  EXPECT_EQ(order.text("LastModifiedDate"), "2025-06-02T10:00:01.000Z");
  EXPECT_EQ(order.text("OrderCompleteDate"), "2025-06-02T09:00:01.000Z");
}

TEST(NumberOrder, MayHaveANameOfFiftyCharactersInAnyScript) {
  Server server;
  std::string name;
  for (int i = 0; i < 50; ++i) name += "ü";
  const std::string elements =
      search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>") + "<SiteId>743</SiteId>";
  const auto named = [&](const std::string& text) {
    return "<Order><Name>" + text + "</Name>" + elements + "</Order>";
  };
  EXPECT_EQ(server.post(kOrders, named(name)).text("Order/Name"), name);
  EXPECT_EQ(server.post(kOrders, named(name + "x")).status, 400);
}

TEST(NumberOrder, BreaksNoRuleSilently) {
  struct Case {
    std::string order, code;
  };
  const std::string area = search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>");
  const std::string site = "<SiteId>743</SiteId>";
  const auto raw = [](const std::string& elements) { return "<Order>" + elements + "</Order>"; };
  const std::string named = "<ExistingTelephoneNumberOrderType><TelephoneNumberList>";
  const std::string named_end = "</TelephoneNumberList></ExistingTelephoneNumberOrderType>";
  const auto number = [](const std::string& text) {
    return "<TelephoneNumber>" + text + "</TelephoneNumber>";
  };
  std::string many;
  for (int i = 0; i <= 5000; ++i) many += number(std::to_string(9192380000 + i));
  const Case kCases[] = {
      {raw(area), "5022"},
      {raw(area + "<SiteId>744</SiteId>"), "5016"},
      {number_order(area + "<PeerId>1</PeerId>"), "5023"},
      {raw("<CustomerOrderId>a_b</CustomerOrderId>" + area + site), "5052"},
      {raw("<Name>" + std::string(51, 'n') + "</Name>" + area + site), "5002"},
      {number_order(""), "5087"},
      {number_order("<WeatherSearchAndOrderType/>"), "5087"},
      {number_order(search("AreaCodeSearchAndOrderType", "")), "5198"},
      {number_order(search("TollFreeVanitySearchAndOrderType", "")), "5199"},
      {number_order(search("ZIPSearchAndOrderType", "")), "5224"},
      {number_order(search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>", "0")), "5009"},
      {number_order(search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>", "ten")),
       "5009"},
      {number_order(search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>", "5001")),
       "5215"},
      {number_order(search("ZIPSearchAndOrderType", "<Zip>2751</Zip>")), "5002"},
      {number_order(area + "<PartialAllowed>maybe</PartialAllowed>"), "5217"},
      {number_order(area + "<BackOrderRequested>maybe</BackOrderRequested>"), "5002"},
      {number_order(search("NPANXXSearchAndOrderType",
                           "<NpaNxx>919439</NpaNxx><EnableLCA>maybe</EnableLCA>")),
       "5002"},
      {number_order(area + "<TnAttributes><TnAttribute>Red</TnAttribute></TnAttributes>"), "5102"},
      {number_order(area + "<TnAttributes><TnAttribute>Protected</TnAttribute>"
                           "<TnAttribute>Protected</TnAttribute></TnAttributes>"),
       "5102"},
      {number_order(search("TollFreeWildCharSearchAndOrderType",
                           "<TollFreeWildCardPattern>87*</TollFreeWildCardPattern>") +
                    "<TnAttributes><TnAttribute>Protected</TnAttribute></TnAttributes>"),
       "5101"},
      {number_order(named + named_end), "5212"},
      {number_order(named + many + named_end), "5211"},
      {number_order(named + number("919238113") + named_end), "5214"},
      {number_order(named + number("919238113") + number("9192381138") + named_end), "5002"},
      {number_order(named + number("9192381138") + number("9192381138") + named_end), "5093"},
      {existing_order({"9192381138"}, "f342904f-b03a-4499-bac0-e8f43a2664a1"), "5043"},
      {number_order("<BackOrderRequested>true</BackOrderRequested>" +
                    search("NPANXXSearchAndOrderType", "<NpaNxx>919439</NpaNxx>")),
       "5522"},
  };
  Server server;
  for (const auto& [sent, code] : kCases) {
    SCOPED_TRACE(sent.substr(0, 300));
    const Reply reply = server.post(kOrders, sent);
    EXPECT_EQ(reply.status, 400) << reply.body;
    EXPECT_EQ(listed_codes(reply), std::vector<std::string>{code});
    EXPECT_EQ(std::string(reply.xml().root().name()), "OrderResponse");
    EXPECT_TRUE(reply.xml().root().child("Order"));
  }
  EXPECT_EQ(server.get(kOrders).status, 404) << "nothing is left of refused orders";
}

TEST(NumberOrder, NeedsADefaultPeerOrOneThatIsNamed) {
  Server server;
  const Reply site =
      server.post(kAccount + "/sites",
                  "<Site><Name>Empty</Name><Address><HouseNumber>1</HouseNumber>"
                  "<StreetName>Main</StreetName><City>CARY</City><StateCode>NC</StateCode>"
                  "<Zip>27511</Zip></Address></Site>");
  const std::string location = site.header("Location");
  ASSERT_EQ(site.status, 201) << site.body;
  const Reply reply = server.post(
      kOrders, "<Order>" + search("AreaCodeSearchAndOrderType", "<AreaCode>435</AreaCode>") +
                   "<SiteId>" + location.substr(location.rfind('/') + 1) + "</SiteId></Order>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(listed_codes(reply), std::vector<std::string>{"5020"});
}

TEST(NumberOrder, DerivesCountsFromItsNumbers) {
  Server server;
  const std::string id = create(server, kOrders, existing_order({"9192381138", "2018981023"}));
  server.advance("1s");
  const auto get = [&](const std::string& rest) { return server.get(kOrders + "/" + id + rest); };
  EXPECT_EQ(texts(get("/areaCodes").xml().root(), "TelephoneDetailsReport/AreaCode"),
            (Numbers{"201", "919"}));
  EXPECT_EQ(texts(get("/npaNxx").xml().root(), "TelephoneDetailsReport/NPA-NXX"),
            (Numbers{"201898", "919238"}));
  EXPECT_EQ(texts(get("/totals").xml().root(), "TelephoneDetailsReport/Count"),
            (Numbers{"1", "1"}));
  EXPECT_EQ(texts(get("/tns").xml().root(), "TelephoneNumber"),
            (Numbers{"9192381138", "2018981023"}));
  const Reply detailed = get("?tndetail=true");
  EXPECT_EQ(detailed.text("CompletedNumbers/TelephoneNumber/RateCenter"), "CARY");
  EXPECT_EQ(detailed.text("CompletedNumbers/TelephoneNumber/LATA"), "426");
  EXPECT_EQ(get("").xml().root().at("CompletedNumbers/TelephoneNumber/RateCenter"), xml::Element());
}

TEST(NumberOrder, AreListedWithWhatTheirNumbersAre) {
  Server server;
  create(server, kOrders, existing_order({"9192381138", "9192381139"}));
  server.advance("1d");
  const std::string failed = create(server, kOrders, existing_order({"9192381138"}));
  server.advance("1s");
  const Reply list = server.get(kOrders + "?page=1&size=1");
  EXPECT_EQ(list.text("ListOrderIdUserIdDate/TotalCount"), "2");
  const xml::Document document = list.xml();
  const xml::Element entry = document.root().at("ListOrderIdUserIdDate/OrderIdUserIdDate");
  EXPECT_EQ(entry.text("CountOfTNs"), "2");
  EXPECT_EQ(entry.text("OrderStatus"), "COMPLETE");
  const xml::Element details = entry.child("TelephoneNumberDetails");
  EXPECT_EQ(details.at("RateCenters/RateCenterWithCount/RateCenter").text(), "CARY");
  EXPECT_EQ(details.at("Cities/CityWithCount/Count").text(), "2");
  EXPECT_EQ(details.at("Vendors/VendorWithCount/VendorName").text(), "Bandwidth CLEC");
  EXPECT_NE(list.text("ListOrderIdUserIdDate/Links/next").find("page=" + failed),
            std::string::npos);

  const auto found = [&](const std::string& query) {
    return texts(server.get(kOrders + query).xml().root(),
                 "ListOrderIdUserIdDate/OrderIdUserIdDate/orderId");
  };
  EXPECT_EQ(found("?page=" + failed + "&size=10"), Numbers{failed});
  EXPECT_EQ(found("?status=FAILED"), Numbers{failed});
  EXPECT_EQ(found("?startdate=25-06-03&enddate=25-06-03"), Numbers{failed});
  EXPECT_EQ(found("?startdate=2025-06-02&enddate=2025-06-03").size(), 2u);
  EXPECT_EQ(server.get(kOrders + "?userid=nobody").status, 404);
  EXPECT_EQ(server.get(kOrders + "?customerOrderId=none").status, 404);
  EXPECT_EQ(server.get(kAccount + "/sites/743/orders").text("ListOrderIdUserIdDate/TotalCount"),
            "2");
  EXPECT_EQ(server.get(kAccount + "/sites/744/orders").status, 404);
  for (const char* query : {"?status=DONE", "?size=0", "?startdate=2025-06-02", "?page=nine",
                            "?startdate=2025-06-03&enddate=2025-06-02", "?startdate=x&enddate=y"}) {
    expect_xml_error(server.get(kOrders + query), 400);
  }
}

TEST(NumberOrder, IsUnknownToOtherAccountsAndSites) {
  Server server;
  const std::string id = create(server, kOrders, existing_order({"9192381138"}));
  EXPECT_EQ(server.get("/accounts/14/orders/" + id).status, 404);
  EXPECT_EQ(server.get(kAccount + "/sites/744/orders/" + id).status, 404);
  EXPECT_EQ(server.get(kAccount + "/sites/743/orders/" + id).status, 200);
  EXPECT_EQ(server.get(kAccount + "/disconnects/" + id).status, 404);
  EXPECT_EQ(server.put("/accounts/14/orders/" + id, "<Order><Name>x</Name></Order>").status, 404);
}

}  // namespace
}  // namespace irisim::test
