#pragma once

#include <mutex>
#include <thread>

namespace irisim::engine {

// A mutex whose waiters try again for some microseconds before they sleep: a world is held for
// about as long as it takes to wake a thread, so that with sleeping waiters alone a third of the
// processors' time goes unused.
class PatientMutex {
 public:
  void lock() {
    if (!try_lock()) mutex_.lock();
  }
  // For those microseconds only; false: it is held for longer.
  bool try_lock() {
    for (int tries = 0; tries < kTries; ++tries) {
      if (mutex_.try_lock()) return true;
      std::this_thread::yield();
    }
    return false;
  }
  void unlock() { mutex_.unlock(); }

 private:
  static constexpr int kTries = 100;

  std::mutex mutex_;
};

}  // namespace irisim::engine
