#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tests/support/server.h"

namespace irisim::test {

// How a rule of POST or PUT is broken.
struct LsrBreach {
  int code;
  std::string_view methods;  // "POST", "PUT" or "POST PUT"
  // The request that breaks it, made of the contract's example for the method.
  std::string (*request)(const std::string& example);
  std::string told = {};       // the words of the answer, where the row leaves some open
  const char* spid = nullptr;  // of the account; not the example's
  std::string (*order)(const std::string& example) = nullptr;  // that there is before
  void (*prepare)(Server&) = nullptr;
  int status = 400;
};

// Ways to break each rule on what is sent of an LSR order.
std::span<const LsrBreach> lsr_breaches();

// Breaks the rule on a server of its own.
Reply provoke(const LsrBreach& breach, const std::string& method);

}  // namespace irisim::test
