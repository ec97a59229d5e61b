#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/node.h"

namespace irisim::engine {

// What a new world starts with: fixtures/seed.yaml.
struct Seed {
  struct Peer {
    std::string id, name;
    bool is_default = false;
  };
  struct Site {
    std::string id, name;
    std::vector<Peer> peers;
  };
  std::vector<Site> sites;  // of each account
};

Result<Seed, std::vector<yaml::Fault>> load_seed(std::string_view text, std::string_view file);

}  // namespace irisim::engine
