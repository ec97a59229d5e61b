#include "json/value.h"

#include <limits>

#include <nlohmann/json.hpp>

namespace irisim::json {
namespace {

using Source = nlohmann::ordered_json;

constexpr int kMaxDepth = 64;

Value from(const Source& source) {
  switch (source.type()) {
    case Source::value_t::boolean:
      return source.get<bool>();
    case Source::value_t::number_integer:
      return source.get<int64_t>();
    case Source::value_t::number_unsigned:
      // What no int64_t holds is a real number, as in any reader that has only those.
      if (source.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
        return source.get<double>();
      return source.get<int64_t>();
    case Source::value_t::number_float:
      return source.get<double>();
    case Source::value_t::string:
      return source.get<std::string>();
    case Source::value_t::array: {
      Array array;
      for (const Source& item : source) array.push_back(from(item));
      return array;
    }
    case Source::value_t::object: {
      Object object;
      for (const auto& [key, item] : source.items()) object.emplace_back(key, from(item));
      return object;
    }
    case Source::value_t::null:
    case Source::value_t::binary:
    case Source::value_t::discarded:
      break;
  }
  return {};
}

Source to(const Value& value) {
  if (const bool* b = value.boolean()) return *b;
  if (const int64_t* i = value.integer()) return *i;
  if (const double* d = value.real()) return *d;
  if (const std::string* s = value.text()) return *s;
  if (const Array* array = value.array()) {
    Source result = Source::array();
    for (const Value& item : *array) result.push_back(to(item));
    return result;
  }
  if (const Object* object = value.object()) {
    Source result = Source::object();
    for (const auto& [key, item] : *object) result[key] = to(item);
    return result;
  }
  return nullptr;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  if (const Object* members = object()) {
    for (const auto& [name, value] : *members) {
      if (name == key) return &value;
    }
  }
  return nullptr;
}

Result<Value> parse(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return Error{"a NUL byte"};  // would end the text
  try {
    const auto bound_depth = [](int depth, Source::parse_event_t, Source&) {
      if (depth > kMaxDepth) throw std::length_error("nested deeper than 64 levels");
      return true;
    };
    return from(Source::parse(text, bound_depth));
  } catch (const nlohmann::json::exception& e) {
    const std::string what = e.what();
    const size_t tag = what.find("] ");  // drops "[json.exception.parse_error.101] "
    return Error{tag == std::string::npos ? what : what.substr(tag + 2)};
  } catch (const std::length_error& e) {
    return Error{e.what()};
  }
}

std::string print(const Value& value) {
  return to(value).dump(2, ' ', false, Source::error_handler_t::replace) + "\n";
}

}  // namespace irisim::json
