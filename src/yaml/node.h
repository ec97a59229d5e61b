#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace irisim::yaml {

// A fault in a YAML file, for its author: "port.yaml:7:15: unknown state 'SUBMITED' (did you mean
// 'SUBMITTED'?)". Lines and columns count from 1.
struct Fault {
  std::string file;
  int line = 1;
  int column = 1;
  std::string message;
};

std::string describe(const Fault& fault);

struct Member;

// A value of a YAML file with its place. Scalars are text; what they mean is decided by who reads
// them.
struct Node {
  enum class Kind { kNull, kScalar, kSequence, kMap };

  Kind kind = Kind::kNull;
  std::string scalar;
  std::vector<Node> items;      // of a sequence
  std::vector<Member> members;  // of a map, in file order
  int line = 1;
  int column = 1;

  const Node* find(std::string_view key) const;  // of a map; null when absent
};

// Not a std::pair: clang cannot have one of an incomplete type.
struct Member {
  Node key, value;
};

// The (first) document of a YAML text. The file's name is only for the fault.
Result<Node, Fault> parse(std::string_view text, std::string_view file);

}  // namespace irisim::yaml
