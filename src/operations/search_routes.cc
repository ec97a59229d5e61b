#include "operations/search_routes.h"

#include "operations/available_numbers.h"
#include "operations/covered_rate_centers.h"
#include "operations/rate_center_lists.h"

namespace irisim::operations {
namespace {

constexpr Route kRoutes[] = {
    {"GET", "/accounts/{accountId}/availableNpaNxx", list_available_npa_nxx},
    {"GET", "/accounts/{accountId}/availableNumbers", list_available_numbers},
    {"GET", "/cities", list_cities},
    {"GET", "/rateCenters", list_rate_centers},
    {"GET", "/coveredRateCenters", list_covered_rate_centers},
    {"GET", "/coveredRateCenters/{rateCenterId}", get_covered_rate_center},
};

}  // namespace

std::span<const Route> search_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
