#include "operations/portin_number_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "catalog/catalog.h"
#include "operations/fields.h"
#include "operations/number_custody.h"
#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

using Numbers = std::vector<std::string>;

std::string joined(const std::set<std::string>& numbers) {
  return join(Numbers(numbers.begin(), numbers.end()), ", ");
}

void check_repeated(const Numbers& numbers, std::vector<Finding>& findings) {
  std::set<std::string> seen, repeated;
  for (const std::string& number : numbers) {
    if (!seen.insert(number).second) repeated.insert(number);
  }
  if (!repeated.empty()) findings.push_back(broken_rule(7502, {joined(repeated)}));
}

// Why one number cannot be ported.
struct WhereaboutsRule {
  int code;
  bool (*breaks)(const Portability&);
};
constexpr WhereaboutsRule kFreedomRules[] = {
    {7206, [](const Portability& n) { return n.holder == Holder::kOwnAccount; }},
    {7378, [](const Portability& n) { return n.holder == Holder::kNobody; }},
};
constexpr WhereaboutsRule kCoverageRules[] = {
    {7331,
     [](const Portability& n) { return n.holder == Holder::kCarrier && n.vendor == nullptr; }},
    {7609,
     [](const Portability& n) {
       return n.holder == Holder::kCarrier && n.vendor != nullptr && !n.carrier.is_supported;
     }},
};

// A finding that lists the numbers for which the predicate holds, if there are any.
template <class Predicate>
void collect(int code, std::span<const Portability> numbers, Predicate breaks,
             std::vector<Finding>& findings, std::vector<std::string> arguments = {}) {
  Numbers bad;
  for (const Portability& number : numbers) {
    if (breaks(number)) bad.push_back(format_tn(number.tn));
  }
  if (!bad.empty()) findings.push_back(broken_rule(code, std::move(arguments), std::move(bad)));
}

// The numbers that the order does not have yet.
std::vector<Portability> joining(const Candidate& c, std::span<const Portability> numbers) {
  const Numbers before = portin_numbers(c.before);
  const std::set<std::string> known(before.begin(), before.end());
  std::vector<Portability> result;
  std::ranges::copy_if(numbers, std::back_inserter(result), [&](const Portability& number) {
    return !known.contains(format_tn(number.tn));
  });
  return result;
}

// Numbers of one new order: with one losing carrier, to one vendor.
void check_together(std::span<const Portability> numbers, const PortTerms& terms,
                    std::vector<Finding>& findings) {
  collect(
      7204, numbers,
      [&](const Portability& n) { return n.type && n.carrier.spid != terms.carrier.spid; },
      findings);
  collect(
      7363, numbers, [&](const Portability& n) { return n.type && n.vendor != terms.vendor; },
      findings);
}

// A number that joins an order against what the order's numbers have in common: the first that does
// not agree.
enum class Discord { kNone, kType, kCarrier, kVendor };

Discord discord(const Portability& number, xml::Element order) {
  if (!number.type) return Discord::kNone;  // it has a finding of its own
  const std::string_view type = order.text("PortType");
  const bool is_internal = number.type == PortType::kInternal;
  if (is_internal != (type == name_of(PortType::kInternal))) return Discord::kType;
  if (number.carrier.spid != order.text("LosingCarrierSPID")) return Discord::kCarrier;
  if (number.vendor->id != order.text("VendorId")) return Discord::kVendor;
  return name_of(*number.type) == type ? Discord::kNone : Discord::kType;
}

void check_joining(std::span<const Portability> numbers, xml::Element order,
                   std::vector<Finding>& findings) {
  const auto has = [&](Discord what) {
    return [&order, what](const Portability& number) { return discord(number, order) == what; };
  };
  collect(7495, numbers, has(Discord::kCarrier), findings);
  collect(7500, numbers, has(Discord::kVendor), findings);
  const auto other = std::ranges::find_if(numbers, has(Discord::kType));
  if (other == numbers.end()) return;
  collect(7499, numbers, has(Discord::kType), findings,
          {std::string(order.text("PortType")), std::string(name_of(*other->type))});
}

// Whether the losing carrier is another one than that of the billing telephone numbers. We know who
// has a number only of those that are ported, and toll-free ones are not billed to one.
bool is_billed_elsewhere(const Candidate& c, const PortTerms& terms,
                         const inventory::Inventory& inventory) {
  if (terms.type == PortType::kInternal) return false;
  const std::optional<Tn> first = parse_tn(c.numbers.front());
  if (!first || is_toll_free(*first)) return false;
  static constexpr std::string_view kBilling[] = {"BillingTelephoneNumber",
                                                  "NewBillingTelephoneNumber"};
  return std::ranges::any_of(kBilling, [&](std::string_view element) {
    const std::optional<Tn> tn = parse_tn(c.order.text(element));
    return tn && inventory.carrier_of(*tn).spid != terms.carrier.spid;
  });
}

struct TermsRule {
  int code;
  bool (*breaks)(const Candidate&, const PortTerms&);
};
constexpr TermsRule kTermsRules[] = {
    // What a wireless carrier, or one that says so, must be told of its customer.
    {7113,
     [](const Candidate& c, const PortTerms& t) {
       return t.carrier.is_wireless && !c.order.child("WirelessInfo");
     }},
    {7114,
     [](const Candidate& c, const PortTerms& t) {
       const xml::Element info = c.order.child("WirelessInfo");
       const bool is_asked_for =
           t.carrier.is_wireless ? static_cast<bool>(info) : t.carrier.is_account_number_required;
       return is_asked_for && info.text("AccountNumber").empty();
     }},
    {7117,
     [](const Candidate& c, const PortTerms& t) {
       const xml::Element info = c.order.child("WirelessInfo");
       return t.carrier.is_wireless && info && info.text("PinNumber").empty();
     }},
    {7343,
     [](const Candidate& c, const PortTerms& t) {
       return t.carrier.is_wireless && is_true(c.order.text("Triggered"));
     }},
    {7344,
     [](const Candidate& c, const PortTerms& t) {
       return t.type == PortType::kInternal && is_true(c.order.text("Triggered"));
     }},
    {7361,
     [](const Candidate& c, const PortTerms& t) {
       return t.type == PortType::kManualOffNet && is_true(c.order.text("Triggered"));
     }},
    {7362,
     [](const Candidate& c, const PortTerms& t) {
       return t.type == PortType::kManualOffNet && is_true(c.order.text("Immediately"));
     }},
    {7398, [](const Candidate& c,
              const PortTerms& t) { return !t.vendor->is_on_net && asks_for_protection(c.order); }},
};

}  // namespace

void check_number_list(const Candidate& candidate, std::vector<Finding>& findings) {
  Numbers invalid;
  std::ranges::copy_if(candidate.numbers, std::back_inserter(invalid),
                       [](const std::string& number) { return !is_nanp(number); });
  if (!invalid.empty())
    findings.push_back({7201, catalog::message(7201, {}, "list"), std::move(invalid)});
  check_repeated(candidate.numbers, findings);
  std::vector<Tn> numbers;
  for (const std::string& number : candidate.numbers) {
    if (const std::optional<Tn> tn = parse_tn(number)) numbers.push_back(*tn);
  }
  check_one_kind(numbers, findings);
}

void check_one_kind(std::span<const Tn> numbers, std::vector<Finding>& findings) {
  Numbers toll_free;
  for (const Tn tn : numbers) {
    if (is_toll_free(tn)) toll_free.push_back(format_tn(tn));
  }
  if (!toll_free.empty() && toll_free.size() != numbers.size())
    findings.push_back(broken_rule(7386, {join(toll_free, ", ")}));
}

std::vector<Portability> portabilities(engine::Session& session, std::string_view account,
                                       std::span<const std::string> numbers) {
  std::vector<Portability> result;
  for (const std::string& number : numbers) {
    if (const std::optional<Tn> tn = parse_tn(number))
      result.push_back(portability(session, account, *tn));
  }
  return result;
}

void check_freedom(std::span<const Portability> numbers, engine::Session& session, int64_t row,
                   std::vector<Finding>& findings) {
  collect(
      7205, numbers,
      [&](const Portability& number) {
        return session.store.orders.is_held(format_tn(number.tn), "portins", row);
      },
      findings);
  for (const WhereaboutsRule& rule : kFreedomRules)
    collect(rule.code, numbers, rule.breaks, findings);
}

void check_whereabouts(const Candidate& candidate, std::span<const Portability> all,
                       engine::Session& session, int64_t row, std::vector<Finding>& findings) {
  const std::vector<Portability> numbers = joining(candidate, all);
  const size_t before = findings.size();
  check_freedom(numbers, session, row, findings);
  for (const WhereaboutsRule& rule : kCoverageRules)
    collect(rule.code, numbers, rule.breaks, findings);
  const std::optional<PortTerms> terms = port_terms(all);
  if (candidate.before) {
    check_joining(numbers, candidate.before, findings);
  } else if (terms) {
    check_together(numbers, *terms, findings);
  }
  const bool agree = findings.size() == before;
  if (terms && agree && is_billed_elsewhere(candidate, *terms, session.inventory))
    findings.push_back(broken_rule(7204));
}

void check_terms(const Candidate& candidate, const PortTerms& terms,
                 std::vector<Finding>& findings) {
  for (const TermsRule& rule : kTermsRules) {
    if (rule.breaks(candidate, terms)) findings.push_back(broken_rule(rule.code));
  }
}

}  // namespace irisim::operations
