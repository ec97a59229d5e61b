#include "operations/order_numbers.h"

#include <map>

#include "operations/order_call.h"

namespace irisim::operations {
namespace {

using Numbers = std::vector<std::string>;

std::optional<Numbers> read_numbers(const Call& call, engine::Visit& world) {
  return world.read([&](engine::Session& session) -> std::optional<Numbers> {
    const std::optional<store::Order> order = find_order(call, session);
    if (!order) return std::nullopt;
    return session.store.orders.numbers(order->row);
  });
}

Answer count_prefixes(const Call& call, engine::Visit& world, size_t length,
                      std::string_view element) {
  const std::optional<Numbers> numbers = read_numbers(call, world);
  if (!numbers) return unknown_order(call);
  std::map<std::string, int> counts;
  for (const std::string& number : *numbers) ++counts[number.substr(0, length)];

  xml::Document document("TelephoneDetailsReports");
  for (const auto& [prefix, count] : counts) {
    xml::Element report = document.root().add("TelephoneDetailsReport");
    report.add(element, prefix);
    report.add("Count", std::to_string(count));
  }
  return answer(200, std::move(document));
}

}  // namespace

Answer quantity(int64_t count) {
  xml::Document document("Quantity");
  document.root().add("Count", std::to_string(count));
  return answer(200, std::move(document));
}

Answer count_area_codes(const Call& call, engine::Visit& world) {
  return count_prefixes(call, world, 3, "AreaCode");
}

Answer count_npa_nxx(const Call& call, engine::Visit& world) {
  return count_prefixes(call, world, 6, "NPA-NXX");
}

Answer list_numbers(const Call& call, engine::Visit& world) {
  const std::optional<Numbers> numbers = read_numbers(call, world);
  if (!numbers) return unknown_order(call);
  xml::Document document("TelephoneNumbers");
  document.root().add("Count", std::to_string(numbers->size()));
  for (const std::string& number : *numbers) document.root().add("TelephoneNumber", number);
  return answer(200, std::move(document));
}

Answer count_numbers(const Call& call, engine::Visit& world) {
  const std::optional<Numbers> numbers = read_numbers(call, world);
  return numbers ? quantity(std::ssize(*numbers)) : unknown_order(call);
}

}  // namespace irisim::operations
