#include "yaml/node.h"

#include <gtest/gtest.h>

namespace irisim::yaml {
namespace {

std::string fault(std::string_view text) {
  const auto parsed = parse(text, "port.yaml");
  return parsed.ok() ? "none" : describe(parsed.error());
}

TEST(YamlNode, KnowsItsKindAndPlace) {
  const auto parsed = parse("version: 1\nlist:\n  - a\n  - { b: c }\nnothing:\n", "port.yaml");
  ASSERT_TRUE(parsed.ok());
  ASSERT_EQ(parsed->kind, Node::Kind::kMap);
  const Node* version = parsed->find("version");
  ASSERT_NE(version, nullptr);
  EXPECT_EQ(version->kind, Node::Kind::kScalar);
  EXPECT_EQ(version->scalar, "1");
  EXPECT_EQ(version->line, 1);
  EXPECT_EQ(version->column, 10);
  const Node* list = parsed->find("list");
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->kind, Node::Kind::kSequence);
  ASSERT_EQ(list->items.size(), 2u);
  EXPECT_EQ(list->items[0].line, 3);
  EXPECT_EQ(list->items[0].column, 5);
  const auto& [key, value] = list->items[1].members.at(0);
  EXPECT_EQ(key.scalar, "b");
  EXPECT_EQ(key.column, 7);
  EXPECT_EQ(value.line, 4);
  EXPECT_EQ(value.column, 10);
  EXPECT_EQ(parsed->find("nothing")->kind, Node::Kind::kNull);
  EXPECT_EQ(parsed->find("absent"), nullptr);
}

TEST(YamlNode, KeepsTheOrderOfTheFile) {
  const auto parsed = parse("{ z: 1, a: 2, m: 3 }", "port.yaml");
  ASSERT_TRUE(parsed.ok());
  std::string order;
  for (const auto& [key, value] : parsed->members) order += key.scalar;
  EXPECT_EQ(order, "zam");
}

TEST(YamlNode, SaysWhereAFaultIs) {
  EXPECT_EQ(fault("a: 1\nb: [1, 2\n").substr(0, 10), "port.yaml:");
  EXPECT_TRUE(fault("a: 1\n  b: 2\n").starts_with("port.yaml:2:")) << fault("a: 1\n  b: 2\n");
  EXPECT_TRUE(fault("a: *nowhere\n").starts_with("port.yaml:1:4: ")) << fault("a: *nowhere\n");
}

TEST(YamlNode, RefusesAKeyThatStandsTwice) {
  EXPECT_EQ(fault("a: 1\nb: 2\na: 3\n"), "port.yaml:3:1: key 'a' stands twice");
  EXPECT_EQ(fault("x:\n  - { to: A, to: B }\n"), "port.yaml:2:14: key 'to' stands twice");
}

TEST(YamlNode, RefusesAKeyThatIsNoText) {
  EXPECT_EQ(fault("[1, 2]: 3\n"), "port.yaml:1:1: a key must be text");
}

TEST(YamlNode, FollowsAliases) {
  const auto parsed = parse("a: &x [1, 2]\nb: *x\n", "port.yaml");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->find("b")->items.size(), 2u);
}

TEST(YamlNode, BoundsWhatAliasesMultiply) {
  std::string laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
    for (int j = 1; j < 10; ++j) laughs += ", " + below;
    laughs += "]\n";
  }
  EXPECT_NE(fault(laughs).find("more than 100000 values"), std::string::npos);
}

TEST(YamlNode, RefusesAnAliasOfItself) {
  EXPECT_NE(fault("a: &a [*a]\n"), "none");
}

TEST(YamlNode, BoundsTheDepth) {
  const auto nested = [](size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_EQ(fault(nested(32)), "none");
  EXPECT_EQ(fault(nested(34)), "port.yaml:1:34: nested too deeply");
  EXPECT_NE(fault(nested(10'000)), "none");
  EXPECT_NE(fault(nested(1'000'000)), "none");
}

TEST(YamlNode, OfAnEmptyFileIsNothing) {
  const auto parsed = parse("", "port.yaml");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->kind, Node::Kind::kNull);
}

}  // namespace
}  // namespace irisim::yaml
