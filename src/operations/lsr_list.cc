#include "operations/lsr_list.h"

#include "operations/fields.h"
#include "operations/finding.h"
#include "operations/lsr_document.h"
#include "operations/order_page.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

constexpr int64_t kMost = 1000;

constexpr OrderCriterion kCriteria[] = {
    {"tn", &store::OrderFilter::order_tn},
    {"pon", &store::OrderFilter::pon},
    {"customerOrderId", &store::OrderFilter::customer_order_id},
    {"orderIdFragment", &store::OrderFilter::id_prefix},
};
constexpr DateRange kRanges[] = {
    {"createdDateFrom", "createdDateTo", &store::OrderFilter::created_from,
     &store::OrderFilter::created_before},
    {"modifiedDateFrom", "modifiedDateTo", &store::OrderFilter::modified_from,
     &store::OrderFilter::modified_before},
};
constexpr OrderList kLsrs = {kLsrType, kCriteria, {}, true, kRanges};

void add_entry(xml::Element parent, const store::ListedOrder& listed) {
  const store::Order& order = listed.order;
  const xml::Document stored = xml::Document::restore(order.document);
  xml::Element entry = parent.add("LsrOrderSummary");
  entry.add("accountId", order.account);
  entry.add("CountOfTNs", std::to_string(listed.count_of_numbers));
  entry.add("userId", order.user);
  entry.add("lastModifiedDate", format_instant(order.modified));
  entry.add("OrderType", "lsr");
  entry.add("OrderDate", format_instant(order.created));
  entry.add("OrderStatus", order.status);
  entry.add("CreatedByUser", order.user);
  entry.add("OrderId", order.id);
  take_fields({{"CustomerOrderId"},
               {"ActualFocDate"},
               {"BillingTelephoneNumber"},
               {"Pon"},
               {"PonVersion"},
               {"RequestedFocDate"}},
              stored.root(), entry);
  const std::vector<Finding> errors = read_errors(stored.root());
  if (!errors.empty()) add_error_list(entry, errors, "Errors");
}

}  // namespace

Answer list_lsrs(const Call& call, engine::Visit& world) {
  Result<store::OrderFilter> filter = read_order_filter(call, kLsrs);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  filter->limit = kMost;
  int64_t total = 0;
  const std::vector<store::ListedOrder> orders = world.read([&](engine::Session& session) {
    limit_age(*filter, kLsrs, session.now);
    total = session.store.orders.count(*filter);
    return session.store.orders.list(*filter);
  });
  if (orders.empty()) return empty_answer(404);
  xml::Document document("LsrOrders");
  document.root().add("TotalCount", std::to_string(total));
  for (const store::ListedOrder& listed : orders) add_entry(document.root(), listed);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
