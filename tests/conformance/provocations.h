#pragma once

#include <span>
#include <string_view>

#include "tests/support/server.h"

namespace irisim::test {

// What makes a documented outcome of a live operation happen. Each resource family has a table of
// them.
struct Provocation {
  std::string_view method, path;
  int status;
  Reply (*provoke)(Server&);  // on a server of its own
};

std::span<const Provocation> account_provocations();
std::span<const Provocation> peer_product_provocations();
std::span<const Provocation> checker_provocations();
std::span<const Provocation> lsr_order_provocations();
std::span<const Provocation> port_out_provocations();
std::span<const Provocation> portin_provocations();
std::span<const Provocation> number_provocations();
std::span<const Provocation> number_order_provocations();
std::span<const Provocation> search_provocations();
std::span<const Provocation> site_provocations();
std::span<const Provocation> subscription_provocations();

}  // namespace irisim::test
