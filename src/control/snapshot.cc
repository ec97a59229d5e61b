#include "control/snapshot.h"

#include "control/worlds.h"

namespace irisim::control {
namespace {

constexpr char kType[] = "application/vnd.sqlite3";

}  // namespace

http::Response get_snapshot(const Exchange& exchange) {
  http::Response response{200, {}, kType, exchange.world.snapshot()};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"irisim.db\"");
  return response;
}

http::Response restore_snapshot(const Exchange& exchange) {
  if (const auto unfit = exchange.world.restore(exchange.request.body)) {
    return problem(unfit->kind == store::Unfit::Kind::kForeign ? 409 : 400,
                   "The body is no snapshot for this world: it " + unfit->message);
  }
  return world_response(200, exchange.world);
}

}  // namespace irisim::control
