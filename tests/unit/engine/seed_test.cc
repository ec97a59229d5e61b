#include "engine/seed.h"

#include <gtest/gtest.h>

namespace irisim::engine {
namespace {

Result<Seed, std::vector<yaml::Fault>> load(const std::string& accounts) {
  return load_seed("accounts:\n" + accounts, "seed.yaml");
}

std::string fault_of(const std::string& accounts) {
  const auto seed = load(accounts);
  return seed ? "" : yaml::describe(seed.error().front());
}

TEST(Seed, AListedAccountBeginsAsTheTemplate) {
  const auto seed = load(
      "  \"77\": { companyName: B, products: [] }\n"
      "  template: { companyName: A, spid: 9999, products: [{ name: P, features: [F] }] }\n");
  ASSERT_TRUE(seed.ok());
  EXPECT_TRUE(seed->knows("77"));
  EXPECT_TRUE(seed->knows("78"));
  EXPECT_NE(seed->account("77").document.find("<SPID>9999</SPID>"), std::string::npos);
  EXPECT_NE(seed->account("77").document.find("<CompanyName>B</CompanyName>"), std::string::npos);
  EXPECT_FALSE(seed->account("77").has_feature("F"));
  EXPECT_TRUE(seed->account("78").has_feature("F"));
  EXPECT_TRUE(seed->account("78").has_product("P"));
  EXPECT_FALSE(seed->account("78").has_feature("P"));
}

TEST(Seed, OthersMayBeUnknown) {
  const auto seed = load("  others: unknown\n  template: {}\n  \"77\": {}\n");
  ASSERT_TRUE(seed.ok());
  EXPECT_TRUE(seed->knows("77"));
  EXPECT_FALSE(seed->knows("78"));
}

TEST(Seed, AnEmptyTextTakesAValueAway) {
  const auto seed = load("  template: { spid: 9999 }\n  \"77\": { spid: \"\" }\n");
  ASSERT_TRUE(seed.ok());
  EXPECT_EQ(seed->account("77").document.find("SPID"), std::string::npos);
}

TEST(Seed, AFaultSaysWhereAndWhat) {
  EXPECT_EQ(fault_of("  template: {}\n  mine: {}\n").substr(0, 24), "seed.yaml:3:3: 'mine' is");
  EXPECT_EQ(fault_of("  template: { compnyName: A }\n").substr(0, 42),
            "seed.yaml:2:15: unknown key 'compnyName' (");
  EXPECT_EQ(fault_of("  template: {}\n  others: some\n").substr(0, 46),
            "seed.yaml:3:11: unknown value of others 'some'");
  EXPECT_EQ(fault_of("  others: template\n").substr(0, 42),
            "seed.yaml:2:3: key 'template' is missing");
}

TEST(Seed, ASpidIsOneThatAnOrderCanName) {
  for (const std::string spid : {"12345", "1-2", "\"1 2\"", "several"}) {
    EXPECT_EQ(fault_of("  template: { spid: " + spid + " }\n").substr(0, 23),
              "seed.yaml:2:21: spid '" + std::string(1, spid[spid.front() == '"']));
  }
  for (const std::string spid : {"7", "123C", "mult", "\"\""})
    EXPECT_EQ(fault_of("  template: { spid: " + spid + " }\n"), "");
}

}  // namespace
}  // namespace irisim::engine
