#include "operations/number_orders.h"

#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/number_order_document.h"
#include "operations/number_order_fill.h"
#include "operations/number_order_rules.h"
#include "operations/number_order_view.h"
#include "operations/order_call.h"
#include "operations/order_history.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kType = "orders";
constexpr int kOnlyBackOrdersClose = 5060;

store::Order begin_order(const Call& call, engine::Session& session, xml::Element root,
                         std::string document) {
  store::Order order;
  order.type = kType;
  order.account = call.account();
  order.user = order.modified_by = call.user;
  order.created = order.modified = session.now;
  order.customer_order_id = optional_text(root.text("CustomerOrderId"));
  order.site = root.text("SiteId");
  order.peer = root.text("PeerId");
  if (order.peer.empty())
    order.peer = session.store.sites.default_peer(order.account, order.site)->id;
  order.document = std::move(document);
  engine::begin_life(session, order, named_numbers(find_body(root)), "create");
  return order;
}

// The error answer repeats the order as it was sent.
Answer rejected(Instant now, xml::Element order, const std::vector<Finding>& findings) {
  xml::Document document("OrderResponse");
  add_error_list(document.root(), findings);
  if (!findings.empty()) {
    xml::Element echo = document.root().add_copy(order);
    echo.add("OrderCreateDate", format_instant(now));
  }
  return answer(400, std::move(document));
}

// What PUT may change, by its element.
constexpr std::string_view kLabels[] = {"Name", "CustomerOrderId"};

// Lays the labels that were sent over the order; gives the changes in the form of the history.
std::string relabel(xml::Element order, xml::Element sent) {
  std::vector<std::string> changes;
  for (const std::string_view label : kLabels) {
    const xml::Element value = sent.child(label);
    if (!value || value.text() == order.text(label)) continue;
    changes.push_back(difference(label, order.text(label), value.text()));
    order.child_or_add(label).set_text(value.text());
  }
  return join(changes, "\n");
}

// How a back order ends that the client closes; null: it is none, or its lifecycle knows no such
// end.
const scenario::Transition* closing(engine::Session& session, const store::Order& order) {
  if (order.status != "BACKORDERED") return nullptr;
  const bool is_empty = session.store.orders.numbers(order.row).empty();
  return transition_on(session, order, is_empty ? "fail" : "part");
}

// Ends the search of a back order; what it has got stays with the account.
void close(const Call& call, engine::Session& session, store::Order& order,
           const scenario::Transition& transition) {
  const bool is_empty = session.store.orders.numbers(order.row).empty();
  xml::Document document = xml::Document::restore(order.document);
  document.root().remove_all("Errors");
  add_error(document.root(), shortfall(!is_empty));
  order.document = document.compact();
  take(session, order, transition, {call.user, "Order closed", ""});
}

}  // namespace

Answer create_number_order(const Call& call, engine::Visit& world) {
  xml::Document document = read_number_order(call.body->root());
  xml::Element root = document.root();
  std::vector<Finding> findings = check_number_order(root, world.inventory());
  const std::string stored = document.compact();
  Instant now;
  const std::optional<store::Order> order =
      world.write([&](engine::Session& session) -> std::optional<store::Order> {
        now = session.now;
        session.ensure_account(call.account());
        append(findings, check_number_order_in_world(root, session, call.account()));
        if (!findings.empty()) return std::nullopt;
        return begin_order(call, session, root, stored);
      });
  if (!order) return rejected(now, root, findings);
  Answer result = answer(201, new_number_order_view(*order));
  result.location = location(call, order->id);
  return result;
}

Answer get_number_order(const Call& call, engine::Visit& world) {
  std::vector<std::string> numbers;
  Instant since;
  const std::optional<store::Order> order = world.read([&](engine::Session& session) {
    std::optional<store::Order> found = find_order(call, session);
    if (found) {
      numbers = session.store.orders.numbers(found->row);
      since = in_state_since(session, *found);
    }
    return found;
  });
  if (!order) return unknown_order(call);
  const bool detailed = is_true(call.query.find("tndetail").value_or(""));
  return answer(200,
                number_order_view(*order, since, numbers, detailed ? &world.inventory() : nullptr));
}

Answer update_number_order(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  std::vector<Finding> findings = check_order_change(sent);
  bool known = false;
  Instant now;
  world.write([&](engine::Session& session) {
    std::optional<store::Order> order = find_order(call, session);
    known = order.has_value();
    if (!known) return false;
    now = session.now;
    const bool closes = is_true(sent.text("CloseOrder"));
    const scenario::Transition* end = closing(session, *order);
    if (closes && end == nullptr) findings.push_back(broken_rule(kOnlyBackOrdersClose));
    if (!findings.empty()) return false;
    xml::Document document = xml::Document::restore(order->document);
    const std::string changes = relabel(document.root(), sent);
    if (!changes.empty()) {
      order->document = document.compact();
      order->customer_order_id = optional_text(document.root().text("CustomerOrderId"));
      const std::string note = session.store.history.list(order->row).back().note;
      record_change(session, *order, {call.user, note, changes});
    }
    if (closes) close(call, session, *order, *end);
    return true;
  });
  if (!known) return unknown_order(call);
  if (!findings.empty()) return rejected(now, sent, findings);
  return answer(200, xml::Document("OrderResponse"));
}

}  // namespace irisim::operations
