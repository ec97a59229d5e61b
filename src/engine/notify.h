#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/session.h"

namespace irisim::engine {

// Tells subscribers, in the session's transaction: calls go into the outbox, in the form of the
// contract's /callbacks/notificationCallbackApi, and e-mails are written (mail.h).

// Of the order's state, if it is one that its type notifies; the message is the history's note.
void notify_state(Session& session, const store::Order& order, std::string_view message);

// Of a note on the order.
void notify_note(Session& session, const store::Order& order, std::string_view note);

// Of what another account's order has done to numbers of the account: "MESSAGING_LOST".
void notify_event(Session& session, std::string_view account, std::string_view event,
                  std::span<const std::string> numbers);

}  // namespace irisim::engine
