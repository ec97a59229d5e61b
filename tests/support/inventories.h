#pragma once

#include <functional>
#include <string>

#include "app/server.h"

namespace irisim::test {

// A few numbers, for tests that need to know them. Of CARY, and of 888, all numbers of the block
// are available: 9192380000 to 9192380999 and 8885540000 to 8885540999.
extern const char kFewNumbers[];

// For a Server: the world has the inventory of this file.
std::function<void(app::ServerOptions&)> with_inventory(const std::string& file = kFewNumbers);

}  // namespace irisim::test
