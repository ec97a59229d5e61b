#include "operations/portin_rules.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/business_days.h"
#include "base/states.h"
#include "base/telephone_number.h"
#include "base/text.h"
#include "operations/address_rules.h"
#include "operations/field_rules.h"
#include "operations/fields.h"
#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

// What a rule says of a candidate: nothing if it holds; else the arguments of its message.
using Broken = std::optional<std::vector<std::string>>;

struct Rule {
  int code;
  Broken (*check)(const Candidate&);
};

Broken broken_if(bool condition) {
  return condition ? Broken(std::in_place) : std::nullopt;
}

std::string_view value(const Candidate& c, std::string_view element) {
  return c.order.text(element);
}

bool lacks(const Candidate& c, std::string_view element) {
  return value(c, element).empty();
}

bool is_longer(std::string_view text, size_t most) {
  return text.size() > most;
}

bool is_toll_free_text(std::string_view number) {
  const std::optional<Tn> tn = parse_tn(number);
  return tn && is_toll_free(*tn);
}

std::string_view subscriber_type(const Candidate& c) {
  return c.subscriber.text("SubscriberType");
}

bool is_business(const Candidate& c) {
  return equal_ignoring_case(subscriber_type(c), "BUSINESS");
}

bool is_residential(const Candidate& c) {
  return equal_ignoring_case(subscriber_type(c), "RESIDENTIAL");
}

std::optional<Timestamp> changed_foc_date(xml::Element sent, xml::Element before) {
  const std::optional<Timestamp> date = parse_timestamp(sent.text("RequestedFocDate"));
  const std::optional<Timestamp> known = parse_timestamp(before.text("RequestedFocDate"));
  return date && known && date->instant == known->instant ? std::nullopt : date;
}

bool is_foc_date_malformed(const Candidate& c) {
  const std::string_view sent = c.sent.text("RequestedFocDate");
  return !sent.empty() && !parse_timestamp(sent);
}

Date today(const Candidate& c) {
  return std::chrono::floor<std::chrono::days>(c.now);
}

std::vector<std::string> attributes(const Candidate& c) {
  std::vector<std::string> result;
  for (const xml::Element attribute : c.order.child("TnAttributes").children())
    result.emplace_back(attribute.text());
  return result;
}

Broken bad_attribute(const Candidate& c) {
  // "Imported" is not among the values that the message names, and stands in the contract's
  // accepted example.
  static constexpr std::string_view kKnown[] = {"Protected", "External", "Imported", "Hosted"};
  for (const std::string& attribute : attributes(c)) {
    if (std::ranges::find(kKnown, attribute) == std::end(kKnown)) return Broken({attribute});
  }
  return std::nullopt;
}

Broken repeated_attribute(const Candidate& c) {
  std::set<std::string> seen;
  for (const std::string& attribute : attributes(c)) {
    if (!seen.insert(attribute).second) return Broken({attribute});
  }
  return std::nullopt;
}

// A business is named by its name or, as in the contract's own example, by a person
// (docs/quirks.md).
bool lacks_name(const Candidate& c) {
  if (is_residential(c)) return c.subscriber.text("LastName").empty();
  return is_business(c) && c.subscriber.text("BusinessName").empty() &&
         c.subscriber.text("LastName").empty();
}

// The table of the contract, element by element, in three parts: what stands before the address,
// the address, and what stands behind it.
constexpr Rule kRules[] = {
    {7318,
     [](const Candidate& c) {
       return broken_if(is_no_customer_order_id(value(c, "CustomerOrderId")));
     }},
    {7217, [](const Candidate& c) { return broken_if(is_foc_date_malformed(c)); }},
    {7208, [](const Candidate& c) { return broken_if(c.foc && c.foc->date < today(c)); }},
    {7209, [](const Candidate& c) { return broken_if(c.foc && c.foc->date == today(c)); }},
    {7315,
     [](const Candidate& c) {
       return broken_if(c.foc && c.foc->date > today(c) && !is_business_day(c.foc->date));
     }},
    {7103, [](const Candidate& c) { return broken_if(lacks(c, "BillingTelephoneNumber")); }},
    {7203,
     [](const Candidate& c) {
       return broken_if(!lacks(c, "BillingTelephoneNumber") &&
                        !is_nanp(value(c, "BillingTelephoneNumber")));
     }},
    {7494,
     [](const Candidate& c) {
       return broken_if(!lacks(c, "NewBillingTelephoneNumber") &&
                        !is_nanp(value(c, "NewBillingTelephoneNumber")));
     }},
    {7497,
     [](const Candidate& c) {
       return broken_if(!lacks(c, "NewBillingTelephoneNumber") &&
                        value(c, "NewBillingTelephoneNumber") ==
                            value(c, "BillingTelephoneNumber"));
     }},
    {7496,
     [](const Candidate& c) {
       return broken_if(std::ranges::find(c.numbers, value(c, "NewBillingTelephoneNumber")) !=
                        c.numbers.end());
     }},
    {7104, [](const Candidate& c) { return broken_if(!c.subscriber); }},
    {7106,
     [](const Candidate& c) {
       return broken_if(c.subscriber && !is_business(c) && !is_residential(c));
     }},
    {7211,
     [](const Candidate& c) {
       return broken_if(is_residential(c) && !c.subscriber.text("BusinessName").empty());
     }},
    {7105, [](const Candidate& c) { return broken_if(lacks_name(c)); }},
    {7324,
     [](const Candidate& c) {
       return broken_if(is_longer(c.subscriber.text("BusinessName"), 25));
     }},
    {7355,
     [](const Candidate& c) { return broken_if(is_longer(c.subscriber.text("FirstName"), 25)); }},
    {7354,
     [](const Candidate& c) {
       return broken_if(is_longer(c.subscriber.text("MiddleInitial"), 1));
     }},
    {7356,
     [](const Candidate& c) { return broken_if(is_longer(c.subscriber.text("LastName"), 25)); }},
    {7481,
     [](const Candidate& c) {
       const xml::Element subscriber = c.sent.child("Subscriber");
       return broken_if(subscriber.child("AccountNumber") || subscriber.child("PinNumber"));
     }},
    {7107, [](const Candidate& c) { return broken_if(c.subscriber && !c.address); }},
};

constexpr FieldRule kAddressRules[] = {
    {7108, "HouseNumber", is_missing},
    {7329, "PreDirectional", is_no_directional},
    {7109, "StreetName", is_missing},
    {7330, "PostDirectional", is_no_directional},
    {7110, "City", is_missing},
    {7111, "StateCode", is_missing},
    {7395, "StateCode", is_no_state, FieldRule::kText},
    {7112, "Zip", is_missing},
    {7214, "Zip", is_no_zip},
};

constexpr Rule kOtherRules[] = {
    {7115, [](const Candidate& c) { return broken_if(lacks(c, "LoaAuthorizingPerson")); }},
    {7319,
     [](const Candidate& c) {
       return broken_if(!lacks(c, "PartialPort") && !is_boolean(value(c, "PartialPort")));
     }},
    {7322,
     [](const Candidate& c) {
       return broken_if((!lacks(c, "Triggered") && !is_boolean(value(c, "Triggered"))) ||
                        (!lacks(c, "Immediately") && !is_boolean(value(c, "Immediately"))));
     }},
    {7399, bad_attribute},
    {7474, repeated_attribute},
    // An order that exists has 7505 for it.
    {7101, [](const Candidate& c) { return broken_if(!c.before && c.numbers.empty()); }},
};

Broken repeated_number(const Candidate& c) {
  std::set<std::string> seen, repeated;
  for (const std::string& number : c.numbers) {
    if (!seen.insert(number).second) repeated.insert(number);
  }
  if (repeated.empty()) return std::nullopt;
  return Broken({join(std::vector<std::string>(repeated.begin(), repeated.end()), ", ")});
}

Broken mixed_toll_free(const Candidate& c) {
  std::vector<std::string> toll_free;
  std::ranges::copy_if(c.numbers, std::back_inserter(toll_free), is_toll_free_text);
  if (toll_free.empty() || toll_free.size() == c.numbers.size()) return std::nullopt;
  return Broken({join(toll_free, ", ")});
}

constexpr Rule kNumberRules[] = {{7502, repeated_number}, {7386, mixed_toll_free}};

void apply(std::span<const Rule> rules, const Candidate& candidate,
           std::vector<Finding>& findings) {
  for (const Rule& rule : rules) {
    if (Broken broken = rule.check(candidate))
      findings.push_back(broken_rule(rule.code, std::move(*broken)));
  }
}

// A finding that lists the numbers for which the predicate holds, if there are any.
template <class Predicate>
void collect(int code, const std::vector<std::string>& numbers, Predicate predicate,
             std::vector<Finding>& findings) {
  std::vector<std::string> bad;
  std::ranges::copy_if(numbers, std::back_inserter(bad), predicate);
  if (!bad.empty()) findings.push_back(broken_rule(code, {}, std::move(bad)));
}

}  // namespace

Candidate::Candidate(xml::Element whole, xml::Element part, Instant at, xml::Element former)
    : order(whole),
      sent(part),
      now(at),
      before(former),
      foc(changed_foc_date(part, former)),
      subscriber(whole.child("Subscriber")),
      address(subscriber.child("ServiceAddress")),
      numbers(portin_numbers(whole)) {}

std::vector<Finding> check_portin(const Candidate& candidate) {
  std::vector<Finding> findings;
  apply(kRules, candidate, findings);
  check_fields(candidate.address, kAddressRules, findings);
  apply(kOtherRules, candidate, findings);
  for (Finding& finding : check_portin_numbers(candidate)) findings.push_back(std::move(finding));
  return findings;
}

std::vector<Finding> check_portin_numbers(const Candidate& candidate) {
  std::vector<Finding> findings;
  collect(
      7201, candidate.numbers, [](const std::string& number) { return !is_nanp(number); },
      findings);
  apply(kNumberRules, candidate, findings);
  return findings;
}

std::vector<Finding> check_portin_in_world(const Candidate& candidate, engine::Session& session,
                                           std::string_view account, int64_t row) {
  std::vector<Finding> findings;
  store::Sites& sites = session.store.sites;
  const std::string_view site = candidate.order.text("SiteId");
  const std::string_view peer = candidate.order.text("PeerId");
  const bool known_site = sites.exists(account, site);
  if (!known_site) findings.push_back(broken_rule(7309));
  if (known_site && peer.empty() && !sites.default_peer(account, site))
    findings.push_back(broken_rule(7310));
  if (!peer.empty()) {
    const std::optional<store::SipPeer> found = sites.find_peer(account, peer);
    if (!found) findings.push_back(broken_rule(7312));
    if (found && known_site && found->site != site) findings.push_back(broken_rule(7311));
  }
  collect(
      7205, candidate.numbers,
      [&](const std::string& number) { return session.store.orders.is_held(number, row); },
      findings);
  return findings;
}

std::vector<Finding> check_supp(const Candidate& candidate, const store::Order& order,
                                bool has_reached_foc) {
  std::vector<Finding> findings;
  const std::string_view status = candidate.sent.text("ProcessingStatus");
  const bool is_draft = order.status == "DRAFT";
  // An unchanged status is an echo of what the client has read.
  if (!status.empty() && status != order.status && !(is_draft && status == "SUBMITTED")) {
    findings.push_back(
        broken_rule(7372, {std::string(status), is_draft ? "SUBMITTED" : order.status}));
  }
  if (is_draft) return findings;
  const std::string_view triggered = candidate.sent.text("Triggered");
  if (!triggered.empty() && is_true(triggered) != is_true(candidate.before.text("Triggered")))
    findings.push_back(broken_rule(7350));
  if (candidate.sent.child("ListOfPhoneNumbers") && portin_numbers(candidate.sent).empty()) {
    findings.push_back(broken_rule(7505));
  } else if (has_reached_foc && candidate.numbers != portin_numbers(candidate.before)) {
    findings.push_back(broken_rule(7498));
  }
  return findings;
}

}  // namespace irisim::operations
