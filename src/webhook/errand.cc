#include "webhook/errand.h"

#include "base/check.h"
#include "webhook/mailing.h"
#include "webhook/notification.h"
#include "webhook/retry.h"

namespace irisim::webhook {

const Errand& errand_for(store::Delivery::Kind kind) {
  if (kind == store::Delivery::Kind::kMail) return mail_errand();
  IRISIM_CHECK(kind == store::Delivery::Kind::kNotification);
  return notification_errand();
}

void settle(engine::Session& session, const store::Delivery& delivery, store::Attempt attempt) {
  store::Outbox& outbox = session.store.outbox;
  const Errand& errand = errand_for(delivery.kind);
  const Errand::Verdict verdict = errand.judge(session, delivery, attempt);
  outbox.add_attempt(delivery.row, attempt);
  if (verdict == Errand::Verdict::kDelivered)
    return outbox.finish(delivery, store::Delivery::State::kDelivered, session.now);
  if (const auto due = next_try(delivery.tries + 1, session.now))
    return outbox.put_off(delivery, *due);
  outbox.finish(delivery, store::Delivery::State::kFailed, session.now);
  if (errand.give_up != nullptr) errand.give_up(session, delivery);
}

}  // namespace irisim::webhook
