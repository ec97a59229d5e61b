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

// What the library's words mean to who has written the file.
struct Hint {
  std::string_view words, hint;
};
constexpr Hint kHints[] = {
    {"illegal flow end", "this bracket does not close the one that is open"},
    {"end of sequence flow not found", "a '[' is not closed"},
    {"end of map flow not found", "a '{' is not closed"},
    {"end of sequence not found", "this line is indented otherwise than the list that it goes on"},
    {"end of map not found", "this line is indented otherwise than the map that it goes on"},
    {"illegal map value", "no key can stand here; a text with ': ' in it is quoted"},
};

std::string_view line_of(std::string_view text, int line) {
  for (; line > 0; --line) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

std::string message_of(const YAML::ParserException& error, std::string_view text) {
  const std::string message = "this is no YAML: " + error.msg;
  if (!error.mark.is_null()) {
    const std::string_view line = line_of(text, error.mark.line);
    if (line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos)
      return message + "; lines are indented with spaces, not with tabs";
  }
  const auto hint = std::ranges::find(kHints, std::string_view(error.msg), &Hint::words);
  return hint == std::end(kHints) ? message : message + "; " + std::string(hint->hint);
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
  } catch (const YAML::ParserException& e) {
    return Fault{std::string(file), e.mark.line + 1, e.mark.column + 1, message_of(e, text)};
  } catch (const YAML::Exception& e) {
    return Fault{std::string(file), e.mark.line + 1, e.mark.column + 1, e.msg};
  }
}

}  // namespace irisim::yaml
