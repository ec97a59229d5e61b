#pragma once

#include <string_view>

#include "engine/letter.h"
#include "engine/session.h"

namespace irisim::engine {

// E-mail subscriptions (contract: /accounts/{accountId}/subscriptions). An e-mail is kept in the
// world, in the session's transaction, and is delivered as well if the world has a relay.

// Sends the letter to the subscription's address, or keeps it for the digest that is due next.
void mail(Session& session, std::string_view account, const store::Subscription& subscription,
          const Letter& letter);

// When the digest is due that tells what happens at this time: with "all events of the previous
// day", so at its end, midnight UTC.
Instant digest_time(Instant happening);

// Sends those that are due next: one e-mail to each subscription that still wants a digest.
void send_digests(Session& session);

}  // namespace irisim::engine
