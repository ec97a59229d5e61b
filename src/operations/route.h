#pragma once

#include <string_view>

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Computes an answer from the world's state, and changes that.
using Handler = Answer (*)(const Call& call, engine::Visit& world);

// A documented operation that is answered live. Each resource family has a table of them.
struct Route {
  std::string_view method, path;
  Handler handler;
};

}  // namespace irisim::operations
