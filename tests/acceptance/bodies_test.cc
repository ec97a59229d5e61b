// What is said of request bodies that are none, and which odd ones are taken.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr size_t kSmallLimit = 20000;

void limit_bodies(app::ServerOptions& options) {
  options.listener.limits.body = kSmallLimit;
}

std::string in_chunks(std::string_view body, size_t chunk) {
  std::string out;
  while (!body.empty()) {
    const std::string_view part = body.substr(0, chunk);
    constexpr char kDigits[] = "0123456789abcdef";
    std::string length;
    for (size_t rest = part.size(); rest > 0; rest /= 16) length.insert(0, 1, kDigits[rest % 16]);
    out += length + "\r\n" + std::string(part) + "\r\n";
    body.remove_prefix(part.size());
  }
  return out + "0\r\n\r\n";
}

// ASCII only.
std::string utf16(std::string_view text, bool little_endian) {
  std::string out = little_endian ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : text) {
    out += little_endian ? c : '\0';
    out += little_endian ? '\0' : c;
  }
  return out;
}

void expect_said(const Reply& reply, const std::string& part) {
  const std::string said = expect_xml_error(reply, 400);
  EXPECT_NE(said.find(part), std::string::npos) << said;
}

TEST(Bodies, AnEmptyOneIsToldTheRoot) {
  Server server;
  for (const std::string body : {"", " \r\n\t "}) {
    expect_said(server.post(kPortins, body),
                "empty; expected an XML document with the root <LnpOrder>");
  }
  expect_said(server.put("/users/jdoe/password", ""), "<Password>");
}

TEST(Bodies, AMalformedOneIsToldLineAndColumn) {
  Server server;
  expect_said(server.post(kPortins, "<LnpOrder>\n  <SiteId>743</Site>\n</LnpOrder>"),
              "line 2, column");
  expect_said(server.post(kPortins, "<LnpOrder>\n\n\n"), "line ");
  expect_said(server.post(kPortins, "no XML at all"), "line 1, column 1");
  expect_said(server.post(kPortins, "{\"json\": true}"), "line 1, column 1");
  expect_said(server.post(kPortins, "<LnpOrder/><LnpOrder/>"), "line 1, column 13");
  expect_said(server.post(kPortins, std::string("<LnpOrder>\n\0</LnpOrder>", 22)),
              "line 2, column 1");
  expect_said(server.post(kPortins, "<!-- only a comment -->"), "line 1");
}

TEST(Bodies, AWrongRootIsToldTheRightOne) {
  Server server;
  expect_said(server.post(kPortins, "<Order/>"),
              "root <Order>; expected an XML document with the root <LnpOrder>");
  expect_said(server.post("/tns", "<Order/>"), "<TnList>");
}

TEST(Bodies, EntityDeclarationsAreRefused) {
  Server server;
  expect_said(server.post(kPortins,
                          "<!DOCTYPE LnpOrder [\n<!ENTITY a \"aaaa\">\n<!ENTITY b \"&a;&a;\">]>"
                          "<LnpOrder><PON>&b;</PON></LnpOrder>"),
              "entity declarations are not accepted");
  expect_said(server.post(kPortins,
                          "<!DOCTYPE LnpOrder [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                          "<LnpOrder><PON>&x;</PON></LnpOrder>"),
              "entity declarations are not accepted");
}

TEST(Bodies, DeepNestingIsRefused) {
  Server server;
  constexpr int kDepth = 10'000;
  std::string body;
  for (int i = 0; i < kDepth; ++i) body += "<a>";
  for (int i = 0; i < kDepth; ++i) body += "</a>";
  expect_said(server.post(kPortins, body), "nested deeper than 100");
  expect_said(server.post(kPortins, "<LnpOrder>" + body + "</LnpOrder>"), "nested deeper than 100");
}

TEST(Bodies, ErrorsHaveTheFormThatTheOperationDocuments) {
  Server server;
  const Reply portin = server.post(kPortins, "");
  EXPECT_EQ(portin.xml().root().name(), "LnpOrderResponse");
  EXPECT_EQ(portin.text("Status/Code"), "400");
  const Reply numbers = server.post("/tns", "");
  EXPECT_EQ(numbers.xml().root().name(), "TelephoneNumbersResponse");
  EXPECT_EQ(numbers.text("ResponseStatus/ErrorCode"), "400");
  const Reply password = server.put("/users/jdoe/password", "");
  EXPECT_EQ(password.xml().root().name(), "UserResponse");
}

TEST(Bodies, ATooLargeOneIs413AndNamesTheOption) {
  Server server(limit_bodies);
  const std::string large = "<LnpOrder>" + std::string(kSmallLimit, ' ') + "</LnpOrder>";
  const std::string said = expect_xml_error(server.post(kPortins, large), 413);
  EXPECT_NE(said.find("--max-body"), std::string::npos) << said;
  expect_problem(server.put("/__admin/clock", large), 413);
  EXPECT_EQ(server.post(kPortins, portin_request()).status, 201);
}

TEST(Bodies, ATooLargeOneInChunksIs413) {
  Server server(limit_bodies);
  const std::string large = "<LnpOrder>" + std::string(kSmallLimit, ' ') + "</LnpOrder>";
  RawConnection connection(server.port());
  connection.send(raw_request("POST", kPortins, "Transfer-Encoding: chunked\r\n") +
                  in_chunks(large, 1000));
  expect_xml_error(connection.receive(), 413);
  EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Bodies, OneOfExactlyTheLimitIsTaken) {
  Server server(limit_bodies);
  std::string body = portin_request();
  body += std::string(kSmallLimit - body.size(), ' ');
  EXPECT_EQ(server.post(kPortins, body).status, 201);
  EXPECT_EQ(server.post(kPortins, body + " ").status, 413);
}

TEST(Bodies, ChunksAreJoined) {
  Server server;
  RawConnection connection(server.port());
  connection.send(raw_request("POST", kPortins, "Transfer-Encoding: chunked\r\n") +
                  in_chunks(portin_request(), 7));
  const Reply created = connection.receive();
  EXPECT_EQ(created.status, 201) << created.body;
  connection.send(raw_request("GET", kPortins));
  EXPECT_EQ(connection.receive().text("TotalCount"), "1");
}

TEST(Bodies, TheClientIsToldToContinueWhenItAsks) {
  Server server;
  const std::string body = portin_request();
  RawConnection connection(server.port());
  connection.send(raw_request(
      "POST", kPortins,
      "Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"));
  EXPECT_EQ(connection.receive().status, 100);
  connection.send(body);
  EXPECT_EQ(connection.receive().status, 201);
}

TEST(Bodies, CompressedOnesAreRefused) {
  Server server;
  for (const std::string encoding : {"gzip", "br", "deflate"}) {
    const Reply reply =
        server.post(kPortins, "\x1F\x8B\x08 bytes", {{"Content-Encoding", encoding}});
    const std::string said = expect_xml_error(reply, 415);
    EXPECT_NE(said.find("Content-Encoding"), std::string::npos) << said;
    int types = 0;
    for (const auto& [name, value] : reply.headers) types += name == "Content-Type";
    EXPECT_EQ(types, 1);
    expect_problem(server.put("/__admin/clock", "{}", {{"Content-Encoding", encoding}}), 415);
  }
}

TEST(Bodies, XmlIsReadWhateverTheContentTypeSays) {
  Server server;
  int ordinal = 0;
  for (const std::string type : {"application/x-www-form-urlencoded", "application/xml", "text/xml",
                                 "application/xml; charset=utf-8", "text/plain", ""}) {
    Headers headers;
    if (!type.empty()) headers.emplace_back("Content-Type", type);
    const std::string number = "919480990" + std::to_string(ordinal++);
    EXPECT_EQ(server.post(kPortins, portin_request(number), headers).status, 201) << type;
  }
}

// httplib's form parser would refuse more than 8 KB; `curl -d @file` declares every file a form.
TEST(Bodies, ALargeOneThatIsDeclaredAFormIsTaken) {
  Server server;
  const std::string body = portin_request() + std::string(50'000, '\n');
  EXPECT_EQ(
      server.post(kPortins, body, {{"Content-Type", "application/x-www-form-urlencoded"}}).status,
      201);
}

TEST(Bodies, Utf16IsTaken) {
  Server server;
  // Its declaration would contradict its encoding.
  const std::string body = portin_request().substr(portin_request().find("<LnpOrder"));
  EXPECT_EQ(server.post(kPortins, utf16(body, true)).status, 201);
  const std::string other = replaced(body, "9194809871", "9194809872");
  EXPECT_EQ(server.post(kPortins, utf16(other, false)).status, 201);
}

TEST(Bodies, Latin1IsTakenAndGivenBackAsUtf8) {
  Server server;
  std::string body = portin_request();
  body = body.substr(body.find("<LnpOrder"));
  body = replaced(body, "The Authguy", "Andr\xE9 Authguy");
  const Reply created =
      server.post(kPortins, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + body);
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.text("LoaAuthorizingPerson"), "Andr\xC3\xA9 Authguy");
}

TEST(Bodies, ElementNamesMatchWhateverTheirCase) {
  Server server;
  std::string body = portin_request();
  for (const std::string name : {"LnpOrder>", "SiteId>", "Subscriber>", "LastName>", "StreetName>",
                                 "ListOfPhoneNumbers>", "PhoneNumber>", "LoaAuthorizingPerson>"}) {
    std::string other = name;
    for (char& c : other) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    body = replaced(replaced(body, "<" + name, "<" + other), "</" + name, "</" + other);
  }
  const Reply created = server.post(kPortins, body);
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.text("LoaAuthorizingPerson"), "The Authguy");
  EXPECT_EQ(created.text("Subscriber/LastName"), "Last");
  EXPECT_EQ(created.text("ListOfPhoneNumbers/PhoneNumber"), "9194809871");
}

TEST(Bodies, CharactersThatXmlCannotHoldAreRefusedWithTheirPlace) {
  Server server;
  for (const std::string bad : {"A&#1;B", "A\xFFZ"}) {
    const Reply refused = server.post(kPortins, replaced(portin_request(), "The Authguy", bad));
    expect_xml_error(refused, 400);
    EXPECT_NE(refused.text("Status/Description").find("line 22, column "), std::string::npos)
        << refused.body;
  }
}

}  // namespace
}  // namespace irisim::test
