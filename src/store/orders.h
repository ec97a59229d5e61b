#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// An order of any type.
struct Order {
  int64_t row = 0;  // in the order of creation; 0 until inserted
  std::string id;
  std::string type;  // "portins"
  std::string account, site, peer;
  std::string vendor;  // the id of who carries out a port-in; empty: nobody
  std::string status;
  bool holds_numbers = false;
  std::optional<std::string> customer_order_id;
  std::optional<std::string> billing_tn;
  std::string pon;
  std::string scenario;  // that is for it, by name; empty: none
  std::string user, modified_by;
  Instant created, modified;
  std::string document;  // XML
};

// Which orders of one type to list. What is absent does not restrict.
struct OrderFilter {
  std::string type;
  std::optional<std::string> account, site, customer_order_id, billing_tn, order_tn, pon;
  std::optional<std::string> id_prefix;  // what the id begins with, in small letters
  std::vector<std::string> statuses;     // one of these; empty: any
  std::optional<std::string> not_status, user, vendor;
  std::optional<Instant> modified_from, modified_before, created_from, created_before;
  std::optional<Date> date;  // as it stood at the end of that day, if anything happened to it then
  int64_t first_row = 0;     // rows before it are left out of the list, not of the count
  int64_t limit = 1000;
};

struct ListedOrder {
  Order order;  // status and modified as of the filter's date, if it has one
  int64_t count_of_numbers = 0;
};

// How many orders of a type are in a state.
struct StateCount {
  std::string type, status;
  int64_t orders = 0;
};

class Orders {
 public:
  explicit Orders(Database& database) : database_(database) {}

  void insert(Order& order);  // sets its row
  void update(const Order& order);
  void remove(int64_t row);  // with its numbers, history, notes, files and timers

  std::optional<Order> find(int64_t row);
  std::optional<Order> find(std::string_view id);

  std::vector<ListedOrder> list(const OrderFilter& filter);
  int64_t count(const OrderFilter& filter);
  std::vector<StateCount> count_by_state();  // reads every order

  // The numbers of the filter's orders of an account, each once, ascending from the first on.
  std::vector<std::string> list_numbers(const OrderFilter& filter, std::string_view first,
                                        int64_t limit);
  int64_t count_numbers(const OrderFilter& filter);

  // The telephone numbers of an order, in the client's order.
  void add_numbers(int64_t row, std::span<const std::string> numbers);  // of a new order
  void set_numbers(int64_t row, std::span<const std::string> numbers);
  std::vector<std::string> numbers(int64_t row);

  // Which orders there are, as far as their lifecycles go.
  struct Kind {
    std::string type, status, scenario;
  };
  std::vector<Kind> kinds();

  // Whether the orders of the kind hold their numbers.
  void set_holding(const Kind& kind, bool holds_numbers);

  // Those of the kind that wait for nothing, by their rows.
  std::vector<int64_t> without_timer(const Kind& kind);

  // The orders of any account that name the number, oldest first.
  std::vector<Order> of_number(std::string_view number);

  // Whether an order of the type, other than this one, holds the number.
  bool is_held(std::string_view number, std::string_view type, int64_t except_row);

  // Whether an order that is not at its end takes numbers to the SIP peer.
  bool any_under_way(std::string_view account, std::string_view peer);

 private:
  Database& database_;
};

}  // namespace irisim::store
