// What a new user gets wrong, and what the program says to it.

#include "app/command_line.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/server.h"

namespace irisim::app {
namespace {

struct Outcome {
  int status;
  std::string out, err;
};

Outcome run(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "irisim");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int status = run_command_line(static_cast<int>(arguments.size()), arguments.data());
  return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

// The program must not start to serve: each of these arguments ends it.
void expect_refused(const std::vector<const char*>& arguments, const std::string& reason) {
  const Outcome outcome = run(arguments);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find(reason), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

TEST(CommandLine, SaysWhatANumberMayBe) {
  expect_refused({"--port", "abc"}, "--port: 'abc' is not a number from 0 to 65535");
  expect_refused({"--port", "65536"}, "--port: '65536' is not a number from 0 to 65535");
  expect_refused({"--speed", "0"}, "--speed: '0' is not a number from");
  expect_refused({"--seed", "-1"}, "--seed: '-1' is not a number from 0");
  expect_refused({"--journal-size", "-1"},
                 "--journal-size: '-1' is not a number from 0 to 1000000");
  expect_refused({"serve", "--max-body", "1k"}, "--max-body: '1k' is not a number from 1");
}

TEST(CommandLine, NamesTheEnvironmentVariableThatItCannotUse) {
  ASSERT_EQ(setenv("IRISIM_PORT", "abc", 1), 0);
  expect_refused({}, "IRISIM_PORT");
  ASSERT_EQ(unsetenv("IRISIM_PORT"), 0);
}

TEST(CommandLine, SaysWhatARelayIs) {
  const std::string reason =
      "--smtp: 'mailpit' is not of the form HOST:PORT, such as 127.0.0.1:1025";
  expect_refused({"--smtp", "mailpit"}, reason);
  ASSERT_EQ(setenv("IRISIM_SMTP", "mailpit", 1), 0);
  expect_refused({}, reason + " (the environment variable IRISIM_SMTP is set)");
  ASSERT_EQ(unsetenv("IRISIM_SMTP"), 0);
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
  expect_refused({"--prot", "1"}, "--prot");
  expect_refused({"server"}, "server");
  expect_refused({"--clock", "fast"}, "{real,manual}");
  expect_refused({"--now", "tomorrow"}, "2025-06-02T09:00:00Z");
  expect_refused({"example", "GET", "/nowhere"}, "`irisim operations` lists them");
}

TEST(CommandLine, SaysWhatTheLimitsOfWorldsMayBe) {
  for (const char* idle : {"1", "soon", "0s", ""}) {
    expect_refused({"--world-idle", idle}, "--world-idle must be a duration such as 1h or 30m");
  }
  expect_refused({"--max-worlds", "0"}, "--max-worlds: '0' is not a number from 1");
}

TEST(CommandLine, SaysWhichDataFileItCannotUse) {
  expect_refused({"--data", "/nowhere/world.db"}, "/nowhere/world.db cannot be opened: ");
  const char* const path = IRISIM_SOURCE_DIR "/README.md";
  expect_refused({"--data", path}, std::string(path) + " is no SQLite file");
}

TEST(CommandLine, SaysWhichFileItCannotRead) {
  expect_refused({"--users", "/nowhere/users.yaml"}, "cannot read /nowhere/users.yaml");
  expect_refused({"--seed-file", "/nowhere/seed.yaml"}, "cannot read /nowhere/seed.yaml");
  expect_refused({"--scenarios", "/"}, "cannot read /\n");
  expect_refused({"validate", "/"}, "cannot read /\n");
}

TEST(CommandLine, SaysWhereASeedFileIsWrong) {
  const char* const path = IRISIM_SOURCE_DIR "/scenarios/default.yaml";  // is none
  expect_refused({"--seed-file", path}, std::string(path) + ":");
}

TEST(CommandLine, TakesSeveralScenarioFilesFromOneVariable) {
  ASSERT_EQ(setenv("IRISIM_SCENARIOS", IRISIM_SOURCE_DIR "/scenarios/default.yaml,/nowhere", 1), 0);
  expect_refused({}, "cannot read /nowhere\n");
  ASSERT_EQ(unsetenv("IRISIM_SCENARIOS"), 0);
}

TEST(CommandLine, KnowsTheScenariosThatItShips) {
  for (const char* name : {"default", "everything-slow", "maintenance", "realistic"}) {
    const Outcome outcome = run({"validate", name});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, std::string(name) + ": valid\n");
  }
  expect_refused({"--scenarios", "realistic,/nowhere"}, "cannot read /nowhere\n");
  expect_refused(
      {"--scenarios", "realistc"},
      "there is no file realistc, and no scenarios of that name ship with irisim (did you "
      "mean 'realistic'?); those that do: default, everything-slow, maintenance, realistic\n");
  expect_refused({"--scenarios", "port.yaml"}, "cannot read port.yaml\n");
}

TEST(CommandLine, SaysWhatIsWrongWithAnInventory) {
  expect_refused({"--inventory", "/nowhere"}, "cannot read /nowhere\n");
  const std::string seed = std::string(IRISIM_SOURCE_DIR) + "/fixtures/seed.yaml";
  expect_refused({"--inventory", seed.c_str()}, seed + ":6:1: unknown key 'accounts'");
}

TEST(CommandLine, ListsTheOperations) {
  const Outcome outcome = run({"operations"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(std::ranges::count(outcome.out, '\n'), 240);
  EXPECT_NE(outcome.out.find("live     POST   /accounts/{accountId}/portins  "), std::string::npos);
}

TEST(CommandLine, PrintsADocumentedAnswer) {
  const Outcome outcome = run({"example", "get", "/accounts/1/portins/x/totals"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.out.find("<Quantity>"), std::string::npos);
}

TEST(CommandLine, SaysThatNothingIsReady) {
  const Outcome outcome = run({"readyz", "--port", "1"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("nothing is ready on 127.0.0.1:1"), std::string::npos) << outcome.err;
}

TEST(Server, StopsWhenItIsToldToBeforeItServes) {
  ServerOptions options;
  options.listener.port = 0;
  options.world = test::default_settings();
  const auto server = Server::start(options);
  ASSERT_TRUE(server.ok());
  (*server)->stop();
  (*server)->run();  // returns
}

TEST(CommandLine, SaysWhyItCannotListen) {
  test::Server server;
  const std::string port = std::to_string(server.port());
  Outcome outcome = run({"--port", port.c_str()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find(port + ": Address already in use"), std::string::npos) << outcome.err;

  outcome = run({"--port", "0", "--host", "192.0.2.1"});  // reserved for documentation
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("Cannot assign requested address"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace irisim::app
