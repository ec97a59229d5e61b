#include "operations/port_out_routes.h"

#include "operations/port_out_view.h"

namespace irisim::operations {
namespace {

constexpr Route kRoutes[] = {
    {"GET", "/accounts/{accountId}/portouts", list_port_outs},
    {"GET", "/accounts/{accountId}/portouts/{orderid}", get_port_out},
};

}  // namespace

std::span<const Route> port_out_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
