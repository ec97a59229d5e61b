#include "operations/geocoding.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace irisim::operations {
namespace {

using Abbreviations = Gazetteer::Abbreviations;
using Words = std::vector<std::string>;

std::string abbreviated(const Abbreviations& known, std::string_view text) {
  const std::string word = upper(text);
  const auto found = known.find(word);
  return found == known.end() ? word : found->second;
}

// Takes the word at one end of a street off, if it is known and not the whole street.
std::string take_word(Words& words, bool first, const Abbreviations& known) {
  if (words.size() < 2) return {};
  const auto word = first ? words.begin() : words.end() - 1;
  const auto found = known.find(*word);
  if (found == known.end()) return {};
  words.erase(word);
  return found->second;
}

void replace_empty(std::string& text, std::string by) {
  if (text.empty()) text = std::move(by);
}

// The street of "E ANSON ST" with its parts where the client gave none of their own.
void take_street_apart(GeocodedAddress& address, const Gazetteer& gazetteer) {
  Words words;
  for (const std::string_view word : split(address.street, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  replace_empty(address.post_directional, take_word(words, false, gazetteer.directionals));
  replace_empty(address.suffix, take_word(words, false, gazetteer.suffixes));
  replace_empty(address.pre_directional, take_word(words, true, gazetteer.directionals));
  address.street = join(words, " ");
}

// A short name has many neighbours that are names of their own.
const std::string* nearest_name(std::string_view name, const std::vector<std::string>& known) {
  constexpr size_t kShort = 4, kLong = 8;
  return nearest(name, known, name.size() < kShort ? 0 : name.size() < kLong ? 1 : 2);
}

void correct(std::string_view field, std::string& text, const std::string& valid,
             std::vector<Correction>& corrections) {
  if (text == valid) return;
  corrections.push_back({field, text, valid});
  text = valid;
}

const Gazetteer::City* find_city(const Gazetteer& gazetteer, const GeocodedAddress& address) {
  Words names;
  for (const Gazetteer::City& city : gazetteer.cities) {
    if (city.state == address.state) names.push_back(city.name);
  }
  const std::string* name = nearest_name(address.city, names);
  if (name == nullptr) return nullptr;
  return &*std::ranges::find_if(gazetteer.cities, [&](const Gazetteer::City& city) {
    return city.state == address.state && city.name == *name;
  });
}

const Gazetteer::Street* find_street(const Gazetteer::City& city, std::string_view sent) {
  Words names;
  for (const Gazetteer::Street& street : city.streets) names.push_back(street.name);
  const std::string* name = nearest_name(sent, names);
  return name == nullptr ? nullptr : &city.streets[static_cast<size_t>(name - names.data())];
}

}  // namespace

std::string GeocodedAddress::line() const {
  Words words;
  for (const std::string& part :
       {house_number, pre_directional, street, suffix, post_directional}) {
    if (!part.empty()) words.push_back(part);
  }
  return join(words, " ");
}

Geocoding geocode(xml::Element sent, const Gazetteer& gazetteer) {
  Geocoding result;
  GeocodedAddress& address = result.address;
  address.house_number = upper(sent.text("HouseNumber"));
  address.pre_directional = abbreviated(gazetteer.directionals, sent.text("PreDirectional"));
  address.street = upper(sent.text("StreetName"));
  address.suffix = abbreviated(gazetteer.suffixes, sent.text("StreetSuffix"));
  address.post_directional = abbreviated(gazetteer.directionals, sent.text("PostDirectional"));
  address.city = upper(sent.text("City"));
  address.state = upper(sent.text("StateCode"));
  address.zip = sent.text("Zip");
  address.plus_four = sent.text("PlusFour");
  take_street_apart(address, gazetteer);

  const Gazetteer::City* city = find_city(gazetteer, address);
  if (city == nullptr) return result;
  const Gazetteer::Street* street = find_street(*city, address.street);
  if (street != nullptr) {
    correct("Street Name", address.street, street->name, result.corrections);
    // Another suffix may be another street; one that is no word at all is misspelt.
    if (!address.suffix.empty() && !gazetteer.suffixes.contains(address.suffix))
      correct("Street Suffix", address.suffix, street->suffix, result.corrections);
    replace_empty(address.suffix, street->suffix);
    replace_empty(address.pre_directional, street->pre);
    replace_empty(address.post_directional, street->post);
  }
  correct("City", address.city, city->name, result.corrections);
  return result;
}

std::string describe(const std::vector<Correction>& corrections) {
  std::string text = "Some adjustments are required to allow the address to pass geocoding:";
  for (const auto& [field, specified, valid] : corrections) {
    text.append("\nSpecified value - ").append(field);
    text.append(" : \"").append(specified).append("\" Valid value - \"").append(valid).append("\"");
  }
  return text;
}

void add_address(xml::Element parent, const GeocodedAddress& address) {
  const std::pair<std::string_view, std::string> elements[] = {
      {"AddressLine1", address.line()},
      {"HouseNumber", address.house_number},
      {"PreDirectional", address.pre_directional},
      {"StreetName", address.street},
      {"StreetSuffix", address.suffix},
      {"PostDirectional", address.post_directional},
      {"City", address.city},
      {"StateCode", address.state},
      {"Zip", address.zip},
      {"PlusFour", address.plus_four},
      {"Country", "US"}};
  for (const auto& [name, text] : elements) {
    if (!text.empty()) parent.add(name, text);
  }
}

}  // namespace irisim::operations
