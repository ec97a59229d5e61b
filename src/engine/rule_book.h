#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/rules.h"

namespace irisim::engine {

// The rules of one world and where they come from: those of the start, and over them, the newest on
// top, the sets that a tester has put since. Not thread-safe.
class RuleBook {
 public:
  struct Set {
    std::string name;
    std::string text;  // YAML or JSON, as it was put
    scenario::Rules rules;
  };
  explicit RuleBook(std::shared_ptr<const scenario::Rules> start);

  // Puts a set on top, in place of one of the same name.
  bool put(Set set);                   // true: the name is new
  bool remove(std::string_view name);  // false: no such set
  void clear();                        // removes all sets

  void set_start(std::shared_ptr<const scenario::Rules> start);

  const std::vector<Set>& sets() const { return sets_; }  // the oldest first
  std::shared_ptr<const scenario::Rules> in_force() const { return in_force_; }

 private:
  void combine();

  std::shared_ptr<const scenario::Rules> start_;
  std::vector<Set> sets_;
  std::shared_ptr<const scenario::Rules> in_force_;
};

}  // namespace irisim::engine
