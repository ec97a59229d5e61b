#include "control/request_query.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/text.h"
#include "operations/subject.h"
#include "xml/document.h"
#include "yaml/reader.h"

namespace irisim::control {
namespace {

constexpr size_t kMostWaitedFor = 1000;
constexpr Millis kLongestWait = std::chrono::minutes(10);

// Of the parameters of a GET, these are conditions of the match language.
constexpr std::string_view kMatchParameters[] = {"operation", "account"};
constexpr std::string_view kOtherParameters[] = {"method", "path", "status", "since", "limit"};

bool fits_one(const std::vector<std::string>& patterns, std::string_view text) {
  return patterns.empty() ||
         std::ranges::any_of(patterns, [&](const auto& pattern) { return matches(pattern, text); });
}

// The number if it lies between these; else a fault.
std::optional<long> number_from(const yaml::Node& node, long least, long most,
                                yaml::Reader& reader) {
  const std::optional<long> number = reader.number(node);
  if (!number || (*number >= least && *number <= most)) return number;
  reader.fault(node,
               "expected a number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

RequestQuery read(const yaml::Node& node, yaml::Reader& reader) {
  constexpr int kLeastStatus = 100, kMostStatus = 599;
  RequestQuery query;
  if (const yaml::Node* match = node.find("match"))
    query.match = scenario::read_match(*match, reader);
  if (const yaml::Node* methods = node.find("method")) query.methods = reader.texts(*methods);
  for (std::string& method : query.methods) method = upper(method);
  if (const yaml::Node* paths = node.find("path")) query.paths = reader.texts(*paths);
  const auto number = [&](std::string_view key, long least, long most, auto& target) {
    const yaml::Node* value = node.find(key);
    if (value == nullptr) return;
    if (const auto given = number_from(*value, least, most, reader))
      target = static_cast<std::decay_t<decltype(target)>>(*given);
  };
  constexpr long kMost = std::numeric_limits<long>::max();
  number("status", kLeastStatus, kMostStatus, query.status);
  number("since", 0, kMost, query.since);
  number("limit", 1, kMost, query.limit);
  number("count", 1, kMostWaitedFor, query.count);
  if (const yaml::Node* timeout = node.find("timeout")) {
    query.timeout = reader.duration(*timeout).value_or(query.timeout);
    if (query.timeout > kLongestWait) reader.fault(*timeout, "the longest timeout is 10m");
  }
  return query;
}

void add(yaml::Node& map, std::string_view key, yaml::Node value) {
  yaml::Node name;
  name.kind = yaml::Node::Kind::kScalar;
  name.scalar = key;
  map.kind = yaml::Node::Kind::kMap;
  map.members.push_back({std::move(name), std::move(value)});
}

yaml::Node scalar(std::string_view text) {
  yaml::Node node;
  node.kind = yaml::Node::Kind::kScalar;
  node.scalar = text;
  return node;
}

template <class Describe>
Error error_of(const std::vector<yaml::Fault>& faults, Describe describe) {
  std::vector<std::string> all;
  all.reserve(faults.size());
  for (const yaml::Fault& fault : faults) all.push_back(describe(fault));
  return Error{join(all, "; ")};
}

}  // namespace

bool RequestQuery::fits(const engine::JournalEntry& entry) const {
  if (entry.id <= since || (status != 0 && entry.status != status)) return false;
  if (!fits_one(methods, entry.method) || !fits_one(paths, entry.path)) return false;
  if (!match) return true;
  const auto body = xml::Document::parse(entry.body.text);
  scenario::Subject subject = operations::subject_of(entry.operation, entry.values, entry.headers,
                                                     body.ok() ? &*body : nullptr);
  // What was known of the order then, and is not said in the request.
  const scenario::Subject& known = entry.visitor.subject;
  if (subject.account.empty()) subject.account = entry.account;
  using Subject = scenario::Subject;
  for (const auto text :
       {&Subject::order, &Subject::site, &Subject::customer_order_id, &Subject::pon}) {
    if ((subject.*text).empty()) subject.*text = known.*text;
  }
  if (!known.numbers.empty()) subject.numbers = known.numbers;
  return match->matches(subject);
}

Result<RequestQuery> read_query(const http::Request& request,
                                std::initializer_list<std::string_view> more_keys) {
  constexpr std::string_view kFile = "body";
  if (trim(request.body).empty()) return RequestQuery{};
  const Result<yaml::Node, yaml::Fault> node = yaml::parse(request.body, kFile);
  if (!node) return Error{yaml::describe(node.error())};
  std::vector<std::string> keys = {"match", "method", "path", "status", "since"};
  keys.insert(keys.end(), more_keys.begin(), more_keys.end());
  yaml::Reader reader(kFile);
  RequestQuery query;
  if (reader.expect_map(*node, keys)) query = read(*node, reader);
  if (!reader.faults().empty()) return error_of(reader.faults(), yaml::describe);
  return query;
}

Result<RequestQuery> read_query(const http::Query& parameters) {
  std::vector<std::string> names(std::begin(kOtherParameters), std::end(kOtherParameters));
  names.insert(names.end(), std::begin(kMatchParameters), std::end(kMatchParameters));
  yaml::Node node, match;
  for (const auto& [given, value] : parameters.parameters()) {
    const std::string name = lower(given);
    if (std::ranges::find(names, name) == names.end()) {
      return Error{"Unknown filter '" + given + "'" + did_you_mean(name, names) +
                   "; known: " + join(names, ", ")};
    }
    const bool is_match = std::ranges::find(kMatchParameters, name) != std::end(kMatchParameters);
    add(is_match ? match : node, name, scalar(value));
  }
  if (!match.members.empty()) add(node, "match", std::move(match));
  yaml::Reader reader("");
  RequestQuery query = read(node, reader);
  if (!reader.faults().empty())
    return error_of(reader.faults(), [](const yaml::Fault& fault) { return fault.message; });
  return query;
}

}  // namespace irisim::control
