#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "engine/session.h"
#include "operations/finding.h"
#include "store/orders.h"
#include "xml/element.h"

namespace irisim::operations {

// A port-in as it would be if it were accepted.
struct Candidate {
  Candidate(xml::Element order, xml::Element sent, Instant now, xml::Element before = {});

  xml::Element order;  // with what was sent laid over it
  xml::Element sent;
  Instant now;
  xml::Element before;  // the order without what was sent; absent for a new one

  // The FOC date that was sent, unless it is the one that the order has.
  std::optional<Timestamp> foc;

  // Of the order, for the many rules that look at them.
  xml::Element subscriber, address;
  std::vector<std::string> numbers;
};

// Every broken rule of a port-in that is submitted or changed, in the order of the contract's table
// of elements. These need nothing but the request. Rules on dates hold for dates that are sent: an
// old one may have come to pass.
std::vector<Finding> check_portin(const Candidate& candidate);

// The rules on the list of telephone numbers alone, which hold for drafts too.
std::vector<Finding> check_portin_numbers(const Candidate& candidate);

// The rules that need the world: site, SIP peer, and numbers that another order holds. `row` is the
// order's own; 0 for a new one.
std::vector<Finding> check_portin_in_world(const Candidate& candidate, engine::Session& session,
                                           std::string_view account, int64_t row);

// What a SUPP may not change, by the state that the order is in.
std::vector<Finding> check_supp(const Candidate& candidate, const store::Order& order,
                                bool has_reached_foc);

}  // namespace irisim::operations
