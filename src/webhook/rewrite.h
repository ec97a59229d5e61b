#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace irisim::webhook {

// URLs that begin with `from` are sent to `to` instead, with the rest as it is: where the client
// runs, its host often has another name than the one that it registers.
struct Rewrite {
  std::string from, to;
};

// Reads "FROM=TO". Both begin with http:// or https://, and name a host at least.
Result<Rewrite> read_rewrite(std::string_view text);

// The first rewrite that is for the URL changes it.
std::string rewrite(std::string_view url, const std::vector<Rewrite>& rewrites);

}  // namespace irisim::webhook
