#include "yaml/node.h"

#include <algorithm>

#include <yaml-cpp/yaml.h>

namespace irisim::yaml {
namespace {

constexpr int kMaxDepth = 32;

Node convert(const YAML::Node& source, int depth) {
  Node node;
  // An empty file has no place: its fault is at its start.
  node.line = std::max(source.Mark().line, 0) + 1;
  node.column = std::max(source.Mark().column, 0) + 1;
  if (depth > kMaxDepth) throw YAML::Exception(source.Mark(), "nested too deeply");
  switch (source.Type()) {
    case YAML::NodeType::Scalar:
      node.kind = Node::Kind::kScalar;
      node.scalar = source.Scalar();
      break;
    case YAML::NodeType::Sequence:
      node.kind = Node::Kind::kSequence;
      for (const YAML::Node& item : source) node.items.push_back(convert(item, depth + 1));
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
        node.members.emplace_back(convert(member.first, depth + 1),
                                  convert(member.second, depth + 1));
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
    return convert(YAML::Load(std::string(text)), 0);
  } catch (const YAML::Exception& e) {
    return Fault{std::string(file), e.mark.line + 1, e.mark.column + 1, e.msg};
  }
}

}  // namespace irisim::yaml
