#include "store/mails.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

const Instant kNow = Instant(Millis(1'577'836'800'123));
using Numbers = std::vector<int64_t>;

Mail mail(int64_t id) {
  return {id,           "14",      "sub", "portins", "order", "ops@example.com",
          "order: FOC", "50% off", kNow,  {}};
}

Numbers ids(Store& store, const MailFilter& filter) {
  Numbers result;
  for (const Mail& mail : store.mails.list(filter)) result.push_back(mail.id);
  EXPECT_EQ(store.mails.count(filter), static_cast<int64_t>(result.size()));
  return result;
}

MailFilter with(std::optional<std::string> MailFilter::*field, const std::string& value) {
  MailFilter filter;
  filter.*field = value;
  return filter;
}

TEST(Mails, AreFoundWithAllThatWasKept) {
  Store store;
  Mail one = mail(1);
  one.delivery = 7;
  store.mails.add(one);
  const std::optional<Mail> found = store.mails.find(1);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->account, "14");
  EXPECT_EQ(found->subscription, "sub");
  EXPECT_EQ(found->order_type, "portins");
  EXPECT_EQ(found->order_id, "order");
  EXPECT_EQ(found->recipient, "ops@example.com");
  EXPECT_EQ(found->subject, "order: FOC");
  EXPECT_EQ(found->text, "50% off");
  EXPECT_EQ(found->sent, kNow);
  EXPECT_EQ(found->delivery, 7);
  EXPECT_EQ(store.mails.of_delivery(7)->id, 1);
  EXPECT_FALSE(store.mails.of_delivery(1));
  EXPECT_FALSE(store.mails.find(2));
}

TEST(Mails, ArePickedByEachField) {
  Store store;
  Mail other = mail(2);
  other.account = "15";
  other.subscription = "else";
  other.order_id = "";
  other.recipient = "a@b.com";
  other.subject = "Digest";
  other.text = "nothing";
  store.mails.add(mail(1));
  store.mails.add(other);
  store.mails.add(mail(3));
  EXPECT_EQ(ids(store, {}), (Numbers{1, 2, 3}));
  EXPECT_EQ(ids(store, with(&MailFilter::account, "15")), (Numbers{2}));
  EXPECT_EQ(ids(store, with(&MailFilter::subscription, "sub")), (Numbers{1, 3}));
  EXPECT_EQ(ids(store, with(&MailFilter::order_id, "order")), (Numbers{1, 3}));
  EXPECT_EQ(ids(store, with(&MailFilter::recipient, "A@B.com")), (Numbers{2}));
  EXPECT_EQ(ids(store, with(&MailFilter::subject, "FO")), (Numbers{1, 3}));
  EXPECT_EQ(ids(store, with(&MailFilter::text, "50%")), (Numbers{1, 3}));
  MailFilter later, few;
  later.after_row = 1;
  few.limit = 2;
  EXPECT_EQ(ids(store, later), (Numbers{2, 3}));
  EXPECT_EQ(store.mails.list(few).size(), 2u);
  EXPECT_EQ(store.mails.count(few), 3);
}

TEST(Mails, TellThatTheyHaveChanged) {
  Store store;
  const uint64_t before = store.mails.changes();
  store.mails.add(mail(1));
  EXPECT_GT(store.mails.changes(), before);
  const uint64_t added = store.mails.changes();
  store.mails.clear();
  EXPECT_GT(store.mails.changes(), added);
  EXPECT_EQ(ids(store, {}), Numbers{});
}

}  // namespace
}  // namespace irisim::store
