#include "engine/callback.h"

namespace irisim::engine {

std::string print_callback(const xml::Document& document) {
  return "<?xml version=\"1.0\"?>\n" + document.compact();
}

store::Delivery new_delivery(const Session& session, store::Delivery::Kind kind,
                             std::string_view account) {
  store::Delivery delivery;
  delivery.kind = kind;
  delivery.account = account;
  delivery.created = session.now;
  delivery.due = session.now;
  return delivery;
}

}  // namespace irisim::engine
