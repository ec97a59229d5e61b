#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

// What a customer has set up to receive messages or calls by HTTP.
struct Application {
  std::string id;
  std::string service;   // "Messaging-V2", "Voice-V2"
  std::string document;  // <Application> as it was sent, with its password, XML
};

class Applications {
 public:
  explicit Applications(Database& database) : database_(database) {}

  void add(std::string_view account, const Application& application);
  void update(std::string_view account, const Application& application);
  void remove(std::string_view account, std::string_view id);
  std::optional<Application> find(std::string_view account, std::string_view id);
  std::vector<Application> list(std::string_view account);  // the oldest first
  int64_t count(std::string_view account, std::string_view service);

 private:
  Database& database_;
};

}  // namespace irisim::store
