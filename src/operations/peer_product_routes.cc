#include "operations/peer_product_routes.h"

#include "operations/peer_products.h"

namespace irisim::operations {
namespace {

#define PRODUCTS "/accounts/{accountId}/sites/{siteId}/sippeers/{sippeerId}/products"
#define MESSAGING PRODUCTS "/messaging"
constexpr Route kRoutes[] = {
    {"GET", PRODUCTS, list_peer_products},
    {"GET", PRODUCTS "/origination/settings", get_peer_setting},
    {"POST", PRODUCTS "/origination/settings", set_peer_setting},
    {"PUT", PRODUCTS "/origination/settings", set_peer_setting},
    {"GET", PRODUCTS "/termination/settings", get_peer_setting},
    {"POST", PRODUCTS "/termination/settings", set_peer_setting},
    {"PUT", PRODUCTS "/termination/settings", set_peer_setting},
    {"GET", MESSAGING "/features/sms", get_peer_setting},
    {"POST", MESSAGING "/features/sms", set_peer_setting},
    {"PUT", MESSAGING "/features/sms", set_peer_setting},
    {"DELETE", MESSAGING "/features/sms", remove_peer_setting},
    {"GET", MESSAGING "/features/sms/smpp/hosts", list_smpp_hosts},
    {"POST", MESSAGING "/features/sms/smpp/hosts", add_smpp_host},
    {"GET", MESSAGING "/features/mms", get_peer_setting},
    {"POST", MESSAGING "/features/mms", set_peer_setting},
    {"PUT", MESSAGING "/features/mms", set_peer_setting},
    {"DELETE", MESSAGING "/features/mms", remove_peer_setting},
    {"GET", MESSAGING "/features/mms/settings", get_mms_settings},
    {"GET", MESSAGING "/applicationSettings", get_peer_setting},
    {"PUT", MESSAGING "/applicationSettings", set_peer_setting},
    {"GET", MESSAGING "/settings", get_peer_setting},
    {"PUT", MESSAGING "/settings", set_peer_setting},
};
#undef MESSAGING
#undef PRODUCTS

}  // namespace

std::span<const Route> peer_product_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
