#include "yaml/reader.h"

#include <gtest/gtest.h>

namespace irisim::yaml {
namespace {

using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

Node node(std::string_view text) {
  const auto parsed = parse(text, "port.yaml");
  EXPECT_TRUE(parsed.ok()) << text;
  return *parsed;
}

Lines faults(const Reader& reader) {
  Lines lines;
  for (const Fault& fault : reader.faults()) lines.push_back(describe(fault));
  return lines;
}

TEST(YamlReader, NamesEachUnknownKeyAndTheOneThatWasMeant) {
  Reader reader("port.yaml");
  EXPECT_FALSE(reader.expect_map(node("form: A\nto: B\nxyzzy: C\n"), {"from", "to"}));
  EXPECT_EQ(
      faults(reader),
      (Lines{"port.yaml:1:1: unknown key 'form' (did you mean 'from'?); allowed here: from, to",
             "port.yaml:3:1: unknown key 'xyzzy'; allowed here: from, to"}));
}

TEST(YamlReader, TakesAMapOfKnownKeys) {
  Reader reader("port.yaml");
  EXPECT_TRUE(reader.expect_map(node("to: B"), {"from", "to"}));
  EXPECT_TRUE(reader.faults().empty());
  EXPECT_FALSE(reader.expect_map(node("[to]"), {"from", "to"}));
  EXPECT_FALSE(reader.expect_map(node(""), {"from", "to"}));
  EXPECT_EQ(faults(reader),
            (Lines{"port.yaml:1:1: expected a map with the keys from, to, found a list",
                   "port.yaml:1:1: expected a map with the keys from, to, found nothing"}));
}

TEST(YamlReader, CollectsAllFaults) {
  Reader reader("port.yaml");
  const Node map = node("text: [a]\nnumber: 4x\nboolean: yes\nduration: 5\nlist: a\n");
  EXPECT_EQ(reader.text(*map.find("text")), "");
  EXPECT_EQ(reader.number(*map.find("number")), std::nullopt);
  EXPECT_FALSE(reader.boolean(*map.find("boolean")));
  EXPECT_EQ(reader.duration(*map.find("duration")), std::nullopt);
  EXPECT_FALSE(reader.expect_sequence(*map.find("list")));
  EXPECT_EQ(reader.require(map, "missing"), nullptr);
  EXPECT_EQ(faults(reader),
            (Lines{"port.yaml:1:7: expected text, found a list",
                   "port.yaml:2:9: expected a number, found '4x'",
                   "port.yaml:3:10: expected true or false, found 'yes'",
                   "port.yaml:4:11: expected a duration such as 500ms, 2s, 1h30m or 4d, found '5'",
                   "port.yaml:5:7: expected a list, found 'a'",
                   "port.yaml:1:1: key 'missing' is missing"}));
}

TEST(YamlReader, ReadsValues) {
  Reader reader("port.yaml");
  const Node map = node("{ text: a b, number: -3, yes: true, no: false, time: 1h30m, list: [a] }");
  EXPECT_EQ(reader.text(*map.find("text")), "a b");
  EXPECT_EQ(reader.number(*map.find("number")), -3);
  EXPECT_TRUE(reader.boolean(*map.find("yes")));
  EXPECT_FALSE(reader.boolean(*map.find("no")));
  EXPECT_EQ(reader.duration(*map.find("time")), 90min);
  EXPECT_TRUE(reader.expect_sequence(*map.find("list")));
  EXPECT_EQ(reader.texts(*map.find("list")), Lines{"a"});
  EXPECT_EQ(reader.texts(*map.find("text")), Lines{"a b"});
  EXPECT_NE(reader.require(map, "text"), nullptr);
  EXPECT_EQ(faults(reader), Lines{});
}

TEST(YamlReader, NamesTheValueThatWasMeant) {
  Reader reader("port.yaml");
  const Lines states = {"SUBMITTED", "FOC"};
  EXPECT_EQ(reader.one_of(node("FOC"), "state", states), "FOC");
  reader.one_of(node("  SUBMITED"), "state", states);
  EXPECT_EQ(faults(reader),
            Lines{"port.yaml:1:3: unknown state 'SUBMITED' (did you mean 'SUBMITTED'?); allowed "
                  "here: SUBMITTED, FOC"});
}

}  // namespace
}  // namespace irisim::yaml
