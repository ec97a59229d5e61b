#include "tests/support/peers.h"

#include <gtest/gtest.h>

#include "tests/support/errors.h"

namespace irisim::test {

std::string messaging_application() {
  return "<Application><ServiceType>Messaging-V2</ServiceType><AppName>EBVICs</AppName>"
         "<MsgCallbackUrl>http://example.com</MsgCallbackUrl><CallbackCreds>"
         "<UserId>15jPWZmXdm</UserId><Password>xxv3jPsPR2</Password></CallbackCreds></Application>";
}

std::string voice_application() {
  return "<Application><ServiceType>Voice-V2</ServiceType><AppName>v1</AppName>"
         "<CallInitiatedCallbackUrl>https://a.com</CallInitiatedCallbackUrl>"
         "<CallInitiatedMethod>GET</CallInitiatedMethod>"
         "<CallStatusCallbackUrl>https://b.com</CallStatusCallbackUrl>"
         "<CallStatusMethod>GET</CallStatusMethod><CallbackCreds><UserId>login123</UserId>"
         "<Password>password123</Password></CallbackCreds></Application>";
}

std::string create_application(Server& server, const std::string& request) {
  const Reply reply = server.post(kApplications, request);
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("Application/ApplicationId");
}

std::string voice_settings(const std::string& root, const std::string& application) {
  return "<" + root + "><VoiceProtocol>HTTP</VoiceProtocol><HttpSettings><HttpVoiceV2AppId>" +
         application + "</HttpVoiceV2AppId></HttpSettings></" + root + ">";
}

std::string sms_settings(const std::string& protocol, const std::string& more) {
  return "<SipPeerSmsFeature><SipPeerSmsFeatureSettings>" + more + "<Protocol>" + protocol +
         "</Protocol></SipPeerSmsFeatureSettings></SipPeerSmsFeature>";
}

std::string smpp_feature(const std::string& hosts) {
  return "<SipPeerSmsFeature><SipPeerSmsFeatureSettings><Protocol>SMPP</Protocol>"
         "</SipPeerSmsFeatureSettings><SmppHosts>" +
         hosts + "</SmppHosts></SipPeerSmsFeature>";
}

std::string smpp_host(const std::string& name, const std::string& more) {
  return "<SmppHost><HostName>" + name +
         "</HostName><Priority>0</Priority>"
         "<ConnectionType>RECEIVER_ONLY</ConnectionType>" +
         more + "</SmppHost>";
}

void enable_sms(Server& server) {
  const Reply reply = server.post(kProducts + kSmsFeature, sms_settings("HTTP"));
  EXPECT_EQ(reply.status, 201) << reply.body;
}

std::string expect_code(const Reply& reply, int status, const std::string& code) {
  EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), code) << reply.body;
  return expect_xml_error(reply, status);
}

}  // namespace irisim::test
