#include "control/health.h"

namespace irisim::control {

http::Response get_health(const Exchange&) {
  return json_response(200, json::Object{{"status", "ok"}});
}

}  // namespace irisim::control
