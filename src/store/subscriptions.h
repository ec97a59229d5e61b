#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// What a customer wants to be told of, and where.
struct Subscription {
  // A call of its URL; an e-mail at once; one e-mail with all of a day.
  enum class Channel { kCall, kMail, kDigest };

  std::string id;
  std::string order_type;  // "portins"; empty: of an event
  std::string order_id;    // lower case; empty: all orders of the type
  std::string event_type;  // "MESSAGING_LOST"; empty: of orders
  Channel channel = Channel::kCall;
  std::string receiver;            // the URL, or the e-mail address in lower case
  std::optional<Instant> expires;  // when it is gone; absent: never
  std::string status;              // of the latest attempt to call the URL; empty: there was none
  std::string document;            // <Subscription> as it was sent, with its password, XML
};

// Which subscriptions to list. What is empty does not restrict.
struct SubscriptionFilter {
  std::string order_type, order_id;
};

// The subscriptions of all accounts. Those that have expired by `now` are as if they were not
// there.
class Subscriptions {
 public:
  explicit Subscriptions(Database& database) : database_(database) {}

  void add(std::string_view account, const Subscription& subscription);
  void update(std::string_view account, const Subscription& subscription);
  void remove(std::string_view account, std::string_view id);
  void remove_expired(Instant now);  // of all accounts

  std::optional<Subscription> find(std::string_view account, std::string_view id, Instant now);
  std::vector<Subscription> list(std::string_view account, const SubscriptionFilter& filter,
                                 Instant now);  // the oldest first

  // Those that are for the order, or for all of its type; those that are for the event. The oldest
  // first.
  std::vector<Subscription> of_order(std::string_view account, std::string_view order_type,
                                     std::string_view order_id, Instant now);
  std::vector<Subscription> of_event(std::string_view account, std::string_view event_type,
                                     Instant now);

  // Of the latest attempt to call the URL. Nothing happens when the subscription is gone.
  void set_status(std::string_view account, std::string_view id, std::string_view status);

  // Whether another one tells the same receiver of the same.
  bool has_equal(std::string_view account, const Subscription& subscription, Instant now);

  // How many others are for all orders of the type.
  int64_t count_global(std::string_view account, const Subscription& except, Instant now);

 private:
  Database& database_;
};

}  // namespace irisim::store
