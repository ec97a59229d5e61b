#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/validation_endpoints.h"
#include "yaml/reader.h"

namespace irisim::engine {

// An account as the seed describes it. None of this changes in the course of a world, but for its
// sites and peers and who validates port-outs, which are only where it starts.
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
  std::optional<store::ValidationEndpoint> port_out_validation;  // that is asked; absent: nobody is

  bool has_product(std::string_view name) const;
  bool has_feature(std::string_view name) const;  // of any product
  const User* find_user(std::string_view name) const;
};

// What is wrong with an endpoint, in the words of a seed file and of the control API.
std::optional<Error> check_endpoint(const store::ValidationEndpoint& endpoint);

// Changes the account by what the map of a seed file says of it; the rest stays.
void read_account(const yaml::Node& map, yaml::Reader& reader, AccountSeed& account);

}  // namespace irisim::engine
