#include "operations/order_call.h"

#include <gtest/gtest.h>

namespace irisim::operations {
namespace {

Answer not_found_of(std::string_view method, std::string_view path) {
  const catalog::Operation* operation = catalog::find_operation(method, path);
  EXPECT_NE(operation, nullptr);
  const http::Request request;
  return not_found({*operation, request, {}, {}, {}, {}, {}, {}}, "It is not there");
}

#define PEER "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}"

TEST(NotFound, HasNoBodyWhereTheContractShowsNone) {
  const Answer without_example = not_found_of("DELETE", PEER "/products/messaging/features/sms");
  EXPECT_EQ(without_example.status, 404);
  EXPECT_FALSE(without_example.document);
  const Answer empty_example = not_found_of("DELETE", PEER);
  EXPECT_EQ(empty_example.status, 404);
  EXPECT_FALSE(empty_example.document);
}

TEST(NotFound, IsAnErrorElsewhere) {
  EXPECT_TRUE(not_found_of("GET", "/accounts/{accountId}/addresses").document);  // shown
  EXPECT_TRUE(not_found_of("GET", PEER).document);  // 404 is not documented
}

#undef PEER

}  // namespace
}  // namespace irisim::operations
