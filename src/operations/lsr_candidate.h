#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "engine/seed.h"
#include "xml/element.h"

namespace irisim::operations {

// An LSR order as it was sent, by a POST or a PUT: what the rules look at. A PUT has to say all
// that is required, as its example does.
struct LsrCandidate {
  // The SPID that the account has in the seed: none, one, or another one for each order.
  enum class Spids { kNone, kOne, kSeveral };

  // `before`: the order that a PUT changes; absent for a new one.
  LsrCandidate(xml::Element order, std::string_view account, const engine::Seed& seed, Instant now,
               xml::Element before = {});

  bool is_new() const { return !before; }

  xml::Element order;  // of read_lsr()
  std::string account;
  Instant now;
  xml::Element before;
  xml::Element subscriber, address;  // of the order
  std::vector<std::string> numbers;  // of the order, or those that it has already
  Spids spids = Spids::kNone;
  std::string account_spid;  // kOne only
};

}  // namespace irisim::operations
