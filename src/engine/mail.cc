#include "engine/mail.h"

#include <algorithm>

#include "engine/callback.h"
#include "engine/message.h"

namespace irisim::engine {
namespace {

using store::Subscription;

// To the relay, one after the other as all that a subscription is told of an order. Gives its row.
int64_t hand_over(Session& session, const store::Mail& mail) {
  store::Delivery delivery = new_delivery(session, store::Delivery::Kind::kMail, mail.account);
  delivery.subscription = mail.subscription;
  delivery.order_type = mail.order_type;
  delivery.order_id = mail.order_id;
  delivery.subject = mail.subject;
  delivery.body = write_message(mail, session.dice);
  session.store.outbox.add(delivery);
  return delivery.row;
}

void send(Session& session, std::string_view account, const Subscription& subscription,
          const Letter& letter) {
  store::Mail mail;
  mail.id = static_cast<int64_t>(session.store.next("mail"));
  mail.account = account;
  mail.subscription = subscription.id;
  mail.order_type = letter.order_type;
  mail.order_id = letter.order_id;
  mail.recipient = subscription.receiver;
  mail.subject = letter.subject;
  mail.text = letter.text;
  mail.sent = session.now;
  if (!session.mail_relay.empty()) mail.delivery = hand_over(session, mail);
  session.store.mails.add(mail);
}

void send_digest(Session& session, std::span<const store::Notice> notices) {
  const std::string& account = notices.front().account;
  const auto subscription =
      session.store.subscriptions.find(account, notices.front().subscription, session.now);
  if (!subscription || subscription->channel != Subscription::Channel::kDigest) return;
  send(session, account, *subscription, write_digest(notices));
}

}  // namespace

void mail(Session& session, std::string_view account, const Subscription& subscription,
          const Letter& letter) {
  if (subscription.channel == Subscription::Channel::kMail)
    return send(session, account, subscription, letter);
  session.store.notices.add({std::string(account), subscription.id, letter.subject, letter.text,
                             session.now, digest_time(session.now)});
}

Instant digest_time(Instant happening) {
  return std::chrono::floor<std::chrono::days>(happening) + std::chrono::days(1);
}

void send_digests(Session& session) {
  const std::vector<store::Notice> notices = session.store.notices.take_next();
  for (auto first = notices.begin(); first != notices.end();) {
    const auto last = std::find_if(first, notices.end(), [&](const store::Notice& notice) {
      return notice.account != first->account || notice.subscription != first->subscription;
    });
    send_digest(session, {first, last});
    first = last;
  }
}

}  // namespace irisim::engine
