#include "operations/checker_routes.h"

#include "operations/checkers.h"

namespace irisim::operations {
namespace {

constexpr Route kRoutes[] = {
    {"POST", "/accounts/{accountId}/importTnChecker", check_import},
    {"POST", "/accounts/{accountId}/lnpchecker", check_portability},
};

}  // namespace

std::span<const Route> checker_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
