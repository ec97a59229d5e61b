#include "http/connection.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace irisim::http {
namespace {

using For = Connection::Wait::For;
using State = Framer::State;

constexpr size_t kReadSize = 16 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr int kTimedOut = 408;

// A client that pipelines without end gives way to the others after so many requests.
constexpr int kRequestsPerTurn = 32;

constexpr auto kDrain = std::chrono::seconds(2);

}  // namespace

Connection::Connection(std::unique_ptr<Channel> channel, const Limits& limits,
                       const Deadlines& deadlines)
    : channel_(std::move(channel)), deadlines_(deadlines), framer_(limits) {}

Connection::~Connection() {
  forget_answer();
}

Connection::Wait Connection::serve(Interpreter& interpreter, SteadyTime now, bool stopping) {
  stopping_ = stopping;
  return wait_ = go_on(interpreter, now);
}

Connection::Wait Connection::expire(Interpreter& interpreter, SteadyTime now, bool stopping) {
  stopping_ = stopping;
  const bool is_answered = later_ && (stopping || later_->is_fulfilled());
  return now < wait_.deadline && !is_answered ? wait_ : wait_ = time_out(interpreter, now);
}

Connection::Wait Connection::go_on(Interpreter& interpreter, SteadyTime now) {
  switch (phase_) {
    case Phase::kReading:
      return read_requests(interpreter, now);
    case Phase::kSending: {
      const Wait wait = send(now);
      return phase_ == Phase::kReading ? read_requests(interpreter, now) : wait;
    }
    case Phase::kDraining:
    case Phase::kHanging:
      return discard_input(now);
    case Phase::kWaiting:  // an event of before may come late: only the client's end counts
      if (client_is_gone()) return over();
      return stopping_ ? time_out(interpreter, now) : wait_;
    case Phase::kPausing:  // waits for time only: what woke it is that the client is gone
    case Phase::kOver:
      break;
  }
  return over();
}

Connection::Wait Connection::time_out(Interpreter& interpreter, SteadyTime now) {
  if (phase_ == Phase::kPausing || phase_ == Phase::kWaiting) {
    if (later_) take_answer(interpreter);
    phase_ = Phase::kSending;
    return go_on(interpreter, now);
  }
  const bool within_request =
      phase_ == Phase::kReading && (framer_state_ == State::kHead || framer_state_ == State::kBody);
  if (!within_request) return over();
  delivery_ = interpreter.refusal(kTimedOut, framer_.target());
  return send(now);
}

Connection::Wait Connection::read_requests(Interpreter& interpreter, SteadyTime now) {
  for (int requests = 0; requests < kRequestsPerTurn;) {
    const State before = framer_state_;
    framer_state_ = framer_.advance();
    switch (framer_state_) {
      case State::kComplete: {
        ++requests;
        Answer answer = interpreter.answer(framer_.take());
        framer_state_ = State::kIdle;
        stage_is_new_ = true;
        begin_delivery(std::move(answer.delivery));
        if (!answer.later) break;
        later_ = std::move(answer.later);
        manner_ = answer.manner;
        phase_ = Phase::kWaiting;
        if (!stopping_) return {For::kAnswer, later_->deadline()};
        take_answer(interpreter);
        break;
      }
      case State::kExpectsContinue:
        delivery_ = {{{std::chrono::milliseconds(0), std::string(kContinue)}},
                     Delivery::End::kKeepAlive};
        break;
      case State::kRefused:
        delivery_ = interpreter.refusal(framer_.refusal(), framer_.target());
        break;
      case State::kIdle:
      case State::kHead:
      case State::kBody:
        if (stage_is_new_ || framer_state_ != before) begin_stage(now);
        if (framer_state_ == State::kIdle && stopping_) return over();
        if (receive()) continue;
        return end_of_input_ ? over() : Wait{receiving_waits_for_, stage_deadline_};
    }
    const Wait wait = send(now);
    if (phase_ != Phase::kReading) return wait;
  }
  return {For::kOutput, now + deadlines_.write};  // at once, after the others
}

void Connection::begin_delivery(Delivery delivery) {
  delivery_ = std::move(delivery);
  if (stopping_ && delivery_.end == Delivery::End::kKeepAlive)
    delivery_.end = Delivery::End::kClose;
}

void Connection::take_answer(Interpreter& interpreter) {
  begin_delivery(interpreter.answer_at_last(*later_, manner_));
  forget_answer();
}

void Connection::forget_answer() {
  if (!later_) return;
  later_->tell(nullptr);
  later_ = nullptr;
}

bool Connection::client_is_gone() const {
  pollfd file{socket(), POLLRDHUP, 0};
  return ::poll(&file, 1, 0) > 0;
}

// A deadline stands from the stage's first byte: a client that sends one byte now and then gets no
// more time than another.
void Connection::begin_stage(SteadyTime now) {
  stage_is_new_ = false;
  stage_deadline_ = now + (framer_state_ == State::kIdle   ? deadlines_.idle
                           : framer_state_ == State::kHead ? deadlines_.head
                                                           : deadlines_.body);
}

bool Connection::receive() {
  std::array<char, kReadSize> buffer;
  const Transfer received = channel_->receive(buffer.data(), buffer.size());
  switch (received.kind) {
    case Transfer::Kind::kBytes:
      if (phase_ == Phase::kReading) framer_.feed({buffer.data(), received.count});
      return true;
    case Transfer::Kind::kWaitForInput:
      receiving_waits_for_ = For::kInput;
      return false;
    case Transfer::Kind::kWaitForOutput:
      receiving_waits_for_ = For::kOutput;
      return false;
    case Transfer::Kind::kEnd:
      break;
  }
  end_of_input_ = true;
  return false;
}

Connection::Wait Connection::send(SteadyTime now) {
  phase_ = Phase::kSending;
  while (!delivery_.pieces.empty()) {
    Delivery::Piece& piece = delivery_.pieces.front();
    if (piece.wait.count() > 0) {
      phase_ = Phase::kPausing;
      stage_deadline_ = now + piece.wait;
      piece.wait = std::chrono::milliseconds(0);
      return {For::kTime, stage_deadline_};
    }
    while (sent_ < piece.bytes.size()) {
      const Transfer sent = channel_->send(piece.bytes.data() + sent_, piece.bytes.size() - sent_);
      if (sent.kind == Transfer::Kind::kEnd) return over();
      if (sent.kind == Transfer::Kind::kWaitForInput) return {For::kInput, now + deadlines_.write};
      if (sent.kind == Transfer::Kind::kWaitForOutput)
        return {For::kOutput, now + deadlines_.write};
      sent_ += sent.count;
    }
    delivery_.pieces.pop_front();
    sent_ = 0;
  }
  return end_delivery(now);
}

Connection::Wait Connection::end_delivery(SteadyTime now) {
  switch (delivery_.end) {
    case Delivery::End::kKeepAlive:
      phase_ = Phase::kReading;
      return {};
    case Delivery::End::kClose:
      channel_->end_output();
      phase_ = Phase::kDraining;
      stage_deadline_ = now + kDrain;
      return discard_input(now);
    case Delivery::End::kReset:
      channel_->abort();
      return over();
    case Delivery::End::kHang:
      if (stopping_) return over();
      phase_ = Phase::kHanging;
      stage_deadline_ = now + deadlines_.idle;
      return discard_input(now);
  }
  return over();
}

Connection::Wait Connection::discard_input(SteadyTime now) {
  for (int reads = 0; reads < kRequestsPerTurn; ++reads) {
    if (receive()) continue;
    return end_of_input_ ? over() : Wait{receiving_waits_for_, stage_deadline_};
  }
  return now < stage_deadline_ ? Wait{receiving_waits_for_, stage_deadline_} : over();
}

Connection::Wait Connection::over() {
  forget_answer();
  phase_ = Phase::kOver;
  return {};
}

}  // namespace irisim::http
