// The floor under every operation: it answers, and Prefer gives each documented outcome.

#include <map>

#include <gtest/gtest.h>

#include "base/text.h"
#include "catalog/catalog.h"
#include "operations/registry.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using catalog::Example;
using catalog::Operation;
using catalog::Outcome;

// A path of the operation, with a value for each parameter.
std::string path_of(const Operation& operation) {
  std::string path;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    path += "/" + std::string(segment.starts_with('{') ? "1" : segment);
  }
  return path;
}

// What a live operation cannot do without.
std::string query_of(const Operation& operation) {
  static const std::map<std::string_view, std::string> kRequired = {
      {"/accounts/{accountId}/addresses", "?type=Billing"},
      {"/cities", "?state=NE"},
      {"/rateCenters", "?state=NE"},
  };
  const auto found = kRequired.find(operation.path);
  return found == kRequired.end() ? "" : found->second;
}

std::string name_of(const Operation& operation) {
  return std::string(operation.method) + " " + std::string(operation.path);
}

// The file that holds an example: STATUS[-NAME].EXTENSION in the operation's folder. An outcome
// that the contract implies stands where a request would.
std::string fixture_of(const Operation& operation, const Outcome& outcome, const Example& example) {
  std::string path = "fixtures/operations";
  for (const char c : operation.path) {
    if (c != '{' && c != '}') path += c;
  }
  path += "/" + lower(operation.method) + "/";
  path += outcome.implied ? "request" : std::to_string(outcome.status);
  if (example.name != "default") path += "-" + std::string(example.name);
  return path + "." + std::string(example.type.substr(example.type.find('/') + 1));
}

template <class Check>
void for_each_answered(Check check) {
  for (const Operation& operation : catalog::operations()) {
    if (operation.outbound) continue;
    SCOPED_TRACE(name_of(operation));
    check(operation);
  }
}

TEST(Replay, EveryOperationAnswers) {
  Server server;
  int answered = 0;
  for_each_answered([&](const Operation& operation) {
    const std::string body =
        operation.requests.empty() ? "" : std::string(operation.requests.front().body);
    const Reply reply =
        server.send(std::string(operation.method), path_of(operation) + query_of(operation), body);
    ++answered;
    if (operations::find_handler(operation) != nullptr) {
      EXPECT_EQ(reply.header("X-Irisim-Source"), "");
      EXPECT_TRUE(operation.find(reply.status) != nullptr || reply.status == 404) << reply.status;
      return;
    }
    const Outcome& success = operation.success();
    EXPECT_EQ(reply.header("X-Irisim-Source"), "replay");
    EXPECT_EQ(reply.status, success.status) << reply.body;
    EXPECT_EQ(reply.body, success.examples.empty() ? "" : success.examples.front().body);
  });
  EXPECT_EQ(answered, 238);
}

TEST(Replay, PreferGivesEachDocumentedOutcomeByteForByte) {
  Server server;
  int with_example = 0, without_body = 0;
  for_each_answered([&](const Operation& operation) {
    for (const Outcome& outcome : operation.outcomes) {
      const std::string prefer = "code=" + std::to_string(outcome.status);
      SCOPED_TRACE(prefer);
      const Reply reply =
          server.send(std::string(operation.method), path_of(operation), "", {{"Prefer", prefer}});
      EXPECT_EQ(reply.status, outcome.status);
      EXPECT_EQ(reply.header("X-Irisim-Source"), "replay");
      EXPECT_EQ(reply.header("Preference-Applied"), prefer);
      const bool has_example = !outcome.examples.empty();
      with_example += has_example && !outcome.implied && !outcome.examples.front().made ? 1 : 0;
      if (!has_example || outcome.examples.front().body.empty()) {
        EXPECT_EQ(reply.body, "");
        EXPECT_EQ(reply.header("Content-Type"), "");
        ++without_body;
        continue;
      }
      EXPECT_EQ(reply.header("Content-Type"), outcome.examples.front().type);
      EXPECT_EQ(reply.body, source_file(fixture_of(operation, outcome, outcome.examples.front())));
    }
  });
  EXPECT_EQ(with_example, 337);
  EXPECT_GT(without_body, 0);
}

TEST(Replay, PreferGivesEachExampleByItsName) {
  Server server;
  int further = 0;
  for_each_answered([&](const Operation& operation) {
    for (const Outcome& outcome : operation.outcomes) {
      for (const Example& example : outcome.examples) {
        if (example.body.empty()) continue;
        const std::string prefer =
            "code=" + std::to_string(outcome.status) + ", example=" + std::string(example.name);
        SCOPED_TRACE(prefer);
        const Reply reply = server.send(std::string(operation.method), path_of(operation), "",
                                        {{"Prefer", prefer}});
        EXPECT_EQ(reply.status, outcome.status);
        EXPECT_EQ(reply.body, source_file(fixture_of(operation, outcome, example)));
        further += example.name == "default" ? 0 : 1;
      }
    }
  });
  EXPECT_GT(further, 0);
}

TEST(Replay, AnUndocumentedCodeIsRefusedWithTheDocumentedOnes) {
  Server server;
  for_each_answered([&](const Operation& operation) {
    const Reply reply = server.send(std::string(operation.method), path_of(operation), "",
                                    {{"Prefer", "code=418"}});
    EXPECT_EQ(reply.status, 400);
    std::string documented;
    for (const Outcome& outcome : operation.outcomes) {
      documented += (documented.empty() ? "" : ", ") + std::to_string(outcome.status);
    }
    EXPECT_NE(reply.body.find("Documented: " + documented + "<"), std::string::npos) << reply.body;
    EXPECT_EQ(reply.header("Preference-Applied"), "");
  });
}

}  // namespace
}  // namespace irisim::test
