#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "operations/call.h"
#include "xml/element.h"

namespace irisim::operations {

// <first> and <next> of a list's Links, in the documented form. A page is named by the id of its
// first entry; the first page by "1". `next` is that id of the page that follows, if there is one.
void add_links(xml::Element parent, const Call& call, int64_t size,
               const std::optional<std::string>& next);

// How many entries of a list a page has: the query's `size`, as many as a page may have where it
// asks for more.
Result<int64_t> read_size(const http::Query& query, int64_t by_default, int64_t largest);

// A date that narrows a list down: yyyy-MM-dd, or yy-MM-dd as some lists describe it.
std::optional<Timestamp> parse_list_date(std::string_view text);

}  // namespace irisim::operations
