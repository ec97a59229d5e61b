#include "webhook/outgoing.h"

#include "engine/callback.h"
#include "webhook/errand.h"

namespace irisim::webhook {

engine::JournalEntry outgoing_exchange(const engine::Session& session,
                                       const store::Delivery& delivery,
                                       const store::Attempt& attempt) {
  engine::JournalEntry entry;
  entry.is_outgoing = true;
  entry.at = session.now;
  entry.method = "POST";
  entry.target = attempt.url;
  entry.path = errand_for(delivery.kind).journaled_as;
  entry.operation = catalog::find_operation(entry.method, entry.path);
  entry.account = delivery.account;
  entry.headers = {{"Content-Type", std::string(engine::kCallbackType)}};
  if (!attempt.user.empty()) entry.headers.emplace_back("Authorization", "Basic ***");
  entry.body = engine::keep_body(delivery.body);
  entry.status = attempt.status;
  entry.answer_body = engine::keep_body(attempt.answer);
  entry.problem = attempt.error;
  return entry;
}

}  // namespace irisim::webhook
