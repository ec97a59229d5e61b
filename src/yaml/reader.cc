#include "yaml/reader.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

#include "base/text.h"

namespace irisim::yaml {
namespace {

std::string found(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull:
      return "nothing";
    case Node::Kind::kScalar:
      return "'" + node.scalar + "'";
    case Node::Kind::kSequence:
      return "a list";
    case Node::Kind::kMap:
      return "a map";
  }
  return {};
}

}  // namespace

std::span<const Node> one_or_more(const Node& node) {
  if (node.kind == Node::Kind::kSequence) return node.items;
  return {&node, 1};
}

std::vector<Fault> Reader::sorted_faults() const {
  std::vector<Fault> sorted = faults_;
  std::ranges::stable_sort(sorted, {},
                           [](const Fault& fault) { return std::pair(fault.line, fault.column); });
  return sorted;
}

void Reader::expected(const Node& at, const std::string& what) {
  fault(at, "expected " + what + ", found " + found(at));
}

void Reader::fault(const Node& at, std::string message) {
  faults_.push_back({file_, at.line, at.column, std::move(message)});
}

bool Reader::expect_map(const Node& node, std::initializer_list<std::string_view> keys) {
  return expect_map(node, std::vector<std::string>(keys.begin(), keys.end()));
}

bool Reader::expect_map(const Node& node, std::span<const std::string> allowed) {
  if (node.kind != Node::Kind::kMap) {
    expected(node, "a map with the keys " + join(allowed, ", "));
    return false;
  }
  bool known = true;
  for (const auto& [key, value] : node.members) {
    if (std::ranges::find(allowed, key.scalar) != allowed.end()) continue;
    fault(key, "unknown key '" + key.scalar + "'" + did_you_mean(key.scalar, allowed) +
                   "; allowed here: " + join(allowed, ", "));
    known = false;
  }
  return known;
}

bool Reader::expect_sequence(const Node& node) {
  if (node.kind == Node::Kind::kSequence) return true;
  expected(node, "a list");
  return false;
}

const Node* Reader::require(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  if (value == nullptr) fault(map, "key '" + std::string(key) + "' is missing");
  return value;
}

const Node& Reader::last_of(const Node& map, std::initializer_list<std::string_view> keys) {
  const Node* last = &map;
  for (const auto& [key, value] : map.members) {
    if (std::ranges::find(keys, key.scalar) != keys.end()) last = &key;
  }
  return *last;
}

std::string Reader::optional_text(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr ? std::string() : text(*value);
}

std::string Reader::required_text(const Node& map, std::string_view key) {
  const Node* value = require(map, key);
  return value == nullptr ? std::string() : text(*value);
}

std::string Reader::text(const Node& node) {
  if (node.kind != Node::Kind::kScalar) expected(node, "text");
  return node.scalar;
}

std::vector<std::string> Reader::texts(const Node& node) {
  std::vector<std::string> result;
  for (const Node& item : one_or_more(node)) result.push_back(text(item));
  return result;
}

std::optional<long> Reader::number(const Node& node) {
  std::optional<long> value = to_number(node.scalar);
  if (!value) expected(node, "a number");
  return value;
}

long Reader::count(const Node& node, long least, long most) {
  const std::optional<long> value = to_number(node.scalar);
  if (value && *value >= least && *value <= most) return *value;
  expected(node, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

double Reader::real(const Node& node, double least, double most) {
  double value = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto read = std::from_chars(node.scalar.data(), end, value);
  if (read.ec == std::errc() && read.ptr == end && value >= least && value <= most) return value;
  std::ostringstream range;
  range << least << " to " << most;
  expected(node, "a number from " + range.str());
  return least;
}

bool Reader::boolean(const Node& node) {
  if (node.scalar != "true" && node.scalar != "false") {
    expected(node, "true or false");
  }
  return node.scalar == "true";
}

std::optional<Millis> Reader::duration(const Node& node) {
  std::optional<Millis> value = parse_duration(node.scalar);
  if (!value) expected(node, "a duration such as 500ms, 2s, 1h30m or 4d");
  return value;
}

std::string Reader::one_of(const Node& node, std::string_view what,
                           std::span<const std::string> allowed) {
  std::string value = text(node);
  if (node.kind == Node::Kind::kScalar && std::ranges::find(allowed, value) == allowed.end()) {
    fault(node, "unknown " + std::string(what) + " '" + value + "'" + did_you_mean(value, allowed) +
                    "; allowed here: " + join(allowed, ", "));
  }
  return value;
}

}  // namespace irisim::yaml
