#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/time.h"
#include "engine/effect.h"
#include "engine/fault_desk.h"
#include "engine/seed.h"
#include "engine/visitor.h"
#include "inventory/inventory.h"
#include "scenario/rules.h"
#include "store/store.h"

namespace irisim::engine {

// What code works with while it holds a world's lock. `now` stands still for as long.
struct Session {
  store::Store& store;
  const scenario::Rules& rules;
  const Seed& seed;
  const inventory::Inventory& inventory;
  Effects effects;
  Dice dice;
  Instant now;
  Visitor* visitor;  // the request on whose behalf it is; null: time or a tester
  uint64_t epoch;    // of the world's content: another one after each reset
  FaultDesk& fault_desk;
  const std::string& mail_relay;  // WorldSettings::mail_relay

  // Makes the account with the sites of the seed, if it is new.
  void ensure_account(std::string_view account);
};

// Whether one of the account's products has the feature: "CallForwarding", "PROTECTED_TNS".
bool has_feature(const Session& session, std::string_view account, std::string_view feature);

}  // namespace irisim::engine
