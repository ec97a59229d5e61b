#include "request/record.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "request/redact.h"

namespace irisim::request {
namespace {

// Of what has been cut already: a secret that is not closed is overwritten to the text's end.
engine::KeptBody redacted(engine::KeptBody body) {
  redact(body.text);
  return body;
}

}  // namespace

void record(http::Request& request, const http::Response& response, engine::JournalEntry entry,
            engine::World& world) {
  if (!world.journal().is_on()) return;
  const bool has_answer_body = request.method != "HEAD";
  entry.at = world.now();
  entry.method = std::move(request.method);
  entry.target = std::move(request.target);
  entry.headers = std::move(request.headers);
  for (http::Header& header : entry.headers) redact(header);
  entry.body = redacted(engine::keep_body(std::move(request.body)));
  for (http::Part& part : request.parts) {
    entry.parts.push_back({std::move(part.name), std::move(part.filename), std::move(part.type),
                           redacted(engine::keep_body(std::move(part.content)))});
  }
  entry.status = response.status;
  entry.answer_headers = response.headers;
  if (!response.type.empty()) entry.answer_headers.emplace_back("Content-Type", response.type);
  if (has_answer_body)
    entry.answer_body = redacted(engine::keep_body(std::string_view(response.body)));
  entry.is_replay =
      std::ranges::find(response.headers, http::Header("X-Irisim-Source", "replay")) !=
      response.headers.end();
  if (entry.fault.empty()) entry.fault = http::name_of(response.fault);
  world.journal().add(std::move(entry));
}

}  // namespace irisim::request
