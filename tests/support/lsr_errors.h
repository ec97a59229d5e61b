#pragma once

#include <span>
#include <string>
#include <string_view>

namespace irisim::test {

// A row of the contract's table of the errors of LSR orders: a code, where it appears, and its
// message.
struct LsrError {
  int code;
  std::string_view appearance, message;

  bool appears_in(std::string_view method) const;

  // Whether the text is the message, whatever its "%s", "%d" and "%1$d" are filled with.
  bool is_told_by(const std::string& text) const;
};
std::span<const LsrError> lsr_errors();

}  // namespace irisim::test
