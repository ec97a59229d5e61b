#include "yaml/reader.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/text.h"

namespace irisim::yaml {

void Reader::fault(const Node& at, std::string message) {
  faults_.push_back({file_, at.line, at.column, std::move(message)});
}

bool Reader::expect_map(const Node& node, std::initializer_list<std::string_view> keys) {
  return expect_map(node, std::vector<std::string>(keys.begin(), keys.end()));
}

bool Reader::expect_map(const Node& node, std::span<const std::string> allowed) {
  if (node.kind != Node::Kind::kMap) {
    fault(node, "expected a map with the keys " + join(allowed, ", "));
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
  fault(node, "expected a list");
  return false;
}

const Node* Reader::require(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  if (value == nullptr) fault(map, "key '" + std::string(key) + "' is missing");
  return value;
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
  if (node.kind != Node::Kind::kScalar) fault(node, "expected text");
  return node.scalar;
}

std::vector<std::string> Reader::texts(const Node& node) {
  if (node.kind != Node::Kind::kSequence) return {text(node)};
  std::vector<std::string> result;
  for (const Node& item : node.items) result.push_back(text(item));
  return result;
}

std::optional<long> Reader::number(const Node& node) {
  std::optional<long> value = to_number(node.scalar);
  if (!value) fault(node, "expected a number, found '" + node.scalar + "'");
  return value;
}

long Reader::count(const Node& node, long least, long most) {
  const std::optional<long> value = to_number(node.scalar);
  if (value && *value >= least && *value <= most) return *value;
  fault(node, "expected a whole number from " + std::to_string(least) + " to " +
                  std::to_string(most) + ", found '" + node.scalar + "'");
  return least;
}

double Reader::real(const Node& node, double least, double most) {
  double value = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto read = std::from_chars(node.scalar.data(), end, value);
  if (read.ec == std::errc() && read.ptr == end && value >= least && value <= most) return value;
  std::ostringstream range;
  range << least << " to " << most;
  fault(node, "expected a number from " + range.str() + ", found '" + node.scalar + "'");
  return least;
}

bool Reader::boolean(const Node& node) {
  if (node.scalar != "true" && node.scalar != "false") {
    fault(node, "expected true or false, found '" + node.scalar + "'");
  }
  return node.scalar == "true";
}

std::optional<Millis> Reader::duration(const Node& node) {
  std::optional<Millis> value = parse_duration(node.scalar);
  if (!value) {
    fault(node, "expected a duration such as 500ms, 2s, 1h30m or 4d, found '" + node.scalar + "'");
  }
  return value;
}

std::string Reader::one_of(const Node& node, std::string_view what,
                           std::span<const std::string> allowed) {
  std::string value = text(node);
  if (std::ranges::find(allowed, value) == allowed.end()) {
    fault(node, "unknown " + std::string(what) + " '" + value + "'" + did_you_mean(value, allowed) +
                    "; allowed here: " + join(allowed, ", "));
  }
  return value;
}

}  // namespace irisim::yaml
