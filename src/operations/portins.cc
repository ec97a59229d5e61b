#include "operations/portins.h"

#include "base/check.h"
#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/order_call.h"
#include "operations/portin_date_rules.h"
#include "operations/portin_document.h"
#include "operations/portin_number_rules.h"
#include "operations/portin_rules.h"
#include "operations/portin_supp_rules.h"
#include "operations/portin_view.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kType = "portins";

// Why an order that has no transition for an action refuses it.
struct Refusal {
  std::string_view status;
  int code;
};
constexpr Refusal kRefusals[] = {
    {"COMPLETE", 7304},
    {"CANCELLED", 7303},
    {"REQUESTED_CANCEL", 7353},
};
constexpr int kNotAllowed = 7483;
constexpr int kNoPorting = 7333;

Finding refusal(const store::Order& order) {
  for (const Refusal& refusal : kRefusals) {
    if (refusal.status == order.status) return broken_rule(refusal.code);
  }
  return broken_rule(kNotAllowed);
}

// The columns that repeat the document, so that lists can search them.
void index(store::Order& order, const xml::Document& document, engine::Session& session) {
  const xml::Element root = document.root();
  order.customer_order_id = optional_text(root.text("CustomerOrderId"));
  order.billing_tn = optional_text(root.text("BillingTelephoneNumber"));
  order.site = root.text("SiteId");
  order.peer = root.text("PeerId");
  if (order.peer.empty()) {
    if (const auto peer = session.store.sites.default_peer(order.account, order.site))
      order.peer = peer->id;
  }
  order.vendor = root.text("VendorId");
  order.document = document.compact();
}

void fill_in(xml::Element order, const std::optional<PortTerms>& terms, Instant now) {
  const int interval = terms ? terms->carrier.minimum_porting_interval : 0;
  complete_portin(order, next_foc_date(now, interval));
}

// What a call did, for the answer that is printed after the lock is gone.
struct Outcome {
  std::optional<store::Order> order;  // absent: unknown
  std::vector<Finding> findings;      // not empty: nothing was changed
  bool ok() const { return order && findings.empty(); }
};

Answer order_answer(const Call& call, int status, xml::Document document,
                    const store::Order& order) {
  xml::Document view = portin_view(std::move(document), order);
  add_status(view.root(), call.operation, status);
  return answer(status, std::move(view));
}

// What a PUT does, by the state of the order and the ProcessingStatus that is sent.
enum class Change {
  kEditDraft,    // anything may change, and only the list of numbers is checked
  kSubmitDraft,  // all is checked, and the port begins
  kSupp,
};

Change change_of(const store::Order& order, xml::Element sent) {
  if (order.status != "DRAFT") return Change::kSupp;
  return sent.text("ProcessingStatus") == "SUBMITTED" ? Change::kSubmitDraft : Change::kEditDraft;
}

const scenario::Transition* transition_of(engine::Session& session, const store::Order& order,
                                          Change change) {
  if (change == Change::kEditDraft) return nullptr;
  return transition_on(session, order, change == Change::kSupp ? "supp" : "submit");
}

std::vector<Finding> check_change(Candidate candidate, Change change,
                                  std::span<const Portability> numbers, engine::Session& session,
                                  const store::Order& order) {
  std::vector<Finding> findings =
      check_supp(candidate, order, session.store.history.has_status(order.row, "FOC"));
  if (change == Change::kEditDraft) {
    append(findings, check_draft(candidate));
    return findings;
  }
  if (change == Change::kSubmitDraft)
    candidate = Candidate(candidate.order, candidate.order, candidate.now);
  append(findings, check_portin_in_world(candidate, numbers, session, order.account, order.row));
  append(findings, check_portin(candidate));
  return findings;
}

}  // namespace

Answer create_portin(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  xml::Document document(kPortinRoot);
  merge_portin(document.root(), sent);
  const std::string_view status = sent.text("ProcessingStatus");
  const bool is_draft = status == "DRAFT";

  // What needs no state is checked before the lock is taken.
  const Candidate candidate(document.root(), sent, world.now());
  std::vector<Finding> findings;
  if (!status.empty() && !is_draft && status != "SUBMITTED") {
    findings.push_back(broken_rule(7372, {std::string(status), "DRAFT, SUBMITTED"}));
  }
  append(findings, is_draft ? check_draft(candidate) : check_portin(candidate));

  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result;
    session.ensure_account(call.account());
    if (!has_feature(session, call.account(), "LNP")) {
      result.findings = {broken_rule(kNoPorting)};
      return result;
    }
    const std::vector<Portability> numbers =
        portabilities(session, call.account(), candidate.numbers);
    if (!is_draft)
      result.findings = check_portin_in_world(candidate, numbers, session, call.account(), 0);
    append(result.findings, std::move(findings));
    if (!result.findings.empty()) return result;
    const std::optional<PortTerms> terms = port_terms(numbers);
    set_port_terms(document.root(), terms);
    if (!is_draft) fill_in(document.root(), terms, session.now);

    store::Order order;
    order.type = kType;
    order.account = call.account();
    order.user = order.modified_by = call.user;
    order.created = order.modified = session.now;
    index(order, document, session);
    engine::begin_life(session, order, portin_numbers(document.root()),
                       is_draft ? "draft" : "create");
    result.order = std::move(order);
    return result;
  });
  if (!outcome.findings.empty()) {
    fill_in(document.root(), std::nullopt, candidate.now);
    return rejected(call.operation, "", document.root(), outcome.findings);
  }
  Answer result = order_answer(call, 201, std::move(document), *outcome.order);
  result.location = location(call, outcome.order->id);
  return result;
}

Answer get_portin(const Call& call, engine::Visit& world) {
  const std::optional<store::Order> order =
      world.read([&](engine::Session& session) { return find_order(call, session); });
  if (!order) return unknown_order(call);
  return answer(200, portin_view(*order));
}

Answer supp_portin(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  xml::Document document(kPortinRoot);  // the order as it would be

  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result{find_order(call, session), {}};
    if (!result.order) return result;
    store::Order& order = *result.order;
    const Change change = change_of(order, sent);
    const scenario::Transition* transition = transition_of(session, order, change);
    if (transition == nullptr && change != Change::kEditDraft) {
      result.findings.push_back(refusal(order));
      return result;
    }
    const xml::Document before = xml::Document::restore(order.document);
    document = xml::Document::restore(order.document);
    std::vector<std::string> differences;
    merge_portin(document.root(), sent, &differences);
    const Candidate candidate(document.root(), sent, session.now, before.root());
    const std::vector<Portability> numbers =
        portabilities(session, order.account, candidate.numbers);
    result.findings = check_change(candidate, change, numbers, session, order);
    if (!result.findings.empty()) return result;

    for (const std::string_view stale : {"Errors", "AutoActivationDate"})
      document.root().remove_all(stale);
    const std::optional<PortTerms> terms = port_terms(numbers);
    // An order that is under way goes on as it began.
    if (change != Change::kSupp) set_port_terms(document.root(), terms);
    if (change != Change::kEditDraft) fill_in(document.root(), terms, session.now);
    index(order, document, session);
    session.store.orders.set_numbers(order.row, portin_numbers(document.root()));
    const engine::Cause cause{call.user, "", join(differences, "\n")};
    switch (change) {
      case Change::kEditDraft:
        record_change(session, order, cause);
        break;
      case Change::kSubmitDraft:  // its history begins here
        take(session, order, *transition, {call.user, "", ""});
        break;
      case Change::kSupp:
        take(session, order, *transition, cause);
        break;
    }
    return result;
  });
  if (!outcome.order) return unknown_order(call);
  if (!outcome.findings.empty()) {
    return rejected(call.operation, outcome.order->id, document.root(), outcome.findings);
  }
  Answer result = order_answer(call, 200, std::move(document), *outcome.order);
  // Imitated oddity: this answer alone gives the date without milliseconds.
  xml::Element foc = result.document->root().child("RequestedFocDate");
  if (const auto date = parse_timestamp(foc.text()))
    foc.set_text(format_instant_seconds(date->instant));
  return result;
}

Answer cancel_portin(const Call& call, engine::Visit& world) {
  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result{find_order(call, session), {}};
    if (!result.order) return result;
    store::Order& order = *result.order;
    if (order.status == "DRAFT") {
      session.store.orders.remove(order.row);
      return result;
    }
    const scenario::Transition* transition = transition_on(session, order, "cancel");
    if (transition == nullptr) {
      result.findings.push_back(refusal(order));
    } else {
      take(session, order, *transition, {call.user, "", ""});
    }
    return result;
  });
  if (!outcome.order) return unknown_order(call);
  if (outcome.findings.empty()) return empty_answer(200);
  return rejected(call.operation, outcome.order->id, {}, outcome.findings);
}

}  // namespace irisim::operations
