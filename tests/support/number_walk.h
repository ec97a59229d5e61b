#pragma once

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/number_picture.h"
#include "tests/support/server.h"

namespace irisim::test {

// Some numbers, and some clients' requests for them, drawn by lot: the same ones for the same seed.
// The numbers are few, so that the accounts are in each other's way.
class NumberWalk {
 public:
  // The stock: the numbers of the inventory.
  NumberWalk(Server& server, std::vector<std::string> stock, unsigned seed)
      : server_(server), stock_(std::move(stock)), random_(seed) {}

  static const std::vector<std::string>& accounts();
  static const char kInventory[];
  static constexpr size_t kInventorySize = 16;
  static constexpr size_t kKinds = 11;  // of steps

  // One request, or some time that passes. Gives its name, and fails the test when the answer is
  // not what the picture before it leads one to expect.
  std::string step(const NumberPicture& before);

  // That of the last request.
  const std::string& account() const { return account_; }

  // How often each kind of step has succeeded.
  const std::map<std::string, int>& successes() const { return successes_; }

 private:
  struct Kind;
  static const std::vector<Kind>& kinds();

  size_t draw(size_t sides) { return random_() % sides; }
  template <class Things>
  const auto& pick(const Things& things) {
    return things[draw(std::size(things))];
  }
  std::string pick_account();  // its path
  std::vector<std::string> pick_numbers();

  // Likewise, but often such as the account has in service.
  std::vector<std::string> pick_numbers(const NumberPicture& before);
  std::string pick_made(const std::string& kind);  // the path of something made; empty: none yet

  // Sends a request that makes something of the kind; whether it was made.
  bool make(const std::string& kind, const std::string& path, const std::string& body);

  bool reserve(const NumberPicture& before);
  bool cancel_reservation(const NumberPicture& before);
  bool order_by_name(const NumberPicture& before);
  bool order_by_search(const NumberPicture& before);
  bool close_order(const NumberPicture& before);
  bool disconnect(const NumberPicture& before);
  bool port_in(const NumberPicture& before);
  bool cancel_port_in(const NumberPicture& before);
  bool port_out(const NumberPicture& before);
  bool move(const NumberPicture& before);
  bool pass_time(const NumberPicture& before);

  Server& server_;
  const std::vector<std::string> stock_;
  std::mt19937 random_;
  std::string account_;
  std::map<std::string, std::vector<std::string>> made_;
  std::map<std::string, int> successes_;
};

}  // namespace irisim::test
