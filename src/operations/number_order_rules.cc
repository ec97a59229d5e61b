#include "operations/number_order_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "operations/field_rules.h"
#include "operations/fields.h"
#include "operations/number_custody.h"
#include "operations/number_list_rules.h"
#include "operations/number_order_document.h"

namespace irisim::operations {
namespace {

using Findings = std::vector<Finding>;

constexpr size_t kLongestName = 50;

struct Rule {
  int code;
  bool (*is_broken)(xml::Element order);
};

bool is_no_boolean(xml::Element order, std::string_view name) {
  const std::string_view value = order.text(name);
  return !value.empty() && !is_boolean(value);
}

bool wants_back_order(xml::Element order) {
  return is_true(order.text("BackOrderRequested"));
}

bool cannot_back_order(xml::Element order) {
  const NumberOrderBody body = find_body(order);
  return wants_back_order(order) &&
         (!body.kind->can_back_order || !body.element.text("LocalVanity").empty());
}

bool protects_toll_free(xml::Element order) {
  return asks_for_protection(order) && find_body(order).kind->is_toll_free;
}

// Of orders of a known kind.
constexpr Rule kRules[] = {
    {5217, [](xml::Element order) { return is_no_boolean(order, "PartialAllowed"); }},
    {5522, cannot_back_order},
    {5101, protects_toll_free},
};

// What a kind needs, where the contract's list of codes has one of its own for it.
struct Need {
  std::string_view element;
  int code;
};
constexpr Need kNeeds[] = {{"AreaCode", 5198}, {"TollFreeVanity", 5199}};

void check_needs(const NumberOrderBody& body, Findings& findings) {
  for (const std::string_view element : body.kind->required) {
    if (!body.element.text(element).empty()) continue;
    const auto need = std::ranges::find(kNeeds, element, &Need::element);
    findings.push_back(need != std::end(kNeeds) ? broken_rule(need->code)
                                                : broken_rule(5224, {std::string(element)}));
  }
}

void check_quantity(const NumberOrderBody& body, Findings& findings) {
  if (quantity_of(body) > 0) return;
  const std::string_view text = body.element.text("Quantity");
  const std::optional<long> quantity = to_number(text);
  findings.push_back(quantity && *quantity > kMostNumbers ? broken_rule(5215)
                                                          : broken_rule(5009, {std::string(text)}));
}

// A boolean that has no code of its own.
void check_boolean(xml::Element order, std::string_view name, Findings& findings) {
  if (is_no_boolean(order, name))
    findings.push_back(broken_rule(5002, {std::string(name)}, {}, "unparsable"));
}

void check_attributes(xml::Element order, Findings& findings) {
  // The message names only the first; the contract's accepted example has them all.
  static constexpr std::string_view kKnown[] = {"Protected", "External", "Imported"};
  std::set<std::string> seen;
  for (const std::string& attribute : texts(order.child("TnAttributes"), "TnAttribute")) {
    if (std::ranges::find(kKnown, attribute) == std::end(kKnown))
      findings.push_back(broken_rule(5102, {attribute}));
    if (!seen.insert(attribute).second)
      findings.push_back(broken_rule(5102, {attribute}, {}, "duplicate"));
  }
}

// Which of the numbers that an order names may not be protected.
void check_protection(const NumberOrderBody& body, const inventory::Inventory& inventory,
                      Findings& findings) {
  std::vector<std::string> off_net, toll_free;
  for (const std::string& number : named_numbers(body)) {
    const std::optional<Tn> tn = parse_tn(number);
    if (!tn) continue;
    const inventory::RateCenter* rate_center = inventory.rate_center_of(*tn);
    if (is_toll_free(*tn)) {
      toll_free.push_back(number);
    } else if (rate_center != nullptr && rate_center->tier != 0) {
      off_net.push_back(number);
    }
  }
  if (!off_net.empty()) findings.push_back(broken_rule(5099, {}, std::move(off_net)));
  if (!toll_free.empty()) findings.push_back(broken_rule(5100, {}, std::move(toll_free)));
}

void check_reservations(const NumberOrderBody& body, engine::Session& session,
                        std::string_view account, Findings& findings) {
  for (const std::string& id : reservations(body)) {
    const std::optional<store::Order> order = session.store.orders.find(lower(id));
    const bool is_reservation = order && order->type == "tnreservation";
    if (!is_reservation) findings.push_back(broken_rule(5043, {id}));
    if (is_reservation && order->account != account)
      findings.push_back(broken_rule(5042, {id, std::string(account)}));
  }
}

}  // namespace

std::vector<Finding> check_labels(xml::Element order) {
  Findings findings;
  if (is_no_customer_order_id(order.text("CustomerOrderId"))) findings.push_back(broken_rule(5052));
  if (count_characters(order.text("Name")) > kLongestName)
    findings.push_back(broken_rule(5002, {"Name", "1 to 50"}, {}, "length"));
  return findings;
}

std::vector<Finding> check_number_order(xml::Element order, const inventory::Inventory& inventory) {
  Findings findings = check_labels(order);
  const NumberOrderBody body = find_body(order);
  if (body.kind == nullptr) {
    findings.push_back(broken_rule(5087));
    return findings;
  }
  if (names_numbers(*body.kind)) {
    append(findings, check_number_list(named_numbers(body)));
  } else {
    check_needs(body, findings);
    check_quantity(body, findings);
    if (findings.empty()) {
      if (auto finding = check_order_criteria(criteria_of(body), inventory))
        findings.push_back(std::move(*finding));
    }
  }
  for (const Rule& rule : kRules) {
    if (rule.is_broken(order)) findings.push_back(broken_rule(rule.code));
  }
  check_boolean(order, "BackOrderRequested", findings);
  for (const std::string_view option : {"EnableTNDetail", "EnableLCA", "EndsIn"})
    check_boolean(body.element, option, findings);
  check_attributes(order, findings);
  if (names_numbers(*body.kind) && asks_for_protection(order))
    check_protection(body, inventory, findings);
  return findings;
}

std::vector<Finding> check_order_change(xml::Element order) {
  Findings findings = check_labels(order);
  check_boolean(order, "CloseOrder", findings);
  return findings;
}

std::vector<Finding> check_number_order_in_world(xml::Element order, engine::Session& session,
                                                 std::string_view account) {
  if (!has_feature(session, account, "ORDERING")) return {broken_rule(5183)};
  Findings findings;
  if (asks_for_protection(order) && !has_feature(session, account, "PROTECTED_TNS"))
    findings.push_back(broken_rule(5097));
  const std::string_view site = order.text("SiteId");
  const std::string_view peer = order.text("PeerId");
  if (site.empty()) {
    findings.push_back(broken_rule(5022));
  } else if (!session.store.sites.exists(account, site)) {
    findings.push_back(broken_rule(5016));
  } else if (peer.empty() && !session.store.sites.default_peer(account, site)) {
    findings.push_back(broken_rule(5020));
  }
  if (!peer.empty()) {
    const auto found = session.store.sites.find_peer(account, peer);
    if (!found || found->site != site) findings.push_back(broken_rule(5023));
  }
  if (const NumberOrderBody body = find_body(order); body.kind != nullptr)
    check_reservations(body, session, account, findings);
  return findings;
}

}  // namespace irisim::operations
