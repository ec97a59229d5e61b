#include "webhook/postman.h"

#include <algorithm>
#include <utility>

#include "engine/callback.h"
#include "engine/message.h"
#include "webhook/outgoing.h"
#include "webhook/readable.h"
#include "webhook/validation.h"

namespace irisim::webhook {
namespace {

// How many deliveries one transaction takes out or puts back: requests get their turn in between.
constexpr size_t kBatch = 128;

void keep(const http::Receipt& receipt, store::Attempt& attempt) {
  constexpr size_t kLongestReason = 500;
  attempt.status = receipt.status;
  attempt.reason = readable(receipt.reason.substr(0, kLongestReason));
  attempt.error = readable(receipt.error.substr(0, kLongestReason));
  attempt.answer = readable(receipt.body);
}

}  // namespace

Result<std::unique_ptr<Postman>> Postman::create(Options options) {
  Senders senders;
  for (std::unique_ptr<http::Sender>* sender : {&senders.calls, &senders.mails}) {
    Result<std::unique_ptr<http::Sender>> created = http::Sender::create(options.sender);
    if (!created) return created.error();
    *sender = std::move(*created);
  }
  return std::unique_ptr<Postman>(new Postman(std::move(options.rewrites), std::move(senders)));
}

Postman::Postman(std::vector<Rewrite> rewrites, Senders senders)
    : rewrites_(std::move(rewrites)), senders_(std::move(senders)), thread_([this] { run(); }) {}

Postman::~Postman() {
  stop();
}

void Postman::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  senders_ = {};
  for (Box& box : empty_boxes()) settle_all(box);
}

void Postman::call(const std::shared_ptr<engine::World>& world) {
  put(world, std::nullopt);
}

void Postman::put(const std::shared_ptr<engine::World>& world, std::optional<Outcome> outcome) {
  {
    const std::lock_guard lock(mutex_);
    auto box = std::ranges::find(boxes_, world, &Box::world);
    if (box == boxes_.end()) box = boxes_.insert(box, Box{world, {}});
    if (outcome) box->outcomes.push_back(std::move(*outcome));
  }
  changed_.notify_all();
}

std::vector<Postman::Box> Postman::empty_boxes() {
  const std::lock_guard lock(mutex_);
  return std::exchange(boxes_, {});
}

void Postman::run() {
  while (true) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !boxes_.empty(); });
      if (stopping_) return;
    }
    for (Box& box : empty_boxes()) {
      settle_all(box);
      for (Sending& sending : take_due(*box.world)) send(box.world, std::move(sending));
      box.world->tell_watches();
    }
  }
}

// What was sent before the world was reset concerns nobody any more.
void Postman::settle_all(Box& box) {
  for (size_t begin = 0; begin < box.outcomes.size(); begin += kBatch) {
    const size_t end = std::min(begin + kBatch, box.outcomes.size());
    box.world->write([&](engine::Session& session) {
      for (size_t i = begin; i < end; ++i) {
        Outcome& outcome = box.outcomes[i];
        if (outcome.epoch != session.epoch) continue;
        if (!outcome.was_sent) {
          session.store.outbox.hand_back(outcome.delivery.row);
          continue;
        }
        settle(session, outcome.delivery, outcome.attempt);
        engine::Journal& journal = box.world->journal();
        if (!journal.is_on() || errand_for(outcome.delivery.kind).journaled_as.empty()) continue;
        journal.add(outgoing_exchange(session, outcome.delivery, outcome.attempt));
      }
      go_on_answered(session);
      return true;
    });
  }
}

std::vector<Postman::Sending> Postman::take_due(engine::World& world) const {
  std::vector<Sending> taken;
  world.take_due([&](engine::Session& session) {
    for (store::Delivery& delivery : session.store.outbox.take_due(session.now, int64_t{kBatch})) {
      std::optional<Address> address = errand_for(delivery.kind).find_address(session, delivery);
      if (!address) {
        session.store.outbox.finish(delivery, store::Delivery::State::kCancelled, session.now);
        continue;
      }
      address->url = rewrite(address->url, rewrites_);
      take_out_credentials(*address);
      store::Attempt attempt;
      attempt.url = std::move(address->url);
      attempt.user = std::move(address->user);
      taken.push_back({{session.epoch, std::move(delivery), std::move(attempt)},
                       std::move(address->password),
                       std::move(address->recipient)});
    }
    go_on_answered(session);
  });
  return taken;
}

void Postman::send(const std::shared_ptr<engine::World>& world, Sending sending) {
  const auto outcome = std::make_shared<Outcome>(std::move(sending.outcome));
  http::Parcel parcel{outcome->attempt.url, outcome->attempt.user, std::move(sending.password),
                      std::string(engine::kCallbackType), outcome->delivery.body};
  const bool is_mail = sending.recipient.has_value();
  if (is_mail) parcel.envelope = {std::string(engine::kMailSender), std::move(*sending.recipient)};
  const auto begin = [world, outcome] {
    outcome->attempt.at = world->now();
    return world->wants_sent(outcome->epoch);
  };
  const auto end = [this, world, outcome](std::optional<http::Receipt> receipt) {
    outcome->was_sent = receipt.has_value();
    if (receipt) keep(*receipt, outcome->attempt);
    put(world, std::move(*outcome));
  };
  (is_mail ? senders_.mails : senders_.calls)->send(std::move(parcel), begin, end);
}

}  // namespace irisim::webhook
