#include "control/filter_query.h"

#include "base/text.h"
#include "control/exchange.h"

namespace irisim::control {

FilterTexts filter_texts(const http::Query& parameters) {
  FilterTexts texts;
  for (const auto& [name, value] : parameters.parameters()) texts.emplace_back(lower(name), value);
  return texts;
}

Result<FilterTexts> filter_texts(const http::Request& request) {
  const Result<json::Value> body = read_object(request);
  if (!body) return body.error();
  FilterTexts texts;
  for (const auto& [name, value] : *body->object()) {
    const bool is_number = value.integer() != nullptr;
    if (!is_number && value.text() == nullptr)
      return Error{"'" + name + "' must be a text or a number"};
    texts.emplace_back(name, is_number ? std::to_string(*value.integer()) : *value.text());
  }
  return texts;
}

std::optional<Error> read_filter_number(std::string_view name, const std::string& text,
                                        int64_t least, int64_t most, int64_t& number) {
  const std::optional<long> given = to_number(text);
  if (!given || *given < least || *given > most) {
    return Error{"'" + std::string(name) + "' must be a number from " + std::to_string(least) +
                 " to " + std::to_string(most)};
  }
  number = *given;
  return std::nullopt;
}

std::optional<Error> read_filter_timeout(const std::string& text, Millis& timeout) {
  constexpr Millis kLongest = std::chrono::minutes(10);
  const std::optional<Millis> given = parse_duration(text);
  if (!given || *given > kLongest)
    return Error{"'timeout' must be a duration such as \"5s\", at most 10m"};
  timeout = *given;
  return std::nullopt;
}

Error unknown_filter(const std::string& name, const std::vector<std::string>& known) {
  return Error{"Unknown filter '" + name + "'" + did_you_mean(name, known) +
               "; known: " + join(known, ", ")};
}

}  // namespace irisim::control
