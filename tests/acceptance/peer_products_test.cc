// What is set for the products of a SIP peer.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/peers.h"
#include "tests/support/sites.h"

namespace irisim::test {
namespace {

constexpr char kVoice[] = "SipPeerOriginationSettings";
const std::string kOriginationPath = kProducts + "/origination/settings";
const std::string kSmsPath = kProducts + kSmsFeature;
const std::string kMmsPath = kProducts + kMmsFeature;
const std::string kHostsPath = kSmsPath + "/smpp/hosts";
const std::string kApplicationPath = kProducts + "/messaging/applicationSettings";
const std::string kCountriesPath = kProducts + "/messaging/settings";
const std::string kOther = "/accounts/42/sites/743/sippeers/303716/products";

std::string voice(const std::string& protocol, const std::string& more = "") {
  return "<SipPeerOriginationSettings><VoiceProtocol>" + protocol + "</VoiceProtocol>" + more +
         "</SipPeerOriginationSettings>";
}

std::string sms_host(const std::string& name, const std::string& more = "") {
  return "<SmsHost><HostName>" + name + "</HostName>" + more + "</SmsHost>";
}

std::string application_settings(const std::string& id) {
  return "<ApplicationsSettings><HttpMessagingV2AppId>" + id +
         "</HttpMessagingV2AppId></ApplicationsSettings>";
}

std::string countries(const std::string& list) {
  return "<SipPeerMessagingSettings><BreakOutCountries>" + list +
         "</BreakOutCountries></SipPeerMessagingSettings>";
}

std::string mm4(const std::string& tls, const std::string& orig_host,
                const std::string& term_host = "") {
  return "<MmsFeature><MmsSettings><Protocol>MM4</Protocol></MmsSettings><Protocols><MM4>" + tls +
         "<MmsMM4TermHosts><TermHosts>" + term_host +
         "</TermHosts></MmsMM4TermHosts><MmsMM4OrigHosts><OrigHosts>" + orig_host +
         "</OrigHosts></MmsMM4OrigHosts></MM4></Protocols></MmsFeature>";
}

std::string orig_host(const std::string& name, const std::string& more = "") {
  return "<OrigHost><HostName>" + name + "</HostName>" + more + "</OrigHost>";
}

TEST(PeerProducts, MessagingIsThereOnceAFeatureIs) {
  Server server;
  EXPECT_EQ(texts(server.get(kProducts).xml().root(), "Products/Product/Name"),
            (std::vector<std::string>{"Termination", "Origination"}));
  enable_sms(server);
  EXPECT_EQ(texts(server.get(kProducts).xml().root(), "Products/Product/Name"),
            (std::vector<std::string>{"Termination", "Messaging", "Origination"}));
}

TEST(PeerProducts, AnUnknownPeerIs13563Everywhere) {
  Server server;
  const std::string unknown = "/accounts/9999999/sites/743/sippeers/1/products";
  const std::string words = "Sip Peer '1' account '9999999' and site '743' does not exist";
  for (const char* path : {"", "/origination/settings", "/termination/settings",
                           "/messaging/features/sms", "/messaging/features/sms/smpp/hosts",
                           "/messaging/features/mms", "/messaging/features/mms/settings",
                           "/messaging/applicationSettings", "/messaging/settings"}) {
    SCOPED_TRACE(path);
    EXPECT_EQ(expect_code(server.get(unknown + path), 404, "13563"), words);
  }
  EXPECT_EQ(expect_code(server.put(unknown + kSmsFeature, sms_settings("HTTP")), 404, "13563"),
            words);
  EXPECT_EQ(expect_code(server.post(unknown + kSmsFeature + "/smpp/hosts", sms_host("1.2.3.4")),
                        404, "13563"),
            words);
  EXPECT_EQ(server.remove(unknown + kSmsFeature).status, 404);
  EXPECT_EQ(server.get("/accounts/9999999/sites/1/sippeers/303716/products").status, 404);
}

TEST(VoiceSettings, AreSipBeforeAnythingIsSet) {
  Server server;
  EXPECT_EQ(server.get(kOriginationPath).text("SipPeerOriginationSettings/VoiceProtocol"), "SIP");
  EXPECT_EQ(server.get(kProducts + "/termination/settings")
                .text("SipPeerTerminationSettings/VoiceProtocol"),
            "SIP");
}

TEST(VoiceSettings, HttpNamesAnApplication) {
  Server server;
  const std::string id = create_application(server, voice_application());
  const Reply set = server.post(kOriginationPath, voice_settings(kVoice, id));
  EXPECT_EQ(set.status, 201) << set.body;
  EXPECT_FALSE(set.header("Location").empty());
  const std::string element = "SipPeerOriginationSettings/";
  EXPECT_EQ(server.get(kOriginationPath).text(element + "VoiceProtocol"), "HTTP");
  EXPECT_EQ(server.get(kOriginationPath).text(element + "HttpSettings/HttpVoiceV2AppId"), id);
  EXPECT_EQ(server.get(kApplications + "/" + id + "/associatedsippeers")
                .text("AssociatedSipPeers/AssociatedSipPeer/PeerId"),
            "303716");

  const Reply changed = server.put(kOriginationPath, voice("sip"));
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(changed.body, "");
  EXPECT_EQ(server.get(kOriginationPath).text(element + "VoiceProtocol"), "SIP");
  EXPECT_EQ(server.remove(kApplications + "/" + id).status, 200);
}

TEST(VoiceSettings, EachRuleHasItsCode) {
  Server server;
  EXPECT_EQ(expect_code(server.post(kOriginationPath, voice("HTTP")), 400, "13650"),
            "Can not select HTTP Voice protocol as Account '9999999' has no Voice Applications.");
  const std::string messaging = create_application(server, messaging_application());
  EXPECT_EQ(expect_code(server.post(kOriginationPath, voice("H.323")), 400, "13647"),
            "Voice protocol 'H.323' does not exist. Valid values: SIP, HTTP");
  EXPECT_EQ(expect_code(server.put(kOriginationPath, ""), 400, "13647"),
            "Voice protocol '' does not exist. Valid values: SIP, HTTP");
  EXPECT_EQ(
      expect_code(server.post(kOriginationPath, voice("SIP", "<HttpSettings/>")), 400, "13649"),
      "Http settings are not allowed for SIP protocol.");
  EXPECT_EQ(
      expect_code(server.post(kOriginationPath, voice_settings(kVoice, "none")), 400, "13629"),
      "Application with id 'none' not found");
  EXPECT_EQ(
      expect_code(server.post(kOriginationPath, voice_settings(kVoice, messaging)), 400, "13648"),
      "Application service type 'Messaging-V2' is not allowed for HTTP Voice.");
  const Reply bare = server.post(kBareProducts + "/origination/settings", voice("HTTP"));
  EXPECT_EQ(expect_code(bare, 400, "13609"),
            "Can't create sip peer http protocol sms feature without account level http settings.");
  EXPECT_EQ(bare.xml().root().name(), "SipPeerSmsFeatureResponse");
}

TEST(SmsFeature, IsMissingUntilItIsCreatedAndAfterItIsDeleted) {
  Server server;
  EXPECT_EQ(expect_code(server.get(kSmsPath), 404, "13678"), "Sip Peer doesn't have SMS feature");
  EXPECT_EQ(expect_code(server.put(kSmsPath, sms_settings("HTTP")), 404, "13678"),
            "Sip Peer doesn't have SMS feature");
  enable_sms(server);
  EXPECT_EQ(server.get(kSmsPath).text("SipPeerSmsFeature/SipPeerSmsFeatureSettings/Protocol"),
            "HTTP");
  EXPECT_EQ(server.remove(kSmsPath).status, 200);
  EXPECT_EQ(server.get(kSmsPath).status, 404);
  const Reply again = server.remove(kSmsPath);
  EXPECT_EQ(again.status, 404);
  EXPECT_EQ(again.body, "");
}

TEST(SmsFeature, TheContractsExampleIsTaken) {
  Server server;
  const catalog::Operation* operation = catalog::find_operation(
      "POST",
      "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}/products/messaging/features/sms");
  const Reply reply = server.post(kSmsPath, std::string(operation->requests.front().body));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "SipPeerSmsFeature/SmppHosts/SmppHost/HostName"),
            (std::vector<std::string>{"54.10.88.146", "47.123.17.16/30"}));
  EXPECT_EQ(texts(document.root(), "SipPeerSmsFeature/SmppHosts/SmppHost/HostId"),
            (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(reply.text("SipPeerSmsFeature/SipPeerSmsFeatureSettings/A2pCampaignId"),
            "SomeCampaignId");
}

TEST(SmsFeature, EachRuleHasItsCode) {
  Server server;
  const auto post = [&](const std::string& body) { return server.post(kSmsPath, body); };
  EXPECT_EQ(expect_code(post(sms_settings("FAX")), 400, "13567"),
            "Messaging protocol 'FAX' does not exist. Valid values: SIP, SMPP, HTTP");
  EXPECT_EQ(expect_code(post(sms_settings("HTTP", "<TollFree>maybe</TollFree>")), 400, "12613"),
            "Incorrect type of data 'TollFree'");
  EXPECT_EQ(
      expect_code(post(sms_settings("HTTP", "<A2pLongCode>yes</A2pLongCode>")), 400, "13636"),
      "A2pLongCode value is invalid. Valid values are: 'ON', 'OFF', 'DefaultOn', 'DefaultOff'.");
  const std::string disabled =
      "<TollFree>false</TollFree><ShortCode>false</ShortCode><A2pLongCode>OFF</A2pLongCode>"
      "<A2pCampaignId>C1</A2pCampaignId>";
  EXPECT_EQ(expect_code(post(sms_settings("HTTP", disabled)), 400, "13637"),
            "CampaignID shouldn't be present if all of features 'A2pLongCode', 'TollFree' and "
            "'ShortCode' are disabled.");
  const std::string hosts =
      with(smpp_feature(smpp_host("1.2.3.4")), "SipPeerSmsFeatureSettings/Protocol", "HTTP");
  EXPECT_EQ(expect_code(post(hosts), 400, "13612"),
            "Sip peer SMPP hosts not allowed for HTTP sms feature");
  EXPECT_EQ(server.get(kSmsPath).status, 404);  // nothing of it was kept

  const std::string bare = kBareProducts + kSmsFeature;
  EXPECT_EQ(expect_code(server.post(bare, sms_settings("HTTP")), 400, "13607"),
            "Account does not have sms feature assigned.");
  enable_sms(server);
  EXPECT_EQ(expect_code(post(sms_settings("SMPP")), 400, "13610"),
            "Feature SMS protocol SMPP conflicts with sip peer existing protocol");
}

TEST(SmsFeature, HttpNeedsTheAccountsHttpFeature) {
  Server server([](app::ServerOptions& options) {
    auto seed = std::make_shared<engine::Seed>(*options.world.seed_data);
    seed->others.products = {{"MESSAGING", {"SMS"}}};
    options.world.seed_data = seed;
  });
  EXPECT_EQ(expect_code(server.post(kSmsPath, sms_settings("HTTP")), 400, "13609"),
            "Can't create sip peer http protocol sms feature without account level http settings.");
  EXPECT_EQ(server.post(kSmsPath, sms_settings("SMPP")).status, 201);
}

TEST(SmsFeature, CannotBeRemovedWhileMmsIsThere) {
  Server server;
  enable_sms(server);
  ASSERT_EQ(server.post(kMmsPath, mm4("", "")).status, 201);
  EXPECT_EQ(expect_code(server.remove(kSmsPath), 400, "13624"),
            "SMS feature can't be removed because MMS feature is present, remove it first.");
}

TEST(SmppHosts, EachRuleHasItsCode) {
  Server server;
  EXPECT_EQ(expect_code(server.post(kHostsPath, sms_host("1.2.3.4")), 400, "13678"),
            "Sip Peer doesn't have SMS feature");
  ASSERT_EQ(server.post(kSmsPath, smpp_feature(smpp_host("54.10.88.146"))).status, 201);
  const auto post = [&](const std::string& name, const std::string& more = "") {
    return server.post(kHostsPath, sms_host(name, more));
  };
  EXPECT_EQ(expect_code(post("nohost"), 400, "13509"),
            "'nohost' is not a valid host. Provide valid IP or domain name");
  EXPECT_EQ(expect_code(post("1.2.3.4:2775"), 400, "13568"), "Port not allowed for SMS Hosts");
  EXPECT_EQ(expect_code(post("1.2.3.4", "<Priority>10</Priority>"), 400, "13599"),
            "SMS host priority should be in the range from 0 to 9");
  EXPECT_EQ(expect_code(post("54.10.88.144/30"), 400, "13605"), "Can't create duplicate hosts.");
  EXPECT_EQ(expect_code(post("47.123.0.0/19"), 403, "13674"),
            "Configuring subnet values larger than /20 requires Bandwidth staff intervention");
  EXPECT_NE(expect_xml_error(post("1.2.3.4", "<ConnectionType>SENDER</ConnectionType>"), 400)
                .find("'SENDER' is unknown"),
            std::string::npos);
  EXPECT_EQ(
      expect_code(server.put(kSmsPath, smpp_feature(smpp_host("1.2.3.4", "<HostId>99</HostId>"))),
                  400, "13633"),
      "Host with id 99 does not exist");
  EXPECT_EQ(post("47.123.0.0/20").status, 201);
}

TEST(SmppHosts, AreListedAndKeepTheirIds) {
  Server server;
  EXPECT_TRUE(server.get(kHostsPath).xml().root().child("SmsHosts"));
  ASSERT_EQ(server.post(kSmsPath, smpp_feature(smpp_host("54.10.88.146"))).status, 201);
  const Reply added = server.post("/api" + kHostsPath, sms_host("47.123.17.16/30"));
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_EQ(added.xml().root().name(), "SmsSmppHostResponse");
  EXPECT_EQ(added.text("SmsHost/HostId"), "2");
  EXPECT_TRUE(added.header("Location").ends_with("/api" + kHostsPath + "/2"));
  EXPECT_EQ(texts(server.get(kHostsPath).xml().root(), "SmsHosts/SmsHost/HostName"),
            (std::vector<std::string>{"54.10.88.146", "47.123.17.16/30"}));

  const Reply changed = server.put(
      kSmsPath, smpp_feature(smpp_host("47.123.17.16/30") + smpp_host("sms.example.com")));
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(texts(server.get(kHostsPath).xml().root(), "SmsHosts/SmsHost/HostId"),
            (std::vector<std::string>{"2", "3"}));
}

TEST(SmppHosts, AnAddressIsOnePeersOnly) {
  Server server;
  ASSERT_EQ(server.post(kSmsPath, smpp_feature(smpp_host("47.123.17.16/30"))).status, 201);
  const std::string other = kOther + kSmsFeature;
  EXPECT_EQ(expect_code(server.post(other, smpp_feature(smpp_host("47.123.17.18"))), 400, "13637"),
            "Termination IP 47.123.17.18 overlaps with an address that is already in use");
  ASSERT_EQ(server.remove(kSmsPath).status, 200);
  EXPECT_EQ(server.post(other, smpp_feature(smpp_host("47.123.17.18"))).status, 201);
}

TEST(SmppHosts, ThereAreTenAtMost) {
  Server server;
  std::string hosts;
  for (int i = 1; i <= 10; ++i) hosts += smpp_host("10.0.0." + std::to_string(i));
  ASSERT_EQ(server.post(kSmsPath, smpp_feature(hosts)).status, 201);
  EXPECT_EQ(expect_code(server.post(kHostsPath, sms_host("10.0.0.11")), 400, "13508"),
            "Too many SMS Hosts provided. Max 10");
}

TEST(MmsFeature, Mm4HostsAreNumbered) {
  Server server;
  enable_sms(server);
  const Reply reply = server.post(
      kMmsPath,
      mm4("", orig_host("30.239.72.55", "<Port>8726</Port>") + orig_host("mms.example.com"),
          "<TermHost><HostName>206.107.248.58</HostName></TermHost>"));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const std::string below = "MmsFeature/Protocols/MM4/";
  EXPECT_EQ(reply.text(below + "Tls"), "OFF");
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), below + "MmsMM4OrigHosts/OrigHosts/OrigHost/HostId"),
            (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(texts(document.root(), below + "MmsMM4OrigHosts/OrigHosts/OrigHost/Port"),
            std::vector<std::string>{"8726"});
  EXPECT_EQ(texts(document.root(), below + "MmsMM4TermHosts/TermHosts/TermHost/HostId"),
            std::vector<std::string>{"1"});
  EXPECT_EQ(server.get(kMmsPath).text(below + "MmsMM4OrigHosts/OrigHosts/OrigHost/HostName"),
            "30.239.72.55");
  EXPECT_EQ(server.get(kMmsPath + "/settings").text("MmsSettings/Protocol"), "MM4");
}

TEST(MmsFeature, EachRuleHasItsCode) {
  Server server;
  const auto post = [&](const std::string& body) { return server.post(kMmsPath, body); };
  EXPECT_EQ(expect_code(post(mm4("", "")), 400, "13623"),
            "MMS feature is not allowed without SMS feature enabled");
  enable_sms(server);
  EXPECT_EQ(expect_code(post("<MmsFeature><Protocols><HTTP/><MM4/></Protocols></MmsFeature>"), 400,
                        "13606"),
            "Messaging feature may have only one protocol assigned.");
  EXPECT_EQ(expect_code(post("<MmsFeature><MmsSettings><Protocol>HTTP</Protocol></MmsSettings>"
                             "<Protocols><MM4/></Protocols></MmsFeature>"),
                        400, "13608"),
            "Messaging feature has conflict in protocol type and protocol settings");
  EXPECT_EQ(expect_code(post(mm4("<Tls>on</Tls>", orig_host("30.239.72.55"))), 400, "13635"),
            "IPv4 address '30.239.72.55' is not allowed for TLS connection. Please use FQDN "
            "instead.");
  EXPECT_EQ(expect_code(post(mm4("<Tls>maybe</Tls>", "")), 400, "12613"),
            "Incorrect type of data 'maybe'");
  EXPECT_EQ(expect_code(post(mm4("", orig_host("1.2.3.0/24"))), 400, "13621"),
            "Provided MM4 host name '1.2.3.0/24' should have no leading/trailing spaces and be a "
            "valid IPv4 address or FQDN.");
  EXPECT_EQ(expect_code(post(mm4("", orig_host("1.2.3.4", "<Port>65536</Port>"))), 400, "13543"),
            "'65536' is not a valid port. Valid values: 0-65535");
  std::string hosts;
  for (int i = 0; i < 129; ++i) hosts += orig_host("10.0.0." + std::to_string(i));
  EXPECT_EQ(expect_code(post(mm4("", hosts)), 400, "13631"),
            "Maximum MMS Origination hosts count exceeded. Limit is 128 hosts");
  EXPECT_EQ(server.get(kMmsPath).status, 404);
  EXPECT_EQ(post(mm4("<Tls>ON</Tls>", orig_host("mms.example.com"))).status, 201);
  EXPECT_EQ(expect_code(server.post(kBareProducts + kMmsFeature, mm4("", "")), 400, "13576"),
            "Account '9900001' has no 'MMS' product feature");
}

TEST(ApplicationSettings, AreEmptyUntilAnApplicationIsAssignedAndAfterRemove) {
  Server server;
  const std::string element = "ApplicationsSettings/HttpMessagingV2AppId";
  EXPECT_EQ(server.get(kApplicationPath).text(element), "");
  enable_sms(server);
  const std::string id = create_application(server, messaging_application());
  EXPECT_EQ(server.put(kApplicationPath, application_settings(id)).text(element), id);
  EXPECT_EQ(server.get(kApplicationPath).text(element), id);
  EXPECT_EQ(server.put(kApplicationPath, application_settings("REMOVE")).status, 200);
  EXPECT_EQ(server.get(kApplicationPath).text(element), "");
  server.put(kApplicationPath, application_settings(id));
  EXPECT_EQ(server.put(kApplicationPath, "<ApplicationsSettings>\n REMOVE\n</ApplicationsSettings>")
                .status,
            200);
  EXPECT_EQ(server.get(kApplicationPath).text(element), "");
}

TEST(ApplicationSettings, EachRuleHasItsCode) {
  Server server;
  const std::string id = create_application(server, messaging_application());
  const std::string voice_id = create_application(server, voice_application());
  const auto put = [&](const std::string& text) {
    return server.put(kApplicationPath, application_settings(text));
  };
  EXPECT_EQ(expect_code(put(id), 400, "13645"),
            "Please assign SMS or MM4 protocol to HTTP before associating the application to the "
            "location.");
  EXPECT_EQ(expect_code(put(""), 400, "13628"),
            "The HttpMessagingV2AppId must either valid string or have 'REMOVE' value");
  EXPECT_EQ(expect_code(put("none"), 400, "13629"), "Application with id 'none' not found");
  EXPECT_EQ(expect_code(put(voice_id), 400, "13648"),
            "Application service type 'Voice-V2' is not allowed for HTTP Messaging.");
}

TEST(MessagingSettings, CountriesAreApprovedAndDifferent) {
  Server server;
  EXPECT_EQ(texts(server.get(kCountriesPath).xml().root(),
                  "SipPeerMessagingSettings/BreakOutCountries/Country"),
            std::vector<std::string>{});
  const std::string good = "<Country>CAN</Country><Country>GBR</Country>";
  EXPECT_EQ(server.put(kCountriesPath, countries(good)).status, 200);
  EXPECT_EQ(texts(server.get(kCountriesPath).xml().root(),
                  "SipPeerMessagingSettings/BreakOutCountries/Country"),
            (std::vector<std::string>{"CAN", "GBR"}));
  EXPECT_EQ(
      expect_code(server.put(kCountriesPath, countries("<Country>XYZ</Country>" + good)), 400,
                  "13654"),
      "The country values '[XYZ]' do not match a 3-character country code that has been approved "
      "for this account.");
  EXPECT_EQ(expect_code(server.put(kCountriesPath, countries(good + good)), 400, "13657"),
            "There are duplicate countries in the payload.");
}

TEST(SmsFeature, CannotBeRemovedWhileNumbersTakeMessages) {
  Server server;
  enable_sms(server);
  order_numbers(server, {"9192381138", "9192381139"});
  const auto set_messages = [&](const std::string& enabled) {
    const std::string path = kPeer + "/tns/9192381138";
    const std::string settings =
        settings_request("9192381138", "<MessagingSettings><SmsEnabled>" + enabled +
                                           "</SmsEnabled></MessagingSettings>");
    EXPECT_EQ(server.put(path, settings).status, 200);
  };
  set_messages("true");
  EXPECT_EQ(expect_code(server.remove(kSmsPath), 400, "13673"),
            "Can not disable SMS feature on Sip Peer because it has telephone numbers with "
            "messaging enabled.");
  EXPECT_EQ(server.get(kSmsPath).status, 200);
  set_messages("false");
  EXPECT_EQ(server.remove(kSmsPath).status, 200);

  enable_sms(server);
  set_messages("true");
  disconnect(server, {"9192381138"});
  EXPECT_EQ(server.remove(kSmsPath).status, 200) << "the number has gone";
}

TEST(VoiceSettings, GoingOverToHttpTakesTheVoiceHosts) {
  const std::string kHosts =
      "<TerminationHosts><TerminationHost><HostName>2.1.1.9</HostName></TerminationHost>"
      "</TerminationHosts>";
  const std::string kTypes[] = {"origination", "termination"};
  const std::string kRoots[] = {kVoice, "SipPeerTerminationSettings"};
  for (const int i : {0, 1}) {
    Server server;
    const std::string path = create_peer(
        server,
        "<SipPeer><PeerName>Calls</PeerName><VoiceHosts><Host><HostName>2.1.1.8</HostName>"
        "</Host></VoiceHosts>" +
            kHosts + "</SipPeer>");
    const std::string other = "<SipPeer><PeerName>Other</PeerName>" + kHosts + "</SipPeer>";
    EXPECT_EQ(error_code(server.post(kDefaultSite + "/sippeers", other)), "13637");
    const std::string settings = path + "/products/" + kTypes[i] + "/settings";
    const std::string sip =
        "<" + kRoots[i] + "><VoiceProtocol>SIP</VoiceProtocol></" + kRoots[i] + ">";
    EXPECT_EQ(server.put(settings, sip).status, 200);
    EXPECT_NE(server.get(path).body.find("2.1.1.9"), std::string::npos) << "SIP it was before";
    const std::string http =
        voice_settings(kRoots[i], create_application(server, voice_application()));
    EXPECT_EQ(server.put(settings, http).status, 200);
    const xml::Document shown = server.get(path).xml();
    EXPECT_EQ(texts(shown.root(), "SipPeer/PeerName"), std::vector<std::string>{"Calls"});
    for (const char* hosts : {"VoiceHosts", "VoiceHostGroups", "TerminationHosts"})
      EXPECT_FALSE(shown.root().child("SipPeer").child(hosts).has_children()) << hosts;
    EXPECT_NE(server.get(kAccount + "/hosts").body.find("<SiteHosts/>"), std::string::npos);
    EXPECT_EQ(server.post(kDefaultSite + "/sippeers", other).status, 201) << "the address is free";
  }
}

}  // namespace
}  // namespace irisim::test
