#include "scenario/schema.h"

#include "catalog/catalog.h"
#include "scenario/faults/kinds.h"
#include "scenario/form.h"
#include "scenario/order_type.h"

namespace irisim::scenario {
namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr char kDurationPattern[] = "^([0-9]+(ms|s|m|h|d))+$";
constexpr char kAfterPattern[] = "^(([0-9]+(ms|s|m|h|d))+|0*[1-9][0-9]* polls?|never)$";

template <class Texts>
Array list_of(const Texts& texts) {
  Array list;
  for (const auto& text : texts) list.emplace_back(text);
  return list;
}

template <class Things>
Array names_of(const Things& things) {
  Array list;
  for (const auto& thing : things) list.emplace_back(thing.name);
  return list;
}

Object one_of_texts(Array allowed) {
  if (allowed.empty()) return {{"not", Object{}}};  // an enum has one value at least
  return {{"enum", std::move(allowed)}};
}

Object pattern(const char* expression) {
  return {{"type", "string"}, {"pattern", expression}};
}

Object reference(const std::string& name) {
  return {{"$ref", "#/$defs/" + name}};
}

Object list(Value items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

// One of the kind, or a list of them.
Object one_or_more(const Object& one) {
  return {{"anyOf", Array{one, list(one)}}};
}

Object map_of(Value values) {
  return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

// YAML reads 7512, true and 2025-06-02 as something else than text.
Object text() {
  return {{"type", Array{"string", "number", "boolean"}}};
}

Object whole_number(int64_t least) {
  return {{"type", "integer"}, {"minimum", least}};
}

Array operations() {
  Array names;
  for (const catalog::Operation& operation : catalog::operations())
    names.emplace_back(std::string(operation.method) + " " + std::string(operation.path));
  return names;
}

Object map_with(std::span<const Key> keys, const OrderType* type);

Object value_of(Type kind, const OrderType* type);

// A name alone, or a map of one that has a value.
Object faults() {
  Array alone, forms;
  for (const FaultKind& kind : fault_kinds()) {
    if (kind.type == Type::kNothing) {
      alone.emplace_back(kind.name);
      continue;
    }
    Object value = value_of(kind.type, nullptr);
    value.emplace_back("description", kind.help);
    Object properties;
    properties.emplace_back(kind.name, std::move(value));
    forms.emplace_back(Object{{"type", "object"},
                              {"properties", std::move(properties)},
                              {"required", Array{kind.name}},
                              {"additionalProperties", false}});
  }
  forms.insert(forms.begin(), one_of_texts(std::move(alone)));
  return {{"anyOf", std::move(forms)}};
}

// What is known of a key's value; the states and dates are those of the order type.
Object value_of(Type kind, const OrderType* type) {
  switch (kind) {
    case Type::kVersion:
      return {{"const", 1}};
    case Type::kText:
    case Type::kTemplate:
      return text();
    case Type::kElement:
      return one_of_texts(list_of(stamp_names(*type)));
    case Type::kLifecycles: {
      Object lifecycles;
      for (const OrderType& each : order_types())
        lifecycles.emplace_back(each.name, list(reference("transition-" + each.name)));
      return {{"type", "object"},
              {"properties", std::move(lifecycles)},
              {"additionalProperties", false}};
    }
    case Type::kScenarios:
      return list(reference("scenario"));
    case Type::kMatch:
      return reference("match");
    case Type::kMatches:
      return list(reference("match"));
    case Type::kTransitions:
      return list(Object{{"type", "object"}});
    case Type::kAnswer:
      return map_with(answer_keys(), type);
    case Type::kPatterns:
    case Type::kNumbers:
    case Type::kXPaths:
      return one_or_more(text());
    case Type::kOrderType:
      return one_of_texts(names_of(order_types()));
    case Type::kOperations:
      return {{"anyOf", Array{one_of_texts(operations()), one_or_more(text())}}};
    case Type::kHeaders:
      return map_of(one_or_more(text()));
    case Type::kTemplates:
      return map_of(text());
    case Type::kState:
      return one_of_texts(list_of(type->states));
    case Type::kStates:
      return one_or_more(one_of_texts(list_of(type->states)));
    case Type::kDuration:
      return pattern(kDurationPattern);
    case Type::kAfter:
      return {{"anyOf", Array{pattern(kAfterPattern), map_with(delay_keys(), type)}}};
    case Type::kRange: {
      Object range = list(pattern(kDurationPattern));
      range.emplace_back("minItems", 2);
      range.emplace_back("maxItems", 2);
      return range;
    }
    case Type::kLognormal:
      return map_with(lognormal_keys(), type);
    case Type::kSigma:
      return {{"type", "number"}, {"minimum", 0}};
    case Type::kDate:
      return one_of_texts(names_of(type->dates));
    case Type::kShifts: {
      Object dates;
      for (const OrderDate& date : type->dates)
        dates.emplace_back(date.name, pattern(kDurationPattern));
      return {
          {"type", "object"}, {"properties", std::move(dates)}, {"additionalProperties", false}};
    }
    case Type::kAction:
      return one_of_texts(list_of(actions()));
    case Type::kEffect:
      return one_of_texts(list_of(effects_of(*type)));
    case Type::kCode:
    case Type::kCount:
      return whole_number(1);
    case Type::kErrors:
      return one_or_more({{"anyOf", Array{whole_number(1), map_with(error_keys(), type)}}});
    case Type::kStatus:
      return {{"type", "integer"}, {"minimum", 200}, {"maximum", 599}};
    case Type::kFaults:
      return list(map_with(fault_keys(), type));
    case Type::kFault:
      return faults();
    case Type::kNothing:
      return {};
    case Type::kName:
      return pattern("^[A-Za-z0-9._-]{1,64}$");
    case Type::kDelay:
      return {{"anyOf", Array{pattern(kDurationPattern), map_with(delay_keys(), type)}}};
    case Type::kDribble:
      return map_with(dribble_keys(), type);
    case Type::kQuota:
      return map_with(quota_keys(), type);
    case Type::kZeroOrMore:
      return whole_number(0);
    case Type::kProbability:
      return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  }
  return {};
}

Object map_with(std::span<const Key> keys, const OrderType* type) {
  Object properties;
  Array required;
  for (const Key& key : keys) {
    Object value = value_of(key.type, type);
    value.emplace_back("description", key.help);
    properties.emplace_back(key.name, std::move(value));
    if (key.required) required.emplace_back(key.name);
  }
  Object map{
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) map.emplace_back("required", std::move(required));
  return map;
}

// A scenario; which transitions it may have depends on the order type that its match names.
Object scenario_with_types() {
  Object scenario = map_with(scenario_keys(), nullptr);
  Array cases;
  for (const OrderType& type : order_types()) {
    Object match{{"properties", Object{{"order", Object{{"const", type.name}}}}},
                 {"required", Array{"order"}}};
    Object transitions = list(reference("transition-" + type.name));
    cases.push_back(
        Object{{"if", Object{{"properties", Object{{"match", std::move(match)}}}}},
               {"then", Object{{"properties", Object{{"transitions", std::move(transitions)}}}}}});
  }
  scenario.emplace_back("allOf", std::move(cases));
  return scenario;
}

}  // namespace

json::Value schema() {
  Object definitions{{"match", map_with(match_keys(), nullptr)},
                     {"scenario", scenario_with_types()}};
  for (const OrderType& type : order_types())
    definitions.emplace_back("transition-" + type.name, map_with(transition_keys(), &type));
  Object root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "Scenarios of irisim"}};
  for (json::Member& member : map_with(file_keys(), nullptr)) root.push_back(std::move(member));
  root.emplace_back("$defs", std::move(definitions));
  return root;
}

}  // namespace irisim::scenario
