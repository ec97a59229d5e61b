#include "engine/agenda.h"

#include "base/check.h"
#include "engine/mail.h"
#include "engine/order_life.h"

namespace irisim::engine {
namespace {

std::optional<Instant> next_timer(store::Store& store) {
  const std::optional<store::Timer> timer = store.timers.next();
  return timer ? timer->due : std::nullopt;
}

std::optional<Happening> fire_timer(Session& session) {
  return fire(session, *session.store.timers.next());
}

std::optional<Instant> next_digest(store::Store& store) {
  return store.notices.next_due();
}

std::optional<Happening> send_digest(Session& session) {
  send_digests(session);
  return std::nullopt;
}

// Of what is due at the same time, the kind that stands first here comes first.
struct Kind {
  std::optional<Instant> (*due)(store::Store& store);
  std::optional<Happening> (*perform)(Session& session);
};
constexpr Kind kKinds[] = {{next_timer, fire_timer}, {next_digest, send_digest}};

struct Item {
  const Kind* kind = nullptr;
  std::optional<Instant> due;
};

Item first_item(store::Store& store) {
  Item first;
  for (const Kind& kind : kKinds) {
    const std::optional<Instant> due = kind.due(store);
    if (due && (!first.due || *due < *first.due)) first = {&kind, due};
  }
  return first;
}

}  // namespace

std::optional<Instant> next_item(store::Store& store) {
  return first_item(store).due;
}

std::optional<Happening> do_item(Session& session) {
  const Item item = first_item(session.store);
  IRISIM_CHECK(item.kind != nullptr);
  return item.kind->perform(session);
}

}  // namespace irisim::engine
