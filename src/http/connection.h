#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "http/channel.h"
#include "http/framer.h"
#include "http/wire_fault.h"

namespace irisim::http {

class Interpreter;

using SteadyTime = std::chrono::steady_clock::time_point;

// One client: reads requests, has them answered in their order, and sends the answers. It
// never blocks: each call does what can be done now and says what to wait for.
class Connection {
 public:
  // What must happen before serve() is called again; at the deadline, expire() is called instead.
  struct Wait {
    enum class For {
      kInput,
      kOutput,
      kTime,
      kNothing
    };  // kTime: only the deadline; kNothing: it is over
    For what = For::kNothing;
    SteadyTime deadline;
  };

  Connection(std::unique_ptr<Channel> channel, const Limits& limits, const Deadlines& deadlines);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Goes on until nothing more can be done without waiting. `stopping`: no further request is
  // begun.
  Wait serve(Interpreter& interpreter, SteadyTime now, bool stopping);

  // The deadline of the last wait has come.
  Wait expire(Interpreter& interpreter, SteadyTime now, bool stopping);

  // Whether it stands between two requests, with nothing to send.
  bool is_idle() const {
    return phase_ == Phase::kReading && framer_state_ == Framer::State::kIdle;
  }

  int socket() const { return channel_->socket(); }

  std::mutex mutex;  // held by whoever calls the above

 private:
  enum class Phase {
    kReading,   // requests
    kSending,   // delivery_
    kPausing,   // until the next piece of delivery_ is due
    kDraining,  // closed for sending; what the client still sends is thrown away, so that it gets
                // to read the answer
    kHanging,   // never answers
    kOver,
  };

  Wait read_requests(Interpreter& interpreter, SteadyTime now, bool stopping);
  Wait send(SteadyTime now);
  Wait end_delivery(SteadyTime now);
  Wait discard_input(SteadyTime now);
  Wait wait_for_input(SteadyTime now);
  Wait over();
  bool receive();  // false: nothing to receive now

  const std::unique_ptr<Channel> channel_;
  const Deadlines& deadlines_;
  Framer framer_;
  Phase phase_ = Phase::kReading;
  Framer::State framer_state_ = Framer::State::kIdle;
  SteadyTime stage_deadline_;  // of the head or the body that is being read
  Delivery delivery_;
  size_t sent_ = 0;          // of the first piece
  bool is_refusal_ = false;  // the delivery answers a request that was not read to its end
  bool end_of_input_ = false;
  Wait::For receiving_waits_for_ = Wait::For::kInput;  // TLS may have to send first
};

}  // namespace irisim::http
