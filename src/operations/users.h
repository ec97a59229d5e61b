#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The users of accounts: /accounts/{accountId}/users, /users/{userid} and …/password. They are
// those of the seed, and who is signed in. A password that is changed is in force from then on in
// this world, if a users file says who may sign in.
Answer list_users(const Call& call, engine::World& world);
Answer get_user(const Call& call, engine::World& world);
Answer set_password(const Call& call, engine::World& world);

}  // namespace irisim::operations
