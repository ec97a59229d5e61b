#include "store/orders.h"

#include <functional>

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

using namespace std::chrono;
using Ids = std::vector<std::string>;

const Date kFirstDay = 2020y / January / 15;

class OrdersTest : public testing::Test {
 protected:
  // An order that stands at FOC since noon of the first day.
  Order insert(const std::string& id, const std::function<void(Order&)>& change = {}) {
    Order order;
    order.id = id;
    order.type = "portins";
    order.account = "14";
    order.site = "743";
    order.peer = "303716";
    order.vendor = "49";
    order.status = "FOC";
    order.holds_numbers = true;
    order.pon = "PON-" + id;
    order.user = order.modified_by = "byo_dev";
    order.created = order.modified = kFirstDay + 12h;
    order.document = "<LnpOrder/>";
    if (change) change(order);
    store.orders.insert(order);
    return order;
  }

  static OrderFilter filter(const std::function<void(OrderFilter&)>& change = {}) {
    OrderFilter result;
    result.type = "portins";
    if (change) change(result);
    return result;
  }

  // The ids of a list; fails unless the count is that of the list.
  Ids list(const OrderFilter& by) {
    Ids ids;
    for (const ListedOrder& listed : store.orders.list(by)) ids.push_back(listed.order.id);
    EXPECT_EQ(store.orders.count(by), std::ssize(ids));
    return ids;
  }
  Ids list(const std::function<void(OrderFilter&)>& change) { return list(filter(change)); }

  void tell(const Order& order, Instant at, const std::string& status) {
    store.history.add(order.row, {at, "note", "System", status, ""});
  }

  Store store;
};

TEST_F(OrdersTest, AreFoundAsTheyWereStored) {
  const Order made = insert("a", [](Order& o) {
    o.customer_order_id = "";
    o.document = "<LnpOrder><Name>é</Name></LnpOrder>";
  });
  EXPECT_GT(made.row, 0);
  for (const auto& found : {store.orders.find("a"), store.orders.find(made.row)}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->row, made.row);
    EXPECT_EQ(found->id, "a");
    EXPECT_EQ(found->type, "portins");
    EXPECT_EQ(found->account, "14");
    EXPECT_EQ(found->site, "743");
    EXPECT_EQ(found->peer, "303716");
    EXPECT_EQ(found->vendor, "49");
    EXPECT_EQ(found->status, "FOC");
    EXPECT_TRUE(found->holds_numbers);
    EXPECT_EQ(found->customer_order_id, "");  // empty is not absent
    EXPECT_EQ(found->billing_tn, std::nullopt);
    EXPECT_EQ(found->pon, "PON-a");
    EXPECT_EQ(found->user, "byo_dev");
    EXPECT_EQ(found->created, kFirstDay + 12h);
    EXPECT_EQ(found->modified, kFirstDay + 12h);
    EXPECT_EQ(found->document, "<LnpOrder><Name>é</Name></LnpOrder>");
  }
  EXPECT_FALSE(store.orders.find("b"));
  EXPECT_FALSE(store.orders.find(made.row + 1));
}

TEST_F(OrdersTest, AreUpdatedInWhatMayChange) {
  Order order = insert("a");
  insert("b");
  order.site = "744";
  order.peer = "1";
  order.status = "COMPLETE";
  order.holds_numbers = false;
  order.customer_order_id = "X";
  order.billing_tn = "9195551234";
  order.modified_by = "other";
  order.modified += 1h;
  order.document = "<B/>";
  store.orders.update(order);
  const Order found = *store.orders.find("a");
  EXPECT_EQ(found.site, "744");
  EXPECT_EQ(found.peer, "1");
  EXPECT_EQ(found.status, "COMPLETE");
  EXPECT_FALSE(found.holds_numbers);
  EXPECT_EQ(found.customer_order_id, "X");
  EXPECT_EQ(found.billing_tn, "9195551234");
  EXPECT_EQ(found.user, "byo_dev");
  EXPECT_EQ(found.modified_by, "other");
  EXPECT_EQ(found.created, kFirstDay + 12h);
  EXPECT_EQ(found.modified, kFirstDay + 13h);
  EXPECT_EQ(found.document, "<B/>");
  EXPECT_EQ(store.orders.find("b")->status, "FOC");
}

TEST_F(OrdersTest, AreListedByEachCriterion) {
  insert("a");
  insert("account", [](Order& o) { o.account = "15"; });
  insert("site", [](Order& o) { o.site = "744"; });
  insert("status", [](Order& o) { o.status = "COMPLETE"; });
  insert("draft", [](Order& o) { o.status = "DRAFT"; });
  insert("type", [](Order& o) { o.type = "lsrorders"; });
  insert("customer", [](Order& o) { o.customer_order_id = "C 1"; });
  insert("billing", [](Order& o) { o.billing_tn = "9195551234"; });
  insert("modified", [](Order& o) { o.modified += 48h; });
  const Order number = insert("number");
  store.orders.set_numbers(number.row, Ids{"9195550001", "9195550002"});

  EXPECT_EQ(list([](OrderFilter&) {}), (Ids{"a", "account", "site", "status", "draft", "customer",
                                            "billing", "modified", "number"}));
  EXPECT_EQ(list([](OrderFilter& f) { f.type = "lsrorders"; }), Ids{"type"});
  EXPECT_EQ(list([](OrderFilter& f) { f.account = "15"; }), Ids{"account"});
  EXPECT_EQ(list([](OrderFilter& f) { f.site = "744"; }), Ids{"site"});
  EXPECT_EQ(list([](OrderFilter& f) { f.statuses = {"COMPLETE"}; }), Ids{"status"});
  EXPECT_EQ(list([](OrderFilter& f) {
              f.account = "14";
              f.not_status = "DRAFT";
            }),
            (Ids{"a", "site", "status", "customer", "billing", "modified", "number"}));
  EXPECT_EQ(list([](OrderFilter& f) { f.customer_order_id = "C 1"; }), Ids{"customer"});
  EXPECT_EQ(list([](OrderFilter& f) { f.billing_tn = "9195551234"; }), Ids{"billing"});
  EXPECT_EQ(list([](OrderFilter& f) { f.pon = "PON-site"; }), Ids{"site"});
  EXPECT_EQ(list([](OrderFilter& f) { f.order_tn = "9195550002"; }), Ids{"number"});
  EXPECT_EQ(list([](OrderFilter& f) { f.modified_from = kFirstDay + 60h; }), Ids{"modified"});
  EXPECT_EQ(list([](OrderFilter& f) { f.modified_from = kFirstDay + 60h + 1ms; }), Ids{});
  EXPECT_EQ(list([](OrderFilter& f) { f.modified_before = kFirstDay + 12h; }), Ids{});
  EXPECT_EQ(list([](OrderFilter& f) { f.statuses = {"foc"}; }), Ids{});
  EXPECT_EQ(list([](OrderFilter& f) { f.statuses = {"OC"}; }), Ids{});
  EXPECT_EQ(list([](OrderFilter& f) {
              f.statuses = {"DRAFT", "COMPLETE"};
            }),
            (Ids{"status", "draft"}));
}

TEST_F(OrdersTest, AreListedByWhenTheyWereMade) {
  insert("first");
  insert("second", [](Order& o) { o.created += 24h; });
  EXPECT_EQ(list([](OrderFilter& f) { f.created_from = kFirstDay + 36h; }), Ids{"second"});
  EXPECT_EQ(list([](OrderFilter& f) { f.created_before = kFirstDay + 36h; }), Ids{"first"});
  EXPECT_EQ(list([](OrderFilter& f) { f.created_before = kFirstDay + 36h + 1ms; }),
            (Ids{"first", "second"}));
}

TEST_F(OrdersTest, AreListedByTheBeginningOfTheirIds) {
  insert("0a1b-2");
  insert("0a1c-f");
  insert("10a1");
  const auto beginning_with = [&](const std::string& prefix) {
    return list([&](OrderFilter& f) { f.id_prefix = prefix; });
  };
  EXPECT_EQ(beginning_with("0a1"), (Ids{"0a1b-2", "0a1c-f"}));
  EXPECT_EQ(beginning_with("0a1c-f"), Ids{"0a1c-f"});
  EXPECT_EQ(beginning_with("a1"), Ids{});
  EXPECT_EQ(beginning_with("%"), Ids{});
  EXPECT_EQ(beginning_with("").size(), 3u);
}

TEST_F(OrdersTest, AreListedByCriteriaTogether) {
  insert("a", [](Order& o) { o.customer_order_id = o.billing_tn = "1"; });
  insert("b", [](Order& o) { o.customer_order_id = "1"; });
  insert("c", [](Order& o) {
    o.customer_order_id = o.billing_tn = "1";
    o.account = "15";
  });
  EXPECT_EQ(list([](OrderFilter& f) {
              f.customer_order_id = "1";
              f.billing_tn = "1";
              f.account = "14";
            }),
            Ids{"a"});
  EXPECT_EQ(list([](OrderFilter& f) {
              f.customer_order_id = "1";
              f.pon = "PON-b";
              f.order_tn = "9195550001";
            }),
            Ids{});
}

TEST_F(OrdersTest, AreListedByPagesAndCountedAsAWhole) {
  for (const char* id : {"a", "b", "c", "d"}) insert(id);
  OrderFilter page = filter([](OrderFilter& f) { f.limit = 2; });
  const auto first = store.orders.list(page);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[1].order.id, "b");
  page.first_row = store.orders.find("c")->row;
  const auto second = store.orders.list(page);
  ASSERT_EQ(second.size(), 2u);
  EXPECT_EQ(second[0].order.id, "c");
  EXPECT_EQ(store.orders.count(page), 4);
}

TEST_F(OrdersTest, AreListedWithTheCountOfTheirNumbers) {
  const Order order = insert("a");
  store.orders.set_numbers(order.row, Ids{"1", "2", "3"});
  insert("b");
  const auto listed = store.orders.list(filter());
  EXPECT_EQ(listed.at(0).count_of_numbers, 3);
  EXPECT_EQ(listed.at(1).count_of_numbers, 0);
}

// The contract's example: FOC on 2020-01-15, complete on 2020-01-16.
class OrderOverTwoDays : public OrdersTest {
 protected:
  OrderOverTwoDays() {
    const Order order = insert("a", [](Order& o) {
      o.status = "COMPLETE";
      o.modified = kFirstDay + 24h + 9h;
    });
    tell(order, kFirstDay, "SUBMITTED");
    tell(order, kFirstDay + 12h, "FOC");
    tell(order, kFirstDay + 24h + 9h, "COMPLETE");
  }

  // "STATUS date" of the only order of a list; empty when there is none.
  std::string seen(const std::function<void(OrderFilter&)>& change) {
    const OrderFilter by = filter(change);
    const auto listed = store.orders.list(by);
    EXPECT_EQ(store.orders.count(by), std::ssize(listed));
    if (listed.empty()) return "";
    EXPECT_EQ(listed.size(), 1u);
    return listed[0].order.status + " " + format_instant(listed[0].order.modified);
  }
};

TEST_F(OrderOverTwoDays, IsListedByADayAsItStoodThen) {
  EXPECT_EQ(seen([](OrderFilter& f) { f.date = kFirstDay; }), "FOC 2020-01-15T12:00:00.000Z");
  EXPECT_EQ(seen([](OrderFilter& f) { f.date = kFirstDay + days(1); }),
            "COMPLETE 2020-01-16T09:00:00.000Z");
}

TEST_F(OrderOverTwoDays, IsNotListedByADayOnWhichNothingHappened) {
  EXPECT_EQ(seen([](OrderFilter& f) { f.date = kFirstDay - days(1); }), "");
  EXPECT_EQ(seen([](OrderFilter& f) { f.date = kFirstDay + days(2); }), "");
}

TEST_F(OrderOverTwoDays, IsFilteredByTheStatusOfTheDay) {
  EXPECT_EQ(seen([](OrderFilter& f) {
              f.date = kFirstDay;
              f.statuses = {"FOC"};
            }),
            "FOC 2020-01-15T12:00:00.000Z");
  EXPECT_EQ(seen([](OrderFilter& f) {
              f.date = kFirstDay;
              f.statuses = {"COMPLETE"};
            }),
            "");
}

TEST_F(OrderOverTwoDays, IsListedByARangeAsItStandsNow) {
  const auto range = [](int first, int last) {
    return [=](OrderFilter& f) {
      f.modified_from = Instant(kFirstDay + days(first));
      f.modified_before = Instant(kFirstDay + days(last + 1));
    };
  };
  EXPECT_EQ(seen(range(0, 1)), "COMPLETE 2020-01-16T09:00:00.000Z");
  EXPECT_EQ(seen(range(1, 1)), "COMPLETE 2020-01-16T09:00:00.000Z");
  EXPECT_EQ(seen(range(0, 0)), "");
}

TEST_F(OrdersTest, KeepTheirNumbersInTheClientsOrder) {
  const Order order = insert("a");
  store.orders.set_numbers(order.row, Ids{"9195550003", "9195550001", "9195550002"});
  EXPECT_EQ(store.orders.numbers(order.row), (Ids{"9195550003", "9195550001", "9195550002"}));
  store.orders.set_numbers(order.row, Ids{"9195550002"});
  EXPECT_EQ(store.orders.numbers(order.row), Ids{"9195550002"});
  store.orders.set_numbers(order.row, Ids{});
  EXPECT_EQ(store.orders.numbers(order.row), Ids{});
}

TEST_F(OrdersTest, HoldTheirNumbersAgainstOthersWhileTheySaySo) {
  Order order = insert("a");
  store.orders.set_numbers(order.row, Ids{"9195550001"});
  EXPECT_TRUE(store.orders.is_held("9195550001", "portins", 0));
  EXPECT_FALSE(store.orders.is_held("9195550001", "portins", order.row));
  EXPECT_FALSE(store.orders.is_held("9195550002", "portins", 0));
  EXPECT_FALSE(store.orders.is_held("9195550001", "disconnects", 0));
  order.holds_numbers = false;
  store.orders.update(order);
  EXPECT_FALSE(store.orders.is_held("9195550001", "portins", 0));
}

TEST_F(OrdersTest, LeaveNothingBehindWhenTheyAreRemoved) {
  const Order order = insert("a");
  const Order other = insert("b");
  for (const Order& o : {order, other}) {
    store.orders.set_numbers(o.row, Ids{"919555000" + o.id});
    tell(o, o.created, "FOC");
    store.notes.add(o.row, {0, "u", "text", o.created});
    store.files.add(o.row, {"loa.pdf", "application/pdf", "x", std::nullopt});
    store.timers.set(o.row, o.created, "");
  }
  store.orders.remove(order.row);
  EXPECT_FALSE(store.orders.find("a"));
  EXPECT_FALSE(store.orders.is_held("919555000a", "portins", 0));
  EXPECT_TRUE(store.orders.numbers(order.row).empty());
  EXPECT_TRUE(store.history.list(order.row).empty());
  EXPECT_TRUE(store.notes.list(order.row).empty());
  EXPECT_TRUE(store.files.list(order.row).empty());
  EXPECT_FALSE(store.timers.find(order.row));
  EXPECT_EQ(list([](OrderFilter&) {}), Ids{"b"});
  EXPECT_EQ(store.orders.numbers(other.row).size(), 1u);
  EXPECT_EQ(store.history.list(other.row).size(), 1u);
  EXPECT_EQ(store.notes.list(other.row).size(), 1u);
  EXPECT_EQ(store.files.list(other.row).size(), 1u);
  EXPECT_TRUE(store.timers.find(other.row));
}

TEST_F(OrdersTest, AreListedByVendor) {
  insert("a");
  Order other = insert("b", [](Order& o) { o.vendor = "57"; });
  const auto of = [](const std::string& vendor) {
    return [=](OrderFilter& f) { f.vendor = vendor; };
  };
  EXPECT_EQ(list(of("49")), Ids{"a"});
  EXPECT_EQ(list(of("57")), Ids{"b"});
  other.vendor = "49";
  store.orders.update(other);
  EXPECT_EQ(list(of("49")), (Ids{"a", "b"}));
}

TEST_F(OrdersTest, TakeTextForTextWhateverIsInIt) {
  const std::string nasty = "'; DROP TABLE orders; --";
  insert("a", [&](Order& o) { o.customer_order_id = nasty; });
  EXPECT_EQ(list([&](OrderFilter& f) { f.customer_order_id = nasty; }), Ids{"a"});
  EXPECT_EQ(list([](OrderFilter& f) { f.customer_order_id = "%"; }), Ids{});
}

TEST_F(OrdersTest, OfANumberAreThoseThatNameItWhateverTheirTypeAndAccount) {
  const std::vector<std::string> both = {"9195551234", "9195551235"};
  for (const std::string id : {"a", "b", "c"}) {
    const Order order = insert(id, [&](Order& o) {
      o.type = id == "b" ? "disconnects" : "orders";
      o.account = id;
    });
    if (id != "c") store.orders.add_numbers(order.row, both);
  }
  Ids ids;
  for (const Order& order : store.orders.of_number("9195551235")) ids.push_back(order.id);
  EXPECT_EQ(ids, (Ids{"a", "b"}));
  EXPECT_TRUE(store.orders.of_number("9195551236").empty());
}

}  // namespace
}  // namespace irisim::store
