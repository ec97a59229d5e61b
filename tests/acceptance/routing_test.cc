// Which path leads to which resource, and what is said of those that lead nowhere.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using ::testing::TestWithParam;

class BasePath : public TestWithParam<const char*> {};

TEST_P(BasePath, LeadsToTheSameOrderAndStandsInLinksAndLocation) {
  Server server;
  const std::string base = GetParam();
  const Reply created = server.post(base + kPortins, portin_request());
  ASSERT_EQ(created.status, 201) << created.body;
  const std::string id = created.text("OrderId");
  const std::string host = "http://127.0.0.1:" + std::to_string(server.port());
  EXPECT_EQ(created.header("Location"), host + base + kPortins + "/" + id);
  EXPECT_EQ(server.get(base + kPortins + "/" + id).status, 200);

  const Reply list = server.get(base + kPortins);
  EXPECT_EQ(list.text("TotalCount"), "1");
  EXPECT_TRUE(list.text("Links/first").starts_with("Link=<" + host + base + kPortins + "?"))
      << list.body;
}

INSTANTIATE_TEST_SUITE_P(Routing, BasePath,
                         testing::Values("", "/api", "/api/v1", "/api/v2", "/v1.0", "/API/V2",
                                         "/worlds/w", "/worlds/w/api", "/worlds/w.1_x-Y/v1.0"));

TEST(Routing, AllBasePathsLeadToOneStateAndEachWorldHasItsOwn) {
  Server server;
  const std::string path = kPortins + "/" + create_portin(server);
  for (const std::string base : {"", "/api", "/api/v1", "/api/v2", "/v1.0"}) {
    EXPECT_EQ(server.get(base + path).status, 200) << base;
    EXPECT_EQ(server.get("/worlds/other" + base + path).status, 404) << base;
  }
}

TEST(Routing, SegmentsMatchWhateverTheirCase) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(server.get("/ACCOUNTS/9999999/PortIns/" + id).status, 200);
  EXPECT_EQ(server.get("/accounts/9999999/PORTINS/" + id + "/History").status, 200);
  EXPECT_EQ(server.get("/Api/V1/Accounts/9999999/portins/" + id).status, 200);
  EXPECT_EQ(server.get("/WORLDS/w/accounts/9999999/portins").status, 200);
}

TEST(Routing, NamesOfWorldsKeepTheirCase) {
  Server server;
  EXPECT_EQ(server.post("/worlds/w" + kPortins, portin_request()).status, 201);
  EXPECT_EQ(server.get("/worlds/w" + kPortins).text("TotalCount"), "1");
  EXPECT_EQ(server.get("/worlds/W" + kPortins).text("TotalCount"), "0");
}

TEST(Routing, BadWorldNamesAreRefusedWithTheRule) {
  Server server;
  const std::string longest(64, 'a');
  EXPECT_EQ(server.get("/worlds/" + longest + kPortins).status, 200);
  for (const std::string& name :
       {longest + "a", std::string("a%20b"), std::string("a%2Fb"), std::string("%00"),
        std::string("caf%C3%A9"), std::string(".."), std::string(".")}) {
    const std::string said =
        expect_xml_error(server.get("/worlds/" + name + "/api" + kPortins), 400);
    EXPECT_NE(said.find("1 to 64 letters, digits"), std::string::npos) << said;
  }
  expect_xml_error(server.get("/worlds"), 400);
  expect_xml_error(server.get("/worlds/"), 400);
  expect_problem(server.get("/worlds/a%20b/__admin/clock"), 400);
}

TEST(Routing, PercentEncodedSegmentsAreDecodedOnce) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(server.get("/%61ccounts/%39999999/port%69ns/" + id).status, 200);
  EXPECT_EQ(server.get("/accounts/9999999/port%2569ns/" + id).status, 404);
  // An encoded slash is part of its segment.
  EXPECT_EQ(server.get("/accounts/9999999%2Fportins").xml().root().name(), "AccountResponse");
}

TEST(Routing, AMalformedEscapeIsNamed) {
  Server server;
  for (const std::string bad : {"%zz", "%4", "%"}) {
    EXPECT_NE(expect_xml_error(server.get(kPortins + "/" + bad), 400).find("'" + bad + "'"),
              std::string::npos);
    EXPECT_NE(expect_xml_error(server.get(kPortins + "?status=" + bad), 400).find("'" + bad + "'"),
              std::string::npos);
    expect_problem(server.get("/__admin/" + bad), 400);
  }
}

TEST(Routing, TrailingSlashesAndEmptyQueriesChangeNothing) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string tail : {"/", "//", "?", "/?", "?&&", "/?x=", "#fragment"}) {
    EXPECT_EQ(server.get(kPortins + "/" + id + tail).status, 200) << tail;
  }
  EXPECT_EQ(server.get("/__admin/clock/").status, 200);
}

TEST(Routing, ATargetWithTheHostInItLeadsToItsPath) {
  Server server;
  const std::string id = create_portin(server);
  RawConnection connection(server.port());
  connection.send(raw_request("GET", "http://iris.example" + kPortins + "/" + id));
  EXPECT_EQ(connection.receive().status, 200);
}

TEST(Routing, AnUnknownPathIs404AndSaysWhereTheKnownOnesAre) {
  Server server;
  for (const std::string& path : std::vector<std::string>{
           "/", "/api", "/nope", "/accounts", "/worlds/w", "/api/api" + kPortins, "/v1" + kPortins,
           kPortins + "/a/b/c/d", "/accounts//portins", "/?<a>&\"b\""}) {
    const std::string said = expect_xml_error(server.get(path), 404);
    EXPECT_NE(said.find("/__admin/operations"), std::string::npos) << path << ": " << said;
  }
  // Also with a method that nothing has.
  expect_xml_error(server.send("PATCH", "/nope"), 404);
}

TEST(Routing, AKnownPathWithAnotherMethodIs405WithAllow) {
  Server server;
  struct Case {
    std::string method, path, allow;
  };
  const std::string order = kPortins + "/1";
  for (const Case& c :
       {Case{"DELETE", kPortins, "GET, POST"}, Case{"PATCH", kPortins, "GET, POST"},
        Case{"OPTIONS", kPortins, "GET, POST"}, Case{"POST", order, "DELETE, GET, PUT"},
        Case{"PUT", kPortins + "/totals", "GET"}}) {
    const Reply reply = server.send(c.method, "/api" + c.path);
    expect_xml_error(reply, 405);
    EXPECT_EQ(reply.header("Allow"), c.allow) << c.method << " " << c.path;
  }
}

// Whether a server knows these methods at all is its own affair; it must refuse them in XML and go
// on.
TEST(Routing, MethodsThatNothingHasAreRefusedInXml) {
  Server server;
  for (const std::string method : {"TRACE", "FOO", "get", "PROPFIND"}) {
    RawConnection connection(server.port());
    connection.send(raw_request(method, kPortins));
    const Reply reply = connection.receive();
    EXPECT_TRUE(reply.status == 400 || reply.status == 405 || reply.status == 501)
        << method << ": " << reply.status;
    expect_xml_error(reply, reply.status);
  }
  EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Routing, HeadHasTheHeadersOfGetAndNoBody) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string& path : {kPortins + "/" + id, std::string("/__admin/clock")}) {
    const Reply whole = server.get(path);
    RawConnection connection(server.port());
    connection.send(raw_request("HEAD", path));
    const Reply head = connection.receive(true);
    EXPECT_EQ(head.status, 200) << path;
    EXPECT_EQ(head.header("Content-Length"), std::to_string(whole.body.size()));
    EXPECT_EQ(head.header("Content-Type"), whole.header("Content-Type"));
    // The next answer follows at once: no byte of a body was sent.
    connection.send(raw_request("GET", "/livez"));
    EXPECT_EQ(connection.receive().status, 200);
  }
  EXPECT_EQ(server.send("HEAD", "/nope").status, 404);
}

TEST(Routing, TheHostThatTheClientUsedStandsInLocation) {
  Server server;
  const Reply created =
      server.post("/v1.0" + kPortins, portin_request(), {{"Host", "sim.example:8080"}});
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_TRUE(
      created.header("Location").starts_with("http://sim.example:8080/v1.0" + kPortins + "/"))
      << created.header("Location");
}

TEST(Routing, AHostThatIsNoneCannotAddHeadersToTheAnswer) {
  Server server;
  const Reply created = server.post(kPortins, portin_request(), {{"Host", "x%0d%0aEvil: 1"}});
  EXPECT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.header("Evil"), "");
}

TEST(Routing, AnErrorThatRepeatsTheClientsBytesIsStillXml) {
  Server server;
  for (const std::string status :
       {"%01", "%FF", "%ED%A0%80", "%EF%BF%BF", "%C0%80", "%F0%9F", "<&>"}) {
    const std::string said = expect_xml_error(server.get(kPortins + "?status=" + status), 400);
    EXPECT_NE(said.find("Valid values: DRAFT"), std::string::npos) << status << ": " << said;
    EXPECT_EQ(server.get(kPortins + "?status=" + status).body.find('\x01'), std::string::npos);
  }
  // A replacement stands for what XML cannot hold; what it can hold stays as it is.
  EXPECT_NE(expect_xml_error(server.get(kPortins + "?status=a%01b%FFc"), 400)
                .find("'a\xEF\xBF\xBD"
                      "b\xEF\xBF\xBD"
                      "c'"),
            std::string::npos);
  EXPECT_NE(expect_xml_error(server.get(kPortins + "?status=%F0%9F%98%80%C3%A9"), 400)
                .find("'\xF0\x9F\x98\x80\xC3\xA9'"),
            std::string::npos);
}

}  // namespace
}  // namespace irisim::test
