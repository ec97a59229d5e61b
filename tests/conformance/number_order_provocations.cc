#include "tests/conformance/provocations.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kOrderList = kAccount + "/orders";
const std::string kDisconnectList = kAccount + "/disconnects";
const std::string kReservationList = kAccount + "/tnreservation";
const std::string kUnknownId = "/0f1e2d3c-0000-4000-8000-000000000000";
constexpr char kNote[] = "<Note><UserId>jbm</UserId><Description>A test note</Description></Note>";
constexpr char kNoteWithoutUser[] = "<Note><Description>A test note</Description></Note>";
constexpr char kReservation[] = "<Reservation><ReservedTn>9192381138</ReservedTn></Reservation>";

constexpr char kSearch[] =
    "<CustomerOrderId>123456789</CustomerOrderId><BackOrderRequested>false</BackOrderRequested>"
    "<AreaCodeSearchAndOrderType><AreaCode>435</AreaCode><Quantity>1</Quantity>"
    "</AreaCodeSearchAndOrderType><TnAttributes><TnAttribute>Protected</TnAttribute>"
    "</TnAttributes><PartialAllowed>true</PartialAllowed>";

// The path of an order that has been filled.
std::string filled(Server& s, const std::string& rest = "") {
  const std::string id = create(s, kOrderList, number_order(kSearch));
  s.advance("1s");
  return kOrderList + "/" + id + rest;
}

std::string disconnected(Server& s, const std::string& rest = "") {
  order_numbers(s, {"9192381138"});
  const std::string id = create(s, kDisconnectList, disconnect_order({"9192381138"}));
  s.advance("1s");
  return kDisconnectList + "/" + id + rest;
}

std::string reserved(Server& s) {
  return kReservationList + "/" + create(s, kReservationList, kReservation);
}

std::string site_orders(Server& s, const std::string& rest = "") {
  const std::string path = filled(s);
  return kAccount + "/sites/743/orders" + (rest.empty() ? "" : path.substr(path.rfind('/'))) +
         (rest == "/" ? "" : rest);
}

std::string noted(Server& s, const std::string& order) {
  return order + "/notes/" + create(s, order + "/notes", kNote);
}

#define ACCOUNT "/accounts/{accountId}"
#define ORDERS ACCOUNT "/orders"
#define ORDER ORDERS "/{orderid}"
#define SITE_ORDERS ACCOUNT "/sites/{siteId}/orders"
#define DISCONNECTS ACCOUNT "/disconnects"
#define DISCONNECT DISCONNECTS "/{disconnectid}"
#define RESERVATIONS ACCOUNT "/tnreservation"
constexpr Provocation kProvocations[] = {
    {"GET", ORDERS, 200,
     [](Server& s) {
       filled(s);
       filled(s);
       return s.get(kOrderList + "?page=1&size=1");
     }},
    {"GET", ORDERS, 400, [](Server& s) { return s.get(kOrderList + "?startdate=2025-06-02"); }},
    {"GET", ORDERS, 404, [](Server& s) { return s.get(kOrderList); }},
    {"POST", ORDERS, 201, [](Server& s) { return s.post(kOrderList, number_order(kSearch)); }},
    {"POST", ORDERS, 400,
     [](Server& s) {
       return s.post(kOrderList, "<Order>" + std::string(kSearch) + "<SiteId>763</SiteId></Order>");
     }},
    {"GET", ORDER, 200, [](Server& s) { return s.get(filled(s)); }},
    {"PUT", ORDER, 200,
     [](Server& s) { return s.put(filled(s), "<Order><Name>Other</Name></Order>"); }},
    {"PUT", ORDER, 400,
     [](Server& s) { return s.put(filled(s), "<Order><CloseOrder>true</CloseOrder></Order>"); }},
    {"PUT", ORDER, 404,
     [](Server& s) { return s.put(kOrderList + kUnknownId, "<Order><Name>Other</Name></Order>"); }},
    {"GET", ORDER "/areaCodes", 200, [](Server& s) { return s.get(filled(s, "/areaCodes")); }},
    {"GET", ORDER "/npaNxx", 200, [](Server& s) { return s.get(filled(s, "/npaNxx")); }},
    {"GET", ORDER "/totals", 200, [](Server& s) { return s.get(filled(s, "/totals")); }},
    {"GET", ORDER "/tns", 200, [](Server& s) { return s.get(filled(s, "/tns")); }},
    {"GET", ORDER "/history", 200, [](Server& s) { return s.get(filled(s, "/history")); }},
    {"GET", ORDER "/history", 404,
     [](Server& s) { return s.get(kOrderList + kUnknownId + "/history"); }},
    {"GET", ORDER "/notes", 200,
     [](Server& s) {
       const std::string order = filled(s);
       noted(s, order);
       return s.get(order + "/notes");
     }},
    {"GET", ORDER "/notes", 204, [](Server& s) { return s.get(filled(s, "/notes")); }},
    {"POST", ORDER "/notes", 201, [](Server& s) { return s.post(filled(s, "/notes"), kNote); }},
    {"POST", ORDER "/notes", 400,
     [](Server& s) { return s.post(filled(s, "/notes"), kNoteWithoutUser); }},
    {"PUT", ORDER "/notes/{noteId}", 200,
     [](Server& s) { return s.put(noted(s, filled(s)), kNote); }},
    {"PUT", ORDER "/notes/{noteId}", 400,
     [](Server& s) { return s.put(noted(s, filled(s)), kNoteWithoutUser); }},
    {"GET", SITE_ORDERS, 200, [](Server& s) { return s.get(site_orders(s)); }},
    {"GET", SITE_ORDERS, 404, [](Server& s) { return s.get(kAccount + "/sites/3013/orders"); }},
    {"GET", SITE_ORDERS "/{orderid}", 200, [](Server& s) { return s.get(site_orders(s, "/")); }},
    {"GET", SITE_ORDERS "/{orderid}/tns", 200,
     [](Server& s) { return s.get(site_orders(s, "/tns")); }},
    {"GET", DISCONNECTS, 200,
     [](Server& s) {
       disconnected(s);
       return s.get(kDisconnectList + "?page=1&size=10");
     }},
    {"GET", DISCONNECTS, 404, [](Server& s) { return s.get(kDisconnectList); }},
    {"POST", DISCONNECTS, 201,
     [](Server& s) { return s.post(kDisconnectList, disconnect_order({"9192381138"})); }},
    {"POST", DISCONNECTS, 400,
     [](Server& s) { return s.post(kDisconnectList, disconnect_order({})); }},
    {"GET", DISCONNECT, 200, [](Server& s) { return s.get(disconnected(s)); }},
    {"GET", DISCONNECT "/notes", 200,
     [](Server& s) {
       const std::string order = disconnected(s);
       noted(s, order);
       return s.get(order + "/notes");
     }},
    {"GET", DISCONNECT "/notes", 204, [](Server& s) { return s.get(disconnected(s, "/notes")); }},
    {"POST", DISCONNECT "/notes", 201,
     [](Server& s) { return s.post(disconnected(s, "/notes"), kNote); }},
    {"POST", DISCONNECT "/notes", 400,
     [](Server& s) { return s.post(disconnected(s, "/notes"), kNoteWithoutUser); }},
    {"PUT", DISCONNECT "/notes/{noteId}", 200,
     [](Server& s) { return s.put(noted(s, disconnected(s)), kNote); }},
    {"PUT", DISCONNECT "/notes/{noteId}", 400,
     [](Server& s) { return s.put(noted(s, disconnected(s)), kNoteWithoutUser); }},
    {"GET", ACCOUNT "/discnumbers", 200,
     [](Server& s) {
       disconnected(s);
       return s.get(kAccount + "/discnumbers?page=1&size=10");
     }},
    {"GET", ACCOUNT "/discnumbers/totals", 200,
     [](Server& s) {
       disconnected(s);
       return s.get(kAccount + "/discnumbers/totals");
     }},
    {"POST", RESERVATIONS, 201, [](Server& s) { return s.post(kReservationList, kReservation); }},
    {"POST", RESERVATIONS, 400,
     [](Server& s) {
       reserved(s);
       return s.post(kReservationList, kReservation);
     }},
    {"GET", RESERVATIONS "/{reservationid}", 200, [](Server& s) { return s.get(reserved(s)); }},
    {"DELETE", RESERVATIONS "/{reservationid}", 200,
     [](Server& s) { return s.remove(reserved(s)); }},
};
#undef RESERVATIONS
#undef DISCONNECT
#undef DISCONNECTS
#undef SITE_ORDERS
#undef ORDER
#undef ORDERS
#undef ACCOUNT

}  // namespace

std::span<const Provocation> number_order_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
