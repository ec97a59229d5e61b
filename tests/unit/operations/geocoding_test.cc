#include "operations/geocoding.h"

#include <gtest/gtest.h>

#include "xml/document.h"

namespace irisim::operations {
namespace {

Geocoding geocoded(std::string_view elements) {
  const auto document = xml::Document::parse("<Address>" + std::string(elements) + "</Address>");
  EXPECT_TRUE(document.ok());
  return geocode(document->root());
}

std::string street(const std::string& name, const std::string& city = "Washington") {
  return "<HouseNumber>1600</HouseNumber><StreetName>" + name + "</StreetName><City>" + city +
         "</City><StateCode>DC</StateCode><Zip>20500</Zip>";
}

TEST(Geocoding, TakesAStreetApart) {
  for (const std::string name : {"Pennsylvania Avenue Northwest", "PENNSYLVANIA  AVE NW",
                                 "Pennsylvania Av", "Pennsylvania"}) {
    const Geocoding result = geocoded(street(name));
    EXPECT_TRUE(result.corrections.empty()) << name;
    EXPECT_EQ(result.address.line(), "1600 PENNSYLVANIA AVE NW") << name;
  }
}

TEST(Geocoding, CorrectsAStreetOfAKnownCity) {
  const Geocoding result = geocoded(street("Pensylvanio Ave"));
  ASSERT_EQ(result.corrections.size(), 1u);
  EXPECT_EQ(result.corrections[0].field, "Street Name");
  EXPECT_EQ(result.corrections[0].specified, "PENSYLVANIO");
  EXPECT_EQ(result.corrections[0].valid, "PENNSYLVANIA");
}

TEST(Geocoding, CorrectsStreetAndCityAtOnce) {
  EXPECT_EQ(describe(geocoded(street("PENNSYLVANIO", "WASHINGTUN")).corrections),
            "Some adjustments are required to allow the address to pass geocoding:\n"
            "Specified value - Street Name : \"PENNSYLVANIO\" Valid value - \"PENNSYLVANIA\"\n"
            "Specified value - City : \"WASHINGTUN\" Valid value - \"WASHINGTON\"");
}

TEST(Geocoding, CorrectsASuffixThatIsNoWord) {
  const Geocoding result = geocoded(
      "<HouseNumber>904</HouseNumber><StreetName>Ansun</StreetName><StreetSuffix>Str"
      "</StreetSuffix><City>Marshalltown</City><StateCode>IA</StateCode>");
  ASSERT_EQ(result.corrections.size(), 2u);
  EXPECT_EQ(result.corrections[0].valid, "ANSON");
  EXPECT_EQ(result.corrections[1].field, "Street Suffix");
  EXPECT_EQ(result.corrections[1].specified, "STR");
  EXPECT_EQ(result.corrections[1].valid, "ST");
  EXPECT_EQ(result.address.line(), "904 E ANSON ST");
}

TEST(Geocoding, AcceptsWhatItDoesNotKnow) {
  EXPECT_TRUE(geocoded(street("Elm Street")).corrections.empty());
  EXPECT_TRUE(geocoded(street("Pennsylvanio", "Georgetown")).corrections.empty());
  EXPECT_TRUE(geocoded(street("Pensilvanio")).corrections.empty()) << "three letters";
  EXPECT_TRUE(geocoded("<StreetName>Ave</StreetName><City>Wash</City>").corrections.empty());
  EXPECT_TRUE(geocoded("").corrections.empty());
}

TEST(Gazetteer, TellsWhereAFaultIs) {
  const auto loaded = load_gazetteer("suffixes: {}\ndirectionals: {}\ncities:\n  - town: X\n", "f");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().front().line, 4);
}

}  // namespace
}  // namespace irisim::operations
