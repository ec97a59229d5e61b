#include "operations/registry.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "operations/account_routes.h"
#include "operations/application_routes.h"
#include "operations/checker_routes.h"
#include "operations/lsr_routes.h"
#include "operations/number_order_routes.h"
#include "operations/number_routes.h"
#include "operations/peer_product_routes.h"
#include "operations/port_out_routes.h"
#include "operations/portin_routes.h"
#include "operations/search_routes.h"
#include "operations/site_routes.h"
#include "operations/subscription_routes.h"

namespace irisim::operations {
namespace {

constexpr std::span<const Route> (*kFamilies[])() = {
    account_routes,      application_routes, checker_routes,      lsr_routes,
    number_order_routes, number_routes,      peer_product_routes, port_out_routes,
    portin_routes,       search_routes,      site_routes,         subscription_routes,
};

std::vector<LiveOperation> resolve() {
  std::vector<LiveOperation> live;
  for (const auto family : kFamilies) {
    for (const Route& route : family()) {
      const catalog::Operation* operation = catalog::find_operation(route.method, route.path);
      IRISIM_CHECK(operation != nullptr);
      live.push_back({operation, route.handler});
    }
  }
  std::ranges::sort(live, {}, &LiveOperation::operation);
  return live;
}

}  // namespace

std::span<const LiveOperation> live_operations() {
  static const std::vector<LiveOperation> kLive = resolve();
  return kLive;
}

Handler find_handler(const catalog::Operation& operation) {
  const auto live = live_operations();
  const auto found = std::ranges::lower_bound(live, &operation, {}, &LiveOperation::operation);
  return found != live.end() && found->operation == &operation ? found->handler : nullptr;
}

}  // namespace irisim::operations
