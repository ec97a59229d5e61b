#include <gtest/gtest.h>

#include "tests/conformance/provocations.h"
#include "tests/support/numbers.h"
#include "tests/support/peers.h"

namespace irisim::test {
namespace {

// POST of the settings for calls by HTTP; `kind` is the element and the path's part.
Reply post_voice(Server& server, const std::string& path, const std::string& root) {
  return server.post(kProducts + path,
                     voice_settings(root, create_application(server, voice_application())));
}

constexpr char kOrigination[] = "SipPeerOriginationSettings";
constexpr char kTermination[] = "SipPeerTerminationSettings";

std::string with_smpp(Server& server) {
  const Reply reply = server.post(kProducts + kSmsFeature, smpp_feature(smpp_host("54.10.88.146")));
  EXPECT_EQ(reply.status, 201) << reply.body;
  return kProducts + kSmsFeature;
}

std::string sms_host(const std::string& name) {
  return "<SmsHost><HostName>" + name +
         "</HostName><Priority>0</Priority>"
         "<ConnectionType>RECEIVER_ONLY</ConnectionType></SmsHost>";
}

constexpr char kMm4[] =
    "<MmsFeature><MmsSettings><Protocol>MM4</Protocol></MmsSettings><Protocols><MM4>"
    "<Tls>OFF</Tls><MmsMM4TermHosts><TermHosts><TermHost><HostName>206.107.248.58</HostName>"
    "</TermHost></TermHosts></MmsMM4TermHosts><MmsMM4OrigHosts><OrigHosts><OrigHost>"
    "<HostName>30.239.72.55</HostName><Port>8726</Port><Priority>0</Priority></OrigHost>"
    "</OrigHosts></MmsMM4OrigHosts></MM4></Protocols></MmsFeature>";
constexpr char kMmsByHttp[] =
    "<MmsFeature><MmsSettings><protocol>HTTP</protocol></MmsSettings><Protocols><HTTP>"
    "<HttpSettings><proxyPeerId>500017</proxyPeerId></HttpSettings></HTTP></Protocols>"
    "</MmsFeature>";

std::string with_mms(Server& server, const std::string& feature) {
  enable_sms(server);
  const Reply reply = server.post(kProducts + kMmsFeature, feature);
  EXPECT_EQ(reply.status, 201) << reply.body;
  return kProducts + kMmsFeature;
}

Reply put_application(Server& server) {
  enable_sms(server);
  return server.put(kProducts + "/messaging/applicationSettings",
                    "<ApplicationsSettings><HttpMessagingV2AppId>" +
                        create_application(server, messaging_application()) +
                        "</HttpMessagingV2AppId></ApplicationsSettings>");
}

Reply put_countries(Server& server, const std::string& products) {
  return server.put(products + "/messaging/settings",
                    "<SipPeerMessagingSettings><BreakOutCountries><Country>CAN</Country>"
                    "<Country>GBR</Country></BreakOutCountries></SipPeerMessagingSettings>");
}

#define PRODUCTS "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}/products"
#define SMS PRODUCTS "/messaging/features/sms"
#define SMPP_HOSTS SMS "/smpp/hosts"
#define MMS PRODUCTS "/messaging/features/mms"
constexpr Provocation kProvocations[] = {
    {"GET", PRODUCTS, 200,
     [](Server& s) {
       enable_sms(s);
       return s.get(kProducts);
     }},
    {"GET", PRODUCTS "/origination/settings", 200,
     [](Server& s) {
       post_voice(s, "/origination/settings", kOrigination);
       return s.get(kProducts + "/origination/settings");
     }},
    {"POST", PRODUCTS "/origination/settings", 201,
     [](Server& s) { return post_voice(s, "/origination/settings", kOrigination); }},
    {"POST", PRODUCTS "/origination/settings", 400,
     [](Server& s) {
       return s.post(kBareProducts + "/origination/settings", voice_settings(kOrigination, ""));
     }},
    {"PUT", PRODUCTS "/origination/settings", 200,
     [](Server& s) {
       return s.put(kProducts + "/origination/settings",
                    "<SipPeerOriginationSettings><VoiceProtocol>SIP</VoiceProtocol>"
                    "</SipPeerOriginationSettings>");
     }},
    {"GET", PRODUCTS "/termination/settings", 200,
     [](Server& s) {
       post_voice(s, "/termination/settings", kTermination);
       return s.get(kProducts + "/termination/settings");
     }},
    {"POST", PRODUCTS "/termination/settings", 201,
     [](Server& s) { return post_voice(s, "/termination/settings", kTermination); }},
    {"POST", PRODUCTS "/termination/settings", 400,
     [](Server& s) {
       return s.post(kBareProducts + "/termination/settings", voice_settings(kTermination, ""));
     }},
    {"PUT", PRODUCTS "/termination/settings", 200,
     [](Server& s) {
       return s.put(kProducts + "/termination/settings",
                    "<SipPeerTerminationSettings><VoiceProtocol>SIP</VoiceProtocol>"
                    "</SipPeerTerminationSettings>");
     }},

    {"GET", SMS, 200, [](Server& s) { return s.get(with_smpp(s)); }},
    {"POST", SMS, 201,
     [](Server& s) {
       return s.post(kProducts + kSmsFeature, smpp_feature(smpp_host("47.123.17.16/30")));
     }},
    {"POST", SMS, 400,
     [](Server& s) { return s.post(kProducts + kSmsFeature, sms_settings("FAX")); }},
    {"POST", SMS, 403,
     [](Server& s) {
       return s.post(kProducts + kSmsFeature, smpp_feature(smpp_host("47.123.0.0/19")));
     }},
    {"PUT", SMS, 200,
     [](Server& s) { return s.put(with_smpp(s), smpp_feature(smpp_host("235.133.23.79"))); }},
    {"PUT", SMS, 400,
     [](Server& s) {
       return s.put(with_smpp(s), sms_settings("HTTP", "<A2pCampaignId>C1</A2pCampaignId>"));
     }},
    {"PUT", SMS, 403,
     [](Server& s) { return s.put(with_smpp(s), smpp_feature(smpp_host("47.123.0.0/19"))); }},
    {"DELETE", SMS, 200, [](Server& s) { return s.remove(with_smpp(s)); }},
    {"DELETE", SMS, 400,
     [](Server& s) {
       enable_sms(s);
       put_in_service(s, {"9194809871"});
       s.put(kPeer + "/tns/9194809871",
             settings_request("9194809871",
                              "<MessagingSettings><SmsEnabled>true</SmsEnabled>"
                              "</MessagingSettings>"));
       return s.remove(kProducts + kSmsFeature);
     }},
    {"DELETE", SMS, 404, [](Server& s) { return s.remove(kProducts + kSmsFeature); }},
    {"GET", SMPP_HOSTS, 200, [](Server& s) { return s.get(with_smpp(s) + "/smpp/hosts"); }},
    {"POST", SMPP_HOSTS, 201,
     [](Server& s) { return s.post(with_smpp(s) + "/smpp/hosts", sms_host("47.123.17.16/30")); }},
    {"POST", SMPP_HOSTS, 400,
     [](Server& s) { return s.post(with_smpp(s) + "/smpp/hosts", sms_host("54.10.88.144/28")); }},
    {"POST", SMPP_HOSTS, 403,
     [](Server& s) { return s.post(with_smpp(s) + "/smpp/hosts", sms_host("47.123.0.0/19")); }},

    {"GET", MMS, 200, [](Server& s) { return s.get(with_mms(s, kMmsByHttp)); }},
    {"POST", MMS, 201,
     [](Server& s) {
       enable_sms(s);
       return s.post(kProducts + kMmsFeature, kMm4);
     }},
    {"POST", MMS, 400,
     [](Server& s) {
       enable_sms(s);
       return s.post(kProducts + kMmsFeature,
                     "<MmsFeature><Protocols><HTTP/><MM4/></Protocols></MmsFeature>");
     }},
    {"PUT", MMS, 200, [](Server& s) { return s.put(with_mms(s, kMm4), kMmsByHttp); }},
    {"DELETE", MMS, 200, [](Server& s) { return s.remove(with_mms(s, kMm4)); }},
    {"DELETE", MMS, 404, [](Server& s) { return s.remove(kProducts + kMmsFeature); }},
    {"GET", MMS "/settings", 200, [](Server& s) { return s.get(with_mms(s, kMm4) + "/settings"); }},

    {"GET", PRODUCTS "/messaging/applicationSettings", 200,
     [](Server& s) {
       put_application(s);
       return s.get(kProducts + "/messaging/applicationSettings");
     }},
    {"PUT", PRODUCTS "/messaging/applicationSettings", 200,
     [](Server& s) { return put_application(s); }},
    {"GET", PRODUCTS "/messaging/settings", 200,
     [](Server& s) {
       put_countries(s, kProducts);
       return s.get(kProducts + "/messaging/settings");
     }},
    {"PUT", PRODUCTS "/messaging/settings", 200,
     [](Server& s) { return put_countries(s, kProducts); }},
    {"PUT", PRODUCTS "/messaging/settings", 400,
     [](Server& s) { return put_countries(s, kBareProducts); }},
};
#undef MMS
#undef SMPP_HOSTS
#undef SMS
#undef PRODUCTS

}  // namespace

std::span<const Provocation> peer_product_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
