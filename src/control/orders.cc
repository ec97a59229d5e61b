#include "control/orders.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/catalog.h"
#include "engine/order_life.h"
#include "scenario/order_type.h"

namespace irisim::control {
namespace {

constexpr size_t kMostListed = 1000;

json::Object order_object(const store::Order& order) {
  json::Object object{{"id", order.id},
                      {"type", order.type},
                      {"account", order.account},
                      {"status", order.status},
                      {"site", order.site},
                      {"peer", order.peer},
                      {"pon", order.pon},
                      {"user", order.user},
                      {"created", format_instant(order.created)},
                      {"modified", format_instant(order.modified)}};
  if (!order.scenario.empty()) object.emplace_back("scenario", order.scenario);
  if (order.customer_order_id) object.emplace_back("customerOrderId", *order.customer_order_id);
  return object;
}

json::Value history_value(const std::vector<store::HistoryEntry>& history) {
  json::Array list;
  for (const store::HistoryEntry& entry : history) {
    list.push_back(json::Object{{"at", format_instant(entry.at)},
                                {"status", entry.status},
                                {"note", entry.note},
                                {"author", entry.author},
                                {"difference", entry.difference}});
  }
  return list;
}

// What will happen to the order by itself, as the rules in force have it.
json::Value timers_value(engine::Session& session, const store::Order& order) {
  const std::optional<store::Timer> timer = session.store.timers.find(order.row);
  if (!timer) return json::Array{};
  const scenario::Transition* transition = timer->action.empty()
                                               ? timed_transition(session, order)
                                               : transition_on(session, order, timer->action);
  const json::Value to = transition == nullptr ? json::Value() : json::Value(transition->to);
  return json::Array{timer->due ? json::Object{{"due", format_instant(*timer->due)}, {"to", to}}
                                : json::Object{{"polls", timer->polls}, {"to", to}}};
}

json::Value numbers_value(const std::vector<std::string>& numbers) {
  json::Array list;
  for (const std::string& number : numbers) list.push_back(number);
  return list;
}

json::Value whole_order(engine::Session& session, const store::Order& order) {
  json::Object object = order_object(order);
  object.emplace_back("telephoneNumbers", numbers_value(session.store.orders.numbers(order.row)));
  object.emplace_back("history", history_value(session.store.history.list(order.row)));
  object.emplace_back("timers", timers_value(session, order));
  return object;
}

http::Response unknown_order(const Exchange& exchange) {
  return problem(404, "There is no order " + exchange.parameter + " in this world");
}

// A wished transition, as the body has it.
struct Wish {
  std::string to, note;
  std::vector<scenario::OrderError> errors;
};

Result<Wish> read_wish(const http::Request& request) {
  const Result<json::Value> body = read_object(request, {"to", "error", "note"});
  if (!body) return body.error();
  Wish wish;
  const json::Value* to = body->find("to");
  if (to == nullptr || to->text() == nullptr)
    return Error{"'to' must name a state, such as \"FOC\""};
  wish.to = *to->text();
  if (const json::Value* note = body->find("note")) {
    if (note->text() == nullptr) return Error{"'note' must be text"};
    wish.note = *note->text();
  }
  if (const json::Value* error = body->find("error")) {
    if (error->integer() == nullptr || *error->integer() <= 0 || *error->integer() > 99999 ||
        !catalog::has_message(static_cast<int>(*error->integer()))) {
      return Error{"'error' must be a known error code, such as 7512"};
    }
    wish.errors = {{static_cast<int>(*error->integer()), "", {}}};
  }
  return wish;
}

// A filter that no order can match is a slip of the client's, who would take the empty list for an
// answer.
std::optional<Error> check_filters(const http::Query& query) {
  std::vector<std::string> types, states;
  const std::optional<std::string> type = query.find("type");
  for (const scenario::OrderType& order_type : scenario::order_types()) {
    types.push_back(order_type.name);
    if (type && *type != order_type.name) continue;
    states.insert(states.end(), order_type.states.begin(), order_type.states.end());
  }
  const auto unknown = [](std::string_view what, const std::string& given,
                          const std::vector<std::string>& known) {
    return Error{"Unknown " + std::string(what) + " '" + given + "'" + did_you_mean(given, known) +
                 "; known: " + join(known, ", ")};
  };
  const std::vector<std::string> names = {"type", "account", "status"};
  for (const auto& [name, value] : query.parameters()) {
    if (std::ranges::find(names, lower(name)) == names.end()) return unknown("filter", name, names);
  }
  if (type && std::ranges::find(types, *type) == types.end())
    return unknown("order type", *type, types);
  const std::optional<std::string> status = query.find("status");
  if (status && std::ranges::find(states, *status) == states.end())
    return unknown("status", *status, states);
  return std::nullopt;
}

}  // namespace

http::Response list_orders(const Exchange& exchange) {
  store::OrderFilter filter;
  filter.account = exchange.query.find("account");
  if (auto status = exchange.query.find("status")) filter.statuses = {std::move(*status)};
  filter.limit = kMostListed + 1;  // one more tells whether all are listed
  const std::optional<std::string> type = exchange.query.find("type");
  if (const auto error = check_filters(exchange.query)) return problem(400, error->message);
  json::Array list;
  exchange.world.read([&](engine::Session& session) {
    for (const scenario::OrderType& order_type : scenario::order_types()) {
      if (type && order_type.name != *type) continue;
      filter.type = order_type.name;
      for (const store::ListedOrder& listed : session.store.orders.list(filter)) {
        list.push_back(order_object(listed.order));
      }
    }
    return true;
  });
  const bool complete = list.size() <= kMostListed;
  if (!complete) list.resize(kMostListed);
  return json_response(200, json::Object{{"orders", std::move(list)}, {"complete", complete}});
}

http::Response get_order(const Exchange& exchange) {
  std::optional<json::Value> value =
      exchange.world.read([&](engine::Session& session) -> std::optional<json::Value> {
        const std::optional<store::Order> order =
            session.store.orders.find(lower(exchange.parameter));
        if (!order) return std::nullopt;
        return whole_order(session, *order);
      });
  return value ? json_response(200, *value) : unknown_order(exchange);
}

http::Response transition_order(const Exchange& exchange) {
  const Result<Wish> wish = read_wish(exchange.request);
  if (!wish) return problem(400, wish.error().message);
  bool known = false;
  const Result<json::Value> result =
      exchange.world.write([&](engine::Session& session) -> Result<json::Value> {
        std::optional<store::Order> order = session.store.orders.find(lower(exchange.parameter));
        known = order.has_value();
        if (!known) return Error{};
        const scenario::Lifecycle& lifecycle = lifecycle_of(session, *order);
        if (order->status == "DRAFT") {
          return Error{
              "A draft is submitted by PUT with ProcessingStatus SUBMITTED, which checks it"};
        }
        const scenario::Transition* transition = lifecycle.leading(order->status, wish->to);
        if (transition == nullptr) {
          const std::vector<std::string> possible = lifecycle.next_states(order->status);
          return Error{"An order in state " + order->status + " cannot go to " + wish->to +
                       ". Possible: " +
                       (possible.empty() ? "none, the state is final" : join(possible, ", "))};
        }
        take(session, *order, *transition,
             {std::string(engine::kSystem), wish->note, "", wish->errors});
        return whole_order(session, *order);
      });
  if (!known) return unknown_order(exchange);
  return result ? json_response(200, *result) : problem(409, result.error().message);
}

}  // namespace irisim::control
