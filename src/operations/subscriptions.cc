#include "operations/subscriptions.h"

#include "base/text.h"
#include "operations/order_call.h"
#include "operations/refusal.h"
#include "operations/subscription_document.h"
#include "operations/subscription_rules.h"

namespace irisim::operations {
namespace {

using store::Subscription;

constexpr int kUnknown = 16000;
constexpr int kNoneOfType = 16001;
constexpr int kNoneOfOrder = 16002;
constexpr int kOrderOfOther = 16003;
constexpr int kUnknownOrder = 16004;
constexpr int kOrderOfOtherType = 16005;
constexpr int kTooManyGlobal = 16006;
constexpr int kDuplicate = 16008;
constexpr int kNoOrderType = 14500;
constexpr int64_t kMostGlobal = 100;
constexpr std::string_view kWording = "subscription";  // of codes that others use too

// The section documents its errors without bodies; the code says what is wrong.
Answer refused_with_code(const Call& call, const Refusal& refusal) {
  return error_answer(call.operation, refusal.status, refusal.finding.code,
                      refusal.finding.message);
}

Outcome<Subscription> find_subscription(const Call& call, engine::Session& session) {
  const std::string id(call.parameter("subscriptionid"));
  std::optional<Subscription> found =
      session.store.subscriptions.find(call.account(), lower(id), session.now);
  if (!found) return Refusal{404, broken_rule(kUnknown, {id, std::string(call.account())})};
  return std::move(*found);
}

// The one order that it is for must be the account's.
std::optional<Refusal> check_order(const Call& call, engine::Session& session,
                                   const Subscription& subscription) {
  if (subscription.order_id.empty()) return std::nullopt;
  const auto order = session.store.orders.find(subscription.order_id);
  const std::string& id = subscription.order_id;
  if (!order) return Refusal{404, broken_rule(kUnknownOrder, {id, subscription.order_type})};
  if (order->account != call.account())
    return Refusal{404, broken_rule(kOrderOfOther, {id, std::string(call.account())})};
  if (order->type != subscription.order_type) {
    return Refusal{404,
                   broken_rule(kOrderOfOtherType, {id, subscription.order_type}, {}, kWording)};
  }
  return std::nullopt;
}

// Against the world: the orders, and the account's other subscriptions.
std::optional<Refusal> check_place(const Call& call, engine::Session& session,
                                   const Subscription& subscription) {
  if (auto refusal = check_order(call, session, subscription)) return refusal;
  store::Subscriptions& others = session.store.subscriptions;
  if (others.has_equal(call.account(), subscription, session.now))
    return Refusal{409, broken_rule(kDuplicate)};
  const bool is_global = !subscription.order_type.empty() && subscription.order_id.empty();
  if (is_global && others.count_global(call.account(), subscription, session.now) >= kMostGlobal)
    return Refusal{400, broken_rule(kTooManyGlobal, {std::to_string(kMostGlobal)})};
  return std::nullopt;
}

// The filter's query parameters are as the subscription's elements.
Outcome<store::SubscriptionFilter> read_filter(const Call& call) {
  const std::string type = call.query.find("orderType").value_or("");
  if (is_no_order_type(type)) return Refusal{400, broken_rule(kNoOrderType)};
  return store::SubscriptionFilter{order_type_of(spell_order_type(type)),
                                   lower(call.query.find("orderId").value_or(""))};
}

// None at all is an empty list; none of those that were asked for is an error.
std::optional<Refusal> check_found(const Call& call, const store::SubscriptionFilter& filter,
                                   const std::vector<Subscription>& found) {
  if (!found.empty() || (filter.order_type.empty() && filter.order_id.empty())) return std::nullopt;
  const std::string account(call.account());
  if (filter.order_id.empty())
    return Refusal{404, broken_rule(kNoneOfType, {account, filter.order_type})};
  const std::string type = filter.order_type.empty() ? "any" : filter.order_type;
  return Refusal{404, broken_rule(kNoneOfOrder, {account, type, filter.order_id}, {}, kWording)};
}

Answer show(const std::vector<Subscription>& subscriptions) {
  xml::Document document("SubscriptionsResponse");
  xml::Element list = document.root().add("Subscriptions");
  for (const Subscription& subscription : subscriptions) add_subscription(list, subscription);
  return answer(200, std::move(document));
}

}  // namespace

Answer list_subscriptions(const Call& call, engine::Visit& world) {
  const Outcome<store::SubscriptionFilter> filter = read_filter(call);
  if (!filter) return refused_with_code(call, filter.error());
  const std::vector<Subscription> found = world.read([&](engine::Session& session) {
    return session.store.subscriptions.list(call.account(), *filter, session.now);
  });
  if (const auto refusal = check_found(call, *filter, found))
    return refused_with_code(call, *refusal);
  return show(found);
}

Answer create_subscription(const Call& call, engine::Visit& world) {
  const xml::Document document = take_subscription(call.body->root());
  if (const auto refusal = first_refusal(check_subscription(document.root())))
    return refused_with_code(call, *refusal);
  const auto id = world.write([&](engine::Session& session) -> Outcome<std::string> {
    session.ensure_account(call.account());
    Subscription subscription = subscription_of(document, session.now);
    if (auto refusal = check_place(call, session, subscription)) return std::move(*refusal);
    session.store.subscriptions.remove_expired(session.now);
    subscription.id = make_uuid(session.dice, "subscription", session.store.next("subscription"));
    session.store.subscriptions.add(call.account(), subscription);
    return subscription.id;
  });
  return id ? created(call, *id) : refused_with_code(call, id.error());
}

Answer get_subscription(const Call& call, engine::Visit& world) {
  const Outcome<Subscription> found =
      world.read([&](engine::Session& session) { return find_subscription(call, session); });
  return found ? show({*found}) : refused_with_code(call, found.error());
}

Answer replace_subscription(const Call& call, engine::Visit& world) {
  const xml::Document document = take_subscription(call.body->root());
  const auto refusal = first_refusal(check_subscription(document.root()));
  const auto replaced = world.write([&](engine::Session& session) {
    Outcome<Subscription> found = find_subscription(call, session);
    if (!found) return found;
    if (refusal) return Outcome<Subscription>(*refusal);
    Subscription changed = subscription_of(document, session.now);
    changed.id = found->id;
    if (changed.receiver == found->receiver) changed.status = found->status;
    if (auto broken = check_place(call, session, changed))
      return Outcome<Subscription>(std::move(*broken));
    session.store.subscriptions.update(call.account(), changed);
    return Outcome<Subscription>(std::move(changed));
  });
  return replaced ? empty_answer(200) : refused_with_code(call, replaced.error());
}

Answer remove_subscription(const Call& call, engine::Visit& world) {
  const Outcome<Subscription> removed = world.write([&](engine::Session& session) {
    Outcome<Subscription> found = find_subscription(call, session);
    if (found) session.store.subscriptions.remove(call.account(), found->id);
    return found;
  });
  return removed ? empty_answer(200) : refused_with_code(call, removed.error());
}

}  // namespace irisim::operations
