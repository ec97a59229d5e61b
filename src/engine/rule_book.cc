#include "engine/rule_book.h"

#include <algorithm>

namespace irisim::engine {

RuleBook::RuleBook(std::shared_ptr<const scenario::Rules> start, std::vector<Set> first_sets)
    : start_(std::move(start)), first_sets_(std::move(first_sets)), sets_(first_sets_) {
  combine();
}

bool RuleBook::put(Set set) {
  const bool is_new =
      std::erase_if(sets_, [&](const Set& old) { return old.name == set.name; }) == 0;
  sets_.push_back(std::move(set));
  combine();
  return is_new;
}

bool RuleBook::remove(std::string_view name) {
  if (std::erase_if(sets_, [&](const Set& set) { return set.name == name; }) == 0) return false;
  combine();
  return true;
}

std::shared_ptr<const scenario::FaultRule> RuleBook::post(scenario::FaultRule fault) {
  if (!fault.name.empty() && find(posted_, fault.name) != nullptr) return nullptr;
  while (fault.name.empty()) {
    const std::string name = "fault-" + std::to_string(++named_);
    if (find(in_force_->faults, name) == nullptr) fault.name = name;
  }
  auto posted = std::make_shared<const scenario::FaultRule>(std::move(fault));
  posted_.insert(posted_.begin(), posted);
  combine();
  return posted;
}

bool RuleBook::remove_fault(std::string_view name) {
  if (std::erase_if(posted_, [&](const auto& fault) { return fault->name == name; }) == 0)
    return false;
  combine();
  return true;
}

void RuleBook::remove_faults() {
  posted_.clear();
  combine();
}

void RuleBook::clear() {
  sets_ = first_sets_;
  posted_.clear();
  named_ = 0;
  combine();
}

void RuleBook::set_start(std::shared_ptr<const scenario::Rules> start) {
  start_ = std::move(start);
  combine();
}

void RuleBook::combine() {
  in_force_ = start_;
  for (const Set& set : sets_)
    in_force_ = std::make_shared<const scenario::Rules>(lay_over(set.rules, *in_force_));
  if (posted_.empty()) return;
  scenario::Rules top;
  top.faults = posted_;
  in_force_ = std::make_shared<const scenario::Rules>(lay_over(top, *in_force_));
}

}  // namespace irisim::engine
