#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace irisim::scenario {

// What a key of a scenario file holds.
enum class Type {
  kText,
  kPatterns,  // one or a list, with * and ?
  kOrderType,
  kOperations,  // patterns of "GET /accounts/{accountId}/portins"
  kNumbers,     // patterns of telephone numbers
  kHeaders,     // a map of patterns
  kXPaths,      // one or a list
};

// A key of a map in a scenario file, written down once: the loader refuses others, and the schema
// by which editors complete is made of it.
struct Key {
  std::string_view name;
  Type type;
  std::string_view help;
  bool required = false;
};

std::span<const Key> match_keys();

std::vector<std::string> names(std::span<const Key> keys);

}  // namespace irisim::scenario
