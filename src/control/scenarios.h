#pragma once

#include "control/exchange.h"

namespace irisim::control {

http::Response list_scenarios(const Exchange& exchange);
http::Response get_scenarios(const Exchange& exchange);
http::Response put_scenarios(const Exchange& exchange);
http::Response remove_scenarios(const Exchange& exchange);
http::Response validate_scenarios(const Exchange& exchange);

// Reads a set of scenarios, YAML or JSON, to lie over the rules.
Result<engine::RuleBook::Set, std::vector<yaml::Fault>> read_set(std::string_view name,
                                                                 const std::string& text,
                                                                 const scenario::Rules& below);

// A problem document that lists what is wrong with a YAML (or JSON) text.
http::Response faults_problem(const std::vector<yaml::Fault>& faults);

}  // namespace irisim::control
