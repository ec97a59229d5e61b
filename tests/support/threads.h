#pragma once

#include <functional>

namespace irisim::test {

inline constexpr int kThreads = 8;

// Calls the function in kThreads threads at the same time, with 0, 1, 2, …; returns when all have
// returned.
void in_threads(const std::function<void(int)>& function);

}  // namespace irisim::test
