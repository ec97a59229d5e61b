#include "tests/support/webhooks.h"

#include <atomic>
#include <memory>

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace irisim::test {

std::string subscription_to(const std::string& url, const std::string& type) {
  return with(with(callback_subscription(), "OrderType", type), kCallback + "/URL", url);
}

std::string subscribe(Server& server, const Endpoint& endpoint, const std::string& type) {
  return create_subscription(server, subscription_to(endpoint.url(), type));
}

json::Array webhooks(Server& server, const std::string& query) {
  const Reply reply = server.get(kWebhooks + query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return list_of(reply.json(), "webhooks");
}

std::vector<std::string> texts_of(const json::Array& values, const std::string& key) {
  std::vector<std::string> texts;
  for (const json::Value& value : values) texts.push_back(text_of(value, key));
  return texts;
}

std::vector<std::string> attempt_times(Server& server) {
  const json::Array all = webhooks(server);
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? std::vector<std::string>() : texts_of(list_of(all[0], "attempts"), "at");
}

void wait_for(Server& server, const std::string& state, int count) {
  const Reply reply = server.post(
      kWebhooks + "/wait", R"({"state":")" + state + R"(","count":)" + std::to_string(count) + "}");
  ASSERT_EQ(reply.status, 200) << reply.body;
}

Endpoint::Answer failing(int times) {
  return [left = std::make_shared<std::atomic<int>>(times)](const http::Request&) {
    return bare_answer((*left)-- > 0 ? 503 : 200);
  };
}

}  // namespace irisim::test
