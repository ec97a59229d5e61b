#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "engine/world.h"
#include "http/sender.h"
#include "webhook/errand.h"
#include "webhook/rewrite.h"

namespace irisim::webhook {

// Makes the deliveries of all worlds. One thread takes what is due out of the outboxes and writes
// into them what came of it, and calls the worlds' watches; the others are Senders', so that nobody
// waits for a world who could be sending, and no endpoint for another one.
class Postman {
 public:
  struct Options {
    http::Sender::Options sender;
    std::vector<Rewrite> rewrites;
  };
  static Result<std::unique_ptr<Postman>> create(Options options);
  ~Postman();  // stops
  Postman(const Postman&) = delete;
  Postman& operator=(const Postman&) = delete;

  // Has the world's deliveries made that are due, and its watches told. From any thread.
  void call(const std::shared_ptr<engine::World>& world);

  // What is on its way then stays in the outbox, as due.
  void stop();

 private:
  struct Outcome {
    uint64_t epoch = 0;  // of the world when it was sent
    store::Delivery delivery;
    store::Attempt attempt;
    bool was_sent = false;
  };
  struct Box {  // of a world for which there is something to do
    std::shared_ptr<engine::World> world;
    std::vector<Outcome> outcomes;
  };
  struct Sending {
    Outcome outcome;
    std::string password;
    std::optional<std::string> recipient;
  };

  // E-mails have a sender of their own: a mail server may hold up the thread that talks to it.
  struct Senders {
    std::unique_ptr<http::Sender> calls, mails;
  };

  Postman(std::vector<Rewrite> rewrites, Senders senders);
  void run();
  void put(const std::shared_ptr<engine::World>& world, std::optional<Outcome> outcome);
  std::vector<Box> empty_boxes();
  static void settle_all(Box& box);
  std::vector<Sending> take_due(engine::World& world) const;
  void send(const std::shared_ptr<engine::World>& world, Sending sending);

  const std::vector<Rewrite> rewrites_;
  Senders senders_;

  std::mutex mutex_;  // guards all below; never held while a world's lock is taken
  std::condition_variable changed_;
  std::vector<Box> boxes_;  // one for each world, in the order in which they came
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace irisim::webhook
