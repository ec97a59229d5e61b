#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/world.h"
#include "http/message.h"
#include "request/users.h"

namespace irisim::request {

// Who sends a request, and whether it may be answered.
struct Identity {
  std::string user;  // as orders and notes show it
  int refused = 0;   // 401 or 403; 0: welcome
  std::string reason;
  std::vector<std::string> accounts;  // that the user may use; empty: all
};

// Without a users file any credentials are accepted and none are needed. The account is the path's;
// empty where it names none. A password that the user has changed in this world is in force in
// place of the file's.
Identity authenticate(const http::Request& request, std::string_view account, const Users* users,
                      engine::World& world);

}  // namespace irisim::request
