#include "tests/support/orders.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace irisim::test {
namespace {

std::string list(const Numbers& numbers) {
  std::string list = "<TelephoneNumberList>";
  for (const std::string& number : numbers)
    list += "<TelephoneNumber>" + number + "</TelephoneNumber>";
  return list + "</TelephoneNumberList>";
}

}  // namespace

std::string number_order(const std::string& elements) {
  return "<Order><Name>New numbers</Name>" + elements + "<SiteId>743</SiteId></Order>";
}

std::string existing_order(const Numbers& numbers, const std::string& reservation) {
  const std::string reservations = reservation.empty()
                                       ? ""
                                       : "<ReservationIdList><ReservationId>" + reservation +
                                             "</ReservationId></ReservationIdList>";
  return number_order("<ExistingTelephoneNumberOrderType>" + list(numbers) + reservations +
                      "</ExistingTelephoneNumberOrderType>");
}

std::string disconnect_order(const Numbers& numbers, const std::string& elements) {
  return "<DisconnectTelephoneNumberOrder><name>training run</name>"
         "<DisconnectTelephoneNumberOrderType>" +
         list(numbers) + elements +
         "</DisconnectTelephoneNumberOrderType></DisconnectTelephoneNumberOrder>";
}

std::string create(Server& server, const std::string& path, const std::string& body) {
  const Reply reply = server.post(path, body);
  EXPECT_EQ(reply.status, 201) << reply.body;
  const std::string location = reply.header("Location");
  return location.substr(location.rfind('/') + 1);
}

void order_numbers(Server& server, const Numbers& numbers, const std::string& account) {
  const std::string path = "/accounts/" + account + "/orders";
  const std::string id = create(server, path, existing_order(numbers));
  server.advance("1s");
  const Reply order = server.get(path + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE") << order.body;
}

void disconnect(Server& server, const Numbers& numbers, const std::string& elements) {
  const std::string path = "/accounts/9999999/disconnects";
  const std::string id = create(server, path, disconnect_order(numbers, elements));
  server.advance("1s");
  const Reply order = server.get(path + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE") << order.body;
}

std::vector<std::string> listed_codes(const Reply& reply) {
  return texts(reply.xml().root(), "ErrorList/Error/Code");
}

}  // namespace irisim::test
