#pragma once

#include "json/value.h"

namespace irisim::scenario {

// The form of a scenario file as a JSON Schema (2020-12), by which editors complete and check it.
// Made of the tables that the loader reads by. It takes all files that the loader takes; the loader
// refuses more.
json::Value schema();

}  // namespace irisim::scenario
