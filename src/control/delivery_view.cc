#include "control/delivery_view.h"

#include "base/time.h"
#include "control/exchange.h"
#include "engine/callback.h"

namespace irisim::control {
namespace {

json::Value request_value(store::Delivery::Kind kind, const store::Attempt& attempt) {
  if (kind == store::Delivery::Kind::kMail) return json::Object{{"url", attempt.url}};
  json::Object headers{{"Content-Type", engine::kCallbackType}};
  if (!attempt.user.empty()) headers.emplace_back("Authorization", "Basic [redacted]");
  return json::Object{{"method", "POST"},
                      {"url", attempt.url},
                      {"user", text_or_null(attempt.user)},
                      {"headers", std::move(headers)}};
}

json::Value attempt_value(store::Delivery::Kind kind, const store::Attempt& attempt) {
  json::Object object{{"at", format_instant(attempt.at)},
                      {"request", request_value(kind, attempt)}};
  object.emplace_back("status", attempt.status == 0 ? json::Value() : json::Value(attempt.status));
  object.emplace_back("reason", text_or_null(attempt.reason));
  object.emplace_back("body", text_or_null(attempt.answer));
  object.emplace_back("error", text_or_null(attempt.error));
  return object;
}

}  // namespace

json::Value delivery_value(const store::Delivery& delivery,
                           const std::vector<store::Attempt>& attempts) {
  json::Array tried;
  for (const store::Attempt& attempt : attempts)
    tried.push_back(attempt_value(delivery.kind, attempt));
  return json::Object{
      {"id", delivery.row},
      {"kind", store::name_of(delivery.kind)},
      {"account", delivery.account},
      {"subscription", text_or_null(delivery.subscription)},
      {"orderType", text_or_null(delivery.order_type)},
      {"order", text_or_null(delivery.order_id)},
      {"subject", delivery.subject},
      {"state", store::name_of(delivery.state)},
      {"fault", text_or_null(delivery.fault)},
      {"createdAt", format_instant(delivery.created)},
      {"nextAttemptAt", delivery.due ? json::Value(format_instant(*delivery.due)) : json::Value()},
      {"body", delivery.body},
      {"attempts", std::move(tried)}};
}

}  // namespace irisim::control
