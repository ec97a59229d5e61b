#include "webhook/notification.h"

#include <algorithm>

#include "base/text.h"
#include "webhook/readable.h"
#include "xml/document.h"

namespace irisim::webhook {
namespace {

constexpr size_t kLongestStatus = 200;

std::optional<Address> find_address(engine::Session& session, const store::Delivery& delivery) {
  const auto subscription =
      session.store.subscriptions.find(delivery.account, delivery.subscription, session.now);
  if (!subscription || subscription->channel != store::Subscription::Channel::kCall)
    return std::nullopt;
  const xml::Document document = xml::Document::restore(subscription->document);
  const xml::Element credentials =
      document.root().at("CallbackSubscription/CallbackCredentials/BasicAuthentication");
  return Address{subscription->receiver, std::string(credentials.text("Username")),
                 std::string(credentials.text("Password"))};
}

// "message containing status code and response body of last callback", as the contract has it.
std::string in_words(const store::Attempt& attempt) {
  if (attempt.status == 0) return attempt.error;
  std::string words = std::to_string(attempt.status);
  for (const std::string_view part : {std::string_view(attempt.reason), trim(attempt.answer)}) {
    if (!part.empty()) (words += ' ') += part;
  }
  return readable(words.substr(0, kLongestStatus));
}

Errand::Verdict judge(engine::Session& session, const store::Delivery& delivery,
                      store::Attempt& attempt) {
  session.store.subscriptions.set_status(delivery.account, delivery.subscription,
                                         in_words(attempt));
  const bool is_good = attempt.status >= 200 && attempt.status < 300;
  return is_good ? Errand::Verdict::kDelivered : Errand::Verdict::kTryAgain;
}

}  // namespace

const Errand& notification_errand() {
  static constexpr Errand kErrand = {find_address, judge, nullptr, ""};
  return kErrand;
}

}  // namespace irisim::webhook
