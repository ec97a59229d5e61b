// Applications: where messages and calls are announced by HTTP.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/peers.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

std::string path_of(const std::string& id) {
  return kApplications + "/" + id;
}

Reply use_for_messages(Server& server, const std::string& id) {
  enable_sms(server);
  return server.put(kProducts + "/messaging/applicationSettings",
                    "<ApplicationsSettings><HttpMessagingV2AppId>" + id +
                        "</HttpMessagingV2AppId></ApplicationsSettings>");
}

TEST(Applications, ANewOneIsAnsweredListedAndFoundWithoutItsPassword) {
  Server server;
  const Reply created = server.post("/api" + kApplications, messaging_application());
  ASSERT_EQ(created.status, 201) << created.body;
  const std::string id = created.text("Application/ApplicationId");
  EXPECT_TRUE(created.header("Location").ends_with("/api" + path_of(id)));
  EXPECT_EQ(created.text("Application/MsgCallbackUrl"), "http://example.com");
  EXPECT_EQ(created.text("Application/CallbackCreds/UserId"), "15jPWZmXdm");

  const Reply found = server.get(path_of(id));
  EXPECT_EQ(found.text("Application/AppName"), "EBVICs");
  const Reply list = server.get(kApplications);
  EXPECT_EQ(list.text("ApplicationList/Application/ApplicationId"), id);
  for (const Reply& reply : {created, found, list})
    EXPECT_EQ(reply.body.find("Password"), std::string::npos) << reply.body;
}

TEST(Applications, AnEmptyListHasItsWrapper) {
  Server server;
  EXPECT_TRUE(server.get(kApplications).xml().root().child("ApplicationList"));
}

TEST(Applications, TheOldNameOfTheCallbackUrlIsTaken) {
  Server server;
  const std::string request =
      "<Application><ServiceType>Messaging-V2</ServiceType><AppName>a</AppName>"
      "<CallbackUrl>http://a.com</CallbackUrl></Application>";
  const Reply reply = server.post(kApplications, request);
  EXPECT_EQ(reply.text("Application/MsgCallbackUrl"), "http://a.com");
}

TEST(Applications, MethodsArePostUnlessSaidOtherwise) {
  Server server;
  const Reply reply =
      server.post(kApplications,
                  without(without(voice_application(), "CallInitiatedMethod"), "CallStatusMethod"));
  EXPECT_EQ(reply.text("Application/CallInitiatedMethod"), "POST");
  EXPECT_EQ(reply.text("Application/CallStatusMethod"), "POST");
}

struct Violation {
  std::string code, description, request;
};

std::vector<Violation> violations() {
  const std::string messaging = messaging_application();
  const std::string voice = voice_application();
  const std::string range = "Length of UserId must be in range: 6 - 63";
  return {
      {"12801", "Service Type is not valid", without(voice, "ServiceType")},
      {"12801", "Service Type is not valid", with(voice, "ServiceType", "Voice")},
      {"12806", "Application Name required", without(voice, "AppName")},
      {"12802", "The inbound callback URL must be specified", without(messaging, "MsgCallbackUrl")},
      {"12802", "The inbound callback URL must be specified",
       without(voice, "CallInitiatedCallbackUrl")},
      {"12803",
       "The format of the requested URL is invalid - It should be a valid format for an Internet "
       "destination",
       with(messaging, "MsgCallbackUrl", "example")},
      {"12803",
       "The format of the requested URL is invalid - It should be a valid format for an Internet "
       "destination",
       with(voice, "CallStatusCallbackUrl", "ftp://b.com")},
      {"12961", "Invalid HTTP method specified. GET or POST required",
       with(voice, "CallInitiatedMethod", "PUT")},
      {"12961", "Invalid HTTP method specified. GET or POST required",
       with(voice, "CallStatusMethod", "[GET|POST]")},
      {"12962", "MsgCallbackUrl is set but it is only allowed with ServiceType Messaging-V2",
       with(voice, "MsgCallbackUrl", "http://a.com")},
      {"12962", "CallInitiatedCallbackUrl is set but it is only allowed with ServiceType Voice-V2",
       with(messaging, "CallInitiatedCallbackUrl", "http://a.com")},
      {"12963", "Callback Status URL is required for Callback Status Method",
       without(voice, "CallStatusCallbackUrl")},
      {"12960",
       "CallbackUrl and MsgCallbackUrl can't be present with different values. Only "
       "MsgCallbackUrl should be specified.",
       with(messaging, "CallbackUrl", "http://b.com")},
      {"12977", "Can not save user id without password", without(voice, "CallbackCreds/Password")},
      {"12800", "Can not save password without user name", without(voice, "CallbackCreds/UserId")},
      {"12120", range, with(voice, "CallbackCreds/UserId", "12345")},
      {"12120", range, with(voice, "CallbackCreds/UserId", std::string(64, 'u'))},
      {"12120", "Length of Password must be in range: 6 - 63",
       with(voice, "CallbackCreds/Password", "12345")},
  };
}

TEST(Applications, EachRuleHasItsCode) {
  Server server;
  for (const Violation& violation : violations()) {
    SCOPED_TRACE(violation.request);
    EXPECT_EQ(expect_code(server.post(kApplications, violation.request), 400, violation.code),
              violation.description);
  }
  EXPECT_EQ(server.get(kApplications).body.find("ApplicationId"), std::string::npos);
}

TEST(Applications, CredentialsOfSixAndOfSixtyThreeCharactersAreTaken) {
  Server server;
  for (const size_t length : {6, 63}) {
    const std::string request =
        with(voice_application(), "CallbackCreds/Password", std::string(length, 'p'));
    EXPECT_EQ(server.post(kApplications, request).status, 201);
  }
}

TEST(Applications, AnAccountWithoutTheFeatureHasNone) {
  Server server;
  const std::string applications = "/accounts/9900001/applications";
  EXPECT_EQ(expect_code(server.post(applications, messaging_application()), 400, "12130"),
            "The operation could not be performed because Account '9900001' does not have the "
            "HTTPV2 Messaging Feature enabled");
  EXPECT_EQ(expect_code(server.post(applications, voice_application()), 400, "12150"),
            "The HTTP voice feature is required for Account 9900001");
}

TEST(Applications, APutSaysEverythingAnew) {
  Server server;
  const std::string path = path_of(create_application(server, voice_application()));
  const Reply reply = server.put(
      path,
      "<Application><ServiceType>Voice-V2</ServiceType><AppName>new</AppName>"
      "<CallInitiatedCallbackUrl>https://c.com</CallInitiatedCallbackUrl></Application>");
  EXPECT_EQ(reply.status, 200) << reply.body;
  const Reply found = server.get(path);
  EXPECT_EQ(found.text("Application/AppName"), "new");
  EXPECT_EQ(found.text("Application/CallInitiatedCallbackUrl"), "https://c.com");
  EXPECT_EQ(found.text("Application/CallStatusCallbackUrl"), "");
  EXPECT_EQ(found.text("Application/CallbackCreds/UserId"), "");
}

TEST(Applications, TheServiceTypeCannotBeChanged) {
  Server server;
  const std::string path = path_of(create_application(server, voice_application()));
  EXPECT_EQ(expect_code(server.put(path, messaging_application()), 400, "12964"),
            "Service Type of Application could not be changed");
}

TEST(Applications, WhatWasReadCanBeSentBack) {
  Server server;
  const std::string path = path_of(create_application(server, voice_application()));
  const std::string read = without(voice_application(), "CallbackCreds/Password");
  EXPECT_EQ(server.put(path, read).status, 200);  // the password stays
  EXPECT_EQ(
      expect_code(server.put(path, with(read, "CallbackCreds/UserId", "another")), 400, "12976"),
      "UserId of Application could not be changed without specifying Password");
}

TEST(Applications, APatchChangesWhatItHas) {
  Server server;
  const std::string path = path_of(create_application(server, voice_application()));
  const Reply reply =
      server.send("PATCH", path, "<Application><AppName>XgRIdP</AppName></Application>");
  EXPECT_EQ(reply.text("Application/AppName"), "XgRIdP");
  EXPECT_EQ(reply.text("Application/CallStatusCallbackUrl"), "https://b.com");
  const Reply removed = server.send(
      "PATCH", path,
      "<Application><CallStatusCallbackUrl>remove</CallStatusCallbackUrl></Application>");
  EXPECT_EQ(removed.text("Application/CallStatusCallbackUrl"), "");
  EXPECT_EQ(server.get(path).text("Application/CallStatusCallbackUrl"), "");
  EXPECT_EQ(server.get(path).text("Application/AppName"), "XgRIdP");
}

TEST(Applications, AnUnknownOneIs13629) {
  Server server;
  for (const char* method : {"GET", "PUT", "PATCH", "DELETE"}) {
    const Reply reply = server.send(method, path_of("none"), voice_application());
    EXPECT_EQ(expect_code(reply, 404, "13629"), "Application with id 'none' not found");
  }
  const std::string id = create_application(server, voice_application());
  EXPECT_EQ(server.get("/accounts/42/applications/" + id).status, 404);
}

TEST(Applications, OneThatAPeerRefersToStays) {
  Server server;
  const std::string id = create_application(server, messaging_application());
  ASSERT_EQ(use_for_messages(server, id).status, 200);
  EXPECT_EQ(expect_code(server.remove(path_of(id)), 400, "12107"),
            "The Application cannot be removed until references in the following Locations are "
            "removed: 303716");
  const Reply peers = server.get(path_of(id) + "/associatedsippeers");
  EXPECT_EQ(peers.text("AssociatedSipPeers/AssociatedSipPeer/SiteId"), "743");
  EXPECT_EQ(peers.text("AssociatedSipPeers/AssociatedSipPeer/SiteName"), "Raleigh");
  EXPECT_EQ(peers.text("AssociatedSipPeers/AssociatedSipPeer/PeerId"), "303716");
  EXPECT_EQ(peers.text("AssociatedSipPeers/AssociatedSipPeer/PeerName"), "Default Peer");

  EXPECT_EQ(server
                .put(kProducts + "/messaging/applicationSettings",
                     "<ApplicationsSettings>REMOVE</ApplicationsSettings>")
                .status,
            200);
  EXPECT_EQ(server.remove(path_of(id)).status, 200);
  EXPECT_EQ(server.get(path_of(id)).status, 404);
}

TEST(Applications, TheLastForCallsStaysWhileAPeerTakesCallsByHttp) {
  Server server;
  const std::string id = create_application(server, voice_application());
  const Reply set = server.post(kProducts + "/origination/settings",
                                "<SipPeerOriginationSettings><VoiceProtocol>HTTP</VoiceProtocol>"
                                "</SipPeerOriginationSettings>");
  ASSERT_EQ(set.status, 201) << set.body;
  EXPECT_EQ(expect_code(server.remove(path_of(id)), 400, "13653"),
            "Can not delete last voice app as sippeer(s) 303716 has enabled HTTP protocol");
  create_application(server, voice_application());
  EXPECT_EQ(server.remove(path_of(id)).status, 200);
}

TEST(Applications, WithoutAnAssociationNoPeersAreKnown) {
  Server server;
  const Reply reply = server.get("/accounts/9900001/applications/any/associatedsippeers");
  EXPECT_EQ(expect_code(reply, 400, "12103"),
            "Current 9900001 Account have no Catapult association");
}

}  // namespace
}  // namespace irisim::test
