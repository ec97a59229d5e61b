#include "control/requests.h"

#include <algorithm>

#include "control/request_query.h"
#include "control/request_view.h"
#include "control/request_wait.h"

namespace irisim::control {
namespace {

// Reads the query, and has it answered from the journal where there is one.
template <class Answer>
http::Response ask(const Exchange& exchange, const Result<RequestQuery>& query, Answer answer) {
  if (!query) return problem(400, query.error().message);
  engine::Journal& journal = exchange.world.journal();
  if (!journal.is_on()) return problem(409, "No requests are recorded: --journal-size is 0");
  return answer(journal, *query);
}

engine::Journal::Picture pick(const engine::Journal& journal, const RequestQuery& query) {
  engine::Journal::Picture picture = journal.list();
  std::erase_if(picture.entries, [&](const auto& entry) { return !query.fits(*entry); });
  return picture;
}

http::Response list(const engine::Journal& journal, const RequestQuery& query) {
  engine::Journal::Picture picture = pick(journal, query);
  auto& entries = picture.entries;
  const size_t total = entries.size();
  if (total > query.limit)
    entries.erase(entries.begin(), entries.end() - static_cast<ptrdiff_t>(query.limit));
  return json_response(200, json::Object{{"requests", entry_values(entries)},
                                         {"total", total},
                                         {"complete", picture.complete}});
}

}  // namespace

http::Response list_requests(const Exchange& exchange) {
  return ask(exchange, read_query(exchange.query), list);
}

http::Response find_requests(const Exchange& exchange) {
  return ask(exchange, read_query(exchange.request, {"limit"}), list);
}

http::Response count_requests(const Exchange& exchange) {
  return ask(exchange, read_query(exchange.request, {}),
             [](const engine::Journal& journal, const RequestQuery& query) {
               const engine::Journal::Picture picture = pick(journal, query);
               return json_response(200, json::Object{{"count", picture.entries.size()},
                                                      {"complete", picture.complete}});
             });
}

http::Response wait_for_requests(const Exchange& exchange) {
  return ask(exchange, read_query(exchange.request, {"count", "timeout"}), RequestWait::begin);
}

http::Response get_request(const Exchange& exchange) {
  const std::optional<long> id = id_of(exchange);
  const engine::Journal::Entry entry =
      id ? exchange.world.journal().find(static_cast<uint64_t>(*id)) : nullptr;
  if (entry) return json_response(200, entry_value(*entry));
  return problem(404, "There is no request " + exchange.parameter +
                          " in this world's journal; it may have been dropped or cleared");
}

http::Response clear_requests(const Exchange& exchange) {
  exchange.world.journal().clear();
  return {204, {}, {}, {}};
}

}  // namespace irisim::control
