#include "engine/notify.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/callback.h"
#include "engine/letter.h"
#include "engine/mail.h"
#include "engine/news.h"
#include "engine/webhook_fault.h"
#include "scenario/order_type.h"
#include "xml/document.h"

namespace irisim::engine {
namespace {

using store::Subscription;

constexpr std::string_view kNote = "note";

// In which of its states an order has completed telephone numbers.
constexpr std::string_view kCompleted[] = {"COMPLETE", "PARTIAL"};

void add_text(xml::Element notification, std::string_view name, std::string_view text) {
  if (!text.empty()) notification.add(name, text);
}

void add_numbers(xml::Element notification, std::string_view name,
                 std::span<const std::string> numbers) {
  if (numbers.empty()) return;
  xml::Element list = notification.add(name);
  for (const std::string& number : numbers) list.add("TelephoneNumber", number);
}

std::string write_news(const Subscription& subscription, const store::Order& order,
                       const News& news) {
  xml::Document document("Notification");
  xml::Element root = document.root();
  root.add("SubscriptionId", subscription.id);
  root.add("OrderType", order.type);
  root.add("OrderId", order.id);
  add_text(root, "CustomerOrderId", order.customer_order_id.value_or(""));
  add_text(root, "Status", news.status);
  add_text(root, "Message", news.message);
  add_text(root, "Note", news.note);
  add_numbers(root, "CompletedTelephoneNumbers", news.completed);
  return print_callback(document);
}

std::string write_event(const Subscription& subscription, std::string_view event,
                        std::span<const std::string> numbers) {
  xml::Document document("Notification");
  xml::Element root = document.root();
  root.add("SubscriptionId", subscription.id);
  root.add("EventType", event);
  add_numbers(root, "ImpactedTelephoneNumbers", numbers);
  return print_callback(document);
}

void queue(Session& session, std::string_view account, const Subscription& subscription,
           const store::Order* order, std::string_view subject, std::string body,
           std::span<const std::string> numbers = {}) {
  store::Delivery delivery = new_delivery(session, store::Delivery::Kind::kNotification, account);
  delivery.subscription = subscription.id;
  if (order != nullptr) {
    delivery.order_type = order->type;
    delivery.order_id = order->id;
  }
  delivery.subject = subject;
  delivery.body = std::move(body);
  put_in_outbox(session, std::move(delivery), order, numbers);
}

void notify(Session& session, const store::Order& order, const News& news) {
  for (const Subscription& subscription :
       session.store.subscriptions.of_order(order.account, order.type, order.id, session.now)) {
    if (subscription.channel == Subscription::Channel::kCall) {
      queue(session, order.account, subscription, &order, news.subject,
            write_news(subscription, order, news));
    } else {
      mail(session, order.account, subscription, write_letter(order, news));
    }
  }
}

}  // namespace

void notify_state(Session& session, const store::Order& order, std::string_view message) {
  const scenario::OrderType* type = scenario::find_order_type(order.type);
  if (type == nullptr || std::ranges::find(type->notified, order.status) == type->notified.end())
    return;
  News news{order.status, order.status, message, "", {}};
  const bool has_completed = std::ranges::find(kCompleted, order.status) != std::end(kCompleted);
  if (type->names_completed_numbers && has_completed)
    news.completed = session.store.orders.numbers(order.row);
  notify(session, order, news);
}

void notify_note(Session& session, const store::Order& order, std::string_view note) {
  notify(session, order, {kNote, "", "", note, {}});
}

void notify_event(Session& session, std::string_view account, std::string_view event,
                  std::span<const std::string> numbers) {
  for (const Subscription& subscription :
       session.store.subscriptions.of_event(account, event, session.now)) {
    if (subscription.channel == Subscription::Channel::kCall) {
      queue(session, account, subscription, nullptr, event,
            write_event(subscription, event, numbers), numbers);
    } else {
      mail(session, account, subscription, write_letter(event, numbers));
    }
  }
}

}  // namespace irisim::engine
