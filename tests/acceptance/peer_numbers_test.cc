// The numbers of a SIP peer: their list, their settings, and how they move to another.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/numbers.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kNumber = "9194809871";
const std::string kSettings = kPeer + "/tns/" + kNumber;
constexpr char kListed[] = "SipPeerTelephoneNumbers/SipPeerTelephoneNumber/";

Texts listed(const Reply& reply, const std::string& element = "FullNumber") {
  EXPECT_EQ(reply.status, 200) << reply.body;
  return texts(reply.xml().root(), kListed + element);
}

std::string refusal(const Reply& reply) {
  return std::to_string(reply.status) + " " + reply.text("ResponseStatus/ErrorCode") + " " +
         reply.text("ResponseStatus/Description");
}

std::string setting(Server& server, const std::string& path) {
  return server.get(kSettings).text("SipPeerTelephoneNumber/" + path);
}

TEST(PeerNumbers, AreListedByNumberedPages) {
  Server server;
  const Texts numbers = {"9194809871", "9194809872", "9194809873"};
  EXPECT_EQ(listed(server.get(kPeer + "/tns")), Texts());
  put_in_service(server, numbers);
  EXPECT_EQ(listed(server.get(kPeer + "/tns?page=1&size=5000")), numbers);
  EXPECT_EQ(listed(server.get(kPeer + "/tns?page=1&size=2")), (Texts{numbers[0], numbers[1]}));
  EXPECT_EQ(listed(server.get(kPeer + "/tns?page=2&size=2")), Texts{numbers[2]});
  EXPECT_EQ(listed(server.get(kPeer + "/tns?page=3&size=2")), Texts());
  EXPECT_EQ(refusal(server.get(kPeer + "/tns?page=0")),
            "400 4018 Please verify that your PAGE search input parameter is correct.");
}

TEST(PeerNumbers, AttributesCanBeLeftOut) {
  Server server;
  put_in_service(server, {kNumber});
  EXPECT_EQ(listed(server.get(kPeer + "/tns"), "CallingNameDisplay"), Texts{"false"});
  const Reply reply = server.get(kPeer + "/tns?includeAttributes=false");
  EXPECT_EQ(listed(reply), Texts{kNumber});
  EXPECT_EQ(listed(reply, "CallingNameDisplay"), Texts());
}

TEST(PeerNumbers, SettingsAreKeptAndAnAbsentOneStaysAsItIs) {
  Server server;
  put_in_service(server, {kNumber});
  const Reply changed = server.put(
      kSettings,
      settings_request(
          kNumber,
          "<NumberFormat>10digit</NumberFormat><RPIDFormat>e164</RPIDFormat>"
          "<RewriteUser>false</RewriteUser><CallForward>7042661720</CallForward>"
          "<CallingNameDisplay>true</CallingNameDisplay><TnAttributes>"
          "<TnAttribute>Imported</TnAttribute><TnAttribute>Protected</TnAttribute></TnAttributes>"
          "<MessagingSettings><SmsEnabled>true</SmsEnabled></MessagingSettings>"));
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.body, "");
  EXPECT_EQ(setting(server, "FullNumber"), kNumber);
  EXPECT_EQ(setting(server, "NumberFormat"), "10digit");
  EXPECT_EQ(setting(server, "RPIDFormat"), "e164");
  EXPECT_EQ(setting(server, "RewriteUser"), "false");
  EXPECT_EQ(setting(server, "CallForward"), "7042661720");
  EXPECT_EQ(setting(server, "CallingNameDisplay"), "true");
  EXPECT_EQ(setting(server, "MessagingSettings/SmsEnabled"), "true");
  const std::string attributes = "TnAttributes/TnAttribute";
  EXPECT_EQ(listed(server.get(kPeer + "/tns"), attributes), (Texts{"Protected", "Imported"}));

  server.put(kSettings, settings_request(kNumber,
                                         "<CallForward/><TnAttributes/>"
                                         "<CallingNameDisplay>false</CallingNameDisplay>"));
  const Reply reply = server.get(kSettings);
  EXPECT_EQ(outline(reply.body),
            (Texts{"SipPeerTelephoneNumberResponse",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/FullNumber",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/NumberFormat",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/RPIDFormat",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/RewriteUser",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/CallingNameDisplay",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/MessagingSettings",
                   "SipPeerTelephoneNumberResponse/SipPeerTelephoneNumber/MessagingSettings/"
                   "SmsEnabled"}));
  EXPECT_EQ(setting(server, "CallingNameDisplay"), "false");
}

TEST(PeerNumbers, ASettingThatIsNoneIsRefusedWithItsCodeAndNothingChanges) {
  Server server;
  put_in_service(server, {kNumber});
  const std::pair<std::string, std::string> cases[] = {
      {"<CallForward>70426617</CallForward>",
       "400 13513 Call Forwarding number '70426617' is not a valid 10-digit telephone number"},
      {"<CallForward>9194809871</CallForward>",
       "400 13606 The specified call forwarding number 9194809871 cannot be the same as the origin "
       "telephone number 9194809871."},
      {"<NumberFormat>9digit</NumberFormat>",
       "400 13514 Number Format '9digit' is invalid for telephone number '9194809871'"},
      {"<RewriteUser>not a user</RewriteUser>",
       "400 13515 Rewrite User 'not a user' is invalid for telephone number '9194809871'"},
      {"<RPIDFormat>none</RPIDFormat>",
       "400 13516 RPID Format 'none' is invalid for telephone number '9194809871'"},
      {"<CallingNameDisplay>on</CallingNameDisplay>",
       "400 13575 CallingNameDisplay 'on' is invalid. Valid values are: 'true', 'false'"},
      {"<TnAttributes><TnAttribute>Odd</TnAttribute></TnAttributes>",
       "400 7399 Telephone number attribute 'Odd' is invalid. Valid values: Protected, External, "
       "Hosted"},
      {"<MessagingSettings><SmsEnabled>yes</SmsEnabled></MessagingSettings>",
       "400 400 SmsEnabled 'yes' is neither true nor false"},
  };
  const std::string before = server.get(kSettings).body;
  for (const auto& [elements, expected] : cases)
    EXPECT_EQ(refusal(server.put(kSettings, settings_request(kNumber, elements))), expected);
  EXPECT_EQ(refusal(server.put(kSettings, "<SipPeerTelephoneNumber/>")),
            "400 13505 Full number is required");
  EXPECT_EQ(refusal(server.put(kSettings, settings_request("123", ""))),
            "400 13512 '123' is not a valid 10-digit telephone number");
  EXPECT_EQ(refusal(server.put(kSettings, settings_request("9194809872", ""))),
            "400 400 FullNumber must be the telephone number of the path");
  EXPECT_EQ(server.get(kSettings).body, before);
}

TEST(PeerNumbers, AFeatureThatTheAccountLacksIsRefused) {
  Server server([](app::ServerOptions& options) { with_features(options, "LNP, PROTECTED_TNS"); });
  const Reply created = server.post(kBareAccount + "/portins", portin_request(kNumber));
  ASSERT_EQ(created.status, 201) << created.body;
  server.advance("1d");
  const std::string path = kBareAccount + "/sites/743/sippeers/303716/tns/" + kNumber;
  EXPECT_EQ(refusal(server.put(path, settings_request(kNumber,
                                                      "<CallForward>7042661720"
                                                      "</CallForward>"))),
            "400 13576 Account '9900001' has no 'CallForwarding' product feature");
  EXPECT_EQ(refusal(server.put(path, settings_request(kNumber,
                                                      "<CallingNameDisplay>true"
                                                      "</CallingNameDisplay>"))),
            "400 13576 Account '9900001' has no 'CNAM' product feature");
  EXPECT_EQ(server.put(path, settings_request(kNumber, "<CallForward/>")).status, 200);
}

TEST(PeerNumbers, ANumberMustBeInServiceOnThisPeer) {
  Server server(with_other_peer);
  put_in_service(server, {kNumber});
  EXPECT_EQ(refusal(server.get(kPeer + "/tns/9194809872")),
            "404 13536 Telephone number 9194809872 does not exist on Account 9999999, Site 743, "
            "and Sip Peer 303716");
  EXPECT_EQ(server.get(kOtherPeer + "/tns/" + kNumber).status, 404);
  EXPECT_EQ(refusal(server.put(kOtherPeer + "/tns/" + kNumber, settings_request(kNumber, ""))),
            "409 13526 Telephone number '9194809871' is already associated with SIP Peer '303716'");
  EXPECT_EQ(refusal(server.get(kPeer + "/tns/123")),
            "404 12512 Telephone number '123' is not valid");
  for (const std::string rest : {"/tns", "/totaltns", "/tns/9194809871"}) {
    EXPECT_EQ(refusal(server.get(kSite + "/sippeers/1" + rest)),
              "404 13563 Sip Peer '1' account '9999999' and site '743' does not exist")
        << rest;
  }
}

TEST(PeerNumbers, AReservedNumberHasNoSettings) {
  Server server;
  const std::string number = available_number();
  server.post(kAccount + "/tnreservation",
              "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>");
  EXPECT_EQ(refusal(server.put(kPeer + "/tns/" + number, settings_request(number, ""))),
            "409 13518 Telephone number '" + number + "' is not in service");
}

TEST(PeerNumbers, AreCountedAlsoByFeature) {
  Server server;
  put_in_service(server, {kNumber, "9194809872", "9194809873"});
  server.put(kSettings, settings_request(kNumber, "<CallingNameDisplay>true</CallingNameDisplay>"));
  const std::string count = "SipPeerTelephoneNumbersCount/";
  const auto counts = [&](const std::string& query) {
    const Reply reply = server.get(kPeer + "/totaltns" + query);
    return reply.text(count + "SipPeerTelephoneNumbersCount") + " " +
           reply.text(count + "CnamCount") + " " + reply.text(count + "LidbCount");
  };
  EXPECT_EQ(counts(""), "3 1 0");
  EXPECT_EQ(counts("?feature=CNAM"), "1 1 0");
  EXPECT_EQ(counts("?feature=LIDB"), "0 1 0");
  EXPECT_EQ(counts("?feature=CNAM&feature=LIDB"), "0 1 0");
  EXPECT_EQ(refusal(server.get(kPeer + "/totaltns?feature=FAX")),
            "400 15525 Invalid 'feature'. Valid values: CNAM, LIDB, DLDA, DA, E911");
}

TEST(PeerNumbers, MoveToThePeerOfThePathWithTheirSettings) {
  Server server(with_other_peer);
  put_in_service(server, {kNumber, "9194809872"});
  server.put(kSettings, settings_request(kNumber, "<CallForward>7042661720</CallForward>"));
  const Reply moved = server.post(kOtherPeer + "/movetns", move_request({kNumber}));
  EXPECT_EQ(moved.status, 200) << moved.body;
  EXPECT_EQ(moved.body, "");
  EXPECT_EQ(listed(server.get(kPeer + "/tns")), Texts{"9194809872"});
  EXPECT_EQ(listed(server.get(kOtherPeer + "/tns")), Texts{kNumber});
  EXPECT_EQ(listed(server.get(kOtherPeer + "/tns"), "CallForward"), Texts{"7042661720"});
  EXPECT_EQ(server.get("/tns/" + kNumber + "/sippeers").text("Id"), "303717");
}

TEST(PeerNumbers, AMoveThatOneNumberCannotMakeMovesNone) {
  Server server(with_other_peer);
  put_in_service(server, {kNumber});
  const std::string available = available_number();
  const std::string reserved = available;
  const auto move = [&](const Texts& numbers) {
    return refusal(server.post(kOtherPeer + "/movetns", move_request(numbers)));
  };
  EXPECT_EQ(move({}), "400 13505 Full number is required");
  EXPECT_EQ(move({kNumber, "123"}), "400 13512 '123' is not a valid 10-digit telephone number");
  EXPECT_EQ(move({kNumber, kNumber}), "400 13511 Duplicate telephone number '9194809871' provided");
  EXPECT_EQ(move({kNumber, available}),
            "400 13517 Telephone number '" + available + "' does not exist");
  server.post(kAccount + "/tnreservation",
              "<Reservation><ReservedTn>" + reserved + "</ReservedTn></Reservation>");
  EXPECT_EQ(move({kNumber, reserved}),
            "400 13518 Telephone number '" + reserved + "' is not in service");
  EXPECT_EQ(refusal(server.post("/accounts/42/sites/743/sippeers/303717/movetns",
                                move_request({kNumber}))),
            "400 13520 Telephone number '9194809871' is not on account");
  EXPECT_EQ(refusal(server.post(kSite + "/sippeers/1/movetns", move_request({kNumber}))),
            "400 13563 Sip Peer '1' account '9999999' and site '743' does not exist");
  EXPECT_EQ(listed(server.get(kPeer + "/tns")), Texts{kNumber});
}

TEST(PeerNumbers, FiveThousandMoveAtATime) {
  Server server(with_other_peer);
  EXPECT_EQ(refusal(server.post(kOtherPeer + "/movetns", move_request(Texts(5001, kNumber)))),
            "400 13522 The count of telephone numbers in order exceeds the maximum size of 5000");
  EXPECT_EQ(refusal(server.post(kOtherPeer + "/movetns", move_request(Texts(5000, kNumber)))),
            "400 13511 Duplicate telephone number '9194809871' provided");
}

}  // namespace
}  // namespace irisim::test
