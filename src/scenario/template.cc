#include "scenario/template.h"

#include <algorithm>

#include "base/text.h"
#include "xml/query.h"

namespace irisim::scenario {
namespace {

constexpr std::string_view kBegin = "${";
constexpr char kEnd = '}';

// What can stand between the braces, and what its argument is; empty: it has none.
struct Place {
  std::string_view name, argument;
};
constexpr Place kPlaces[] = {
    {"path", "PARAMETER"},   {"query", "PARAMETER"}, {"header", "NAME"},
    {"xpath", "EXPRESSION"}, {"order", "FIELD"},     {"now", ""},
};

constexpr std::string_view kOrderFields[] = {"id",      "type",    "status", "account",
                                             "site",    "peer",    "pon",    "customerOrderId",
                                             "created", "modified"};

template <class Things, class Name>
std::vector<std::string> names_of(const Things& things, Name name) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.emplace_back(name(thing));
  return names;
}

std::optional<Error> check_argument(const Place& place, const std::string& argument) {
  const std::string name(place.name);
  if (place.argument.empty() != argument.empty()) {
    return Error{"'" + name + "' is written ${" + name +
                 (place.argument.empty() ? "" : ":" + std::string(place.argument)) + "}"};
  }
  if (name == "xpath") {
    const auto query = xml::Query::compile(argument);
    if (!query) return Error{"'" + argument + "' is no XPath: " + query.error().message};
  }
  if (name == "order" && std::ranges::find(kOrderFields, argument) == std::end(kOrderFields)) {
    const auto fields = names_of(kOrderFields, [](auto field) { return field; });
    return Error{"an order has no field '" + argument + "'" + did_you_mean(argument, fields) +
                 "; it has " + join(fields, ", ")};
  }
  return std::nullopt;
}

}  // namespace

Result<Template> Template::parse(std::string_view text) {
  Template result;
  while (!text.empty()) {
    const size_t begin = std::min(text.find(kBegin), text.size());
    if (begin > 0) result.pieces_.push_back({std::string(text.substr(0, begin)), "", false});
    text.remove_prefix(begin);
    if (text.empty()) break;
    const size_t end = text.find(kEnd);
    if (end == std::string_view::npos)
      return Error{"'" + std::string(text.substr(0, 20)) + "' has no '}'"};
    const std::string_view inner = text.substr(kBegin.size(), end - kBegin.size());
    text.remove_prefix(end + 1);
    const size_t colon = std::min(inner.find(':'), inner.size());
    const std::string name(inner.substr(0, colon));
    const std::string argument(colon == inner.size() ? "" : inner.substr(colon + 1));
    const auto place = std::ranges::find(kPlaces, name, &Place::name);
    if (place == std::end(kPlaces)) {
      const auto known = names_of(kPlaces, [](const Place& p) { return p.name; });
      return Error{"'${" + std::string(inner) + "}' is unknown" + did_you_mean(name, known) +
                   "; there are " + join(known, ", ")};
    }
    if (const auto error = check_argument(*place, argument)) return *error;
    result.pieces_.push_back({name, argument, true});
  }
  return result;
}

std::string Template::fill(const Values& values) const {
  std::string text;
  for (const Piece& piece : pieces_)
    text += piece.is_place ? values(piece.text, piece.argument) : piece.text;
  return text;
}

}  // namespace irisim::scenario
