#include "scenario/reply.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/catalog.h"
#include "scenario/error_code.h"
#include "scenario/form.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;

Template read_template(const Node& node, Reader& reader) {
  Result<Template> read = Template::parse(reader.text(node));
  if (read) return std::move(*read);
  reader.fault(node, read.error().message);
  return {};
}

// The framing of an answer is not a rule's: a fault breaks it (faults/wire.cc).
constexpr std::string_view kFraming[] = {"Connection", "Content-Length", "Transfer-Encoding"};

void check_header_name(const Node& name, Reader& reader) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  if (name.scalar.empty() || name.scalar.find_first_not_of(kLetters) != std::string::npos)
    reader.fault(name, "'" + name.scalar + "' is no name of a header");
  if (std::ranges::any_of(kFraming,
                          [&](std::string_view h) { return equal_ignoring_case(h, name.scalar); }))
    reader.fault(name, "'" + name.scalar + "' is set by irisim; faults break what it says");
}

// An example exists for at least one of the operations that the rule is for.
void check_example(const Node& node, const Reply& reply, const Match& match, Reader& reader) {
  std::vector<std::string> known;
  for (const catalog::Operation* operation : match.operations()) {
    const catalog::Outcome* outcome =
        reply.status == 0 ? &operation->success() : operation->find(reply.status);
    if (outcome == nullptr) continue;
    for (const catalog::Example& example : outcome->examples) known.emplace_back(example.name);
  }
  if (std::ranges::find(known, reply.example) != known.end()) return;
  if (match.operations().empty()) {
    reader.fault(node,
                 "an example is one of an operation: the match names none; add 'operation' to it");
  } else {
    reader.fault(node, "there is no example '" + reply.example + "'" +
                           did_you_mean(reply.example, known) +
                           "; examples there: " + (known.empty() ? "none" : join(known, ", ")));
  }
}

}  // namespace

Reply read_reply(const Node& node, const Match& match, Reader& reader) {
  constexpr long kLeastStatus = 200, kMostStatus = 599;
  Reply reply;
  reader.expect_map(node, names(answer_keys()));
  const Node* example = node.find("example");
  const Node* body = node.find("body");
  const bool is_error = node.find("error") != nullptr || node.find("message") != nullptr;
  if ((example != nullptr) + (body != nullptr) + is_error > 1) {
    reader.fault(Reader::last_of(node, {"example", "body", "error", "message"}),
                 "an answer has only one of 'example', 'body' and 'error' (or 'message')");
    return reply;
  }
  if (const Node* status = node.find("status"))
    reply.status = static_cast<int>(reader.count(*status, kLeastStatus, kMostStatus));
  if (const Node* code = node.find("error"))
    reply.code = read_error_code(*code, node.find("message") != nullptr, reader);
  if (const Node* message = node.find("message")) reply.message = read_template(*message, reader);
  if (body != nullptr) reply.body = read_template(*body, reader);
  reply.type = reader.optional_text(node, "type");
  if (const Node* headers = node.find("headers")) {
    if (headers->kind != Node::Kind::kMap)
      reader.fault(*headers, "expected a map of header names, each with its value");
    for (const auto& [name, value] : headers->members) {
      check_header_name(name, reader);
      reply.headers.emplace_back(name.scalar, read_template(value, reader));
    }
  }
  if (example != nullptr) {
    reply.example = reader.text(*example);
    check_example(*example, reply, match, reader);
  }
  return reply;
}

}  // namespace irisim::scenario
