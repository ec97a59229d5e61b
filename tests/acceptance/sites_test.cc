// The sites of an account: what is kept, what is refused, and what lists tell.

#include "tests/support/sites.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

std::string uc_request() {
  return source_file("fixtures/operations/accounts/accountId/sites/post/request-uc-account.xml");
}

std::string id_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

TEST(Sites, AreShownAsTheyWereSent) {
  Server server;
  const std::string path = create_site(server, uc_request());
  EXPECT_EQ(id_of(path), "3013");
  std::string expected(
      documented("GET", "/accounts/{accountId}/sites/{siteId}", 200).examples.front().body);
  const Reply reply = server.get(path);
  EXPECT_EQ(reply.status, 200);
  const auto expected_document = xml::Document::parse(expected);
  const auto document = xml::Document::parse(reply.body);
  ASSERT_TRUE(expected_document.ok() && document.ok());
  EXPECT_EQ(outline(reply.body), outline(expected));
  for (const std::string& element : outline(expected)) {
    const std::string below = element.substr(element.find('/') + 1);
    EXPECT_EQ(document->root().at(below).text(), expected_document->root().at(below).text())
        << element;
  }
}

TEST(Sites, KeepEveryFieldThatIsDocumented) {
  Server server;
  std::string request = with(uc_request(), "CustomerProvidedID", "1234567890");
  for (const std::string field : {"HouseSuffix", "AddressLine2", "County"})
    request = with(request, "Address/" + field, "x" + field);
  request = with(with(request, "Address/PreDirectional", "SW"), "Address/PlusFour", "1234");
  request = with(with(request, "Address/AddressType", "Billing"), "Weather", "fine");
  const Reply reply = server.get(create_site(server, request));
  EXPECT_EQ(reply.text("Site/CustomerProvidedId"), "1234567890");
  EXPECT_EQ(reply.text("Site/Address/HouseSuffix"), "xHouseSuffix");
  EXPECT_EQ(reply.text("Site/Address/AddressLine2"), "xAddressLine2");
  EXPECT_EQ(reply.text("Site/Address/County"), "xCounty");
  EXPECT_EQ(reply.text("Site/Address/PreDirectional"), "SW");
  EXPECT_EQ(reply.text("Site/Address/PlusFour"), "1234");
  EXPECT_EQ(reply.text("Site/Address/AddressType"), "Billing");
  EXPECT_EQ(reply.body.find("Weather"), std::string::npos);
}

TEST(Sites, OfANewAccountAreThoseOfTheSeed) {
  Server server;
  const Reply reply = server.get(kSites);
  EXPECT_EQ(texts(reply.xml().root(), "Sites/Site/Id"), (Texts{"743"}));
  EXPECT_EQ(reply.text("Sites/Site/Name"), "Raleigh");
  const Reply site = server.get(kDefaultSite);
  EXPECT_EQ(site.status, 200);
  EXPECT_EQ(site.text("Site/Address/City"), "RALEIGH");
  EXPECT_EQ(server
                .put(kDefaultSite, "<Site><Name>Raleigh</Name><Address>" +
                                       site.body.substr(site.body.find("<HouseNumber>"),
                                                        site.body.find("</Address>") -
                                                            site.body.find("<HouseNumber>")) +
                                       "</Address></Site>")
                .status,
            200);
}

TEST(Sites, HaveIdsOfTheirOwnInTheWorld) {
  Server server;
  std::set<std::string> ids;
  for (const std::string account : {"/accounts/1", "/accounts/2", "/accounts/1"}) {
    const Reply reply = server.post(account + "/sites", site_request());
    EXPECT_EQ(reply.status, 201);
    ids.insert(id_of(reply.header("Location")));
  }
  EXPECT_EQ(ids, (std::set<std::string>{"3013", "3014", "3015"}));
  EXPECT_EQ(server.get("/accounts/2/sites/3013").status, 404);
}

struct Violation {
  std::string what, code, message;
  std::string path, text;  // of the request; no text: without the element
};

TEST(Sites, EachRuleHasItsCode) {
  const std::string long_name(51, 'x'), a = "Address/";
  const Violation kViolations[] = {
      {"no name", "12533", "Site name is required", "Name", ""},
      {"name of 51", "12529", "Site name '" + long_name + "' is too long. Max length 50 characters",
       "Name", long_name},
      {"name of other characters", "12526", "Site name 'a_b' is not valid", "Name", "a_b"},
      {"description of 251", "4016", "", "Description", std::string(251, 'x')},
      {"description of other characters", "4016",
       "A site description can have max length of 250 chars and can only contain chars from the "
       "set [a-zA-Z0-9.-] and empty space",
       "Description", "a_b"},
      {"id of 11 digits", "1008", "'12345678901' is not a valid value", "CustomerProvidedId",
       "12345678901"},
      {"id of letters", "1008", "'x1' is not a valid value", "CustomerProvidedId", "x1"},
      {"trunking type", "1008", "'Chairs' is not a valid value", "UcTrunkingConfiguration/Type",
       "Chairs"},
      {"usage category", "1008", "'UC300' is not a valid value",
       "UcTrunkingConfiguration/UsageCategory", "UC300"},
      {"no address", "1003", "Address is required", "Address", ""},
      {"no house number", "12536", "HouseNumber is required", a + "HouseNumber", ""},
      {"house number of 46", "12537", "", a + "HouseNumber", std::string(46, '1')},
      {"house suffix of 46", "12547", "", a + "HouseSuffix", std::string(46, '1')},
      {"pre-directional", "12605",
       "Directional is not valid. Valid values: N, S, E, W, NE, NW, SE, SW", a + "PreDirectional",
       "X"},
      {"post-directional", "12605", "", a + "PostDirectional", "UP"},
      {"no street", "12538", "StreetName is required", a + "StreetName", ""},
      {"street of 201", "12539", "", a + "StreetName", std::string(201, 'x')},
      {"street suffix of 46", "13045", "", a + "StreetSuffix", std::string(46, 'x')},
      {"second line of 201", "12550", "", a + "AddressLine2", std::string(201, 'x')},
      {"no city", "12540", "City is required", a + "City", ""},
      {"city of 101", "12541", "", a + "City", std::string(101, 'x')},
      {"no state", "12542", "StateCode is required", a + "StateCode", ""},
      {"unknown state", "12837", "'XX' is not a valid state / province code", a + "StateCode",
       "XX"},
      {"no zip", "12644", "Zip is required", a + "Zip", ""},
      {"zip of four", "13103",
       "Zip '2754' is invalid. Only numeric characters are supported with length of 5 digits.",
       a + "Zip", "2754"},
      {"plus four of five", "12552", "Zip4 '12345' is too long. Max length 4 characters",
       a + "PlusFour", "12345"},
      {"county of 46", "12553", "", a + "County", std::string(46, 'x')},
      {"address type", "12579", "", a + "AddressType", "Holiday"},
  };
  Server server;
  const std::string made = create_site(server);
  const std::string before = server.get(made).body;
  for (const auto& [what, code, message, path, text] : kViolations) {
    const std::string request =
        text.empty() ? without(site_request(), path) : with(site_request(), path, text);
    for (const Reply& reply : {server.post(kSites, request), server.put(made, request)}) {
      EXPECT_EQ(reply.status, 400) << what;
      EXPECT_EQ(error_code(reply), code) << what << "\n" << reply.body;
      EXPECT_EQ(reply.xml().root().name(), "SiteResponse");
      if (message.empty()) continue;
      EXPECT_EQ(reply.text("ResponseStatus/Description"), message);
    }
  }
  EXPECT_EQ(server.get(made).body, before);
  EXPECT_EQ(texts(server.get(kSites).xml().root(), "Sites/Site/Id"), (Texts{"743", "3013"}));
}

TEST(Sites, AcceptWhatIsJustWithinTheRules) {
  Server server;
  std::string request = with(site_request(), "Name", std::string(50, 'x'));
  request = with(request, "Description", std::string(250, '-'));
  request = with(request, "CustomerProvidedId", "1234567890");
  EXPECT_EQ(server.post(kSites, request).status, 201);
  EXPECT_EQ(server.post(kSites, with(site_request(), "Name", "St. John-1")).status, 201);
}

TEST(Sites, AreReplacedByAPut) {
  Server server;
  const std::string path = create_site(server);
  const Reply reply = server.put(
      path, without(with(with(site_request(), "Name", "Durham"), "Id", "3013"), "Description"));
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.body, "");
  const Reply site = server.get(path);
  EXPECT_EQ(site.text("Site/Id"), "3013");
  EXPECT_EQ(site.text("Site/Name"), "Durham");
  EXPECT_EQ(site.text("Site/Description"), "");
}

TEST(Sites, KeepTheirId) {
  Server server;
  const Reply reply = server.put(create_site(server), with(site_request(), "Id", "4"));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "12521");
}

TEST(Sites, ThatAreUnknownAreNotFound) {
  Server server;
  const std::string path = kSites + "/3014";
  for (const Reply& reply :
       {server.get(path), server.put(path, site_request()), server.remove(path),
        server.get(path + "/sippeers"), server.post(path + "/sippeers", peer_request())}) {
    EXPECT_EQ(reply.status, 404);
    EXPECT_EQ(error_code(reply), "12016");
    EXPECT_EQ(reply.text("ResponseStatus/Description"), "Site '3014' does not exist");
  }
}

TEST(Sites, CanBeDeletedOnlyWithoutSipPeers) {
  Server server;
  const std::string path = create_site(server);
  const std::string peer = create_peer(server, peer_request(), path);
  const Reply reply = server.remove(path);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "12031");
  EXPECT_EQ(server.get(path).status, 200);
  EXPECT_EQ(server.remove(peer).status, 200);
  EXPECT_EQ(server.remove(path).status, 200);
  EXPECT_EQ(server.get(path).status, 404);
}

TEST(Sites, WithAMisspeltStreetGetTheRightOne) {
  Server server;
  const std::string request = replaced(uc_request(), "PENNSYLVANIA", "PENNSYLVANIO");
  const Reply reply = server.post(kSites, request);
  EXPECT_EQ(reply.status, 409);
  const std::string expected(
      documented("POST", "/accounts/{accountId}/sites", 409).examples.front().body);
  const auto expected_document = xml::Document::parse(expected);
  const auto document = xml::Document::parse(reply.body);
  ASSERT_TRUE(expected_document.ok() && document.ok());
  EXPECT_EQ(outline(reply.body), outline(expected));
  for (const std::string& element : outline(expected)) {
    const std::string below = element.substr(element.find('/') + 1);
    if (below.ends_with("AddressInconsistencies")) continue;  // its fixture has lost a line break
    EXPECT_EQ(document->root().at(below).text(), expected_document->root().at(below).text())
        << element;
  }
  EXPECT_EQ(reply.text("AddressErrorDescription/AddressInconsistencies"),
            "Some adjustments are required to allow the address to pass geocoding:\n"
            "Specified value - Street Name : \"PENNSYLVANIO\" Valid value - \"PENNSYLVANIA\"");
  EXPECT_EQ(texts(server.get(kSites).xml().root(), "Sites/Site/Id"), (Texts{"743"}));
}

TEST(Sites, AreListedWithAsMuchAsIsAskedFor) {
  Server server;
  create_peer(server);
  const Reply plain = server.get(kSites + "?sipPeerDetails=false&tnCounts=false");
  EXPECT_EQ(outline(plain.body),
            (Texts{"SitesResponse", "SitesResponse/Sites", "SitesResponse/Sites/Site",
                   "SitesResponse/Sites/Site/Id", "SitesResponse/Sites/Site/Name",
                   "SitesResponse/Sites/Site/Description"}));

  const xml::Document details = server.get(kSites + "?sipPeerDetails=true").xml();
  EXPECT_EQ(details.root().at("Sites/Site/SipPeerCount").text(), "2");
  const std::string peer = "Sites/Site/SipPeers/SipPeer/";
  EXPECT_EQ(texts(details.root(), peer + "PeerId"), (Texts{"303716", "500014"}));
  EXPECT_EQ(texts(details.root(), peer + "IsDefaultPeer"), (Texts{"true", "false"}));
  EXPECT_EQ(texts(details.root(), peer + "Address/Zip"), (Texts{"27606", "20500"}));
  EXPECT_EQ(texts(details.root(), peer + "CallingName/Display"), (Texts{"false", "true"}));
  EXPECT_EQ(texts(details.root(), peer + "PremiseTrunks"), (Texts{"5"}));
  EXPECT_EQ(texts(details.root(), peer + "VoiceHosts"), Texts{});

  const xml::Document summary = server.get(kSites + "?summary=true&sipPeerDetails=true").xml();
  EXPECT_EQ(texts(summary.root(), peer + "PeerName"), (Texts{"Default Peer", "name"}));
  EXPECT_EQ(texts(summary.root(), peer + "Address"), Texts{});

  const auto count = [&] {
    return server.get(kSites + "?tnCounts=TRUE").text("Sites/Site/TelephoneNumberCount");
  };
  EXPECT_EQ(count(), "0");
  put_in_service(server, {"9194809871", "9194809872"});
  EXPECT_EQ(count(), "2");
}

TEST(Sites, RefuseAnOptionThatIsNoBoolean) {
  Server server;
  for (const std::string option : {"tnCounts", "sipPeerDetails", "summary"}) {
    const Reply reply = server.get(kSites + "?" + option + "=perhaps");
    EXPECT_EQ(reply.status, 400) << option;
    EXPECT_EQ(error_code(reply), "1008") << option;
    EXPECT_EQ(reply.text("ResponseStatus/Description"), "'perhaps' is not a valid value");
  }
}

TEST(Sites, CountTheirNumbersInService) {
  Server server;
  create_site(server);
  order_numbers(server, {"9192381138", "9192381139", "9192381140"});
  disconnect(server, {"9192381140"});
  order_numbers(server, {"9192381141"}, "15");
  const auto counts = [&](const std::string& sites) {
    return texts(server.get(sites + "?tnCounts=true").xml().root(),
                 "Sites/Site/TelephoneNumberCount");
  };
  EXPECT_EQ(counts(kSites), (Texts{"2", "0"})) << "without the one that is ageing";
  EXPECT_EQ(counts("/accounts/15/sites"), (Texts{"1"}));
}

}  // namespace
}  // namespace irisim::test
