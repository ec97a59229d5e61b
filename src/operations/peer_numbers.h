#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The numbers in service on a SIP peer, below …/sippeers/{sippeerId}: tns, with pages that are
// numbered 1, 2, 3, …; tns/{tn} with its settings; totaltns; and movetns, which brings numbers here
// from other SIP peers of the account: all of them, or none when there is something wrong with one.
Answer list_peer_numbers(const Call& call, engine::Visit& world);
Answer count_peer_numbers(const Call& call, engine::Visit& world);
Answer get_peer_number(const Call& call, engine::Visit& world);
Answer set_peer_number(const Call& call, engine::Visit& world);
Answer move_numbers(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
