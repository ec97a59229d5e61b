#include "operations/gazetteer.h"

#include "base/check.h"
#include "catalog/catalog.h"
#include "yaml/reader.h"

namespace irisim::operations {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr std::string_view kFile = "fixtures/addresses.yaml";

Gazetteer::Abbreviations read_abbreviations(const Node& root, std::string_view key,
                                            Reader& reader) {
  Gazetteer::Abbreviations result;
  const Node* map = reader.require(root, key);
  if (map == nullptr) return result;
  for (const auto& [abbreviation, words] : map->members) {
    result[abbreviation.scalar] = abbreviation.scalar;
    for (const std::string& word : reader.texts(words)) result[word] = abbreviation.scalar;
  }
  return result;
}

Gazetteer::City read_city(const Node& node, Reader& reader) {
  Gazetteer::City city;
  if (!reader.expect_map(node, {"name", "state", "streets"})) return city;
  city.name = reader.required_text(node, "name");
  city.state = reader.required_text(node, "state");
  const Node* streets = reader.require(node, "streets");
  if (streets == nullptr || !reader.expect_sequence(*streets)) return city;
  for (const Node& street : streets->items) {
    if (!reader.expect_map(street, {"pre", "name", "suffix", "post"})) continue;
    city.streets.push_back(
        {reader.optional_text(street, "pre"), reader.required_text(street, "name"),
         reader.optional_text(street, "suffix"), reader.optional_text(street, "post")});
  }
  return city;
}

}  // namespace

Result<Gazetteer, std::vector<yaml::Fault>> load_gazetteer(std::string_view text,
                                                           std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Gazetteer gazetteer;
  if (reader.expect_map(*root, {"suffixes", "directionals", "cities"})) {
    gazetteer.suffixes = read_abbreviations(*root, "suffixes", reader);
    gazetteer.directionals = read_abbreviations(*root, "directionals", reader);
    const Node* cities = reader.require(*root, "cities");
    if (cities != nullptr && reader.expect_sequence(*cities)) {
      for (const Node& city : cities->items) gazetteer.cities.push_back(read_city(city, reader));
    }
  }
  if (!reader.faults().empty()) return reader.faults();
  return gazetteer;
}

const Gazetteer& shipped_gazetteer() {
  static const Gazetteer kShipped = [] {
    auto loaded = load_gazetteer(catalog::shipped_file(kFile), kFile);
    IRISIM_CHECK(loaded.ok());
    return std::move(*loaded);
  }();
  return kShipped;
}

}  // namespace irisim::operations
