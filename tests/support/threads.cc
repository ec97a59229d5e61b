#include "tests/support/threads.h"

#include <latch>
#include <thread>
#include <vector>

namespace irisim::test {

void in_threads(const std::function<void(int)>& function) {
  std::latch start(kThreads);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      start.arrive_and_wait();
      function(thread);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace irisim::test
