#pragma once

#include <optional>
#include <string_view>

#include "engine/session.h"
#include "store/outbox.h"
#include "webhook/address.h"

namespace irisim::webhook {

// What makes one kind of delivery differ from others. All are called under the world's lock, in a
// transaction.
struct Errand {
  // Nothing: nobody wants it any more.
  std::optional<Address> (*find_address)(engine::Session& session, const store::Delivery& delivery);

  // Whether the attempt has delivered it, with what follows from it. May add to the attempt's error
  // what is wrong with the answer.
  enum class Verdict { kDelivered, kTryAgain };
  Verdict (*judge)(engine::Session& session, const store::Delivery& delivery,
                   store::Attempt& attempt);

  // What follows when the last attempt has failed.
  void (*give_up)(engine::Session& session, const store::Delivery& delivery);

  // The path of the documented call, by which the journal has each attempt; empty: it has none.
  std::string_view journaled_as;
};

const Errand& errand_for(store::Delivery::Kind kind);

// Says in the outbox what came of an attempt: delivered, to be tried again, or given up. One that
// was called off meanwhile stays so. The attempt gets what is wrong with its answer.
void settle(engine::Session& session, const store::Delivery& delivery, store::Attempt& attempt);

}  // namespace irisim::webhook
