#include "operations/number_order_routes.h"

#include "operations/disconnected_numbers.h"
#include "operations/disconnects.h"
#include "operations/number_orders.h"
#include "operations/order_history.h"
#include "operations/order_list.h"
#include "operations/order_notes.h"
#include "operations/order_numbers.h"
#include "operations/reservations.h"

namespace irisim::operations {
namespace {

#define ACCOUNT "/accounts/{accountId}"
#define ORDERS ACCOUNT "/orders"
#define ORDER ORDERS "/{orderid}"
#define SITE_ORDERS ACCOUNT "/sites/{siteId}/orders"
#define DISCONNECTS ACCOUNT "/disconnects"
#define DISCONNECT DISCONNECTS "/{disconnectid}"
#define RESERVATIONS ACCOUNT "/tnreservation"
constexpr Route kRoutes[] = {
    {"GET", ORDERS, list_number_orders},
    {"POST", ORDERS, create_number_order},
    {"GET", ORDER, get_number_order},
    {"PUT", ORDER, update_number_order},
    {"GET", ORDER "/areaCodes", count_area_codes},
    {"GET", ORDER "/npaNxx", count_npa_nxx},
    {"GET", ORDER "/totals", count_npa_nxx},  // imitated oddity: documented so
    {"GET", ORDER "/tns", list_numbers},
    {"GET", ORDER "/notes", list_notes},
    {"POST", ORDER "/notes", add_note},
    {"PUT", ORDER "/notes/{noteId}", update_note},
    {"GET", ORDER "/history", get_history},
    {"GET", SITE_ORDERS, list_number_orders},
    {"GET", SITE_ORDERS "/{orderid}", get_number_order},
    {"GET", SITE_ORDERS "/{orderid}/tns", list_numbers},
    {"GET", DISCONNECTS, list_disconnects},
    {"POST", DISCONNECTS, create_disconnect},
    {"GET", DISCONNECT, get_disconnect},
    {"GET", DISCONNECT "/notes", list_notes},
    {"POST", DISCONNECT "/notes", add_note},
    {"PUT", DISCONNECT "/notes/{noteId}", update_note},
    {"GET", ACCOUNT "/discnumbers", list_disconnected_numbers},
    {"GET", ACCOUNT "/discnumbers/totals", count_disconnected_numbers},
    {"POST", RESERVATIONS, reserve_number},
    {"GET", RESERVATIONS "/{reservationid}", get_reservation},
    {"DELETE", RESERVATIONS "/{reservationid}", cancel_reservation},
};
#undef RESERVATIONS
#undef DISCONNECT
#undef DISCONNECTS
#undef SITE_ORDERS
#undef ORDER
#undef ORDERS
#undef ACCOUNT

}  // namespace

std::span<const Route> number_order_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
