#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "http/channel.h"
#include "http/framer.h"
#include "http/interpreter.h"
#include "http/wire_fault.h"

namespace irisim::http {

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
      kAnswer,
      kNothing
    };  // kTime: only the deadline; kAnswer: one that comes later, or the client's end; kNothing:
        // it is over
    For what = For::kNothing;
    SteadyTime deadline;
  };

  Connection(std::unique_ptr<Channel> channel, const Limits& limits, const Deadlines& deadlines);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Goes on until nothing more can be done without waiting. `stopping`: no further request is
  // begun.
  Wait serve(Interpreter& interpreter, SteadyTime now, bool stopping);

  // The deadline of the last wait has come, or was thought to have: one that has been moved
  // meanwhile is kept.
  Wait expire(Interpreter& interpreter, SteadyTime now, bool stopping);

  // Whether nothing is lost when it is closed: it stands between two requests, or will never
  // answer.
  bool may_close() const {
    return phase_ == Phase::kDraining || phase_ == Phase::kHanging ||
           (phase_ == Phase::kReading && framer_state_ == Framer::State::kIdle);
  }

  bool awaits_answer() const { return phase_ == Phase::kWaiting; }

  // Has the function called when the answer is there that the connection awaits, from any thread
  // and maybe at once; expire() is to be called then. It takes no connection's lock.
  void tell_of_answer(std::function<void()> alarm) { later_->tell(std::move(alarm)); }

  int socket() const { return channel_->socket(); }

  std::mutex mutex;  // held by whoever calls the above

 private:
  enum class Phase {
    kReading,   // requests
    kWaiting,   // for later_
    kSending,   // delivery_
    kPausing,   // until the next piece of delivery_ is due
    kDraining,  // closed for sending; what the client still sends is thrown away: closing with
                // unread bytes would reset the connection, and the client lose the answer
    kHanging,   // never answers
    kOver,
  };

  Wait go_on(Interpreter& interpreter, SteadyTime now);
  Wait time_out(Interpreter& interpreter, SteadyTime now);
  Wait read_requests(Interpreter& interpreter, SteadyTime now);
  Wait send(SteadyTime now);
  Wait end_delivery(SteadyTime now);
  void begin_delivery(Delivery delivery);
  void take_answer(Interpreter& interpreter);  // that was awaited
  void forget_answer();
  bool client_is_gone() const;
  Wait discard_input(SteadyTime now);
  void begin_stage(SteadyTime now);
  Wait over();
  bool receive();  // false: nothing to receive now

  const std::unique_ptr<Channel> channel_;
  const Deadlines& deadlines_;
  Framer framer_;
  Phase phase_ = Phase::kReading;
  Framer::State framer_state_ = Framer::State::kIdle;
  bool stopping_ = false;
  Wait wait_;                  // the last one
  SteadyTime stage_deadline_;  // of what is being waited for: a request, its head, its body, an end
  bool stage_is_new_ = true;   // it has no deadline yet
  std::shared_ptr<Later> later_;  // the answer that is awaited; null unless kWaiting
  Manner manner_;                 // in which it is to be given
  Delivery delivery_;
  size_t sent_ = 0;  // of the first piece
  bool end_of_input_ = false;
  Wait::For receiving_waits_for_ = Wait::For::kInput;  // TLS may have to send first
};

}  // namespace irisim::http
