#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/rules.h"

namespace irisim::engine {

// The rules of one world and where they come from: those of the start, and over them, the newest on
// top, the sets that a tester has put since; over all, the faults that he has posted. Not
// thread-safe.
class RuleBook {
 public:
  struct Set {
    std::string name;
    std::string text;  // YAML or JSON, as it was put
    scenario::Rules rules;
  };
  // The sets that are there from the start stay when all others go.
  explicit RuleBook(std::shared_ptr<const scenario::Rules> start, std::vector<Set> first_sets = {});

  // Puts a set on top, in place of one of the same name.
  bool put(Set set);                   // true: the name is new
  bool remove(std::string_view name);  // false: no such set
  void clear();                        // back to the start: no posted faults either

  // Puts a fault on top of all, and makes a name if it has none. Null when one of its name was
  // posted before.
  std::shared_ptr<const scenario::FaultRule> post(scenario::FaultRule fault);
  bool remove_fault(std::string_view name);  // false: none of that name was posted
  void remove_faults();                      // all that were posted

  void set_start(std::shared_ptr<const scenario::Rules> start);

  const std::vector<Set>& sets() const { return sets_; }          // the oldest first
  const scenario::FaultRules& posted() const { return posted_; }  // the newest first
  std::shared_ptr<const scenario::Rules> in_force() const { return in_force_; }

 private:
  void combine();

  std::shared_ptr<const scenario::Rules> start_;
  std::vector<Set> first_sets_;
  std::vector<Set> sets_;
  scenario::FaultRules posted_;
  int named_ = 0;  // faults that got their name here
  std::shared_ptr<const scenario::Rules> in_force_;
};

}  // namespace irisim::engine
