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
constexpr DateBound kBounds[] = {
    {"createdDateFrom", &store::OrderFilter::created_from, false},
    {"createdDateTo", &store::OrderFilter::created_before, true},
    {"modifiedDateFrom", &store::OrderFilter::modified_from, false},
    {"modifiedDateTo", &store::OrderFilter::modified_before, true},
};
constexpr OrderList kLsrs = {kLsrType, kCriteria, {}, true, kBounds};

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
  if (errors.empty()) return;
  xml::Element list = entry.add("Errors");
  for (const Finding& finding : errors) {
    xml::Element error = list.add("Error");
    error.add("Code", std::to_string(finding.code));
    error.add("Description", finding.message);
  }
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
