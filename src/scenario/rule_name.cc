#include "scenario/rule_name.h"

namespace irisim::scenario {
namespace {

constexpr size_t kLongest = 64;
constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

}  // namespace

bool is_rule_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongest && text != "." && text != ".." &&
         text.find_first_not_of(kLetters) == std::string_view::npos;
}

std::string read_rule_name(const yaml::Node& node, const std::string& rule, yaml::Reader& reader) {
  std::string name = reader.text(node);
  if (node.kind == yaml::Node::Kind::kScalar && !is_rule_name(name)) {
    reader.fault(node, "a " + rule +
                           "'s name stands in paths and headers: it is 1 to 64 letters, digits, "
                           "'.', '_' or '-'");
  }
  return name;
}

}  // namespace irisim::scenario
