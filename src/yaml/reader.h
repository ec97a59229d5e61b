#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "yaml/node.h"

namespace irisim::yaml {

// Collects every fault of a file, so that its author sees all of them at once. What cannot be read
// is reported and read as nothing; the reader of the file goes on and gives up at the end if
// faults() is not empty.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  const std::vector<Fault>& faults() const { return faults_; }
  void fault(const Node& at, std::string message);

  // False, with a fault for each unknown key, unless the node is a map with no other keys than
  // these.
  bool expect_map(const Node& node, std::initializer_list<std::string_view> keys);
  bool expect_map(const Node& node, std::span<const std::string> keys);
  bool expect_sequence(const Node& node);

  // The member of a map, with a fault if it is absent.
  const Node* require(const Node& map, std::string_view key);

  // The text under a key; empty when there is none, which is a fault for a required one.
  std::string optional_text(const Node& map, std::string_view key);
  std::string required_text(const Node& map, std::string_view key);

  std::string text(const Node& node);
  std::vector<std::string> texts(const Node& node);  // a scalar counts as a list of one
  std::optional<long> number(const Node& node);
  // A number in the range; the least where it is not.
  long count(const Node& node, long least, long most);
  double real(const Node& node, double least, double most);
  bool boolean(const Node& node);
  std::optional<Millis> duration(const Node& node);

  // The text if it is one of the allowed ones; else a fault that names the nearest.
  std::string one_of(const Node& node, std::string_view what, std::span<const std::string> allowed);

 private:
  std::string file_;
  std::vector<Fault> faults_;
};

}  // namespace irisim::yaml
