#include "tests/support/sites.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace irisim::test {
namespace {

const std::string kFixtures = "fixtures/operations/accounts/accountId/sites/";

std::string create(Server& server, const std::string& path, const std::string& request) {
  const Reply reply = server.post(path, request);
  EXPECT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(reply.body, "");
  const std::string location = reply.header("Location");
  const size_t at = location.find(path + "/");
  EXPECT_NE(at, std::string::npos) << location;
  return at == std::string::npos ? path : location.substr(at);
}

}  // namespace

std::string site_request() {
  return source_file(kFixtures + "post/request.xml");
}

std::string peer_request() {
  const std::string request = source_file(kFixtures + "siteId/sippeers/post/request.xml");
  return with(with(request, "FinalDestinationUri", "operator@10.1.1.1:5060"), "PremiseTrunks", "5");
}

std::string create_site(Server& server, const std::string& request) {
  return create(server, kSites, request);
}

std::string create_peer(Server& server, const std::string& request, const std::string& site) {
  return create(server, site + "/sippeers", request);
}

std::string error_code(const Reply& reply) {
  return reply.text("ResponseStatus/ErrorCode");
}

}  // namespace irisim::test
