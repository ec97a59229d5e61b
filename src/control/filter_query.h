#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"
#include "http/target.h"

namespace irisim::control {

// What is asked of a list in a world's store: which of it, by a filter of the store, and how many
// of them are waited for, and how long.
template <class Filter>
struct FilterQuery {
  Filter filter;
  int64_t count = 1;
  Millis timeout{5000};  // wall time
};

// A key of a query: what it sets, and whether only a wait has it. The error is for the client.
template <class Filter>
struct FilterKey {
  std::string_view name;
  std::optional<Error> (*read)(const std::string& text, FilterQuery<Filter>& query);
  bool is_of_wait = false;
};

// The keys of a query with their values: the parameters of a GET, or the members of a body that
// waits, which are texts or numbers.
using FilterTexts = std::vector<std::pair<std::string, std::string>>;
FilterTexts filter_texts(const http::Query& parameters);
Result<FilterTexts> filter_texts(const http::Request& request);

// What the keys of all such queries have in common.
std::optional<Error> read_filter_number(std::string_view name, const std::string& text,
                                        int64_t least, int64_t most, int64_t& number);
std::optional<Error> read_filter_timeout(const std::string& text, Millis& timeout);
Error unknown_filter(const std::string& name, const std::vector<std::string>& known);

template <class Filter, std::optional<std::string> Filter::*kField>
std::optional<Error> read_filter_text(const std::string& text, FilterQuery<Filter>& query) {
  query.filter.*kField = text;
  return std::nullopt;
}

// "since", "limit"; "count" and "timeout" of a wait.
template <class Filter>
std::span<const FilterKey<Filter>> common_keys() {
  using Query = FilterQuery<Filter>;
  constexpr static int64_t kMost = 1000;  // that are listed or waited for at once
  constexpr static int64_t kLatest = std::numeric_limits<int64_t>::max();
  static constexpr FilterKey<Filter> kKeys[] = {
      {"since",
       [](const std::string& text, Query& query) {
         return read_filter_number("since", text, 0, kLatest, query.filter.after_row);
       }},
      {"limit",
       [](const std::string& text, Query& query) {
         return read_filter_number("limit", text, 1, kMost, query.filter.limit);
       }},
      {"count",
       [](const std::string& text, Query& query) {
         return read_filter_number("count", text, 1, kMost, query.count);
       },
       true},
      {"timeout",
       [](const std::string& text, Query& query) {
         return read_filter_timeout(text, query.timeout);
       },
       true},
  };
  return kKeys;
}

// Reads a query with these keys and the common ones.
template <class Filter>
Result<FilterQuery<Filter>> read_filter_query(const FilterTexts& texts, bool is_wait,
                                              std::span<const FilterKey<Filter>> own_keys) {
  std::vector<FilterKey<Filter>> keys(own_keys.begin(), own_keys.end());
  const std::span<const FilterKey<Filter>> common = common_keys<Filter>();
  keys.insert(keys.end(), common.begin(), common.end());
  std::erase_if(keys, [&](const auto& key) { return key.is_of_wait && !is_wait; });
  FilterQuery<Filter> query;
  for (const auto& [name, text] : texts) {
    const auto key = std::ranges::find(keys, name, &FilterKey<Filter>::name);
    if (key == keys.end()) {
      std::vector<std::string> known;
      known.reserve(keys.size());
      for (const FilterKey<Filter>& one : keys) known.emplace_back(one.name);
      return unknown_filter(name, known);
    }
    if (auto wrong = key->read(text, query)) return std::move(*wrong);
  }
  return query;
}

}  // namespace irisim::control
