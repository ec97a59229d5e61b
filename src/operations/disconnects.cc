#include "operations/disconnects.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/number_custody.h"
#include "operations/number_list_rules.h"
#include "operations/number_order_rules.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "DisconnectTelephoneNumberOrderResponse";
constexpr std::string_view kBody = "DisconnectTelephoneNumberOrderType";
constexpr int kNotInService = 5074;
constexpr int kNotOfThisAccount = 5076;
constexpr int kNoProtection = 5110;

const std::vector<Field>& disconnect_fields() {
  static const std::vector<Field> kFields = {
      {"CustomerOrderId"},
      {"Name"},
      {kBody,
       {{"TelephoneNumberList", {{"TelephoneNumber", {}, true}}},
        {"DisconnectMode"},
        {"Protected"}}}};
  return kFields;
}

// The order under the contract's names, with what the client left open.
xml::Document read_disconnect(xml::Element sent) {
  xml::Document document("orderRequest");
  take_fields(disconnect_fields(), sent, document.root());
  xml::Element body = document.root().child_or_add(kBody);
  if (!body.child("DisconnectMode")) body.add("DisconnectMode", "normal");
  if (!body.child("Protected")) body.add("Protected", "UNCHANGED");
  return document;
}

std::vector<std::string> named_numbers(xml::Element order) {
  return texts(order.child(kBody).child("TelephoneNumberList"), "TelephoneNumber");
}

bool is_one_of(std::string_view value, std::span<const std::string_view> known) {
  return std::ranges::any_of(
      known, [&](std::string_view name) { return equal_ignoring_case(name, value); });
}

std::vector<Finding> check_disconnect(xml::Element order, const engine::AccountSeed& account) {
  static constexpr std::string_view kModes[] = {"normal", "soft-remove", "purge"};
  static constexpr std::string_view kProtections[] = {"TRUE", "FALSE", "UNCHANGED"};
  std::vector<Finding> findings = check_labels(order);
  append(findings, check_number_list(named_numbers(order)));
  const std::string_view mode = order.child(kBody).text("DisconnectMode");
  const std::string_view protection = order.child(kBody).text("Protected");
  if (!is_one_of(mode, kModes)) findings.push_back(broken_rule(5084, {std::string(mode)}));
  if (!is_one_of(protection, kProtections))
    findings.push_back(broken_rule(5108, {std::string(protection)}));
  if (equal_ignoring_case(mode, "purge") && is_true(protection))
    findings.push_back(broken_rule(5109));
  if (is_true(protection) && !account.has_feature("PROTECTED_TNS"))
    findings.push_back(broken_rule(kNoProtection));
  return findings;
}

// Toll-free numbers cannot be protected: no search would find them any more (see 5101).
void protect(engine::Session& session, store::Number& number, std::string_view protection) {
  if (equal_ignoring_case(protection, "UNCHANGED") || is_toll_free(number.tn)) return;
  number.is_protected = is_true(protection);
  session.store.numbers.put(number);
}

// Why the account cannot disconnect the number; 0: it can.
int obstacle(const std::optional<store::Number>& number, std::string_view account) {
  if (!number || number->status != store::NumberStatus::kInservice) return kNotInService;
  return number->account == account ? 0 : kNotOfThisAccount;
}

// Keeps the numbers back from the inventory for a while.
void age(engine::Session& session, const store::Order& disconnect, std::span<const Tn> numbers) {
  store::Order aging;
  aging.type = "aging";
  aging.account = disconnect.account;
  aging.user = aging.modified_by = disconnect.user;
  aging.created = aging.modified = session.now;
  xml::Document document("Aging");
  document.root().add("OrderId", disconnect.id);
  aging.document = document.compact();
  engine::begin_life(session, aging, format_tns(numbers), "create");
  hold(session, aging, numbers, store::NumberStatus::kAging);
}

xml::Document view(const store::Order& order, std::span<const std::string> disconnected) {
  const xml::Document stored = xml::Document::restore(order.document);
  xml::Document document{std::string(kRoot)};
  xml::Element root = document.root();
  xml::Element request = root.add_copy(stored.root());
  if (std::vector<Finding> findings = read_errors(request); !findings.empty())
    add_error_list(root, findings);
  request.remove_all("Errors");
  if (!disconnected.empty()) {
    xml::Element list = root.add("DisconnectedTelephoneNumberList");
    for (const std::string& number : disconnected) list.add("TelephoneNumber", number);
  }
  request.add("id", order.id);
  request.child_or_add("CustomerOrderId");
  request.add("OrderCreateDate", format_instant(order.created));
  root.add("OrderStatus", order.status);
  return document;
}

}  // namespace

Answer create_disconnect(const Call& call, engine::Visit& world) {
  const xml::Document document = read_disconnect(call.body->root());
  const std::vector<Finding> findings =
      check_disconnect(document.root(), world.seed_data().account(call.account()));
  if (!findings.empty()) {
    xml::Document refused{std::string(kRoot)};
    add_error_list(refused.root(), findings);
    refused.root().add_copy(document.root()).add("OrderCreateDate", format_instant(world.now()));
    return answer(400, std::move(refused));
  }
  const std::vector<std::string> numbers = named_numbers(document.root());
  store::Order order;
  order.type = "disconnects";
  order.account = call.account();
  order.user = order.modified_by = call.user;
  order.customer_order_id = optional_text(document.root().text("CustomerOrderId"));
  order.document = document.compact();
  world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    order.created = order.modified = session.now;
    engine::begin_life(session, order, numbers, "create");
    return true;
  });
  Answer result = answer(201, view(order, {}));
  result.location = location(call, order.id);
  return result;
}

Answer get_disconnect(const Call& call, engine::Visit& world) {
  std::vector<std::string> numbers;
  const std::optional<store::Order> order = world.read([&](engine::Session& session) {
    std::optional<store::Order> found = find_order(call, session);
    if (found && found->status != "RECEIVED") numbers = session.store.orders.numbers(found->row);
    return found;
  });
  return order ? answer(200, view(*order, numbers)) : unknown_order(call);
}

std::string disconnect_numbers(engine::Session& session, store::Order& order) {
  xml::Document document = xml::Document::restore(order.document);
  const xml::Element body = document.root().child(kBody);
  std::vector<Tn> disconnected;
  std::map<int, std::vector<std::string>> obstacles;
  for (const Tn tn : parse_tns(named_numbers(document.root()))) {
    std::optional<store::Number> number = session.store.numbers.find(tn);
    if (const int code = obstacle(number, order.account)) {
      obstacles[code].push_back(format_tn(tn));
      continue;
    }
    protect(session, *number, body.text("Protected"));
    disconnected.push_back(tn);
  }
  session.store.orders.set_numbers(order.row, format_tns(disconnected));
  if (equal_ignoring_case(body.text("DisconnectMode"), "purge")) {
    release(session, order, disconnected);
  } else if (!disconnected.empty()) {
    age(session, order, disconnected);
  }
  for (auto& [code, numbers] : obstacles)
    add_error(document.root(), broken_rule(code, {}, std::move(numbers)));
  order.document = document.compact();
  if (obstacles.empty()) return {};
  return disconnected.empty() ? "fail" : "part";
}

}  // namespace irisim::operations
