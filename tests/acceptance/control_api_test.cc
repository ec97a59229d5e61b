// What the control API's routes have in common, its list of operations, and health.

#include <map>

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

TEST(ControlApi, ListsThe240OperationsAndHowEachIsAnswered) {
  Server server;
  const Reply reply = server.get("/__admin/operations");
  ASSERT_EQ(reply.status, 200);
  const json::Value answer = reply.json();
  const json::Value* list = answer.find("operations");
  ASSERT_TRUE(list != nullptr && list->array() != nullptr);
  EXPECT_EQ(list->array()->size(), 240u);
  std::map<std::string, int> sources;
  for (const json::Value& operation : *list->array()) {
    ++sources[*operation.find("source")->text()];
    EXPECT_TRUE(operation.find("path")->text()->starts_with('/'));
    EXPECT_FALSE(operation.find("method")->text()->empty());
    EXPECT_FALSE(operation.find("statuses")->array()->empty()) << *operation.find("path")->text();
  }
  EXPECT_EQ(sources["outbound"], 2);
  EXPECT_GE(sources["live"], 25);
  EXPECT_EQ(sources["live"] + sources["replay"], 238);
}

TEST(ControlApi, HealthIsToldAtTheRoot) {
  Server server;
  for (const char* path : {"/livez", "/readyz", "/worlds/w/readyz"}) {
    const Reply reply = server.get(path);
    EXPECT_EQ(reply.status, 200) << path;
    EXPECT_EQ(*reply.json().find("status")->text(), "ok");
  }
  expect_problem(server.post("/livez", ""), 405);
}

TEST(ControlApi, UnknownPathsAndMethodsAreProblems) {
  Server server;
  for (const char* path : {"/__admin/nope", "/__admin/orders/1/2/3", "/__admin/clock/advance/1",
                           "/__admin//clock", "/worlds/w/__admin/nope"}) {
    expect_problem(server.get(path), 404);
  }
  struct Case {
    const char* method;
    const char* path;
    const char* allow;
  };
  for (const Case& c :
       {Case{"DELETE", "/__admin/clock", "GET, PUT"}, Case{"GET", "/__admin/clock/advance", "POST"},
        Case{"GET", "/__admin/reset", "POST"}, Case{"PUT", "/__admin/worlds", "GET, POST"},
        Case{"OPTIONS", "/__admin/orders", "GET"}}) {
    const Reply reply = server.send(c.method, c.path);
    expect_problem(reply, 405);
    EXPECT_EQ(reply.header("Allow"), c.allow) << c.method << " " << c.path;
  }
}

TEST(ControlApi, DeepJsonIsRefused) {
  Server server;
  std::string deep = R"({"by":)";
  deep += std::string(10'000, '[') + std::string(10'000, ']') + "}";
  const std::string said = expect_problem(server.post("/__admin/clock/advance", deep), 400);
  EXPECT_NE(said.find("nested deeper"), std::string::npos) << said;
}

TEST(ControlApi, AProblemThatRepeatsTheClientsBytesIsStillJson) {
  Server server;
  expect_problem(server.get("/__admin/orders/%FF%01"), 404);
  expect_problem(server.put("/__admin/clock", "{\"\xC3\x28\":1}"), 400);
  expect_problem(server.put("/__admin/clock", R"({"\u0001\"":1})"), 400);
}

}  // namespace
}  // namespace irisim::test
