#include "control/request_view.h"

#include <algorithm>

#include "control/exchange.h"
#include "control/happening.h"

namespace irisim::control {
namespace {

// A name that was sent several times stands once, with its values in a list (RFC 9110, 5.3).
json::Object headers_object(const std::vector<http::Header>& headers) {
  std::vector<http::Header> combined;
  for (const auto& [name, value] : headers) {
    const auto same = std::ranges::find(combined, name, &http::Header::first);
    if (same == combined.end()) {
      combined.emplace_back(name, value);
    } else {
      same->second += ", " + value;
    }
  }
  json::Object object;
  for (auto& [name, value] : combined) object.emplace_back(name, std::move(value));
  return object;
}

void add_body(const engine::KeptBody& body, json::Object& object) {
  if (body.size == 0) return;
  object.emplace_back("body", body.text);
  if (body.is_cut) object.emplace_back("cutFrom", body.size);
}

json::Value part_value(const engine::KeptPart& part) {
  json::Object object{
      {"name", part.name}, {"filename", text_or_null(part.filename)}, {"type", part.type}};
  add_body(part.body, object);
  return object;
}

json::Value request_value(const engine::JournalEntry& entry) {
  json::Object object{{"headers", headers_object(entry.headers)}};
  add_body(entry.body, object);
  if (entry.parts.empty()) return object;
  json::Array parts;
  for (const engine::KeptPart& part : entry.parts) parts.push_back(part_value(part));
  object.emplace_back("parts", std::move(parts));
  return object;
}

json::Value answer_value(const engine::JournalEntry& entry) {
  json::Object object{{"headers", headers_object(entry.answer_headers)}};
  add_body(entry.answer_body, object);
  return object;
}

json::Value operation_name(const catalog::Operation* operation) {
  if (operation == nullptr) return {};
  return std::string(operation->method) + " " + std::string(operation->path);
}

}  // namespace

json::Value entry_value(const engine::JournalEntry& entry) {
  json::Object object{{"id", static_cast<int64_t>(entry.id)},
                      {"direction", entry.is_outgoing ? "outgoing" : "incoming"},
                      {"at", format_instant(entry.at)},
                      {"method", entry.method},
                      {"target", entry.target},
                      {"path", entry.path},
                      {"operation", operation_name(entry.operation)},
                      {"account", text_or_null(entry.account)},
                      {"user", text_or_null(entry.user)},
                      {"status", entry.status == 0 ? json::Value() : json::Value(entry.status)},
                      {"source", entry.is_replay ? "replay" : "live"},
                      {"scenario", text_or_null(entry.visitor.scenario)},
                      {"fault", text_or_null(entry.fault)},
                      {"transitions", happening_values(entry.visitor.happened)},
                      {"request", request_value(entry)},
                      {"response", answer_value(entry)}};
  if (entry.is_outgoing) object.emplace_back("problem", text_or_null(entry.problem));
  return object;
}

json::Array entry_values(const std::vector<engine::Journal::Entry>& entries) {
  json::Array values;
  values.reserve(entries.size());
  for (const engine::Journal::Entry& entry : entries) values.push_back(entry_value(*entry));
  return values;
}

}  // namespace irisim::control
