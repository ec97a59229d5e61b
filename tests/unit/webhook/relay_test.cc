#include "webhook/relay.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

TEST(Relay, IsAHostAndAPort) {
  for (const char* good : {"127.0.0.1:1025", "mailpit:25", "Mail.Example.com:65535", "[::1]:1"})
    EXPECT_FALSE(check_relay(good)) << good;
}

TEST(Relay, IsNothingElse) {
  for (const char* bad :
       {"", ":", "localhost", "localhost:", ":25", "localhost:0", "localhost:65536", "localhost:-1",
        "localhost:smtp", "smtp://localhost:25", "a b:25", "user@host:25", "::1:25", "[]:25",
        "[x]:25", "localhost:25/x"}) {
    const std::optional<Error> error = check_relay(bad);
    ASSERT_TRUE(error) << bad;
    EXPECT_EQ(error->message,
              "'" + std::string(bad) + "' is not of the form HOST:PORT, such as 127.0.0.1:1025");
  }
}

}  // namespace
}  // namespace irisim::webhook
