#pragma once

#include <utility>

#include "engine/visitor.h"
#include "engine/world.h"

namespace irisim::engine {

// A world as one request sees it. Used by the one thread that answers the request.
class Visit {
 public:
  Visit(World& world, scenario::Subject subject)
      : world_(world), rules_(world.rules()), visitor_{std::move(subject), {}, {}} {
    rules_->ask(visitor_.subject);
  }

  // As those of the World, on behalf of this request.
  template <class Function>
  auto read(Function function) {
    return world_.read(std::move(function), &visitor_);
  }
  template <class Function>
  auto write(Function function) {
    return world_.write(std::move(function), &visitor_);
  }
  Instant now() const { return world_.now(); }
  const Seed& seed_data() const { return world_.seed_data(); }
  const inventory::Inventory& inventory() const { return world_.inventory(); }

  World& world() { return world_; }
  const scenario::Rules& rules() const { return *rules_; }  // those in force when it came
  scenario::Subject& subject() { return visitor_.subject; }
  const Visitor& visitor() const { return visitor_; }

  void note_scenario(const std::string& name) { visitor_.scenario = name; }

  // The end of the visit: what came of it. What its subject pointed to is no longer asked for.
  Visitor leave() {
    visitor_.subject.headers = nullptr;
    visitor_.subject.body = nullptr;
    visitor_.subject.asked.clear();
    return std::move(visitor_);
  }

 private:
  World& world_;
  const std::shared_ptr<const scenario::Rules> rules_;
  Visitor visitor_;
};

}  // namespace irisim::engine
