// What a client asks for with Prefer: a documented answer, a delay, a fault on the wire.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

// An operation with two documented examples of one status.
const std::string kDetails = "/tns/9195551234/tndetails";

Headers prefer(const std::string& value) {
  return {{"Prefer", value}};
}

std::string example(const std::string& path) {
  return source_file("fixtures/operations/" + path);
}

std::string expect_refusal(const Reply& reply) {
  EXPECT_EQ(reply.header("Preference-Applied"), "");
  return expect_xml_error(reply, 400);
}

TEST(Prefer, ACodeGivesTheDocumentedAnswer) {
  Server server;
  const Reply reply = server.post(kPortins, portin_request(), prefer("code=400"));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.body, example("accounts/accountId/portins/post/400.xml"));
  EXPECT_EQ(reply.header("Preference-Applied"), "code=400");
  EXPECT_EQ(reply.header("X-Irisim-Source"), "replay");
  EXPECT_EQ(server.get(kPortins).text("TotalCount"), "0") << "the replay has changed something";
}

TEST(Prefer, AnExampleGivesTheOneOfThatName) {
  Server server;
  EXPECT_EQ(server.get(kDetails, prefer("code=200, example=shared")).body,
            example("tns/tn/tndetails/get/200-shared.xml"));
  EXPECT_EQ(server.get(kDetails, prefer("example=non-nanp")).body,
            example("tns/tn/tndetails/get/200-non-nanp.xml"));
  EXPECT_EQ(server.get(kDetails, prefer("code=200")).body, example("tns/tn/tndetails/get/200.xml"));
}

TEST(Prefer, SeveralPreferencesAreWrittenInManyWays) {
  Server server;
  const std::string expected = example("tns/tn/tndetails/get/200-shared.xml");
  for (const std::string value : {"code=200, example=shared", "code=200; example=shared",
                                  "example=shared,code=200", " Code = 200 ;; EXAMPLE=shared , "}) {
    const Reply reply = server.get(kDetails, prefer(value));
    EXPECT_EQ(reply.body, expected) << value;
    EXPECT_NE(reply.header("Preference-Applied").find("code=200"), std::string::npos);
    EXPECT_NE(reply.header("Preference-Applied").find("example=shared"), std::string::npos);
  }
  EXPECT_EQ(server.get(kDetails, {{"Prefer", "code=200"}, {"prefer", "example=shared"}}).body,
            expected);
}

TEST(Prefer, AnUndocumentedCodeIsToldTheDocumentedOnes) {
  Server server;
  for (const std::string code :
       {"418", "0", "-400", "4294967696", "99999999999999999999", "4e2", "0400", "", "abc"}) {
    const std::string said =
        expect_refusal(server.post(kPortins, portin_request(), prefer("code=" + code)));
    EXPECT_NE(said.find("Documented: 201, 400"), std::string::npos) << code << ": " << said;
  }
  expect_refusal(server.get(kPortins, prefer("code")));
}

TEST(Prefer, AnUnknownExampleIsToldTheKnownOnes) {
  Server server;
  for (const std::string name : {"nope", "", "SHARED "}) {
    const std::string said = expect_refusal(server.get(kDetails, prefer("example=" + name)));
    EXPECT_NE(said.find("Examples: default, "), std::string::npos) << said;
    EXPECT_NE(said.find("shared"), std::string::npos) << said;
  }
}

TEST(Prefer, AnUnknownPreferenceIsRefusedNotIgnored) {
  Server server;
  for (const std::string value :
       {"return=minimal", "respond-async", "code=200, wait=5", "=", "status=200"}) {
    const std::string said = expect_refusal(server.get(kPortins, prefer(value)));
    EXPECT_NE(said.find("Known: code=STATUS, example=NAME, delay=MILLISECONDS, "
                        "fault=NAME"),
              std::string::npos)
        << said;
  }
}

TEST(Prefer, OnePreferenceTwiceIsRefused) {
  Server server;
  expect_refusal(server.post(kPortins, portin_request(), prefer("code=201, code=400")));
  expect_refusal(
      server.get(kDetails, {{"Prefer", "example=shared"}, {"Prefer", "example=default"}}));
}

TEST(Prefer, AnEmptyHeaderAsksForNothing) {
  Server server;
  for (const std::string value : {"", " ", ",;,"}) {
    const Reply reply = server.get(kPortins, prefer(value));
    EXPECT_EQ(reply.text("TotalCount"), "0");
    EXPECT_EQ(reply.header("Preference-Applied"), "");
  }
}

TEST(Prefer, IsLookedAtBeforeTheBody) {
  Server server;
  for (const std::string body : {"", "<broken", "<WrongRoot/>"}) {
    const Reply reply = server.post(kPortins, body, prefer("code=201"));
    EXPECT_EQ(reply.status, 201);
    EXPECT_NE(reply.header("Location"), "");
  }
}

TEST(Prefer, ADocumentedStatusWithoutBodyHasNone) {
  Server server;
  const Reply reply = server.put("/users/jdoe/password", "", prefer("code=200"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(reply.header("Content-Type"), "");
}

TEST(Prefer, OnlyReplaysNameTheirSource) {
  Server server;
  EXPECT_EQ(server.get(kPortins).header("X-Irisim-Source"), "");
  const Reply replay = server.get(kAccount + "/lidbs");
  EXPECT_EQ(replay.header("X-Irisim-Source"), "replay");
  EXPECT_EQ(replay.header("Preference-Applied"), "");
}

TEST(Prefer, CannotAddLinesToTheAnswer) {
  Server server;
  const Reply reply = server.get(kPortins, prefer("code%0d%0aEvil:%0d%0a=200"));
  EXPECT_EQ(reply.header("Evil"), "");
  for (const std::string value : {"code%0d%0a=200", "%0d%0a%0d%0acode=200"}) {
    const Reply answered = server.get(kPortins, prefer(value));
    if (answered.status == 200) {
      EXPECT_EQ(answered.header("Preference-Applied"), "code=200");
    }
  }
}

TEST(Prefer, ADelayKeepsTheLiveAnswer) {
  Server server;
  const Reply reply = server.get(kPortins, prefer("delay=1"));
  EXPECT_EQ(reply.text("TotalCount"), "0");
  EXPECT_EQ(reply.header("Preference-Applied"), "delay=1");
  EXPECT_EQ(server.get(kDetails, prefer("delay=1, example=shared")).body,
            example("tns/tn/tndetails/get/200-shared.xml"));
  for (const std::string wrong : {"-1", "600001", "1s", ""})
    expect_refusal(server.get(kPortins, prefer("delay=" + wrong)));
}

TEST(Prefer, AFaultHappensToTheLiveAnswer) {
  struct Case {
    std::string fault, start;
    RawConnection::End end;
  };
  using End = RawConnection::End;
  const Case kCases[] = {
      {"EMPTY_RESPONSE", "", End::kClosed},
      {"CONNECTION_RESET_BY_PEER", "", End::kReset},
      {"MALFORMED_RESPONSE_CHUNK", "HTTP/1.1 200 OK\r\n", End::kClosed},
      {"TRUNCATED_BODY", "HTTP/1.1 200 OK\r\n", End::kClosed},
      {"CONNECTION_RESET_IN_BODY", "HTTP/1.1 200 OK\r\n", End::kReset},
      {"HALF_STATUS_LINE", "HTTP/1.", End::kClosed},
      {"wrong_content_length", "HTTP/1.1 200 OK\r\n", End::kClosed},
  };
  Server server;
  for (const auto& [fault, start, end] : kCases) {
    SCOPED_TRACE(fault);
    RawConnection connection(server.port());
    connection.send(raw_request("GET", kPortins, "Prefer: fault=" + fault + "\r\n"));
    const RawConnection::Rest rest = connection.read_to_end();
    EXPECT_TRUE(rest.bytes.starts_with(start)) << rest.bytes;
    EXPECT_EQ(rest.bytes.empty(), start.empty());
    EXPECT_EQ(rest.end, end);
  }
  RawConnection garbage(server.port());
  garbage.send(raw_request("GET", kPortins, "Prefer: fault=RANDOM_DATA_THEN_CLOSE\r\n"));
  EXPECT_FALSE(garbage.read_to_end().bytes.starts_with("HTTP"));
}

TEST(Prefer, AnUnknownFaultIsToldTheKnownOnes) {
  Server server;
  const std::string said = expect_refusal(server.get(kPortins, prefer("fault=EMPTY_RESPONS")));
  EXPECT_NE(said.find("did you mean 'EMPTY_RESPONSE'?"), std::string::npos) << said;
  EXPECT_NE(said.find("CONNECTION_RESET_BY_PEER, "), std::string::npos) << said;
}

}  // namespace
}  // namespace irisim::test
