#include "operations/lsr_orders.h"

#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/lsr_date_rules.h"
#include "operations/lsr_document.h"
#include "operations/lsr_rules.h"
#include "operations/lsr_supp_rules.h"
#include "operations/lsr_view.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr int kUnknown = 5035;
constexpr int kOthersIgnored = 17018;

// The columns that repeat the document, so that lists can search them.
void index(store::Order& order, const xml::Document& document) {
  const xml::Element root = document.root();
  order.customer_order_id = optional_text(root.text("CustomerOrderId"));
  order.billing_tn = optional_text(root.text("BillingTelephoneNumber"));
  order.document = document.compact();
}

Answer unknown_lsr(const Call& call) {
  const Finding finding = broken_rule(kUnknown, {"lsr", std::string(call.parameter("orderid"))});
  return error_answer(call.operation, 404, finding.code, finding.message);
}

// A body may be missing: that is a broken rule like others.
xml::Element body_of(const Call& call) {
  return call.body ? call.body->root() : xml::Element();
}

// What a PUT did, for the answer that is printed after the lock is gone.
struct Change {
  std::optional<store::Order> order;         // absent: unknown
  std::vector<Finding> findings;             // not empty: nothing was changed
  std::optional<xml::Document> wished = {};  // the order as it would have been, if not as it is
};

void cancel(engine::Session& session, const Call& call, const scenario::Transition& transition,
            const xml::Document& sent, store::Order& order) {
  xml::Document document = xml::Document::restore(order.document);
  xml::Document wished = xml::Document::restore(order.document);
  const bool has_others = !merge_lsr(wished.root(), sent.root()).empty() ||
                          !fixed_changes(body_of(call), lsr_view(order).root()).empty();
  if (has_others) add_error(document.root(), broken_rule(kOthersIgnored));
  order.document = document.compact();
  take(session, order, transition, {call.user, "", ""});
}

void supp(engine::Session& session, const Call& call, const scenario::Transition& transition,
          xml::Document document, std::vector<std::string> differences, store::Order& order) {
  xml::Element root = document.root();
  if (const xml::Element foc = root.child("ActualFocDate"))
    differences.push_back(difference("ActualFocDate", foc.text(), ""));
  for (const std::string_view stale : {"Errors", "ActualFocDate"}) root.remove_all(stale);
  const long version = to_number(root.text("PonVersion")).value_or(0);
  root.child_or_add("PonVersion").set_text(std::to_string(version + 1));
  index(order, document);
  take(session, order, transition, {call.user, "", join(differences, "\n")});
}

// A PUT with nothing in it that a SUPP could change is refused for what it does say, if that is
// wrong: a mistyped CANCELLED does not lack a subscriber.
std::vector<Finding> check_supp(xml::Element body, const LsrCandidate& candidate,
                                xml::Element shown) {
  std::vector<Finding> of_order = check_lsr_supp(body, shown);
  if (!of_order.empty() && !candidate.order.has_children()) return of_order;
  std::vector<Finding> findings = check_lsr(body, candidate);
  append(findings, std::move(of_order));
  return findings;
}

Change change(engine::Session& session, const Call& call, const xml::Document& sent) {
  Change result{find_order(call, session), {}};
  if (!result.order) return result;
  store::Order& order = *result.order;
  const bool is_cancel = is_cancellation(body_of(call));
  const scenario::Transition* transition =
      transition_on(session, order, is_cancel ? "cancel" : "supp");
  if (transition == nullptr) {
    const bool is_over = lifecycle_of(session, order).is_terminal(order.status);
    result.findings = {unmodifiable(is_over)};
    return result;
  }
  if (is_cancel) {
    cancel(session, call, *transition, sent, order);
    return result;
  }
  xml::Document document = xml::Document::restore(order.document);
  const xml::Document before = xml::Document::restore(order.document);
  std::vector<std::string> differences = merge_lsr(document.root(), sent.root());
  const LsrCandidate candidate(sent.root(), order.account, session.seed, session.now,
                               before.root());
  result.findings = check_supp(body_of(call), candidate, lsr_view(order).root());
  if (result.findings.empty()) {
    supp(session, call, *transition, std::move(document), std::move(differences), order);
  } else {
    result.wished = std::move(document);
  }
  return result;
}

}  // namespace

Answer create_lsr(const Call& call, engine::Visit& world) {
  xml::Document document = read_lsr(body_of(call));
  const LsrCandidate candidate(document.root(), call.account(), world.seed_data(), world.now());
  std::vector<Finding> findings = check_lsr(body_of(call), candidate);

  store::Order order;
  order.type = kLsrType;
  order.account = call.account();
  order.user = order.modified_by = call.user;
  order.pon = document.root().text("Pon");
  world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    order.created = order.modified = session.now;
    append(findings, check_pon_in_world(candidate, session));
    if (!findings.empty()) return true;
    complete_lsr(document.root(), candidate.account_spid, default_lsr_date(candidate));
    index(order, document);
    engine::begin_life(session, order, candidate.numbers, "create");
    return true;
  });
  xml::Document view = lsr_view(std::move(document), order);
  if (!findings.empty()) {
    // Imitated oddity: an order that is not taken is of no account.
    view.root().child("AccountId").set_text("0");
    return rejected_lsr(call.operation, view, findings);
  }
  xml::Element foc = view.root().child("RequestedFocDate");
  foc.set_text(at_midnight(foc.text()));
  Answer result = lsr_answer(201, view);
  result.location = location(call, order.id);
  return result;
}

Answer get_lsr(const Call& call, engine::Visit& world) {
  const std::optional<store::Order> order =
      world.read([&](engine::Session& session) { return find_order(call, session); });
  return order ? answer(200, lsr_view(*order)) : unknown_lsr(call);
}

Answer supp_lsr(const Call& call, engine::Visit& world) {
  const xml::Document sent = read_lsr(body_of(call));
  Change result =
      world.write([&](engine::Session& session) { return change(session, call, sent); });
  if (!result.order) return unknown_lsr(call);
  const xml::Document view =
      result.wished ? lsr_view(std::move(*result.wished), *result.order) : lsr_view(*result.order);
  return result.findings.empty() ? lsr_answer(200, view)
                                 : rejected_lsr(call.operation, view, result.findings);
}

}  // namespace irisim::operations
