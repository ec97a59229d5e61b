#include "operations/number_routes.h"

#include "operations/inservice_numbers.h"
#include "operations/number_details.h"
#include "operations/number_history.h"
#include "operations/number_place.h"
#include "operations/peer_numbers.h"
#include "operations/tns.h"

namespace irisim::operations {
namespace {

#define ACCOUNT "/accounts/{accountId}"
#define SITE ACCOUNT "/sites/{siteId}"
#define PEER SITE "/sippeers/{sippeerId}"
constexpr Route kRoutes[] = {
    {"GET", "/tns", list_tns},
    {"POST", "/tns", find_tns},
    {"GET", "/tns/{tn}", get_number},
    {"GET", "/tns/{tn}/tndetails", get_number_details},
    {"GET", "/tns/{tn}/sites", get_number_site},
    {"GET", "/tns/{tn}/sippeers", get_number_peer},
    {"GET", "/tns/{tn}/ratecenter", get_number_rate_center},
    {"GET", "/tns/{tn}/lca", get_number_calling_area},
    {"GET", "/tns/{tn}/lata", get_number_lata},
    {"GET", "/tns/{tn}/history", get_number_history},
    {"GET", "/tns/{tn}/tnreservation", get_number_reservation},
    {"GET", "/tns/{tn}/availableNnRoutes", get_number_routes},
    {"GET", ACCOUNT "/inserviceNumbers", list_account_numbers},
    {"GET", ACCOUNT "/inserviceNumbers/totals", count_account_numbers},
    {"GET", ACCOUNT "/inserviceNumbers/{tn}", verify_number},
    {"GET", SITE "/inserviceNumbers", list_site_numbers},
    {"GET", SITE "/totaltns", count_site_numbers},
    {"GET", PEER "/tns", list_peer_numbers},
    {"GET", PEER "/tns/{tn}", get_peer_number},
    {"PUT", PEER "/tns/{tn}", set_peer_number},
    {"GET", PEER "/totaltns", count_peer_numbers},
    {"POST", PEER "/movetns", move_numbers},
};
#undef PEER
#undef SITE
#undef ACCOUNT

}  // namespace

std::span<const Route> number_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
