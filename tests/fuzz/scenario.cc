// Scenario files: faults, or rules that can be laid over others.

#include "base/check.h"
#include "catalog/catalog.h"
#include "scenario/loader.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {

void run_scenario(std::string_view bytes) {
  static const scenario::Rules base =
      *scenario::load(catalog::shipped_file("scenarios/default.yaml"), "default.yaml");
  const auto rules = scenario::load(bytes, "fuzz.yaml", base);
  if (rules) {
    scenario::lay_over(*rules, base);
  } else {
    IRISIM_CHECK(!rules.error().empty());
    for (const yaml::Fault& fault : rules.error()) IRISIM_CHECK(!yaml::describe(fault).empty());
  }
}

std::vector<std::string> scenario_seeds() {
  return {std::string(catalog::shipped_file("scenarios/default.yaml")),
          std::string(catalog::shipped_file("scenarios/realistic.yaml")),
          "version: 1\nfaults:\n  - { name: a, skip: 1, fault: HANG }\n"
          "  - { name: b, fault: { quota: { requests: 1, per: 1s } } }\n"
          "  - { name: c, delay: { uniform: [1s, 2s] }, fault: { answer: { status: 503 } } }\n",
          "version: 1\nlifecycles: {}\n",
          "&a [*a, !!str 1, 'b', \"c\", |\n d\n]",
          "a: &b {c: *b}\n---\nd"};
}

}  // namespace irisim::fuzz
