#include "control/mail.h"

#include <optional>

#include "control/mail_query.h"
#include "control/world_wait.h"
#include "engine/message.h"

namespace irisim::control {
namespace {

json::Value mail_value(const store::Mail& mail) {
  return json::Object{{"id", mail.id},
                      {"account", mail.account},
                      {"subscription", mail.subscription},
                      {"orderType", text_or_null(mail.order_type)},
                      {"order", text_or_null(mail.order_id)},
                      {"sentAt", format_instant(mail.sent)},
                      {"from", engine::kMailSender},
                      {"to", mail.recipient},
                      {"subject", mail.subject},
                      {"text", mail.text},
                      {"webhook", mail.delivery ? json::Value(*mail.delivery) : json::Value()}};
}

json::Object list(engine::Session& session, const store::MailFilter& filter) {
  json::Array values;
  for (const store::Mail& mail : session.store.mails.list(filter))
    values.push_back(mail_value(mail));
  return {{"mail", std::move(values)}, {"total", session.store.mails.count(filter)}};
}

}  // namespace

http::Response list_mail(const Exchange& exchange) {
  const Result<MailQuery> query = read_mail_query(exchange.query);
  if (!query) return problem(400, query.error().message);
  return json_response(200, exchange.world.read([&](engine::Session& session) {
    return list(session, query->filter);
  }));
}

http::Response get_mail(const Exchange& exchange) {
  const std::optional<long> id = id_of(exchange);
  const auto mail = exchange.world.read(
      [&](engine::Session& session) { return id ? session.store.mails.find(*id) : std::nullopt; });
  if (mail) return json_response(200, mail_value(*mail));
  return problem(404, "There is no e-mail " + exchange.parameter + " in this world");
}

http::Response wait_for_mail(const Exchange& exchange) {
  const Result<MailQuery> query = read_mail_query(exchange.request);
  if (!query) return problem(400, query.error().message);
  const auto count = [filter = query->filter](engine::Session& session) {
    return session.store.mails.count(filter);
  };
  const auto answer = [filter = query->filter](engine::Session& session) {
    return list(session, filter);
  };
  return wait_in_world(exchange, {"e-mails", query->count, query->timeout, count, answer});
}

http::Response clear_mail(const Exchange& exchange) {
  exchange.world.write([](engine::Session& session) {
    session.store.mails.clear();
    return true;
  });
  return {204, {}, {}, {}};
}

}  // namespace irisim::control
