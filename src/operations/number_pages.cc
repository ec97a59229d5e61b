#include "operations/number_pages.h"

#include <algorithm>

#include "operations/paging.h"

namespace irisim::operations {
namespace {

constexpr int64_t kLargestSize = 5'000;

}  // namespace

Outcome<NumberPage> read_number_page(const http::Query& query, int64_t default_size,
                                     const Finding& bad_page) {
  NumberPage page;
  const std::string name = query.find("page").value_or("1");
  if (name != "1") {
    const std::optional<Tn> first = parse_tn(name);
    if (!first) return Refusal{400, bad_page};
    page.first = *first;
  }
  const Result<int64_t> size = read_size(query, default_size, kLargestSize);
  if (!size) return Refusal{400, {0, size.error().message, {}}};
  page.size = size.value();
  return page;
}

NumberList list_page(engine::Session& session, const std::vector<store::NumberFilter>& filters,
                     const NumberPage& page) {
  NumberList list;
  const int64_t wanted = page.size + 1;  // one more tells whether a page follows
  for (const store::NumberFilter& filter : filters) {
    list.total += session.store.numbers.count(filter);
    std::vector<store::Number> numbers = session.store.numbers.list(filter, page.first, 0, wanted);
    std::ranges::move(numbers, std::back_inserter(list.numbers));
  }
  if (filters.size() > 1) std::ranges::sort(list.numbers, {}, &store::Number::tn);
  if (std::ssize(list.numbers) > page.size) {
    list.next = format_tn(list.numbers[page.size].tn);
    list.numbers.resize(page.size);
  }
  return list;
}

}  // namespace irisim::operations
