#include "catalog/router.h"

#include "base/text.h"

namespace irisim::catalog {
namespace {

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}

}  // namespace

Router::Router() {
  for (const Operation& operation : operations()) {
    if (!operation.outbound) add(operation);
  }
}

void Router::add(const Operation& operation) {
  Node* node = &root_;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    std::unique_ptr<Node>& next =
        is_parameter(segment) ? node->parameter : node->literals[lower(segment)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  node->operations.push_back(&operation);
}

// Backs out of a literal that leads nowhere and tries the parameter; the depth is that of the
// longest template.
const Router::Node* Router::descend(const Node& node, const std::vector<std::string>& segments,
                                    const std::vector<std::string>& lowered, size_t depth,
                                    std::vector<std::string_view>& values) {
  if (depth == segments.size()) return node.operations.empty() ? nullptr : &node;
  if (const auto literal = node.literals.find(lowered[depth]); literal != node.literals.end()) {
    const Node* found = descend(*literal->second, segments, lowered, depth + 1, values);
    if (found != nullptr) return found;
  }
  if (!node.parameter || segments[depth].empty()) return nullptr;
  values.push_back(segments[depth]);
  const Node* found = descend(*node.parameter, segments, lowered, depth + 1, values);
  if (found == nullptr) values.pop_back();
  return found;
}

Router::Match Router::find(std::string_view method,
                           const std::vector<std::string>& segments) const {
  std::vector<std::string> lowered;
  lowered.reserve(segments.size());
  for (const std::string& segment : segments) lowered.push_back(lower(segment));

  Match match;
  const Node* node = descend(root_, segments, lowered, 0, match.values);
  if (node == nullptr) return match;
  for (const Operation* operation : node->operations) {
    if (operation->method == method) match.operation = operation;
  }
  if (match.operation == nullptr) {
    for (const Operation* operation : node->operations) match.allowed.push_back(operation->method);
  }
  return match;
}

}  // namespace irisim::catalog
