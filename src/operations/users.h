#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The users of accounts: /accounts/{accountId}/users, /users/{userid} and …/password. They are
// those of the seed, and who is signed in. A password that is changed is in force from then on in
// this world, if a users file says who may sign in.
Answer list_users(const Call& call, engine::Visit& world);
Answer get_user(const Call& call, engine::Visit& world);
Answer set_password(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
