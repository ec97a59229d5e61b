#include "tests/support/lsrs.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/numbers.h"

namespace irisim::test {
namespace {

std::string example(const std::string& file) {
  const std::string folder = "fixtures/operations/accounts/accountId/lsrorders/";
  return with(source_file(folder + file), "RequestedFocDate", "2025-06-10");
}

}  // namespace

std::string lsr_request() {
  return example("post/request.xml");
}

std::string lsr_supp() {
  return example("orderid/put/request.xml");
}

std::string with_numbers(const std::string& request, const std::vector<std::string>& numbers) {
  auto document = xml::Document::parse(request);
  EXPECT_TRUE(document.ok());
  document->root().remove_all("ListOfTelephoneNumbers");
  xml::Element list = document->root().add("ListOfTelephoneNumbers");
  for (const std::string& number : numbers) list.add("TelephoneNumber", number);
  return document->compact();
}

std::string lsr_of(const std::vector<std::string>& numbers) {
  return with_numbers(lsr_request(), numbers);
}

std::string create_lsr(Server& server, const std::string& request) {
  const Reply reply = server.post(kLsrs, request);
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("LsrOrder/OrderId");
}

std::string lsr_path(const std::string& id) {
  return kLsrs + "/" + id;
}

std::string lsr_status(Server& server, const std::string& id) {
  return server.get(lsr_path(id)).text("OrderStatus");
}

std::vector<std::string> lsr_history(Server& server, const std::string& id,
                                     const std::string& element) {
  return texts(server.get(lsr_path(id) + "/history").xml().root(), "OrderHistory/" + element);
}

std::vector<std::string> lsr_codes(const Reply& reply) {
  const xml::Document document = reply.xml();
  for (const char* place :
       {"LsrOrderErrors/LsrOrderError/Code", "LsrOrder/LsrOrderErrors/LsrOrderError/Code"}) {
    std::vector<std::string> codes = texts(document.root(), place);
    if (!codes.empty()) return codes;
  }
  return {};
}

std::function<void(app::ServerOptions&)> with_spid(const std::string& spid) {
  return [spid](app::ServerOptions& options) {
    use_seed(options,
             replaced(source_file("fixtures/seed.yaml"), "spid: 123C", "spid: \"" + spid + "\""));
  };
}

}  // namespace irisim::test
