#include "webhook/validation.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "catalog/catalog.h"
#include "engine/order_life.h"
#include "webhook/disposition.h"
#include "webhook/validation_answer.h"

namespace irisim::webhook {
namespace {

constexpr int kServerError = 7594, kUnknownCode = 7597;
constexpr char kNoObjection[] = "Port-out validation: no objection";

std::optional<Address> find_address(engine::Session& session, const store::Delivery& delivery) {
  if (!session.store.validations.is_awaited(delivery.row)) return std::nullopt;
  const auto endpoint = session.store.validation_endpoints.find(delivery.account);
  if (!endpoint) return std::nullopt;
  return Address{endpoint->url, endpoint->user, endpoint->password};
}

Errand::Verdict judge(engine::Session& session, const store::Delivery& delivery,
                      store::Attempt& attempt) {
  constexpr int kFirstServerError = 500;
  if (attempt.status == 0) return Errand::Verdict::kTryAgain;
  if (attempt.status >= kFirstServerError) {
    attempt.error = catalog::message(kServerError, std::array{std::to_string(attempt.status)});
    return Errand::Verdict::kTryAgain;
  }
  const auto objections = read_validation_answer(attempt.status, attempt.answer);
  if (!objections) {
    attempt.error = objections.error().message;
    return Errand::Verdict::kDelivered;
  }
  for (const auto& [code, message] : *objections) {
    if (is_known_objection(code)) continue;
    attempt.error =
        catalog::message(kUnknownCode, std::array{delivery.account, std::to_string(code)});
  }
  session.store.validations.set_objections(delivery.row, *objections);
  return Errand::Verdict::kDelivered;
}

bool is_severer(const scenario::OrderError& a, const scenario::OrderError& b) {
  return disposition_of(a.code) > disposition_of(b.code);
}

// What was objected, the severest first.
std::vector<scenario::OrderError> errors_of(engine::Session& session, const store::Order& order) {
  std::vector<scenario::OrderError> errors;
  for (auto& [code, message] : session.store.validations.objections(order.row))
    errors.push_back({code, std::move(message), {}});
  std::ranges::stable_sort(errors, is_severer);
  return errors;
}

void go_on(engine::Session& session, store::Order& order) {
  engine::Cause cause;
  cause.errors = errors_of(session, order);
  session.store.validations.remove(order.row);
  const std::string_view state =
      cause.errors.empty() ? "" : state_of(disposition_of(cause.errors.front().code));
  // A scenario file may have lifecycles without these states.
  const scenario::Transition* transition =
      state.empty() ? nullptr : lifecycle_of(session, order).leading(order.status, state);
  if (transition != nullptr) {
    take(session, order, *transition, cause);
    return;
  }
  if (cause.errors.empty()) cause.note = kNoObjection;
  record_change(session, order, cause);
  start_timer(session, order);
}

}  // namespace

const Errand& validation_errand() {
  static constexpr Errand kErrand = {find_address, judge, nullptr,
                                     "/callbacks/portOutValidationCallbackApi"};
  return kErrand;
}

void go_on_answered(engine::Session& session) {
  const bool is_manual = session.store.state()->clock.mode == Clock::Mode::kManual;
  if (is_manual && session.store.validations.are_under_way(session.now)) return;
  for (const int64_t row : session.store.validations.answered()) {
    std::optional<store::Order> order = session.store.orders.find(row);
    IRISIM_CHECK(order.has_value());
    go_on(session, *order);
  }
}

}  // namespace irisim::webhook
