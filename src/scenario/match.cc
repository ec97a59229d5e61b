#include "scenario/match.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/telephone_number.h"
#include "base/text.h"
#include "scenario/form.h"
#include "scenario/order_type.h"

namespace irisim::scenario {

// Conditions on one text of the subject.
struct Match::TextKey {
  std::string_view name;
  std::string Subject::*text;
};
constexpr Match::TextKey Match::kTextKeys[] = {
    {"account", &Subject::account},
    {"site", &Subject::site},
    {"customerOrderId", &Subject::customer_order_id},
    {"pon", &Subject::pon},
};

namespace {

using Patterns = std::vector<std::string>;

bool fits(const Patterns& patterns, std::string_view text) {
  return std::ranges::any_of(patterns, [&](const auto& p) { return irisim::matches(p, text); });
}

bool fits_one(const Patterns& patterns, const std::vector<std::string>& texts) {
  return std::ranges::any_of(texts, [&](const auto& text) { return fits(patterns, text); });
}

// Whether whatever fits one of the narrow patterns fits one of the wide ones.
bool all_covered(const Patterns& wide, const Patterns& narrow) {
  return !narrow.empty() && std::ranges::all_of(narrow, [&](const std::string& inner) {
    return std::ranges::any_of(wide, [&](const auto& p) { return irisim::covers(p, inner); });
  });
}

// Numbers are written in many elements, but nothing else is written as they are.
bool has_number(const Patterns& patterns, xml::Element element) {
  const std::string_view text = element.text();
  if (is_nanp(text) && fits(patterns, text)) return true;
  return std::ranges::any_of(element.children(),
                             [&](xml::Element child) { return has_number(patterns, child); });
}

bool has_number(const Patterns& patterns, const Subject& subject) {
  if (!subject.numbers.empty()) return fits_one(patterns, subject.numbers);
  return subject.body != nullptr && has_number(patterns, subject.body->root());
}

bool has_header(const Subject& subject, const std::string& name, const Patterns& patterns) {
  return subject.headers != nullptr &&
         std::ranges::any_of(*subject.headers, [&](const http::Header& header) {
           return equal_ignoring_case(header.first, name) && fits(patterns, header.second);
         });
}

std::string name_of(const catalog::Operation& operation) {
  return std::string(operation.method) + " " + std::string(operation.path);
}

using Operations = std::vector<const catalog::Operation*>;

// A pattern stands for the operations that it fits when the file is read.
Operations read_operations(const yaml::Node& node, yaml::Reader& reader) {
  Operations found;
  for (const yaml::Node& item : yaml::one_or_more(node)) {
    const std::string pattern = reader.text(item);
    const size_t before = found.size();
    std::vector<std::string> known;
    for (const catalog::Operation& operation : catalog::operations()) {
      known.push_back(name_of(operation));
      if (irisim::matches(pattern, known.back())) found.push_back(&operation);
    }
    if (found.size() > before) continue;
    constexpr size_t kFarthest = 5;
    const std::string* meant = nearest(pattern, known, kFarthest);
    reader.fault(item, "no operation is '" + pattern + "'" +
                           (meant == nullptr ? "" : " (did you mean '" + *meant + "'?)") +
                           "; `irisim operations` lists them, and * stands for any characters");
  }
  std::ranges::sort(found);
  return found;
}

Patterns read_numbers(const yaml::Node& node, yaml::Reader& reader) {
  constexpr size_t kDigits = 10;
  Patterns patterns;
  for (const yaml::Node& item : yaml::one_or_more(node)) {
    const std::string& pattern = patterns.emplace_back(reader.text(item));
    const bool is_pattern = pattern.find('*') != std::string::npos;
    if (!pattern.empty() && pattern.find_first_not_of("0123456789*?") == std::string::npos &&
        (is_pattern ? pattern.size() <= kDigits + 1 : pattern.size() == kDigits))
      continue;
    reader.fault(item, "'" + pattern +
                           "' is no telephone number: ten digits such as 9195551234, or with * "
                           "for any digits and ? for one");
  }
  return patterns;
}

std::vector<xml::Query> read_xpaths(const yaml::Node& node, yaml::Reader& reader) {
  std::vector<xml::Query> queries;
  for (const yaml::Node& item : yaml::one_or_more(node)) {
    const std::string expression = reader.text(item);
    auto query = xml::Query::compile(expression);
    if (query) {
      queries.push_back(std::move(*query));
    } else {
      reader.fault(item, "'" + expression + "' is no XPath: " + query.error().message +
                             " at character " + std::to_string(query.error().offset + 1));
    }
  }
  return queries;
}

}  // namespace

bool Match::may_match(const Subject& request) const {
  return (order_.empty() || order_ == request.order) &&
         (operations_.empty() || std::ranges::binary_search(operations_, request.operation));
}

void Match::ask(Subject& request) const {
  if (!may_match(request)) return;
  for (const xml::Query& query : xpaths_) request.asked.emplace_back(&query, request.holds(query));
  for (const Match& match : any_) match.ask(request);
}

bool Match::matches(const Subject& subject) const {
  if (!may_match(subject)) return false;
  for (const auto& [key, patterns] : texts_) {
    if (!fits(patterns, subject.*(key->text))) return false;
  }
  if (!numbers_.empty() && !has_number(numbers_, subject)) return false;
  for (const auto& [name, patterns] : headers_) {
    if (!has_header(subject, name, patterns)) return false;
  }
  if (!std::ranges::all_of(xpaths_, [&](const xml::Query& query) {
        return subject.holds(query);
      }))
    return false;
  return any_.empty() ||
         std::ranges::any_of(any_, [&](const Match& match) { return match.matches(subject); });
}

// Whether one of the alternatives takes all of the narrow match, or each of its alternatives goes
// to one of them.
bool Match::any_covers(const Match& narrow) const {
  const auto is_covered = [&](const Match& inner) {
    return std::ranges::any_of(any_, [&](const Match& match) { return match.covers(inner); });
  };
  return any_.empty() || is_covered(narrow) ||
         (!narrow.any_.empty() && std::ranges::all_of(narrow.any_, is_covered));
}

bool Match::covers(const Match& narrow) const {
  if (!order_.empty() && order_ != narrow.order_) return false;
  if (!operations_.empty() &&
      (narrow.operations_.empty() || !std::ranges::includes(operations_, narrow.operations_)))
    return false;
  if (!numbers_.empty() && !all_covered(numbers_, narrow.numbers_)) return false;
  const auto each_covered = [](const auto& wide, const auto& inner) {
    return std::ranges::all_of(wide, [&](const auto& condition) {
      return std::ranges::any_of(inner, [&](const auto& other) {
        return condition.first == other.first && all_covered(condition.second, other.second);
      });
    });
  };
  return any_covers(narrow) && each_covered(texts_, narrow.texts_) &&
         each_covered(headers_, narrow.headers_) &&
         std::ranges::all_of(xpaths_, [&](const xml::Query& query) {
           return std::ranges::find(narrow.xpaths_, query.expression(), &xml::Query::expression) !=
                  narrow.xpaths_.end();
         });
}

Match read_match(const yaml::Node& node, yaml::Reader& reader) {
  Match match;
  reader.expect_map(node, names(match_keys()));  // what it knows of the rest is read all the same
  if (const yaml::Node* order = node.find("order"))
    match.order_ = reader.one_of(*order, "order type", order_type_names());
  if (const yaml::Node* operations = node.find("operation"))
    match.operations_ = read_operations(*operations, reader);
  if (const yaml::Node* numbers = node.find("telephoneNumber"))
    match.numbers_ = read_numbers(*numbers, reader);
  for (const Match::TextKey& key : Match::kTextKeys) {
    if (const yaml::Node* patterns = node.find(key.name))
      match.texts_.emplace_back(&key, reader.texts(*patterns));
  }
  const yaml::Node* headers = node.find("header");
  if (headers != nullptr && headers->kind != yaml::Node::Kind::kMap) {
    reader.fault(*headers, "expected a map of header names, each with the value that it has");
  } else if (headers != nullptr) {
    for (const auto& [name, patterns] : headers->members)
      match.headers_.emplace_back(name.scalar, reader.texts(patterns));
  }
  if (const yaml::Node* xpaths = node.find("xpath")) match.xpaths_ = read_xpaths(*xpaths, reader);
  const yaml::Node* any = node.find("any");
  if (any != nullptr && reader.expect_sequence(*any)) {
    for (const yaml::Node& item : any->items) match.any_.push_back(read_match(item, reader));
  }
  return match;
}

}  // namespace irisim::scenario
