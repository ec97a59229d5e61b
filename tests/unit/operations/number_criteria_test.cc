#include "operations/number_criteria.h"

#include <gtest/gtest.h>

#include "inventory/load.h"

namespace irisim::operations {
namespace {

const inventory::Inventory& inventory_with_raleigh() {
  static const auto kLoaded = inventory::load(R"(
vendors: [{ id: 49, name: Ours, onNet: true }]
carriers: [{ spid: 1537, name: Mock Carrier }]
rateCenters:
  - { id: 1, abbreviation: RALEIGH, state: NC, lata: 426, vendor: 49, cities: [GARNER], zips: [27601] }
  - { id: 2, abbreviation: MIAMI, state: FL, lata: 46018, vendor: 49, cities: [MIAMI], zips: [33130] }
)",
                                              "test");
  return *kLoaded;
}

// The message of the rule that the criteria break; empty if they break none.
std::string broken(const NumberCriteria& criteria) {
  const auto finding = check_order_criteria(criteria, inventory_with_raleigh());
  if (!finding) return {};
  EXPECT_EQ(finding->code, 5002);
  return finding->message;
}

constexpr char kUnsupported[] = "The combination of search criteria is unsupported.";

TEST(NumberCriteria, ThoseOfTheContractsOrdersAreAccepted) {
  const NumberCriteria accepted[] = {
      {.area_code = "617"},
      {.rate_center = "RALEIGH", .state = "NC"},
      {.npa_nxx = "919439", .with_local_calling_area = false},
      {.npa_nxx_x = "9194391", .with_local_calling_area = true},
      {.toll_free_vanity = "newcars"},
      {.toll_free_wild_card = "8**"},
      {.state = "NC"},
      {.state = "NC", .city = "GARNER"},
      {.zip = "27601"},
      {.zip = "27601-1234"},
      {.lata = "426"},
      {.npa_nxx = "919439", .state = "NC", .city = "garner", .with_local_calling_area = false},
      {.area_code = "617", .local_vanity = "newcars"},
      {.area_code = "919",
       .rate_center = "RALEIGH",
       .state = "NC",
       .city = "GARNER",
       .zip = "27601",
       .lata = "426"},
  };
  for (const NumberCriteria& criteria : accepted) EXPECT_EQ(broken(criteria), "");
}

TEST(NumberCriteria, SomeAreNeeded) {
  EXPECT_EQ(broken({}), "Unable to perform search. Please, provide some search criteria");
}

TEST(NumberCriteria, HaveTheirLengths) {
  const auto length = [](const std::string& element, const std::string& lengths) {
    return "The length of the search criteria '" + element +
           "' is not valid, the acceptable length is " + lengths + " characters.";
  };
  EXPECT_EQ(broken({.area_code = "91"}), length("AreaCode", "3"));
  EXPECT_EQ(broken({.npa_nxx = "91943"}), length("NpaNxx", "6"));
  EXPECT_EQ(broken({.npa_nxx_x = "919439"}), length("NpaNxxX", "7"));
  EXPECT_EQ(broken({.state = "NCA"}), length("State", "2"));
  EXPECT_EQ(broken({.zip = "2760"}), length("Zip", "5 or 10"));
  EXPECT_EQ(broken({.lata = "426000"}), length("Lata", "3 to 5"));
  EXPECT_EQ(broken({.toll_free_vanity = "car"}), length("TollFreeVanity", "4 to 7"));
  EXPECT_EQ(broken({.area_code = "919", .local_vanity = "newcars1"}),
            length("LocalVanity", "3 to 7"));
}

TEST(NumberCriteria, AreNumbersWhereTheyHaveToBe) {
  const auto unparsable = [](const std::string& element) {
    return "The value specified for the search criteria '" + element + "' cannot be parsed.";
  };
  EXPECT_EQ(broken({.area_code = "9x9"}), unparsable("AreaCode"));
  EXPECT_EQ(broken({.npa_nxx = "91943x"}), unparsable("NpaNxx"));
  EXPECT_EQ(broken({.npa_nxx_x = "919439x"}), unparsable("NpaNxxX"));
  EXPECT_EQ(broken({.lata = "42x"}), unparsable("Lata"));
}

TEST(NumberCriteria, BeginWithAnAreaCodeAndAnNxxThatExist) {
  const std::string start = "The area code of telephone numbers cannot begin with 0,1 or 37 or 96.";
  for (const char* area_code : {"019", "119", "370", "960"})
    EXPECT_EQ(broken({.area_code = area_code}), start) << area_code;
  EXPECT_EQ(broken({.npa_nxx = "119439"}), start);
  EXPECT_EQ(broken({.area_code = "291"}),
            "The area Code of telephone numbers can not have a 9 as the second digit.");
  EXPECT_EQ(broken({.area_code = "911"}),
            "The area code of telephone numbers can not end with 11.");
  EXPECT_EQ(broken({.npa_nxx = "919139"}), "The Nxx cannot begin with a 0 or 1");
  EXPECT_EQ(broken({.npa_nxx_x = "9190391"}), "The Nxx cannot begin with a 0 or 1");
}

TEST(NumberCriteria, NameWhatExists) {
  EXPECT_EQ(broken({.state = "XX"}), "The state abbreviation XX is not valid.");
  EXPECT_EQ(broken({.rate_center = "MIAMI", .state = "NC"}),
            "The ratecenter abbreviation MIAMI is not valid");
  EXPECT_EQ(broken({.state = "NC", .city = "MIAMI"}), "The city value MIAMI is not valid.");
  EXPECT_EQ(broken({.zip = "99999"}), "The zip code 99999 is not valid.");
  EXPECT_EQ(broken({.zip = "27601x1234"}), "The zip code 27601x1234 is not valid.");
  EXPECT_EQ(broken({.lata = "999"}), "The lata 999 is not valid");
}

TEST(NumberCriteria, ACityOrARateCenterNeedsItsState) {
  EXPECT_EQ(broken({.city = "GARNER"}), "Please also specify State to search by current criteria.");
  EXPECT_EQ(broken({.rate_center = "RALEIGH"}),
            "Please also specify State to search by current criteria.");
}

TEST(NumberCriteria, AreaCodeAndNpaNxxAndNpaNxxXExcludeEachOther) {
  EXPECT_EQ(broken({.area_code = "919", .npa_nxx = "919439"}), kUnsupported);
  EXPECT_EQ(broken({.area_code = "919", .npa_nxx_x = "9194390"}), kUnsupported);
  EXPECT_EQ(broken({.npa_nxx = "919439", .npa_nxx_x = "9194390"}), kUnsupported);
}

TEST(NumberCriteria, LocalVanityGoesWithAnAreaCodeAndNothingElse) {
  EXPECT_EQ(broken({.local_vanity = "newcars"}),
            "Please also specify AreaCode to search by current criteria.");
  EXPECT_EQ(broken({.area_code = "919", .state = "NC", .local_vanity = "newcars"}), kUnsupported);
}

TEST(NumberCriteria, LocalVanityIsAPatternOfAtLeastThree) {
  EXPECT_EQ(broken({.area_code = "919", .local_vanity = "ca*"}),
            "The localVanity value should contain 3 or more digits");
  EXPECT_EQ(broken({.area_code = "919", .local_vanity = "c-ars"}),
            "LocalVanity should contain only alphanumerics or glob wildcards(*,?).");
  EXPECT_EQ(broken({.area_code = "919", .local_vanity = "c*r_s"}), "");
}

TEST(NumberCriteria, EndsInGoesWithLocalVanityOnly) {
  EXPECT_EQ(broken({.area_code = "919", .ends_in = true}),
            "Ends In is meaningless without Local Vanity");
  EXPECT_EQ(broken({.area_code = "919", .local_vanity = "cars", .ends_in = true}), "");
}

TEST(NumberCriteria, TollFreeOnesStandAlone) {
  EXPECT_EQ(broken({.area_code = "800", .toll_free_vanity = "newcars"}), kUnsupported);
  EXPECT_EQ(broken({.toll_free_vanity = "newcars", .toll_free_wild_card = "8**"}), kUnsupported);
  EXPECT_EQ(broken({.toll_free_vanity = "new-car"}), "TollFreeVanity should be alphanumeric.");
}

TEST(NumberCriteria, ATollFreeWildCardIsAnEightWithStarsAtItsEnd) {
  for (const char* pattern : {"8**", "80*", "87*", "888"})
    EXPECT_EQ(broken({.toll_free_wild_card = pattern}), "") << pattern;
  for (const char* pattern : {"9**", "8*8", "8", "8***", "8a*", "***"}) {
    EXPECT_EQ(broken({.toll_free_wild_card = pattern}), "Tollfree Wild Card search invalid format.")
        << pattern;
  }
}

TEST(NumberCriteria, OnlySomeAreWidenedToTheLocalCallingArea) {
  const std::string unsupported = "LCA search is not supported for specified search criteria";
  const auto with_lca = [](NumberCriteria criteria) {
    criteria.with_local_calling_area = true;
    return broken(criteria);
  };
  EXPECT_EQ(with_lca({.npa_nxx = "919439"}), "");
  EXPECT_EQ(with_lca({.npa_nxx_x = "9194390"}), "");
  EXPECT_EQ(with_lca({.rate_center = "RALEIGH", .state = "NC"}), "");
  EXPECT_EQ(with_lca({.area_code = "919"}), unsupported);
  EXPECT_EQ(with_lca({.state = "NC"}), unsupported);
  EXPECT_EQ(with_lca({.npa_nxx = "919439", .state = "NC"}), unsupported);
  EXPECT_EQ(with_lca({.rate_center = "RALEIGH", .state = "NC", .lata = "426"}), unsupported);
}

}  // namespace
}  // namespace irisim::operations
