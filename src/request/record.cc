#include "request/record.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "request/redact.h"

namespace irisim::request {
namespace {

using engine::KeptBody;

constexpr size_t kMostKept = size_t{64} * 1024;  // of a body

// A character that takes several bytes is not torn.
size_t end_of_characters(std::string_view text, size_t end) {
  constexpr size_t kMostBytes = 4;
  for (size_t back = 0; back < kMostBytes && back < end; ++back) {
    if ((static_cast<unsigned char>(text[end - back]) & 0xC0) != 0x80) return end - back;
  }
  return end;
}

// Of what has been cut already: a secret that is not closed is overwritten to the text's end.
KeptBody keep(std::string text, size_t size) {
  redact(text);
  const bool is_cut = size > kMostKept;
  return {std::move(text), is_cut, size};
}

KeptBody keep_copy(std::string_view text) {
  const size_t kept = text.size() <= kMostKept ? text.size() : end_of_characters(text, kMostKept);
  return keep(std::string(text.substr(0, kept)), text.size());
}

// What is cut is copied, so that the rest of it is freed.
KeptBody keep(std::string&& text) {
  if (text.size() > kMostKept) return keep_copy(text);
  const size_t size = text.size();
  return keep(std::move(text), size);
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
  entry.body = keep(std::move(request.body));
  for (http::Part& part : request.parts) {
    entry.parts.push_back({std::move(part.name), std::move(part.filename), std::move(part.type),
                           keep(std::move(part.content))});
  }
  entry.status = response.status;
  entry.answer_headers = response.headers;
  if (!response.type.empty()) entry.answer_headers.emplace_back("Content-Type", response.type);
  if (has_answer_body) entry.answer_body = keep_copy(response.body);
  entry.is_replay =
      std::ranges::find(response.headers, http::Header("X-Irisim-Source", "replay")) !=
      response.headers.end();
  if (entry.fault.empty()) entry.fault = http::name_of(response.fault);
  world.journal().add(std::move(entry));
}

}  // namespace irisim::request
