#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/account_seed.h"
#include "yaml/node.h"

namespace irisim::engine {

// What a new world starts with: fixtures/seed.yaml, or a file of the user's in its place.
struct Seed {
  AccountSeed others;  // each account that is not listed
  bool makes_others = true;
  std::map<std::string, AccountSeed, std::less<>> listed;  // by id

  bool knows(std::string_view account) const;

  // As it is listed, else as all others are, whether they are made or not.
  const AccountSeed& account(std::string_view id) const;
};

Result<Seed, std::vector<yaml::Fault>> load_seed(std::string_view text, std::string_view file);

}  // namespace irisim::engine
