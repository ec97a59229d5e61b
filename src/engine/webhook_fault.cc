#include "engine/webhook_fault.h"

#include <algorithm>
#include <optional>

#include "engine/order_life.h"

namespace irisim::engine {
namespace {

using scenario::WebhookFault;

constexpr auto kTarget = scenario::FaultTarget::kWebhook;

// How long a notification waits for the one that is to go before it.
constexpr Millis kLongestYield = std::chrono::minutes(5);

scenario::Subject subject_of(Session& session, const store::Delivery& delivery,
                             const store::Order* order, std::span<const std::string> numbers) {
  scenario::Subject subject;
  if (order != nullptr) {
    describe(subject, *order, session.store.orders.numbers(order->row));
  } else {
    subject.account = delivery.account;
    subject.numbers.assign(numbers.begin(), numbers.end());
  }
  return subject;
}

std::optional<Hit> decide(Session& session, const store::Delivery& delivery,
                          const store::Order* order, std::span<const std::string> numbers) {
  const bool is_for_any = std::ranges::any_of(
      session.rules.faults, [](const auto& rule) { return rule->effect->target() == kTarget; });
  if (!is_for_any) return std::nullopt;
  const scenario::Subject subject = subject_of(session, delivery, order, numbers);
  return session.fault_desk.decide(matching_faults(session.rules, kTarget, subject),
                                   subject.account, session.dice, session.now);
}

void spoil(Session& session, const Hit& hit, store::Delivery& delivery) {
  const WebhookFault& fault = *hit.rule->effect->webhook();
  store::Outbox& outbox = session.store.outbox;
  delivery.fault = hit.rule->name;
  switch (fault.kind) {
    case WebhookFault::Kind::kDelay:
      delivery.due = session.now + fault.delay.sample(hit.roll);
      return;
    case WebhookFault::Kind::kDrop:
      delivery.state = store::Delivery::State::kDropped;
      delivery.due.reset();
      return;
    case WebhookFault::Kind::kDuplicate: {
      store::Delivery first = delivery;
      return outbox.add(first);
    }
    case WebhookFault::Kind::kReorder:
      // The next one goes first, also when the fault hits that too.
      if (outbox.has_yielding(delivery)) return;
      delivery.yields = true;
      delivery.due = session.now + kLongestYield;
      return;
  }
}

}  // namespace

void put_in_outbox(Session& session, store::Delivery delivery, const store::Order* order,
                   std::span<const std::string> numbers) {
  if (const std::optional<Hit> hit = decide(session, delivery, order, numbers))
    spoil(session, *hit, delivery);
  session.store.outbox.add(delivery);
}

}  // namespace irisim::engine
