#include "app/shipped_world.h"

#include <string>

#include "base/check.h"
#include "base/log.h"
#include "catalog/catalog.h"
#include "inventory/shipped.h"
#include "operations/effects.h"
#include "scenario/loader.h"

namespace irisim::app {
namespace {

template <class Load>
auto load_shipped(const std::string& path, Load load) {
  auto loaded = load(catalog::shipped_file(path), path);
  if (!loaded) {
    for (const yaml::Fault& fault : loaded.error()) log(yaml::describe(fault));
  }
  IRISIM_CHECK(loaded.ok());
  return std::move(*loaded);
}

}  // namespace

scenario::Rules shipped_rules(bool with_magic) {
  scenario::Rules rules = load_shipped(
      "scenarios/default.yaml",
      [](std::string_view text, std::string_view path) { return scenario::load(text, path); });
  if (!with_magic) return rules;
  scenario::Rules magic;
  for (const std::string& path : catalog::shipped_paths("scenarios/magic/")) {
    const auto load = [&](std::string_view text, std::string_view name) {
      return scenario::load(text, name, rules);
    };
    magic = lay_over(magic, load_shipped(path, load));
  }
  return lay_over(magic, std::move(rules));
}

engine::WorldSettings shipped_world(scenario::Rules rules) {
  engine::WorldSettings settings;
  settings.rules = std::make_shared<const scenario::Rules>(std::move(rules));
  settings.seed_data =
      std::make_shared<const engine::Seed>(load_shipped("fixtures/seed.yaml", engine::load_seed));
  settings.inventory = std::make_shared<const inventory::Inventory>(inventory::shipped());
  settings.effects = operations::effects();
  return settings;
}

}  // namespace irisim::app
