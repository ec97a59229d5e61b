#pragma once

#include <functional>
#include <string>

#include "base/time.h"
#include "control/exchange.h"

namespace irisim::control {

// Something that is waited for in a world.
struct Awaited {
  std::string noun;  // of many: "webhooks"
  int64_t count = 1;
  Millis timeout{0};
  std::function<int64_t(engine::Session&)> count_now;  // so many there are
  std::function<json::Object(engine::Session&)> list;  // the answer, when there are enough
};

// Answers when there are enough, which World::watch() tells; 408 when they do not come in time.
http::Response wait_in_world(const Exchange& exchange, Awaited awaited);

}  // namespace irisim::control
