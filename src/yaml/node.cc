#include "yaml/node.h"

#include <algorithm>

#include <yaml-cpp/yaml.h>

namespace irisim::yaml {
namespace {

constexpr int kMaxDepth = 32;
constexpr int kMostNodes = 100'000;  // aliases can make a small file a huge one

Node convert(const YAML::Node& source, int depth, int& count) {
  Node node;
  const YAML::Mark mark = source.Mark();
  if (!mark.is_null()) {  // as that of an empty file
    node.line = mark.line + 1;
    node.column = mark.column + 1;
  }
  if (depth > kMaxDepth) throw YAML::Exception(source.Mark(), "nested too deeply");
  if (++count > kMostNodes) throw YAML::Exception(source.Mark(), "more than 100000 values");
  switch (source.Type()) {
    case YAML::NodeType::Scalar:
      node.kind = Node::Kind::kScalar;
      node.scalar = source.Scalar();
      break;
    case YAML::NodeType::Sequence:
      node.kind = Node::Kind::kSequence;
      for (const YAML::Node& item : source) node.items.push_back(convert(item, depth + 1, count));
      break;
    case YAML::NodeType::Map:
      node.kind = Node::Kind::kMap;
      for (const auto& member : source) {
        if (!member.first.IsScalar())
          throw YAML::Exception(member.first.Mark(), "a key must be text");
        if (node.find(member.first.Scalar()) != nullptr) {
          throw YAML::Exception(member.first.Mark(),
                                "key '" + member.first.Scalar() + "' stands twice");
        }
        node.members.push_back(
            {convert(member.first, depth + 1, count), convert(member.second, depth + 1, count)});
      }
      break;
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
      break;
  }
  return node;
}

}  // namespace

std::string describe(const Fault& fault) {
  return fault.file + ":" + std::to_string(fault.line) + ":" + std::to_string(fault.column) + ": " +
         fault.message;
}

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name.scalar == key) return &value;
  }
  return nullptr;
}

Result<Node, Fault> parse(std::string_view text, std::string_view file) {
  try {
    int count = 0;
    return convert(YAML::Load(std::string(text)), 0, count);
  } catch (const YAML::Exception& e) {
    return Fault{std::string(file), e.mark.line + 1, e.mark.column + 1, e.msg};
  }
}

}  // namespace irisim::yaml
