// Who may use the API, with a users file and without one.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr std::string_view kUsers = R"(users:
  - name: root
    password: toor
  - name: jdoe
    password: "pass:word"
    accounts: ["9999999", "42"]
  - name: viewer
    password: v
    roles: [read-only]
)";

void require_users(app::ServerOptions& options) {
  options.users = *request::load_users(kUsers, "users.yaml");
}

// "name:password" in Base64, which the tests write out.
Headers basic(const std::string& encoded) {
  return {{"Authorization", "Basic " + encoded}};
}
const std::string kRoot = "cm9vdDp0b29y";
const std::string kJdoe = "amRvZTpwYXNzOndvcmQ=";
const std::string kViewer = "dmlld2VyOnY=";

TEST(Authentication, WithoutAUsersFileAnythingGoes) {
  Server server;
  EXPECT_EQ(server.get(kPortins).status, 200);
  EXPECT_EQ(server.get(kPortins, basic(kRoot)).status, 200);
  EXPECT_EQ(server.get(kPortins, basic("!!!")).status, 200);
  EXPECT_EQ(server.get(kPortins, {{"Authorization", "Bearer abc"}}).status, 200);
  EXPECT_EQ(server.get(kPortins, {{"Authorization", ""}}).status, 200);
}

TEST(Authentication, TheUserStandsInTheOrderItsHistoryAndItsNotes) {
  Server server;
  const Reply created = server.post(kPortins, portin_request(), basic(kJdoe));
  ASSERT_EQ(created.status, 201) << created.body;
  const std::string path = kPortins + "/" + created.text("OrderId");
  EXPECT_EQ(server.get(path).text("userId"), "jdoe");
  EXPECT_EQ(server.get(path + "/history").text("OrderHistory/Author"), "jdoe");

  EXPECT_EQ(server.send("DELETE", path, "", basic(kRoot)).status, 200);
  std::string last;
  const xml::Document history = server.get(path + "/history").xml();
  for (const xml::Element entry : history.root().children()) last = entry.text("Author");
  EXPECT_EQ(last, "root");
  EXPECT_EQ(server.get(path).text("LastModifiedBy"), "root");
}

TEST(Authentication, AUserWithoutNameIsAnonymous) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(server.get(kPortins + "/" + id).text("userId"), "anonymous");
}

TEST(Authentication, MissingOrWrongCredentialsAre401WithAChallenge) {
  Server server(require_users);
  const std::vector<Headers> wrong = {
      {},
      basic("cm9vdDp3cm9uZw=="),  // root:wrong
      basic("bm9ib2R5OnRvb3I="),  // nobody:toor
      basic("cm9vdA=="),          // root
      basic("amRvZTpwYXNz"),      // jdoe:pass
      basic(""),                  //
      basic("!!!"),               //
      {{"Authorization", "Bearer " + kRoot}},
      {{"Authorization", kRoot}},
      {{"Authorization", "Basic"}},
  };
  for (const Headers& headers : wrong) {
    const Reply reply = server.get(kPortins, headers);
    expect_xml_error(reply, 401);
    EXPECT_TRUE(reply.header("WWW-Authenticate").starts_with("Basic realm="))
        << reply.header("WWW-Authenticate");
  }
}

TEST(Authentication, RightCredentialsAreLetIn) {
  Server server(require_users);
  EXPECT_EQ(server.get(kPortins, basic(kRoot)).status, 200);
  EXPECT_EQ(server.get(kPortins, basic(kJdoe)).status, 200);  // a password with a colon
  EXPECT_EQ(server.get(kPortins, {{"authorization", "bASIC " + kRoot}}).status, 200);
}

TEST(Authentication, AnotherAccountIs403) {
  Server server(require_users);
  EXPECT_EQ(server.get("/accounts/42/portins", basic(kJdoe)).status, 200);
  for (const std::string path : {"/accounts/43/portins", "/accounts/4%33/portins",
                                 "/ACCOUNTS/43/sites", "/worlds/w/api/accounts/43/portins"}) {
    const Reply reply = server.get(path, basic(kJdoe));
    const std::string said = expect_xml_error(reply, 403);
    EXPECT_NE(said.find("43"), std::string::npos) << said;
    EXPECT_EQ(reply.header("WWW-Authenticate"), "");
    EXPECT_EQ(server.get(path, basic(kRoot)).status, 200);
  }
}

TEST(Authentication, AReadOnlyUserMayReadOnly) {
  Server server(require_users);
  const Reply created = server.post(kPortins, portin_request(), basic(kRoot));
  ASSERT_EQ(created.status, 201) << created.body;
  const std::string path = kPortins + "/" + created.text("OrderId");
  EXPECT_EQ(server.get(path, basic(kViewer)).status, 200);
  EXPECT_EQ(server.send("HEAD", path, "", basic(kViewer)).status, 200);
  expect_xml_error(server.post(kPortins, portin_request("9194809872"), basic(kViewer)), 403);
  expect_xml_error(server.put(path, portin_request(), basic(kViewer)), 403);
  expect_xml_error(server.send("DELETE", path, "", basic(kViewer)), 403);
  EXPECT_EQ(server.get(path, basic(kRoot)).text("ProcessingStatus"), "PENDING_DOCUMENTS");
}

TEST(Authentication, ComesBeforePreferAndTheBody) {
  Server server(require_users);
  expect_xml_error(server.post(kPortins, "<broken", {{"Prefer", "code=418"}}), 401);
}

TEST(Authentication, IsNotAskedForByHealthAndTheControlApi) {
  Server server(require_users);
  for (const char* path : {"/livez", "/readyz", "/__admin/clock"})
    EXPECT_EQ(server.get(path).status, 200) << path;
}

TEST(UsersFile, FaultsNameFileLineAndColumn) {
  struct Case {
    const char* text;
    const char* fault;
  };
  for (const Case& c : {
           Case{"users:\n  - name: a\n", "u.yaml:2:5: "},
           Case{"users:\n  - {name: a, pasword: b}\n", "(did you mean 'password'?)"},
           Case{"users:\n  - {name: a, password: b, roles: [readonly]}\n",
                "(did you mean 'read-only'?)"},
           Case{"users: none\n", "u.yaml:1:8: "},
           Case{"users:\n  - [a, b\n", "u.yaml:3:"},
           Case{"", "u.yaml:1:1: "},
       }) {
    const auto users = request::load_users(c.text, "u.yaml");
    ASSERT_FALSE(users.ok()) << c.text;
    std::string all;
    for (const yaml::Fault& fault : users.error()) {
      EXPECT_TRUE(yaml::describe(fault).starts_with("u.yaml:")) << yaml::describe(fault);
      all += yaml::describe(fault) + "\n";
    }
    EXPECT_NE(all.find(c.fault), std::string::npos) << all;
  }
}

TEST(UsersFile, AllFaultsAreReportedAtOnce) {
  const auto users = request::load_users(
      "users:\n  - {name: a, password: b, role: x}\n  - {password: b}\n", "u.yaml");
  ASSERT_FALSE(users.ok());
  EXPECT_EQ(users.error().size(), 2u);
}

}  // namespace
}  // namespace irisim::test
