#include "operations/application_routes.h"

#include "operations/applications.h"

namespace irisim::operations {
namespace {

#define APPLICATIONS "/accounts/{accountId}/applications"
#define APPLICATION APPLICATIONS "/{applicationId}"
constexpr Route kRoutes[] = {
    {"GET", APPLICATIONS, list_applications},
    {"POST", APPLICATIONS, create_application},
    {"GET", APPLICATION, get_application},
    {"PUT", APPLICATION, replace_application},
    {"PATCH", APPLICATION, patch_application},
    {"DELETE", APPLICATION, remove_application},
    {"GET", APPLICATION "/associatedsippeers", list_application_peers},
};
#undef APPLICATION
#undef APPLICATIONS

}  // namespace

std::span<const Route> application_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
