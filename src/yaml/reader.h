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

// The items of a list, or what is no list by itself: "one or more" in a file.
std::span<const Node> one_or_more(const Node& node);

// Collects every fault of a file, so that its author sees all of them at once. What cannot be read
// is reported and read as nothing; the reader of the file goes on and gives up at the end if
// faults() is not empty.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  const std::vector<Fault>& faults() const { return faults_; }
  std::vector<Fault> sorted_faults() const;  // by their places
  void fault(const Node& at, std::string message);

  // False, with a fault for each unknown key, unless the node is a map with no other keys than
  // these.
  bool expect_map(const Node& node, std::initializer_list<std::string_view> keys);
  bool expect_map(const Node& node, std::span<const std::string> keys);
  bool expect_sequence(const Node& node);

  // The member of a map, with a fault if it is absent.
  const Node* require(const Node& map, std::string_view key);

  // Where to report that keys do not go together: the last of them that the map has; the map itself
  // when it has none.
  static const Node& last_of(const Node& map, std::initializer_list<std::string_view> keys);

  // The text under a key; empty when there is none, which is a fault for a required one.
  std::string optional_text(const Node& map, std::string_view key);
  std::string required_text(const Node& map, std::string_view key);

  std::string text(const Node& node);
  std::vector<std::string> texts(const Node& node);  // what is no list counts as a list of one
  std::optional<long> number(const Node& node);
  // A number in the range; the least where it is not.
  long count(const Node& node, long least, long most);
  double real(const Node& node, double least, double most);
  bool boolean(const Node& node);
  std::optional<Millis> duration(const Node& node);

  // The text if it is one of the allowed ones; else a fault that names the nearest.
  std::string one_of(const Node& node, std::string_view what, std::span<const std::string> allowed);

 private:
  // Of what was found in place of what is expected there.
  void expected(const Node& at, const std::string& what);

  std::string file_;
  std::vector<Fault> faults_;
};

}  // namespace irisim::yaml
