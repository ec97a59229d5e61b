#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace irisim::catalog {

// Finds the operation of a path by its segments, in time that depends on the path's length and not
// on the number of operations. Literal segments match without regard to case and before parameters.
class Router {
 public:
  Router();  // over all operations that are answered

  struct Match {
    const Operation* operation = nullptr;  // null: no such path, or not with this method
    std::vector<std::string_view>
        values;  // of the path's parameters, in order; views of the segments
    std::vector<std::string_view> allowed;  // the path's methods when only the method is wrong
  };
  Match find(std::string_view method, const std::vector<std::string>& segments) const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;  // keys in lower case
    std::unique_ptr<Node> parameter;
    std::vector<const Operation*> operations;
  };
  void add(const Operation& operation);
  static const Node* descend(const Node& node, const std::vector<std::string>& segments,
                             const std::vector<std::string>& lowered, size_t depth,
                             std::vector<std::string_view>& values);

  Node root_;
};

}  // namespace irisim::catalog
