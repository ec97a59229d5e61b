#include "webhook/errand.h"

#include "base/check.h"
#include "webhook/mailing.h"
#include "webhook/notification.h"
#include "webhook/readable.h"
#include "webhook/retry.h"
#include "webhook/validation.h"

namespace irisim::webhook {

const Errand& errand_for(store::Delivery::Kind kind) {
  using Kind = store::Delivery::Kind;
  switch (kind) {
    case Kind::kNotification:
      return notification_errand();
    case Kind::kValidation:
      return validation_errand();
    case Kind::kMail:
      return mail_errand();
  }
  IRISIM_CHECK(false);
}

void settle(engine::Session& session, const store::Delivery& delivery, store::Attempt& attempt) {
  constexpr size_t kKeptOfAnswer = 4096;
  store::Outbox& outbox = session.store.outbox;
  const Errand& errand = errand_for(delivery.kind);
  const bool is_wanted = outbox.find(delivery.row)->state == store::Delivery::State::kSending;
  const Errand::Verdict verdict =
      is_wanted ? errand.judge(session, delivery, attempt) : Errand::Verdict::kDelivered;
  store::Attempt kept = attempt;
  kept.answer = readable(attempt.answer.substr(0, kKeptOfAnswer));
  outbox.add_attempt(delivery.row, kept);
  if (!is_wanted) return;
  if (verdict == Errand::Verdict::kDelivered)
    return outbox.finish(delivery, store::Delivery::State::kDelivered, session.now);
  if (const auto due = next_try(delivery.tries + 1, session.now))
    return outbox.put_off(delivery, *due);
  outbox.finish(delivery, store::Delivery::State::kFailed, session.now);
  if (errand.give_up != nullptr) errand.give_up(session, delivery);
}

}  // namespace irisim::webhook
