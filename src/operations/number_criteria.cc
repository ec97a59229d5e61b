#include "operations/number_criteria.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/states.h"
#include "base/text.h"
#include "operations/block_choice.h"
#include "operations/criteria_formats.h"

namespace irisim::operations {
namespace {

constexpr int kCode = 5002;

// What a rule says: nothing if it holds; else which wording of the code, and its arguments.
struct Broken {
  std::string_view wording;
  std::vector<std::string> arguments;
};
using Verdict = std::optional<Broken>;

Verdict broken_if(bool condition, std::string_view wording,
                  std::vector<std::string> arguments = {}) {
  if (!condition) return std::nullopt;
  return Broken{wording, std::move(arguments)};
}

// The criteria by the elements of an order, with the lengths that they may have.
struct Field {
  std::string_view element;
  std::string NumberCriteria::*member;
  size_t least, most;
  std::string_view lengths;
  bool is_numeric = false;
};
constexpr Field kFields[] = {
    {"AreaCode", &NumberCriteria::area_code, 3, 3, "3", true},
    {"NpaNxx", &NumberCriteria::npa_nxx, 6, 6, "6", true},
    {"NpaNxxX", &NumberCriteria::npa_nxx_x, 7, 7, "7", true},
    {"RateCenter", &NumberCriteria::rate_center, 1, 10, "1 to 10"},
    {"State", &NumberCriteria::state, 2, 2, "2"},
    {"City", &NumberCriteria::city, 1, 100, "1 to 100"},
    {"Zip", &NumberCriteria::zip, 5, 10, "5 or 10"},
    {"Lata", &NumberCriteria::lata, 3, 5, "3 to 5", true},
    {"LocalVanity", &NumberCriteria::local_vanity, 1, 7, "3 to 7"},
    {"TollFreeVanity", &NumberCriteria::toll_free_vanity, 4, 7, "4 to 7"},
    {"TollFreeWildCardPattern", &NumberCriteria::toll_free_wild_card, 3, 3, "3"},
};

// How many of the fields are given.
int count(const NumberCriteria& c, std::initializer_list<std::string NumberCriteria::*> members) {
  return static_cast<int>(
      std::ranges::count_if(members, [&](const auto member) { return !(c.*member).empty(); }));
}

int count_all(const NumberCriteria& c) {
  return static_cast<int>(std::ranges::count_if(
      kFields, [&](const Field& field) { return !(c.*field.member).empty(); }));
}

Verdict check_length(const NumberCriteria& c, const Field& field) {
  const size_t length = (c.*field.member).size();
  return broken_if(length > 0 && (length < field.least || length > field.most), "length",
                   {std::string(field.element), std::string(field.lengths)});
}

Verdict check_digits(const NumberCriteria& c, const Field& field) {
  return broken_if(field.is_numeric && !all_digits(c.*field.member), "unparsable",
                   {std::string(field.element)});
}

template <Verdict (*Check)(const NumberCriteria&, const Field&)>
Verdict each_field(const NumberCriteria& c, const inventory::Inventory&) {
  for (const Field& field : kFields) {
    if (Verdict verdict = Check(c, field)) return verdict;
  }
  return std::nullopt;
}

// The digits that all numbers have to begin with, of whatever length.
std::string_view first_digits(const NumberCriteria& c) {
  for (const std::string* digits : {&c.area_code, &c.npa_nxx, &c.npa_nxx_x}) {
    if (!digits->empty()) return *digits;
  }
  return {};
}

using Rule = Verdict (*)(const NumberCriteria&, const inventory::Inventory&);
constexpr Rule kRules[] = {
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(c.ends_in && c.local_vanity.empty(), "endsIn");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(count_all(c) == 0, "nothing");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(
          !c.toll_free_wild_card.empty() && !is_toll_free_wild_card(c.toll_free_wild_card),
          "wildCard");
    },
    each_field<check_length>,
    each_field<check_digits>,
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!c.zip.empty() && !is_zip(c.zip), "zip", {c.zip});
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      const std::string_view digits = first_digits(c);
      const bool is_refused =
          std::ranges::any_of(std::initializer_list<std::string_view>{"0", "1", "37", "96"},
                              [&](std::string_view start) { return digits.starts_with(start); });
      return broken_if(is_refused, "areaCode");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      const std::string_view digits = first_digits(c);
      return broken_if(!digits.empty() && digits[1] == '9', "areaCodeNine");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(first_digits(c).substr(0, 3).ends_with("11"), "areaCodeEleven");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      const std::string_view digits = first_digits(c);
      return broken_if(digits.size() > 3 && digits[3] < '2', "nxx");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!is_alphanumeric(c.toll_free_vanity), "alphanumeric", {"TollFreeVanity"});
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!is_vanity_pattern(c.local_vanity), "glob", {"LocalVanity"});
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!c.local_vanity.empty() && !has_enough_of_vanity(c.local_vanity),
                       "localVanityShort");
    },
    // How criteria may be combined.
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(c.state.empty() && !(c.rate_center + c.city).empty(), "alsoNeeded",
                       {"State"});
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!c.local_vanity.empty() && c.area_code.empty(), "alsoNeeded", {"AreaCode"});
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      using C = NumberCriteria;
      const int all = count_all(c);
      return broken_if(
          count(c, {&C::area_code, &C::npa_nxx, &C::npa_nxx_x}) > 1 ||
              (!c.local_vanity.empty() && all > 2) ||
              (count(c, {&C::toll_free_vanity, &C::toll_free_wild_card}) > 0 && all > 1),
          "combination");
    },
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(c.with_local_calling_area.value_or(false) && !has_local_calling_area(c),
                       "lca");
    },
    // What the inventory knows.
    [](const NumberCriteria& c, const inventory::Inventory&) {
      return broken_if(!c.state.empty() && !is_state_code(upper(c.state)), "state", {c.state});
    },
    [](const NumberCriteria& c, const inventory::Inventory& inventory) {
      return broken_if(!any_matches(inventory, {.abbreviation = c.rate_center, .state = c.state}) &&
                           !c.rate_center.empty(),
                       "rateCenter", {c.rate_center});
    },
    [](const NumberCriteria& c, const inventory::Inventory& inventory) {
      return broken_if(
          !c.city.empty() && !any_matches(inventory, {.state = c.state, .city = c.city}), "city",
          {c.city});
    },
    [](const NumberCriteria& c, const inventory::Inventory& inventory) {
      return broken_if(!any_matches(inventory, {.zip = c.zip}), "zip", {c.zip});
    },
    [](const NumberCriteria& c, const inventory::Inventory& inventory) {
      return broken_if(!any_matches(inventory, {.lata = c.lata}), "lata", {c.lata});
    },
};

}  // namespace

std::optional<Finding> check_order_criteria(const NumberCriteria& criteria,
                                            const inventory::Inventory& inventory) {
  for (const Rule rule : kRules) {
    Verdict broken = rule(criteria, inventory);
    if (broken) return broken_rule(kCode, std::move(broken->arguments), {}, broken->wording);
  }
  return std::nullopt;
}

}  // namespace irisim::operations
