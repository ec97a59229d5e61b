#include "operations/lsr_routes.h"

#include "operations/lsr_list.h"
#include "operations/lsr_orders.h"
#include "operations/order_history.h"
#include "operations/order_notes.h"

namespace irisim::operations {
namespace {

#define LSRS "/accounts/{accountId}/lsrorders"
#define LSR LSRS "/{orderid}"
constexpr Route kRoutes[] = {
    {"GET", LSRS, list_lsrs},
    {"POST", LSRS, create_lsr},
    {"GET", LSR, get_lsr},
    {"PUT", LSR, supp_lsr},
    {"GET", LSR "/history", get_history},
    {"GET", LSR "/notes", list_notes},
    {"POST", LSR "/notes", add_note},
    {"PUT", LSR "/notes/{noteId}", update_note},
};
#undef LSR
#undef LSRS

}  // namespace

std::span<const Route> lsr_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
