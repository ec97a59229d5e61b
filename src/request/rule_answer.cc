#include "request/rule_answer.h"

#include <algorithm>

#include "base/text.h"
#include "engine/order_life.h"
#include "operations/subject.h"
#include "request/render.h"
#include "xml/query.h"
#include "xml/shape.h"

namespace irisim::request {
namespace {

using operations::Call;

constexpr std::string_view kXml = "application/xml";

std::optional<store::Order> find_order(const Call& call, engine::Session& session) {
  const std::optional<std::string> id = operations::order_id(call.operation, call.values);
  return id ? session.store.orders.find(*id) : std::nullopt;
}

struct OrderField {
  std::string_view name;
  std::string (*read)(const store::Order& order);
};
constexpr OrderField kOrderFields[] = {
    {"id", [](const store::Order& o) { return o.id; }},
    {"type", [](const store::Order& o) { return o.type; }},
    {"status", [](const store::Order& o) { return o.status; }},
    {"account", [](const store::Order& o) { return o.account; }},
    {"site", [](const store::Order& o) { return o.site; }},
    {"peer", [](const store::Order& o) { return o.peer; }},
    {"pon", [](const store::Order& o) { return o.pon; }},
    {"customerOrderId", [](const store::Order& o) { return o.customer_order_id.value_or(""); }},
    {"created", [](const store::Order& o) { return format_instant(o.created); }},
    {"modified", [](const store::Order& o) { return format_instant(o.modified); }},
};

std::string order_value(std::string_view field, const Call& call, engine::Visit& visit) {
  const std::optional<store::Order> order =
      visit.read([&](engine::Session& session) { return find_order(call, session); });
  if (!order) return {};
  const auto known = std::ranges::find(kOrderFields, field, &OrderField::name);
  IRISIM_CHECK(known != std::end(kOrderFields));  // the template was checked
  return known->read(*order);
}

struct Place {
  std::string_view name;
  std::string (*read)(std::string_view argument, const Call& call, engine::Visit& visit);
};
constexpr Place kPlaces[] = {
    {"path", [](std::string_view name, const Call& call,
                engine::Visit&) { return std::string(call.find_parameter(name).value_or("")); }},
    {"query", [](std::string_view name, const Call& call,
                 engine::Visit&) { return call.query.find(name).value_or(""); }},
    {"header", [](std::string_view name, const Call& call,
                  engine::Visit&) { return std::string(call.request.header(name)); }},
    {"xpath",
     [](std::string_view expression, const Call& call, engine::Visit&) {
       return call.body ? xml::Query::compile(expression)->value(*call.body) : std::string();
     }},
    {"order", order_value},
    {"now", [](std::string_view, const Call&,
               engine::Visit& visit) { return format_instant(visit.now()); }},
};

// Fills templates with the values of one request.
class Values {
 public:
  Values(const Call& call, engine::Visit& visit) : call_(call), visit_(visit) {}

  std::string fill(const scenario::Template& text, bool is_xml) const {
    return text.fill([&](std::string_view name, std::string_view argument) {
      const auto place = std::ranges::find(kPlaces, name, &Place::name);
      IRISIM_CHECK(place != std::end(kPlaces));  // the template was checked
      std::string value = place->read(argument, call_, visit_);
      return is_xml ? xml::escape(value) : value;
    });
  }

 private:
  const Call& call_;
  engine::Visit& visit_;
};

// What a request says must not end a header and begin another.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

http::Response render_error_reply(const scenario::Reply& reply, const Call& call,
                                  const Values& values, const operations::Forms& forms) {
  constexpr int kBadRequest = 400;
  const int status = reply.status == 0 ? kBadRequest : reply.status;
  const std::string message = reply.message     ? values.fill(*reply.message, false)
                              : reply.code != 0 ? catalog::message(reply.code)
                                                : "The service is not available.";
  return render_live(forms, call.operation,
                     operations::error_answer(call.operation, status, reply.code, message));
}

http::Response render_documented(const scenario::Reply& reply, const catalog::Outcome& outcome,
                                 const Call& call) {
  const catalog::Example* example = outcome.find(reply.example);
  if (example == nullptr && !outcome.examples.empty()) example = &outcome.examples.front();
  return render_replay(call.operation, outcome, example, call.base + call.path());
}

}  // namespace

void look_up_order(const Call& call, engine::Visit& visit) {
  if (!operations::order_id(call.operation, call.values)) return;
  visit.read([&](engine::Session& session) {
    const std::optional<store::Order> order = find_order(call, session);
    if (order) engine::describe(visit.subject(), *order, session.store.orders.numbers(order->row));
    return true;
  });
}

http::Response render_reply(const scenario::Reply& reply, const Call& call, engine::Visit& visit,
                            const operations::Forms& forms) {
  const Values values(call, visit);
  const catalog::Outcome* outcome =
      reply.status == 0 ? &call.operation.success() : call.operation.find(reply.status);
  http::Response response;
  if (reply.body) {
    constexpr int kOk = 200;
    response.status = reply.status == 0 ? kOk : reply.status;
    response.type = reply.type.empty() ? kXml : reply.type;
    response.body = values.fill(*reply.body, response.type.find("xml") != std::string::npos);
  } else if (reply.is_error() || outcome == nullptr) {
    response = render_error_reply(reply, call, values, forms);
  } else {
    response = render_documented(reply, *outcome, call);
  }
  for (const auto& [name, value] : reply.headers)
    response.headers.emplace_back(name, one_line(values.fill(value, false)));
  return response;
}

}  // namespace irisim::request
