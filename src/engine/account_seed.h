#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/reader.h"

namespace irisim::engine {

// An account as the seed describes it. None of this changes in the course of a world, but for its
// sites and peers, which are only where it starts.
struct AccountSeed {
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
  struct Product {
    std::string name;
    std::vector<std::string> features;
  };
  struct Role {
    std::string name;
    std::vector<std::string> permissions;
  };
  struct User {
    std::string name, first_name, last_name, email, telephone_number;
    std::vector<Role> roles;
  };

  std::string document = "<Account/>";  // as the account resource shows it, without its id, XML
  std::vector<int> tiers;  // of the numbers that it may order, as the document has them
  std::vector<Product> products;
  std::vector<User> users;
  std::vector<std::string> break_out_countries;  // approved for messages, as in "CAN"
  std::vector<Site> sites;

  bool has_product(std::string_view name) const;
  bool has_feature(std::string_view name) const;  // of any product
  const User* find_user(std::string_view name) const;
};

// Changes the account by what the map of a seed file says of it; the rest stays.
void read_account(const yaml::Node& map, yaml::Reader& reader, AccountSeed& account);

}  // namespace irisim::engine
