#pragma once

namespace irisim {

// Ends the process with the place and the broken condition. For our own bugs only: what a user, a
// client or a file can cause is answered with an error value.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace irisim

#define IRISIM_CHECK(condition) \
  ((condition) ? void(0) : ::irisim::check_failed(#condition, __FILE__, __LINE__))
