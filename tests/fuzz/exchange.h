#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/server.h"

namespace irisim::fuzz {

// A server of which only handle() is used, with one port-in in its default world. Its id stands for
// "{orderid}" in an input's path.
class Exchange {
 public:
  Exchange();

  // Answers an input: a line "METHOD PATH", then the body. What it changed is undone, so that an
  // input that crashes does so alone. Status 0: the first line is no such thing.
  http::Response run(std::string_view input);

 private:
  http::Response send(std::string method, std::string target, std::string body);
  void seed();
  void remove_worlds();

  std::unique_ptr<app::Server> server_;
  std::string order_;
};

// An input of run().
std::string exchange_input(std::string_view method, std::string_view path, std::string_view body);

// The text with the placeholders of the contract's examples filled in.
std::string filled_in(std::string text);

}  // namespace irisim::fuzz
