#include "operations/portin_routes.h"

#include "operations/order_files.h"
#include "operations/order_history.h"
#include "operations/order_notes.h"
#include "operations/order_numbers.h"
#include "operations/portin_activation.h"
#include "operations/portin_list.h"
#include "operations/portins.h"

namespace irisim::operations {
namespace {

#define PORTINS "/accounts/{accountId}/portins"
#define PORTIN PORTINS "/{orderid}"
constexpr Route kRoutes[] = {
    {"GET", PORTINS, list_portins},
    {"POST", PORTINS, create_portin},
    {"GET", PORTINS "/totals", count_portins},
    {"GET", "/accounts/{accountId}/sites/{siteId}/portins", list_portins},
    {"GET", PORTIN, get_portin},
    {"PUT", PORTIN, supp_portin},
    {"DELETE", PORTIN, cancel_portin},
    {"GET", PORTIN "/activationStatus", get_activation},
    {"PUT", PORTIN "/activationStatus", set_activation},
    {"GET", PORTIN "/history", get_history},
    {"GET", PORTIN "/notes", list_notes},
    {"POST", PORTIN "/notes", add_note},
    {"PUT", PORTIN "/notes/{noteId}", update_note},
    {"GET", PORTIN "/loas", list_files},
    {"POST", PORTIN "/loas", add_file},
    {"GET", PORTIN "/loas/{fileid}", get_file},
    {"PUT", PORTIN "/loas/{fileid}", replace_file},
    {"DELETE", PORTIN "/loas/{fileid}", remove_file},
    {"GET", PORTIN "/loas/{fileid}/metadata", get_file_metadata},
    {"PUT", PORTIN "/loas/{fileid}/metadata", set_file_metadata},
    {"DELETE", PORTIN "/loas/{fileid}/metadata", remove_file_metadata},
    {"GET", PORTIN "/areaCodes", count_area_codes},
    {"GET", PORTIN "/npaNxx", count_npa_nxx},
    {"GET", PORTIN "/tns", list_numbers},
    {"GET", PORTIN "/totals", count_numbers},
};
#undef PORTIN
#undef PORTINS

}  // namespace

std::span<const Route> portin_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
