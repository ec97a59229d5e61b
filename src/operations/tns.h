#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /tns: the telephone numbers that the user may see. GET lists those that somebody has or had, by
// where they are and who has them; a number that nobody has is listed only by its name
// (fullNumber), since there are millions. POST gives those of a list, 2,500 at most.
Answer list_tns(const Call& call, engine::Visit& world);
Answer find_tns(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
