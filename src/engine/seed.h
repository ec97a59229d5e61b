#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/node.h"

namespace irisim::engine {

struct Carrier {
  std::string id, name;
};

// What a new world starts with: fixtures/seed.yaml.
struct Seed {
  struct Peer {
    std::string id, name;
    bool is_default = false;
    std::string document = "<SipPeer/>";  // its other fields as a client would write them, XML
  };
  struct Site {
    std::string id, name;
    std::vector<Peer> peers;
    std::string document = "<Site/>";  // likewise
  };
  std::vector<Site> sites;  // of each account
  Carrier vendor, losing_carrier;
};

Result<Seed, std::vector<yaml::Fault>> load_seed(std::string_view text, std::string_view file);

}  // namespace irisim::engine
