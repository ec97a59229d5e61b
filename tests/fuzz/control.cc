// Requests to the control API: what is answered must be well-formed JSON wherever it says it is.

#include "base/check.h"
#include "json/value.h"
#include "tests/fuzz/exchange.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {

void run_control(std::string_view bytes) {
  static Exchange exchange;
  const http::Response response = exchange.run(bytes);
  if (response.type.find("json") != std::string::npos)
    IRISIM_CHECK(json::parse(response.body).ok());
}

std::vector<std::string> control_seeds() {
  struct {
    const char *method, *path, *body;
  } const inputs[] = {
      {"GET", "/livez", ""},
      {"GET", "/__admin/operations", ""},
      {"POST", "/__admin/reset", ""},
      {"GET", "/__admin/clock", ""},
      {"PUT", "/__admin/clock", R"({"mode":"manual","now":"2025-06-02T09:00:00Z","speed":60})"},
      {"PUT", "/__admin/clock", R"({"mode":"real","speed":0.5})"},
      {"POST", "/__admin/clock/advance", R"({"by":"4d12h"})"},
      {"POST", "/__admin/clock/advance", R"({"to":"2025-06-12T09:00:00.000Z"})"},
      {"POST", "/__admin/clock/advance", R"({"until":"idle"})"},
      {"GET", "/__admin/orders?type=portins&account=9999999&status=FOC", ""},
      {"GET", "/__admin/orders/{orderid}", ""},
      {"POST", "/__admin/orders/{orderid}/transition",
       R"({"to":"EXCEPTION","error":7512,"note":"\u00e4"})"},
      {"GET", "/__admin/requests?method=POST&path=*&status=201&since=0&limit=1", ""},
      {"GET", "/__admin/requests/1", ""},
      {"DELETE", "/__admin/requests", ""},
      {"POST", "/__admin/requests/find",
       R"({"match":{"order":"portins","xpath":"//SiteId","header":{"Host":"*"}},"limit":1})"},
      {"POST", "/__admin/requests/count", R"({"path":["/a","*"],"status":201})"},
      {"POST", "/__admin/requests/wait", R"({"count":1,"timeout":"1ms"})"},
      {"GET", "/__admin/faults", ""},
      {"POST", "/__admin/faults",
       R"({"name":"a","match":{"order":"portins"},"skip":1,"times":2,"fault":{"delay":"1ms"}})"},
      {"GET", "/__admin/faults/a", ""},
      {"DELETE", "/__admin/faults/a", ""},
      {"DELETE", "/__admin/faults", ""},
      {"GET", "/__admin/worlds", ""},
      {"POST", "/__admin/worlds", R"({"name":"a","seed":7,"mode":"manual","speed":2})"},
      {"DELETE", "/__admin/worlds/a", ""},
      {"GET", "/worlds/a/__admin/clock", ""},
  };
  std::vector<std::string> seeds;
  for (const auto& input : inputs)
    seeds.push_back(exchange_input(input.method, input.path, input.body));
  return seeds;
}

}  // namespace irisim::fuzz
