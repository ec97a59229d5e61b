#include "operations/inservice_numbers.h"

#include "operations/number_filter.h"
#include "operations/number_pages.h"
#include "operations/order_numbers.h"
#include "operations/paging.h"
#include "operations/site_call.h"

namespace irisim::operations {
namespace {

constexpr int64_t kDefaultSize = 300;
constexpr int kNeedsState = 15508;
constexpr int kBadPage = 4018;

store::NumberFilter in_service(const Call& call) {
  store::NumberFilter filter;
  filter.account = call.account();
  filter.site = call.find_parameter("siteId");
  filter.status = store::NumberStatus::kInservice;
  return filter;
}

struct Query {
  store::NumberFilter filter;
  NumberPage page;
};

Outcome<Query> read_query(const Call& call, const inventory::Inventory& inventory) {
  Outcome<store::NumberFilter> criteria = read_number_filter(call.query, inventory);
  if (!criteria) return criteria.error();
  const Outcome<NumberPage> page =
      read_number_page(call.query, kDefaultSize, broken_rule(kBadPage));
  if (!page) return page.error();
  Query query{in_service(call), page.value()};
  query.filter.blocks = criteria->blocks;
  query.filter.wants_block = std::move(criteria->wants_block);
  query.filter.modified_from = criteria->modified_from;
  query.filter.modified_before = criteria->modified_before;
  return query;
}

xml::Document list_document(const Call& call, const NumberList& list, int64_t size) {
  xml::Document document("TNs");
  document.root().add("TotalCount", std::to_string(list.total));
  add_links(document.root(), call, size, list.next);
  xml::Element numbers = document.root().add("TelephoneNumbers");
  numbers.add("Count", std::to_string(list.numbers.size()));
  for (const store::Number& number : list.numbers)
    numbers.add("TelephoneNumber", format_tn(number.tn));
  return document;
}

}  // namespace

Answer list_account_numbers(const Call& call, engine::Visit& world) {
  if (call.query.find("ratecenter") && !call.query.find("state"))
    return refused(call, {400, broken_rule(kNeedsState, {"ratecenter", "state"})});
  const Outcome<Query> query = read_query(call, world.inventory());
  if (!query) return refused(call, query.error());
  const NumberList list = world.read([&](engine::Session& session) {
    return list_page(session, {query.value().filter}, query.value().page);
  });
  if (list.total == 0) return empty_answer(204);
  if (list.numbers.empty()) return empty_answer(404);  // the page is behind the last number
  return answer(200, list_document(call, list, query.value().page.size));
}

Answer list_site_numbers(const Call& call, engine::Visit& world) {
  const Outcome<Query> query = read_query(call, world.inventory());
  if (!query) return refused(call, query.error());
  const Outcome<NumberList> list =
      world.write([&](engine::Session& session) -> Outcome<NumberList> {
        const auto site = find_site(call, session);
        if (!site) return site.error();
        return list_page(session, {query.value().filter}, query.value().page);
      });
  if (!list) return refused(call, list.error());
  return answer(200, list_document(call, list.value(), query.value().page.size));
}

Answer count_account_numbers(const Call& call, engine::Visit& world) {
  return quantity(world.read(
      [&](engine::Session& session) { return session.store.numbers.count(in_service(call)); }));
}

Answer count_site_numbers(const Call& call, engine::Visit& world) {
  const Outcome<int64_t> count = world.write([&](engine::Session& session) -> Outcome<int64_t> {
    const auto site = find_site(call, session);
    if (!site) return site.error();
    return session.store.numbers.count(in_service(call));
  });
  if (!count) return refused(call, count.error());
  xml::Document document("SiteTNsResponse");
  document.root().add("SiteTNs").add("TotalCount", std::to_string(count.value()));
  return answer(200, std::move(document));
}

Answer verify_number(const Call& call, engine::Visit& world) {
  const std::optional<Tn> tn = parse_tn(call.parameter("tn"));
  if (!tn) return empty_answer(404);
  const std::optional<store::Number> number =
      world.read([&](engine::Session& session) { return session.store.numbers.find(*tn); });
  const bool is_in_service = number && number->account == call.account() &&
                             number->status == store::NumberStatus::kInservice;
  return empty_answer(is_in_service ? 200 : 404);
}

}  // namespace irisim::operations
