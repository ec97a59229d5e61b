#include "webhook/mailing.h"

namespace irisim::webhook {
namespace {

constexpr int kCompleted = 250;  // RFC 5321: the mail is the relay's from here on

std::optional<Address> find_address(engine::Session& session, const store::Delivery& delivery) {
  const std::optional<store::Mail> mail = session.store.mails.of_delivery(delivery.row);
  if (!mail || session.mail_relay.empty()) return std::nullopt;
  return Address{"smtp://" + session.mail_relay, "", "", mail->recipient};
}

Errand::Verdict judge(engine::Session&, const store::Delivery&, store::Attempt& attempt) {
  return attempt.status == kCompleted ? Errand::Verdict::kDelivered : Errand::Verdict::kTryAgain;
}

}  // namespace

const Errand& mail_errand() {
  static constexpr Errand kErrand = {find_address, judge, nullptr, ""};
  return kErrand;
}

}  // namespace irisim::webhook
