#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/node.h"

namespace irisim::operations {

// The places that geocoding knows: fixtures/addresses.yaml. All in capital letters.
struct Gazetteer {
  struct Street {
    std::string pre, name, suffix, post;  // E, ANSON, ST, NW
  };
  struct City {
    std::string name, state;
    std::vector<Street> streets;
  };

  using Abbreviations = std::map<std::string, std::string, std::less<>>;  // themselves included
  Abbreviations suffixes, directionals;
  std::vector<City> cities;
};

Result<Gazetteer, std::vector<yaml::Fault>> load_gazetteer(std::string_view text,
                                                           std::string_view file);

// The one that the program ships, read once.
const Gazetteer& shipped_gazetteer();

}  // namespace irisim::operations
