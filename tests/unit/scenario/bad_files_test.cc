// Bad scenario files (bad/*.yaml). Each says in its first lines what is wrong with it, all of it:
// "# LINE:COLUMN: message".

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/text.h"
#include "catalog/catalog.h"
#include "scenario/loader.h"
#include "tests/support/server.h"

namespace irisim::scenario {
namespace {

using Lines = std::vector<std::string>;

const std::string kFolder = "tests/unit/scenario/bad";

Lines bad_files() {
  Lines names;
  for (const auto& file : std::filesystem::directory_iterator(IRISIM_SOURCE_DIR "/" + kFolder))
    names.push_back(file.path().stem().string());
  std::ranges::sort(names);
  return names;
}

// The faults as the file's first lines say them.
Lines expected_faults(std::string_view text) {
  constexpr std::string_view kBegin = "# ";
  Lines faults;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.starts_with(kBegin)) break;
    faults.push_back("bad.yaml:" + std::string(line.substr(kBegin.size())));
  }
  return faults;
}

Lines faults_of(std::string_view text) {
  static const Rules kShipped =
      *load(catalog::shipped_file("scenarios/default.yaml"), "default.yaml");
  Lines faults;
  const auto rules = load(text, "bad.yaml", kShipped);
  if (rules.ok()) return faults;
  for (const yaml::Fault& fault : rules.error()) faults.push_back(yaml::describe(fault));
  return faults;
}

class BadFile : public testing::TestWithParam<std::string> {};

TEST_P(BadFile, IsToldAllItsFaultsInTheirPlaces) {
  const std::string text = test::source_file(kFolder + "/" + GetParam() + ".yaml");
  const Lines expected = expected_faults(text);
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(faults_of(text), expected);
}

INSTANTIATE_TEST_SUITE_P(All, BadFile, testing::ValuesIn(bad_files()),
                         [](const testing::TestParamInfo<std::string>& file) {
                           std::string name = file.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace irisim::scenario
