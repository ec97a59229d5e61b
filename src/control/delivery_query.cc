#include "control/delivery_query.h"

#include <limits>
#include <vector>

#include "base/text.h"
#include "control/exchange.h"

namespace irisim::control {
namespace {

constexpr int64_t kMost = 1000;  // that are listed or waited for at once
constexpr Millis kLongestWait = std::chrono::minutes(10);

using Wrong = std::optional<Error>;

Wrong read_number(const std::string& name, const std::string& text, int64_t least, int64_t most,
                  int64_t& number) {
  const std::optional<long> given = to_number(text);
  if (!given || *given < least || *given > most) {
    return Error{"'" + name + "' must be a number from " + std::to_string(least) + " to " +
                 std::to_string(most)};
  }
  number = *given;
  return std::nullopt;
}

Wrong read_state(const std::string& text, DeliveryQuery& query) {
  query.filter.state = store::find_state(text);
  if (query.filter.state) return std::nullopt;
  const std::vector<std::string> known = store::delivery_state_names();
  return Error{"Unknown state '" + text + "'" + did_you_mean(text, known) +
               "; known: " + join(known, ", ")};
}

Wrong read_kind(const std::string& text, DeliveryQuery& query) {
  query.filter.kind = store::find_kind(text);
  if (query.filter.kind) return std::nullopt;
  return Error{"Unknown kind '" + text + "'; known: notification, validation, mail"};
}

Wrong read_timeout(const std::string& text, DeliveryQuery& query) {
  const std::optional<Millis> timeout = parse_duration(text);
  if (!timeout || *timeout > kLongestWait)
    return Error{"'timeout' must be a duration such as \"5s\", at most 10m"};
  query.timeout = *timeout;
  return std::nullopt;
}

// A key of a query: what it restricts, and whether only a wait has it.
struct Key {
  std::string_view name;
  Wrong (*read)(const std::string& text, DeliveryQuery& query);
  bool is_of_wait = false;
};

template <std::optional<std::string> store::DeliveryFilter::*kField>
Wrong read_text(const std::string& text, DeliveryQuery& query) {
  query.filter.*kField = text;
  return std::nullopt;
}

using Filter = store::DeliveryFilter;
const Key kKeys[] = {
    {"account", read_text<&Filter::account>},
    {"subscription", read_text<&Filter::subscription>},
    {"order", read_text<&Filter::order_id>},
    {"subject", read_text<&Filter::subject>},
    {"kind", read_kind},
    {"state", read_state},
    {"since",
     [](const std::string& text, DeliveryQuery& query) {
       return read_number("since", text, 0, std::numeric_limits<int64_t>::max(),
                          query.filter.after_row);
     }},
    {"limit",
     [](const std::string& text, DeliveryQuery& query) {
       return read_number("limit", text, 1, kMost, query.filter.limit);
     }},
    {"count",
     [](const std::string& text, DeliveryQuery& query) {
       return read_number("count", text, 1, kMost, query.count);
     },
     true},
    {"timeout", read_timeout, true},
};

Wrong read_key(const std::string& name, const std::string& text, bool is_wait,
               DeliveryQuery& query) {
  std::vector<std::string> known;
  for (const Key& key : kKeys) {
    if (key.is_of_wait && !is_wait) continue;
    if (key.name == name) return key.read(text, query);
    known.emplace_back(key.name);
  }
  return Error{"Unknown filter '" + name + "'" + did_you_mean(name, known) +
               "; known: " + join(known, ", ")};
}

}  // namespace

Result<DeliveryQuery> read_delivery_query(const http::Query& parameters) {
  DeliveryQuery query;
  for (const auto& [name, value] : parameters.parameters()) {
    if (auto wrong = read_key(lower(name), value, false, query)) return std::move(*wrong);
  }
  return query;
}

Result<DeliveryQuery> read_delivery_query(const http::Request& request) {
  DeliveryQuery query;
  const Result<json::Value> body = read_object(request);
  if (!body) return body.error();
  for (const auto& [name, value] : *body->object()) {
    const bool is_number = value.integer() != nullptr;
    if (!is_number && value.text() == nullptr)
      return Error{"'" + name + "' must be a text or a number"};
    const std::string text = is_number ? std::to_string(*value.integer()) : *value.text();
    if (auto wrong = read_key(name, text, true, query)) return std::move(*wrong);
  }
  return query;
}

}  // namespace irisim::control
