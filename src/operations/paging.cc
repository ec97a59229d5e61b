#include "operations/paging.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::operations {
namespace {

// Link=<http://localhost:8080/api/accounts/14/portins?status=FOC&page=1&size=300>;rel="first";
std::string link(const Call& call, std::string_view page, int64_t size, std::string_view relation) {
  std::string url = call.base + call.path() + "?";
  for (const auto& [name, value] : call.query.parameters()) {
    if (equal_ignoring_case(name, "page") || equal_ignoring_case(name, "size")) continue;
    url += http::percent_encode(name) + "=" + http::percent_encode(value) + "&";
  }
  url += "page=" + std::string(page) + "&size=" + std::to_string(size);
  return "Link=<" + url + ">;rel=\"" + std::string(relation) + "\";";
}

}  // namespace

void add_links(xml::Element parent, const Call& call, int64_t size,
               const std::optional<std::string>& next) {
  xml::Element links = parent.add("Links");
  links.add("first", link(call, "1", size, "first"));
  if (next) links.add("next", link(call, *next, size, "next"));
}

Result<int64_t> read_size(const http::Query& query, int64_t by_default, int64_t largest) {
  const std::optional<std::string> text = query.find("size");
  if (!text) return by_default;
  const std::optional<long> size = to_number(*text);
  if (!size || *size < 1)
    return Error{"size '" + *text + "' is not a number from 1 to " + std::to_string(largest)};
  return std::min<int64_t>(*size, largest);
}

std::optional<Timestamp> parse_list_date(std::string_view text) {
  const bool is_short = text.find('-') == 2;
  return parse_timestamp((is_short ? "20" : "") + std::string(text));
}

}  // namespace irisim::operations
