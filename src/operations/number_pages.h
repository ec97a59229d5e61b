#pragma once

#include <optional>
#include <vector>

#include "engine/session.h"
#include "http/target.h"
#include "operations/refusal.h"

namespace irisim::operations {

// A page of a list of numbers is named by the first number that is on it; the first page by "1".
struct NumberPage {
  Tn first = 0;
  int64_t size = 0;
};

// `bad_page` is what is to be said of a `page` that is neither.
Outcome<NumberPage> read_number_page(const http::Query& query, int64_t default_size,
                                     const Finding& bad_page);

struct NumberList {
  int64_t total = 0;  // on all pages
  std::vector<store::Number> numbers;
  std::optional<std::string> next;  // the page that follows
};

// Those of the filters together, which have no number in common.
NumberList list_page(engine::Session& session, const std::vector<store::NumberFilter>& filters,
                     const NumberPage& page);

}  // namespace irisim::operations
