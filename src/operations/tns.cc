#include "operations/tns.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "operations/fields.h"
#include "operations/number_filter.h"
#include "operations/number_pages.h"
#include "operations/number_view.h"
#include "operations/paging.h"

namespace irisim::operations {
namespace {

constexpr int64_t kDefaultSize = 500;
constexpr size_t kMostNumbers = 2'500;

constexpr int kNoNumber = 12512;
constexpr int kBadPage = 15516;
constexpr int kBadStatus = 15513;
constexpr int kBadService = 15621;
constexpr int kServiceNotWith = 15622;
constexpr int kTooMany = 15607;
constexpr int kInvalidNumbers = 15608;
constexpr int kUnknownNumbers = 15610;
constexpr int kNoNumbers = 15611;

std::optional<store::NumberStatus> status_named(std::string_view name) {
  using enum store::NumberStatus;
  for (const store::NumberStatus status : {kAvailable, kReserved, kInservice, kAging, kPortedOut}) {
    if (equal_ignoring_case(name, name_of(status))) return status;
  }
  return std::nullopt;
}

// Voice is what every number in service has. Nothing here has emergency services.
constexpr std::string_view kVoice = "Voice";
constexpr std::string_view kServices[] = {kVoice, "E911", "Hosted_E911"};
constexpr std::string_view kNotWithService[] = {
    "state", "host", "city", "rateCenter", "tier", "lata", "siteId", "sippeerId", "status"};

struct Query {
  store::NumberFilter filter;
  std::optional<Tn> number;  // the only one that may be listed
  bool is_empty = false;     // what is asked for does not exist
};

std::optional<Refusal> read_service(const http::Query& parameters, Query& query) {
  const std::optional<std::string> service = parameters.find("service");
  if (!service) return std::nullopt;
  const auto is_named = [&](std::string_view name) { return equal_ignoring_case(name, *service); };
  if (std::ranges::none_of(kServices, is_named))
    return Refusal{400, broken_rule(kBadService, {*service})};
  for (const std::string_view other : kNotWithService) {
    if (parameters.find(other)) return Refusal{400, broken_rule(kServiceNotWith, {*service})};
  }
  query.filter.status = store::NumberStatus::kInservice;
  query.is_empty = !is_named(kVoice);
  return std::nullopt;
}

Outcome<Query> read_query(const http::Query& parameters, const inventory::Inventory& inventory) {
  Outcome<store::NumberFilter> filter = read_number_filter(parameters, inventory);
  if (!filter) return filter.error();
  Query query{std::move(*filter), std::nullopt, false};
  query.filter.account = parameters.find("accountId");
  // The contract's example of a link has it so.
  if (!query.filter.account) query.filter.account = parameters.find("account");
  query.filter.site = parameters.find("siteId");
  query.filter.peer = parameters.find("sippeerId");
  if (const auto status = parameters.find("status")) {
    query.filter.status = status_named(*status);
    if (!query.filter.status) return Refusal{400, broken_rule(kBadStatus, {*status})};
  }
  if (const auto number = parameters.find("fullNumber")) {
    query.number = parse_tn(*number);
    if (!query.number) return Refusal{400, broken_rule(kNoNumber, {*number})};
  }
  if (const auto refusal = read_service(parameters, query)) return *refusal;
  // No SIP peer's hosts are known here.
  query.is_empty |= parameters.find("host").has_value();
  return query;
}

bool equals_if_given(const std::optional<std::string>& wanted, const std::string& value) {
  return !wanted || *wanted == value;
}

bool matches(const store::NumberFilter& filter, const NumberFacts& facts) {
  const store::Number& number = facts.number;
  return equals_if_given(filter.account, number.account) &&
         equals_if_given(filter.site, number.site) && equals_if_given(filter.peer, number.peer) &&
         (!filter.status || name_of(*filter.status) == facts.status) &&
         filter.has_block(npa_nxx_x(number.tn));
}

struct Found {
  int64_t total = 0;
  std::vector<NumberFacts> numbers;
  std::optional<std::string> next;
};

Found find_one(const Call& call, engine::Session& session, const Query& query) {
  std::optional<NumberFacts> facts = find_facts(session, *query.number);
  Found found;
  if (!facts || !may_see(call, facts->number) || !matches(query.filter, *facts)) return found;
  found.total = 1;
  found.numbers.push_back(std::move(*facts));
  return found;
}

// One for each account that the user may see and the query does not rule out.
std::vector<store::NumberFilter> filters_for(const Call& call, const store::NumberFilter& filter) {
  if (call.accounts.empty()) return {filter};
  std::vector<store::NumberFilter> filters;
  for (const std::string& account : call.accounts) {
    if (!equals_if_given(filter.account, account)) continue;
    filters.push_back(filter);
    filters.back().account = account;
  }
  return filters;
}

Found find_page(const Call& call, engine::Session& session, const Query& query,
                const NumberPage& page) {
  NumberList list = list_page(session, filters_for(call, query.filter), page);
  Found found{list.total, {}, std::move(list.next)};
  for (store::Number& number : list.numbers) {
    const std::string_view status = name_of(number.status);
    found.numbers.push_back({std::move(number), status});
  }
  return found;
}

xml::Document list_document(const std::vector<NumberFacts>& numbers, int64_t total,
                            const inventory::Inventory& inventory) {
  xml::Document document("TelephoneNumbersResponse");
  document.root().add("TelephoneNumberCount", std::to_string(total));
  xml::Element list = document.root().add("TelephoneNumbers");
  for (const NumberFacts& facts : numbers) add_facts(list.add("TelephoneNumber"), facts, inventory);
  return document;
}

void add_error(xml::Element root, int code, const std::vector<std::string>& numbers) {
  if (numbers.empty()) return;
  xml::Element error = root.child_or_add("ErrorList").add("Error");
  error.add("Code", std::to_string(code));
  error.add("Description", broken_rule(code).message);
  xml::Element list = error.add("TelephoneNumbers");
  for (const std::string& number : numbers) list.add("TelephoneNumber", number);
}

}  // namespace

Answer list_tns(const Call& call, engine::Visit& world) {
  const Outcome<Query> query = read_query(call.query, world.inventory());
  if (!query) return refused(call, query.error());
  const Outcome<NumberPage> page = read_number_page(
      call.query, kDefaultSize, broken_rule(kBadPage, {call.query.find("page").value_or("")}));
  if (!page) return refused(call, page.error());
  const Found found = world.read([&](engine::Session& session) {
    if (query.value().is_empty) return Found();
    return query.value().number ? find_one(call, session, query.value())
                                : find_page(call, session, query.value(), page.value());
  });
  xml::Document document = list_document(found.numbers, found.total, world.inventory());
  add_links(document.root(), call, page.value().size, found.next);
  return answer(200, std::move(document));
}

Answer find_tns(const Call& call, engine::Visit& world) {
  std::vector<std::string> invalid, unknown;
  std::vector<Tn> named;
  std::set<std::string> seen;
  const std::vector<std::string> sent = texts(call.body->root(), "Tn");
  if (sent.empty()) return refused(call, {400, broken_rule(kNoNumbers)});
  if (sent.size() > kMostNumbers)
    return refused(call, {400, broken_rule(kTooMany, {std::to_string(kMostNumbers)})});
  for (const std::string& text : sent) {
    if (!seen.insert(text).second) continue;
    if (const std::optional<Tn> tn = parse_tn(text)) {
      named.push_back(*tn);
    } else {
      invalid.push_back(text);
    }
  }
  const auto found = world.read([&](engine::Session& session) {
    std::vector<NumberFacts> numbers;
    for (const Tn tn : named) {
      std::optional<NumberFacts> facts = find_facts(session, tn);
      if (facts && may_see(call, facts->number)) {
        numbers.push_back(std::move(*facts));
      } else {
        unknown.push_back(format_tn(tn));
      }
    }
    return numbers;
  });
  xml::Document document = list_document(found, std::ssize(found), world.inventory());
  document.root().add("Links").add("first",
                                   "Link=<" + call.base + call.path() + ">;rel=\"first\";");
  add_error(document.root(), kInvalidNumbers, invalid);
  add_error(document.root(), kUnknownNumbers, unknown);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
