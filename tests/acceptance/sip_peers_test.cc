// The SIP peers of a site, their hosts, and the hosts of an account.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/orders.h"
#include "tests/support/peers.h"
#include "tests/support/sites.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kPeers = kDefaultSite + "/sippeers";

// A SIP peer with these elements and nothing else.
std::string peer(const std::string& name, const std::string& elements = "") {
  return "<SipPeer><PeerName>" + name + "</PeerName>" + elements + "</SipPeer>";
}

std::string termination(const std::string& host, const std::string& more = "") {
  return "<TerminationHost><HostName>" + host + "</HostName>" + more + "</TerminationHost>";
}

std::string terminations(const std::string& hosts) {
  return "<TerminationHosts>" + hosts + "</TerminationHosts>";
}

std::string voice_host(const std::string& name, const std::string& more = "") {
  return "<Host><HostName>" + name + "</HostName>" + more + "</Host>";
}

std::string voice_hosts(int count) {
  std::string hosts;
  for (int i = 1; i <= count; ++i) hosts += voice_host("10.0.0." + std::to_string(i));
  return hosts;
}

std::string termination_hosts(int count) {
  std::string hosts;
  for (int i = 1; i <= count; ++i) hosts += termination("4.0.0." + std::to_string(i));
  return terminations(hosts);
}

std::string groups(int count, int hosts) {
  std::string result;
  for (int i = 0; i < count; ++i)
    result += "<VoiceHostGroup>" + voice_hosts(hosts) + "</VoiceHostGroup>";
  return "<VoiceHostGroups>" + result + "</VoiceHostGroups>";
}

std::string default_flag(bool is_default) {
  return std::string("<IsDefaultPeer>") + (is_default ? "true" : "false") + "</IsDefaultPeer>";
}

TEST(SipPeers, AreShownAsTheyWereSent) {
  Server server;
  const std::string path = create_peer(server);
  EXPECT_EQ(path, kPeers + "/500014");
  const Reply reply = server.get(path);
  EXPECT_EQ(reply.text("SipPeer/PeerId"), "500014");
  EXPECT_EQ(reply.text("SipPeer/PeerName"), "name");
  EXPECT_EQ(reply.text("SipPeer/Description"), "description");
  EXPECT_EQ(reply.text("SipPeer/IsDefaultPeer"), "false");
  EXPECT_EQ(reply.text("SipPeer/FinalDestinationUri"), "operator@10.1.1.1:5060");
  EXPECT_EQ(reply.text("SipPeer/PremiseTrunks"), "5");
  EXPECT_EQ(reply.text("SipPeer/Address/StreetName"), "PENNSYLVANIA AVE NW");
  EXPECT_EQ(reply.text("SipPeer/CallingName/Enforced"), "true");
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "SipPeer/VoiceHosts/Host/HostName"),
            (Texts{"10.10.10.1", "10.10.10.2"}));
  const std::string host = "SipPeer/TerminationHosts/TerminationHost/";
  EXPECT_EQ(texts(document.root(), host + "HostName"), (Texts{"2.1.1.9", "2.1.1.96/30"}));
  EXPECT_EQ(texts(document.root(), host + "Port"), (Texts{"0", "0"}));
  EXPECT_EQ(texts(document.root(), host + "CustomerTrafficAllowed"),
            (Texts{"DOMESTIC", "DOMESTIC"}));
}

TEST(SipPeers, WithLittleAreShownAsDocumentedForEmptyOnes) {
  Server server;
  const Reply reply = server.get(create_peer(
      server, peer("CNAM-TEST-778",
                   "<Address>" + std::string("<HouseNumber>1600</HouseNumber><StreetName>A"
                                             "</StreetName><City>B</City><StateCode>DC"
                                             "</StateCode><Zip>20500</Zip><AddressType>Service"
                                             "</AddressType></Address>"))));
  EXPECT_EQ(outline(reply.body),
            outline(std::string(documented("GET",
                                           "/accounts/{accountId}/sites/{siteId}/sippeers/"
                                           "{sippeerId}",
                                           200)
                                    .examples.front()
                                    .body)));
  EXPECT_EQ(reply.text("SipPeer/CallingName/Display"), "false");
  EXPECT_EQ(reply.text("SipPeer/Address/Country"), "US");
}

TEST(SipPeers, AreListedBySite) {
  Server server;
  const std::string site = create_site(server);
  EXPECT_NE(server.get(site + "/sippeers").body.find("<SipPeers/>"), std::string::npos);
  create_peer(server, peer("One"), site);
  create_peer(server, peer("Two"), site);
  const xml::Document document = server.get(site + "/sippeers").xml();
  EXPECT_EQ(document.root().name(), "TNSipPeersResponse");
  EXPECT_EQ(texts(document.root(), "SipPeers/SipPeer/PeerName"), (Texts{"One", "Two"}));
  EXPECT_EQ(server.get(kPeers + "/500014").status, 400) << "it is on the other site";
}

TEST(SipPeers, OfUnknownIdsAreRefusedAsDocumented) {
  Server server;
  const std::string path = kPeers + "/316167";
  for (const Reply& reply : {server.get(path), server.put(path, peer_request())}) {
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(error_code(reply), "13563");
    EXPECT_EQ(reply.text("ResponseStatus/Description"),
              "Sip Peer '316167' account '9999999' and site '743' does not exist");
  }
  const Reply removed = server.remove(path);
  EXPECT_EQ(removed.status, 404);
  EXPECT_EQ(removed.body, "");
}

struct Violation {
  std::string what, code, message, request;
};

std::vector<Violation> violations() {
  const std::string example = peer_request();
  const std::string two_kinds = "<VoiceHosts>" + voice_hosts(1) + "</VoiceHosts>" + groups(1, 1);
  const auto calling = [](const std::string& in) {
    return peer("x", "<CallingName>" + in + "</CallingName>");
  };
  const auto field = [](const std::string& name, const std::string& text) {
    return peer("x", "<" + name + ">" + text + "</" + name + ">");
  };
  const std::string long_text(51, 'x');
  return {
      {"no name", "13500", "Peer Name is required", without(example, "PeerName")},
      {"name of 51", "13501", "Peer Name '" + long_text + "' is too long. Max length 50 characters",
       peer(long_text)},
      {"name of other characters", "13502", "", peer("a/b")},
      {"description of 51", "13503", "", field("Description", long_text)},
      {"default that is no boolean", "1008", "'perhaps' is not a valid value",
       field("IsDefaultPeer", "perhaps")},
      {"destination without an address", "13510", "'uri' is not a valid Destination URI",
       field("FinalDestinationUri", "uri")},
      {"destination at a name", "13510", "", field("FinalDestinationUri", "a@example.com")},
      {"destination at a subnet", "13510", "", field("FinalDestinationUri", "a@1.2.3.0/24")},
      {"destination at a port that is none", "13510", "",
       field("FinalDestinationUri", "a@1.2.3.4:65536")},
      {"destination with a scheme", "13510", "", field("FinalDestinationUri", "sip:a@1.2.3.4")},
      {"no premise trunks", "13573", "", field("PremiseTrunks", "0")},
      {"premise trunks that are no number", "13573", "", field("PremiseTrunks", "many")},
      {"hosts and groups", "13504", "VoiceHosts and VoiceHostGroups not allowed together",
       peer("x", two_kinds)},
      {"eleven voice hosts", "13506", "Too many Voice Hosts provided. Max 10",
       peer("x", "<VoiceHosts>" + voice_hosts(11) + "</VoiceHosts>")},
      {"eleven hosts in a group", "13506", "", peer("x", groups(1, 11))},
      {"six groups", "13507", "Too many Voice Host Groups provided. Max 5",
       peer("x", groups(6, 1))},
      {"eleven termination hosts", "12119", "11 hosts provided, maximum 10 hosts allowed",
       peer("x", termination_hosts(11))},
      {"voice host that is none", "13509",
       "'a b' is not a valid host. Provide valid IP or domain name",
       peer("x", "<VoiceHosts>" + voice_host("a b") + "</VoiceHosts>")},
      {"voice host that is a subnet", "13509", "",
       peer("x", "<VoiceHosts>" + voice_host("1.2.3.0/24") + "</VoiceHosts>")},
      {"voice host without a name", "13509", "",
       peer("x", "<VoiceHosts><Host><Port>1</Port></Host></VoiceHosts>")},
      {"port of a voice host", "13543", "'65536' is not a valid port. Valid values: 0-65535",
       peer("x", "<VoiceHosts>" + voice_host("1.2.3.4", "<Port>65536</Port>") + "</VoiceHosts>")},
      {"port of a termination host", "13543", "",
       peer("x", terminations(termination("1.2.3.4", "<Port>-1</Port>")))},
      {"voice host twice", "13553", "Duplicate host (and port) in VoiceHosts",
       peer("x", "<VoiceHosts>" + voice_hosts(1) + voice_hosts(1) + "</VoiceHosts>")},
      {"termination host twice", "13553", "Duplicate host (and port) in TerminationHosts",
       peer("x", terminations(termination("1.2.3.4") + termination("1.2.3.4")))},
      {"termination host that is a name", "13594", "'a.com' is not valid host",
       peer("x", terminations(termination("a.com")))},
      {"subnet that is too large", "13593",
       "'8.0.0.0/13' has invalid mask. Valid mask values: 14-32",
       peer("x", terminations(termination("8.0.0.0/13")))},
      {"subnet not by its network address", "13595",
       "The IP address provided: <12.45.67.49/29> contains a non zero subnet portion. An "
       "equivalent IP address such as <12.45.67.48/29> with a zero subnet value must be provided",
       peer("x", terminations(termination("12.45.67.49/29")))},
      {"customer traffic", "1008", "'SOME' is not a valid value",
       peer("x", terminations(termination(
                     "1.2.3.4", "<CustomerTrafficAllowed>SOME</CustomerTrafficAllowed>")))},
      {"termination hosts that overlap", "13637",
       "Termination IP 2.1.1.97 overlaps with an address that is already in use",
       peer("x", terminations(termination("2.1.1.96/30") + termination("2.1.1.97")))},
      {"address without a street", "12538", "", without(example, "Address/StreetName")},
      {"address without a type", "12554", "AddressType is required",
       without(example, "Address/AddressType")},
      {"calling name without display", "13581", "Display option is missing",
       calling("<Enforced>true</Enforced>")},
      {"calling name without enforced", "13582", "Enforce option is missing",
       calling("<Display>true</Display>")},
      {"display that is no boolean", "13579", "The value of the display option is incorrect",
       calling("<Display>x</Display><Enforced>true</Enforced>")},
      {"enforced that is no boolean", "13580", "The value of the enforced option is incorrect",
       calling("<Display>true</Display><Enforced>x</Enforced>")},
      {"name that is taken", "13524",
       "SipPeer name 'default peer' already exists for Account '9999999' and Site '743'",
       peer("default peer")},
  };
}

TEST(SipPeers, EachRuleHasItsCode) {
  Server server;
  const std::string made = create_peer(server, peer("Made"));
  const std::string before = server.get(made).body;
  for (const auto& [what, code, message, request] : violations()) {
    for (const Reply& reply : {server.post(kPeers, request), server.put(made, request)}) {
      EXPECT_EQ(reply.status, 400) << what;
      EXPECT_EQ(error_code(reply), code) << what << "\n" << reply.body;
      EXPECT_EQ(reply.xml().root().name(), "SipPeerResponse");
      if (message.empty()) continue;
      EXPECT_EQ(reply.text("ResponseStatus/Description"), message) << what;
    }
  }
  EXPECT_EQ(server.get(made).body, before);
  EXPECT_EQ(texts(server.get(kPeers).xml().root(), "SipPeers/SipPeer/PeerId"),
            (Texts{"303716", "500014"}));
}

TEST(SipPeers, AcceptWhatIsJustWithinTheRules) {
  const std::string kAccepted[] = {
      peer(std::string(50, 'x')),
      peer("A New SIP Peer"),
      peer("10 hosts", "<VoiceHosts>" + voice_hosts(10) + "</VoiceHosts>" + termination_hosts(10)),
      peer("5 groups", groups(5, 10)),
      peer("Empty groups", "<VoiceHosts>" + voice_hosts(1) + "</VoiceHosts><VoiceHostGroups/>"),
      peer("Name",
           "<VoiceHosts>" + voice_host("sip.example.com", "<Port>65535</Port>") + "</VoiceHosts>"),
      peer("Large", terminations(termination("8.0.0.0/14"))),
      peer("Ports", terminations(termination("9.0.0.1", "<Port>1</Port>") +
                                 termination("9.0.0.1", "<Port>2</Port>"))),
      peer("Destination", "<FinalDestinationUri>a@1.2.3.4</FinalDestinationUri>"),
  };
  Server server;
  for (const std::string& request : kAccepted)
    EXPECT_EQ(server.post(kPeers, request).status, 201) << request;
}

TEST(SipPeers, WithAMisspeltCityGetTheRightAddress) {
  Server server;
  const Reply reply = server.post(kPeers, replaced(peer_request(), "WASHINGTON", "WASHINGTUN"));
  EXPECT_EQ(reply.status, 409);
  const std::string expected(
      documented("POST", "/accounts/{accountId}/sites/{siteId}/sippeers", 409)
          .examples.front()
          .body);
  EXPECT_EQ(outline(reply.body), outline(expected));
  EXPECT_EQ(reply.text("AddressErrorDescription/AddressInconsistencies"),
            "Some adjustments are required to allow the address to pass geocoding:\n"
            "Specified value - City : \"WASHINGTUN\" Valid value - \"WASHINGTON\"");
  EXPECT_EQ(reply.text("AddressErrorDescription/RecommendedAddress/AddressLine1"),
            "1600 PENNSYLVANIA AVE NW");
}

TEST(SipPeers, ShareTerminationAddressesWithNone) {
  Server server;
  const std::string subnet = peer("Subnet", terminations(termination("2.1.1.96/30")));
  const std::string path = create_peer(server, subnet);
  const std::string kTaken[] = {"2.1.1.96/30", "2.1.1.99", "2.1.0.0/16"};
  for (const std::string& host : kTaken) {
    const std::string request = peer("x", terminations(termination(host)));
    for (const std::string& peers : {kPeers, std::string("/accounts/15/sites/743/sippeers")}) {
      const Reply reply = server.post(peers, request);
      EXPECT_EQ(reply.status, 400) << peers << host;
      EXPECT_EQ(error_code(reply), "13637");
      EXPECT_EQ(reply.text("ResponseStatus/Description"),
                "Termination IP " + host + " overlaps with an address that is already in use");
    }
  }
  EXPECT_EQ(server.put(path, subnet).status, 200) << "with its own it can";
  EXPECT_EQ(server.post(kPeers, peer("Next", terminations(termination("2.1.1.100")))).status, 201);
  EXPECT_EQ(server.remove(path).status, 200);
  EXPECT_EQ(server.post(kPeers, subnet).status, 201) << "the addresses are free again";
}

TEST(SipPeers, ShareVoiceHosts) {
  Server server;
  const std::string hosts = "<VoiceHosts>" + voice_host("2.1.1.9") + "</VoiceHosts>";
  create_peer(server, peer("One", hosts + terminations(termination("2.1.1.9"))));
  EXPECT_EQ(server.post(kPeers, peer("Two", hosts)).status, 201);
}

TEST(SipPeers, OfWhichOneIsTheDefaultOfItsSite) {
  Server server;
  const auto defaults = [&](const std::string& site) {
    return texts(server.get(site + "/sippeers").xml().root(), "SipPeers/SipPeer/IsDefaultPeer");
  };
  const std::string site = create_site(server);
  const std::string first = create_peer(server, peer("First"), site);
  const std::string second = create_peer(server, peer("Second"), site);
  EXPECT_EQ(defaults(site), (Texts{"true", "false"}));
  create_peer(server, peer("Third", default_flag(true)), site);
  EXPECT_EQ(defaults(site), (Texts{"false", "false", "true"}));
  EXPECT_EQ(server.put(second, peer("Second", default_flag(true))).status, 200);
  EXPECT_EQ(defaults(site), (Texts{"false", "true", "false"}));
  EXPECT_EQ(server.put(second, peer("2nd")).status, 200) << "what is not sent stays";
  EXPECT_EQ(defaults(site), (Texts{"false", "true", "false"}));
  EXPECT_EQ(defaults(kDefaultSite), (Texts{"true"}));
}

TEST(SipPeers, LeaveAnAccountWithADefaultPeer) {
  Server server;
  const Reply reply = server.put(kDefaultPeer, peer("Default Peer", default_flag(false)));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "13522");
  EXPECT_EQ(reply.text("ResponseStatus/Description"),
            "IsDefaultPeer cannot be false right now. The account requires at least one Default "
            "Sip Peer");
  const std::string site = create_site(server);
  create_peer(server, peer("Another", default_flag(true)), site);
  EXPECT_EQ(server.put(kDefaultPeer, peer("Default Peer", default_flag(false))).status, 200);
}

TEST(SipPeers, ThatAreTheDefaultAreDeletedLast) {
  Server server;
  const std::string other = create_peer(server, peer("Other"));
  const Reply reply = server.remove(kDefaultPeer);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "13558");
  EXPECT_EQ(server.remove(other).status, 200);
  EXPECT_EQ(server.remove(kDefaultPeer).status, 200);
  EXPECT_NE(server.get(kPeers).body.find("<SipPeers/>"), std::string::npos);
}

TEST(SipPeers, ToWhichNumbersAreBeingPortedAreNotDeleted) {
  Server server;
  const std::string order = create_portin(server);
  const Reply reply = server.remove(kDefaultPeer);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "13555");
  EXPECT_EQ(server.remove(kPortins + "/" + order).status, 200);
  EXPECT_EQ(server.remove(kDefaultPeer).status, 200);
}

TEST(SipPeers, AreFoundByPortIns) {
  Server server;
  const std::string path = create_peer(server, peer("Ported"));
  const std::string id = path.substr(path.rfind('/') + 1);
  EXPECT_EQ(server.post(kPortins, with(portin_request(), "PeerId", id)).status, 201);
}

TEST(Hosts, AreListedBySiteAndPeer) {
  Server server;
  EXPECT_NE(server.get(kAccount + "/hosts").body.find("<SiteHosts/>"), std::string::npos);
  create_peer(server);
  const std::string site = create_site(server);
  create_peer(server, peer("Groups", groups(2, 2)), site);
  const xml::Document document = server.get(kAccount + "/hosts").xml();
  EXPECT_EQ(texts(document.root(), "SiteHosts/SiteHost/SiteId"), (Texts{"743", "3013"}));
  const std::string host = "SiteHosts/SiteHost/SipPeerHosts/SipPeerHost/";
  EXPECT_EQ(texts(document.root(), host + "SipPeerId"), (Texts{"500014", "500015"}));
  EXPECT_EQ(texts(document.root(), host + "VoiceHosts/Host/HostName"),
            (Texts{"10.10.10.1", "10.10.10.2", "10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2"}));
  EXPECT_EQ(texts(document.root(), host + "TerminationHosts/TerminationHost/HostName"),
            (Texts{"2.1.1.9", "2.1.1.96/30"}));
  EXPECT_NE(server.get("/accounts/15/hosts").body.find("<SiteHosts/>"), std::string::npos);
}

TEST(Hosts, AreChosenByTypeAndAddress) {
  Server server;
  create_peer(server);
  const auto names = [&](const std::string& query) {
    const xml::Document document = server.get(kAccount + "/hosts?" + query).xml();
    const std::string peer = "SiteHosts/SiteHost/SipPeerHosts/SipPeerHost/";
    Texts result = texts(document.root(), peer + "VoiceHosts/Host/HostName");
    for (std::string& name :
         texts(document.root(), peer + "TerminationHosts/TerminationHost/HostName"))
      result.push_back(std::move(name));
    return result;
  };
  EXPECT_EQ(names("type=ORIGINATION"), (Texts{"10.10.10.1", "10.10.10.2"}));
  EXPECT_EQ(names("type=TERMINATION"), (Texts{"2.1.1.9", "2.1.1.96/30"}));
  EXPECT_EQ(names("type=SMS"), Texts{});
  EXPECT_EQ(names("host=10.10.10.2"), (Texts{"10.10.10.2"}));
  EXPECT_EQ(names("host=2.1.1.96/30"), (Texts{"2.1.1.96/30"}));
  EXPECT_EQ(names("host=2.1.1.98"), (Texts{"2.1.1.96/30"}));
  EXPECT_EQ(names("host=2.1.1.96/31"), Texts{}) << "a subnet matches exactly";
  EXPECT_EQ(names("host=2.1.1.9&type=ORIGINATION"), Texts{});
  const Reply reply = server.get(kAccount + "/hosts?type=FAX");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "15505");
  EXPECT_EQ(reply.text("ResponseStatus/Description"),
            "Host type 'FAX' not supported. Valid values: SMS, TERMINATION, ORIGINATION");
}

TEST(SipPeers, ThatHaveNumbersInServiceAreNotDeleted) {
  Server server;
  const std::string path = create_peer(server, peer("Numbers"));
  const std::string id = path.substr(path.rfind('/') + 1);
  const std::string kNumber = "9192381138";
  create(server, kAccount + "/orders", with(existing_order({kNumber}), "PeerId", id));
  EXPECT_EQ(error_code(server.remove(path)), "13555") << "the order is under way";
  server.advance("1s");
  const Reply reply = server.remove(path);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_code(reply), "13555");
  EXPECT_EQ(reply.text("ResponseStatus/Description"),
            "All Telephone Number porting activity affecting this Location must be completed, and "
            "all Telephone Numbers must be removed from this Location, before the Location can be "
            "deleted.");
  EXPECT_EQ(server.get(path).status, 200);
  disconnect(server, {kNumber});
  EXPECT_EQ(server.remove(path).status, 200) << "the number is ageing";
}

TEST(SipPeers, WithFeaturesAreNotDeleted) {
  Server server;
  const std::string path = create_peer(server, peer("Features"));
  const std::string sms = path + "/products" + kSmsFeature, mms = path + "/products" + kMmsFeature;
  ASSERT_EQ(server.post(sms, sms_settings("HTTP")).status, 201);
  EXPECT_EQ(expect_code(server.remove(path), 400, "13613"),
            "Delete not allowed while a SIP Peer has SMS feature");
  ASSERT_EQ(server
                .post(mms,
                      "<MmsFeature><MmsSettings><protocol>HTTP</protocol></MmsSettings><Protocols>"
                      "<HTTP><HttpSettings><proxyPeerId>500017</proxyPeerId></HttpSettings></HTTP>"
                      "</Protocols></MmsFeature>")
                .status,
            201);
  EXPECT_EQ(expect_code(server.remove(path), 400, "13622"),
            "Delete not allowed while a SIP Peer has MMS feature");
  EXPECT_EQ(server.remove(mms).status, 200);
  EXPECT_EQ(server.remove(sms).status, 200);
  EXPECT_EQ(server.remove(path).status, 200);
}

TEST(SipPeers, WithCallsByHttpAreNotDeleted) {
  Server server;
  const std::string path = create_peer(server, peer("Calls"));
  const std::string application = create_application(server, voice_application());
  for (const std::string& kind : {std::string("Origination"), std::string("Termination")}) {
    const std::string root = "SipPeer" + kind + "Settings";
    const std::string settings =
        path + "/products/" + (kind == "Origination" ? "origination" : "termination") + "/settings";
    ASSERT_EQ(server.post(settings, voice_settings(root, application)).status, 201);
    EXPECT_EQ(expect_code(server.remove(path), 400, "13652"),
              "Can not remove location which has HTTP voice configured. Please switch it to SIP "
              "first.");
    const std::string sip = "<" + root + "><VoiceProtocol>SIP</VoiceProtocol></" + root + ">";
    EXPECT_EQ(server.put(settings, sip).status, 200);
  }
  EXPECT_EQ(server.remove(path).status, 200);
}

TEST(SipPeers, TakeTheirSettingsWithThem) {
  Server server;
  const std::string path = create_peer(server, peer("Messages"));
  const std::string application = create_application(server, messaging_application());
  const std::string sms = path + "/products" + kSmsFeature;
  ASSERT_EQ(server.post(sms, sms_settings("HTTP")).status, 201);
  ASSERT_EQ(server
                .put(path + "/products/messaging/applicationSettings",
                     "<ApplicationsSettings><HttpMessagingV2AppId>" + application +
                         "</HttpMessagingV2AppId></ApplicationsSettings>")
                .status,
            200);
  EXPECT_EQ(server.remove(sms).status, 200);
  const std::string associated = kApplications + "/" + application + "/associatedsippeers";
  EXPECT_NE(server.get(associated).body.find("<PeerName>Messages"), std::string::npos);
  EXPECT_EQ(server.remove(path).status, 200);
  EXPECT_EQ(server.get(associated).body.find("Messages"), std::string::npos);
  EXPECT_EQ(server.remove(kApplications + "/" + application).status, 200);
}

TEST(SipPeers, ThatAreTheDefaultGetTheNumbersOfOrdersWithoutAPeer) {
  Server server;
  const auto peer_of = [&](const std::string& number) {
    order_numbers(server, {number});
    return server.get("/tns/" + number + "/sippeers").text("Id");
  };
  EXPECT_EQ(peer_of("9192381138"), "303716");
  const std::string path = create_peer(server, peer("New", default_flag(true)));
  const std::string id = path.substr(path.rfind('/') + 1);
  EXPECT_EQ(peer_of("9192381139"), id);
  const std::string portin = create_portin(server, without(portin_request(), "PeerId"));
  EXPECT_EQ(server.get(kPortins + "/" + portin).text("PeerId"), id);
  ASSERT_EQ(server.put(kDefaultPeer, peer("Default Peer", default_flag(true))).status, 200);
  EXPECT_EQ(peer_of("9192381140"), "303716");
}

}  // namespace
}  // namespace irisim::test
