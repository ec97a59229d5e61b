#include "control/routes.h"

#include "base/text.h"
#include "control/clock.h"
#include "control/faults.h"
#include "control/health.h"
#include "control/mail.h"
#include "control/metrics.h"
#include "control/operations.h"
#include "control/orders.h"
#include "control/port_out_validation.h"
#include "control/requests.h"
#include "control/scenarios.h"
#include "control/snapshot.h"
#include "control/webhooks.h"
#include "control/worlds.h"

namespace irisim::control {
namespace {

struct Route {
  std::string_view method, path;  // "{}" stands for one segment, the parameter
  http::Response (*handler)(const Exchange&);
};

constexpr Route kRoutes[] = {
    {"GET", "livez", get_health},
    {"GET", "readyz", get_health},
    {"GET", "metrics", get_metrics},
    {"GET", "__admin/operations", list_operations},
    {"POST", "__admin/reset", reset_world},
    {"GET", "__admin/clock", get_clock},
    {"PUT", "__admin/clock", set_clock},
    {"POST", "__admin/clock/advance", advance_clock},
    {"GET", "__admin/orders", list_orders},
    {"GET", "__admin/orders/{}", get_order},
    {"POST", "__admin/orders/{}/transition", transition_order},
    {"GET", "__admin/snapshot", get_snapshot},
    {"PUT", "__admin/snapshot", restore_snapshot},
    {"GET", "__admin/scenarios", list_scenarios},
    {"POST", "__admin/scenarios/validate", validate_scenarios},
    {"GET", "__admin/scenarios/{}", get_scenarios},
    {"PUT", "__admin/scenarios/{}", put_scenarios},
    {"DELETE", "__admin/scenarios/{}", remove_scenarios},
    {"GET", "__admin/faults", list_faults},
    {"POST", "__admin/faults", post_fault},
    {"DELETE", "__admin/faults", remove_faults},
    {"GET", "__admin/faults/{}", get_fault},
    {"DELETE", "__admin/faults/{}", remove_fault},
    {"GET", "__admin/requests", list_requests},
    {"DELETE", "__admin/requests", clear_requests},
    {"GET", "__admin/requests/{}", get_request},
    {"POST", "__admin/requests/find", find_requests},
    {"POST", "__admin/requests/count", count_requests},
    {"POST", "__admin/requests/wait", wait_for_requests},
    {"GET", "__admin/mail", list_mail},
    {"DELETE", "__admin/mail", clear_mail},
    {"POST", "__admin/mail/wait", wait_for_mail},
    {"GET", "__admin/mail/{}", get_mail},
    {"GET", "__admin/webhooks", list_webhooks},
    {"POST", "__admin/webhooks/wait", wait_for_webhooks},
    {"POST", "__admin/webhooks/pause", pause_webhooks},
    {"POST", "__admin/webhooks/resume", resume_webhooks},
    {"GET", "__admin/webhooks/{}", get_webhook},
    {"POST", "__admin/webhooks/{}/redeliver", redeliver_webhook},
    {"GET", "__admin/port-out-validation/{}", get_port_out_validation},
    {"PUT", "__admin/port-out-validation/{}", set_port_out_validation},
    {"DELETE", "__admin/port-out-validation/{}", remove_port_out_validation},
    {"GET", "__admin/worlds", list_worlds},
    {"POST", "__admin/worlds", create_world},
    {"DELETE", "__admin/worlds/{}", remove_world},
};

bool matches(std::string_view path, const std::vector<std::string>& segments,
             std::string& parameter) {
  const std::vector<std::string_view> parts = split(path, '/');
  if (parts.size() != segments.size()) return false;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == "{}") {
      parameter = segments[i];
    } else if (parts[i] != segments[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool is_control_path(const std::vector<std::string>& segments) {
  if (segments.empty()) return false;
  const std::string& first = segments[0];
  return first == "__admin" ||
         (segments.size() == 1 && (first == "livez" || first == "readyz" || first == "metrics"));
}

http::Response handle(const http::Request& request, const http::Target& target,
                      engine::Worlds& worlds, engine::World& world) {
  std::string allowed;
  const std::string_view method =
      request.method == "HEAD" ? "GET" : std::string_view(request.method);
  for (const Route& route : kRoutes) {
    std::string parameter;
    if (!matches(route.path, target.segments, parameter)) continue;
    if (route.method == method) {
      return route.handler({request, target.query, std::move(parameter), worlds, world});
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) {
    return problem(
        404, "The control API has no path " + request.target + "; docs/control-api.md lists them");
  }
  http::Response response =
      problem(405, request.method + " is not allowed here. Allowed: " + allowed);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

}  // namespace irisim::control
