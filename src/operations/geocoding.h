#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "operations/gazetteer.h"
#include "xml/element.h"

namespace irisim::operations {

// A street address as geocoding writes it: in capital letters, the street taken apart, whether it
// came so or as one text ("Pennsylvania Avenue Northwest").
struct GeocodedAddress {
  std::string house_number, pre_directional, street, suffix, post_directional;
  std::string city, state, zip, plus_four;

  std::string line() const;  // 1600 PENNSYLVANIA AVE NW
};

// What geocoding has to correct for the address to pass.
struct Correction {
  std::string_view field;  // "Street Name"
  std::string specified, valid;
};

struct Geocoding {
  GeocodedAddress address;
  std::vector<Correction> corrections;  // empty: the address passes
};

// Of an Address element of the API. A city, and in a known city a street, that is misspelt by a
// letter or two is corrected.
Geocoding geocode(xml::Element address, const Gazetteer& gazetteer = shipped_gazetteer());

// "Some adjustments are required …", as the contract words it.
std::string describe(const std::vector<Correction>& corrections);

// Adds the address's elements, those that it has.
void add_address(xml::Element parent, const GeocodedAddress& address);

}  // namespace irisim::operations
