#include "operations/subscription_document.h"

#include <algorithm>

#include "base/text.h"
#include "operations/fields.h"
#include "operations/subscription_rules.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kCallback = "CallbackSubscription";

const Field& email_field() {
  static const Field kField = {"EmailSubscription", {{"Email"}, {"DigestRequested"}}};
  return kField;
}

const std::vector<Field>& sent_fields() {
  static const std::vector<Field> kFields = {
      {"OrderType"},
      {"OrderId"},
      {"EventType"},
      email_field(),
      {kCallback,
       {{"URL"},
        {"Expiry"},
        {"DigestRequested"},
        {"CallbackCredentials",
         {{"BasicAuthentication", {{"Username"}, {"Password"}}}, {"PublicKey"}}}}},
  };
  return kFields;
}

const std::vector<Field>& shown_fields() {
  static const std::vector<Field> kFields = {
      {"SubscriptionId"},
      {"OrderType"},
      {"OrderId"},
      {"EventType"},
      email_field(),
      {kCallback,
       {{"URL"},
        {"Expiry"},
        {"Status"},
        {"CallbackCredentials", {{"BasicAuthentication", {{"Username"}}}, {"PublicKey"}}}}},
  };
  return kFields;
}

std::optional<Instant> expiry(std::string_view seconds, Instant now) {
  const std::optional<long> number = to_number(seconds);
  if (!number) return std::nullopt;
  const auto most = std::chrono::duration_cast<std::chrono::seconds>(kLastInstant - now);
  return now + std::min(std::chrono::seconds(*number), most);
}

store::Subscription::Channel channel_of(xml::Element subscription) {
  using Channel = store::Subscription::Channel;
  if (subscription.child(kCallback)) return Channel::kCall;
  const bool is_daily = subscription.at("EmailSubscription/DigestRequested").text() == "DAILY";
  return is_daily ? Channel::kDigest : Channel::kMail;
}

}  // namespace

xml::Document take_subscription(xml::Element sent) {
  xml::Document document("Subscription");
  take_fields(sent_fields(), sent, document.root());
  if (xml::Element type = document.root().child("OrderType"))
    type.set_text(spell_order_type(type.text()));
  for (const std::string_view path : {"EventType", "EmailSubscription/DigestRequested"}) {
    if (xml::Element element = document.root().at(path)) element.set_text(upper(element.text()));
  }
  return document;
}

store::Subscription subscription_of(const xml::Document& document, Instant now) {
  const xml::Element root = document.root();
  const xml::Element callback = root.child(kCallback);
  store::Subscription subscription;
  subscription.order_type = order_type_of(root.text("OrderType"));
  subscription.order_id = lower(root.text("OrderId"));
  subscription.event_type = root.text("EventType");
  subscription.channel = channel_of(root);
  subscription.receiver = callback ? std::string(callback.text("URL"))
                                   : lower(root.child("EmailSubscription").text("Email"));
  subscription.expires = expiry(callback.text("Expiry"), now);
  subscription.document = document.compact();
  return subscription;
}

void add_subscription(xml::Element parent, const store::Subscription& subscription) {
  const xml::Document document = xml::Document::restore(subscription.document);
  xml::Element whole = document.root();
  whole.add("SubscriptionId", subscription.id);
  if (!subscription.status.empty()) whole.child(kCallback).add("Status", subscription.status);
  take_fields(shown_fields(), whole, parent.add("Subscription"));
}

}  // namespace irisim::operations
