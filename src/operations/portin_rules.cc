#include "operations/portin_rules.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/telephone_number.h"
#include "base/text.h"
#include "operations/address_rules.h"
#include "operations/field_rules.h"
#include "operations/number_custody.h"
#include "operations/portin_date_rules.h"
#include "operations/portin_number_rules.h"

namespace irisim::operations {
namespace {

std::string_view value(const Candidate& c, std::string_view element) {
  return c.order.text(element);
}

bool lacks(const Candidate& c, std::string_view element) {
  return value(c, element).empty();
}

bool is_longer(std::string_view text, size_t most) {
  return count_characters(text) > most;
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

// Mixed numbers have a finding of their own.
bool is_toll_free_port(const Candidate& c) {
  return !c.numbers.empty() && std::ranges::all_of(c.numbers, [](const std::string& number) {
    const std::optional<Tn> tn = parse_tn(number);
    return tn && is_toll_free(*tn);
  });
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
constexpr PortinRule kRules[] = {
    {7318,
     [](const Candidate& c) {
       return broken_if(is_no_customer_order_id(value(c, "CustomerOrderId")));
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
    {7391, [](const Candidate& c) { return broken_if(is_residential(c) && is_toll_free_port(c)); }},
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

constexpr PortinRule kOtherRules[] = {
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
    {7397,
     [](const Candidate& c) {
       return broken_if(asks_for_protection(c.order) && is_toll_free_port(c));
     }},
    // An order that exists has 7505 for it.
    {7101, [](const Candidate& c) { return broken_if(!c.before && c.numbers.empty()); }},
};

void check_place(const Candidate& candidate, store::Sites& sites, std::string_view account,
                 std::vector<Finding>& findings) {
  const std::string_view site = candidate.order.text("SiteId");
  const std::string_view peer = candidate.order.text("PeerId");
  const bool known_site = sites.exists(account, site);
  if (!known_site) findings.push_back(broken_rule(7309));
  if (known_site && peer.empty() && !sites.default_peer(account, site))
    findings.push_back(broken_rule(7310));
  if (peer.empty()) return;
  const std::optional<store::SipPeer> found = sites.find_peer(account, peer);
  if (!found) findings.push_back(broken_rule(7312));
  if (found && known_site && found->site != site) findings.push_back(broken_rule(7311));
}

}  // namespace

std::vector<Finding> check_portin(const Candidate& candidate) {
  std::vector<Finding> findings;
  apply(kRules, candidate, findings);
  check_fields(candidate.address, kAddressRules, findings);
  apply(kOtherRules, candidate, findings);
  check_portin_date(candidate, findings);
  check_number_list(candidate, findings);
  return findings;
}

std::vector<Finding> check_draft(const Candidate& candidate) {
  std::vector<Finding> findings;
  check_number_list(candidate, findings);
  return findings;
}

std::vector<Finding> check_portin_in_world(const Candidate& candidate,
                                           std::span<const Portability> numbers,
                                           engine::Session& session, std::string_view account,
                                           int64_t row) {
  std::vector<Finding> findings;
  if (asks_for_protection(candidate.order) && !has_feature(session, account, "PROTECTED_TNS"))
    findings.push_back(broken_rule(7475));
  check_place(candidate, session.store.sites, account, findings);
  check_whereabouts(candidate, numbers, session, row, findings);
  if (const std::optional<PortTerms> terms = port_terms(numbers)) {
    check_terms(candidate, *terms, findings);
    check_porting_interval(candidate, terms->carrier.minimum_porting_interval, findings);
  }
  return findings;
}

}  // namespace irisim::operations
