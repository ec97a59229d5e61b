#include "tests/support/portins.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace irisim::test {

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part << " is not in\n" << text;
  return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

std::string portin_request(const std::string& number) {
  std::string text = source_file("fixtures/operations/accounts/accountId/portins/post/request.xml");
  text = replaced(std::move(text), "SITE ID", "743");
  text = replaced(std::move(text), "SIPPEER ID", "303716");
  text = replaced(std::move(text), "2016-03-25T21:15:00.000Z", "2025-06-10T21:15:00.000Z");
  return replaced(std::move(text), "9194809871", number);
}

std::string draft_request(const std::string& number) {
  return with(portin_request(number), "ProcessingStatus", "DRAFT");
}

std::string create_portin(Server& server, const std::string& request) {
  const Reply reply = server.post(kPortins, request);
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("OrderId");
}

Reply supp(Server& server, const std::string& id, const std::string& elements) {
  return server.put(kPortins + "/" + id, "<LnpOrderSupp>" + elements + "</LnpOrderSupp>");
}

std::string add_loa(Server& server, const std::string& id) {
  const Reply reply = server.post(kPortins + "/" + id + "/loas", "I authorize this port.",
                                  {{"Content-Type", "text/plain"}});
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("filename");
}

std::string status_of(Server& server, const std::string& id) {
  return server.get(kPortins + "/" + id).text("ProcessingStatus");
}

std::vector<std::string> error_codes(const Reply& reply) {
  return texts(reply.xml().root(), "Errors/Code");
}

void transition(Server& server, const std::string& id, const std::string& to) {
  const Reply reply =
      server.post("/__admin/orders/" + id + "/transition", R"({"to":")" + to + R"("})");
  EXPECT_EQ(reply.status, 200) << reply.body;
}

void reach_foc(Server& server, const std::string& id) {
  transition(server, id, "SUBMITTED");
  transition(server, id, "FOC");
}

}  // namespace irisim::test
