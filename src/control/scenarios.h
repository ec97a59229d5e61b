#pragma once

#include "control/exchange.h"

namespace irisim::control {

http::Response list_scenarios(const Exchange& exchange);
http::Response get_scenarios(const Exchange& exchange);
http::Response put_scenarios(const Exchange& exchange);
http::Response remove_scenarios(const Exchange& exchange);
http::Response validate_scenarios(const Exchange& exchange);

// A problem document that lists what is wrong with a YAML (or JSON) text.
http::Response faults_problem(const std::vector<yaml::Fault>& faults);

}  // namespace irisim::control
