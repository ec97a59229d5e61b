#include "operations/answer.h"

#include <cstdlib>

#include "catalog/catalog.h"

namespace irisim::operations {
namespace {

using catalog::Example;
using catalog::Operation;
using catalog::Outcome;

// The example of the operation's errors that is nearest to the status; null when none is
// documented.
const Example* nearest_error(const Operation& operation, int status) {
  const Outcome* nearest = nullptr;
  for (const Outcome& outcome : operation.outcomes) {
    if (outcome.status < 400 || outcome.examples.empty() || outcome.examples.front().body.empty())
      continue;
    if (nearest == nullptr ||
        std::abs(outcome.status - status) < std::abs(nearest->status - status)) {
      nearest = &outcome;
    }
  }
  return nearest == nullptr ? nullptr : &nearest->examples.front();
}

const Example* error_example(const Operation& operation, int status) {
  if (const Example* own = nearest_error(operation, status)) return own;
  for (const Operation& other : catalog::operations()) {
    if (other.path != operation.path) continue;
    if (const Example* example = nearest_error(other, status)) return example;
  }
  return nullptr;
}

// The forms of error that the contract has, by the element that marks each.
struct Form {
  std::string_view mark;
  void (*fill)(xml::Element root, int status, const std::string& code,
               std::string_view description);
};

void add_pair(xml::Element parent, const std::string& code, std::string_view description) {
  parent.add("Code", code);
  parent.add("Description", description);
}

constexpr Form kForms[] = {
    {"ResponseStatus",
     [](xml::Element root, int, const std::string& code, std::string_view description) {
       xml::Element status = root.add("ResponseStatus");
       status.add("ErrorCode", code);
       status.add("Description", description);
     }},
    {"Status",
     [](xml::Element root, int status, const std::string& code, std::string_view description) {
       add_pair(root.add("Status"), std::to_string(status), description);
       if (code != std::to_string(status)) add_pair(root.add("Errors"), code, description);
     }},
    {"ErrorList",
     [](xml::Element root, int, const std::string& code, std::string_view description) {
       add_pair(root.add("ErrorList").add("Error"), code, description);
     }},
    {"Errors",
     [](xml::Element root, int, const std::string& code, std::string_view description) {
       add_pair(root.add("Errors"), code, description);
     }},
    {"irisStatus",
     [](xml::Element root, int, const std::string& code, std::string_view description) {
       add_pair(root.add("irisStatus"), code, description);
     }},
    {"Error", [](xml::Element root, int, const std::string& code,
                 std::string_view description) { add_pair(root.add("Error"), code, description); }},
};

}  // namespace

Answer answer(int status, xml::Document document) {
  return {status, std::move(document), {}, {}, {}};
}

Answer empty_answer(int status) {
  return {status, std::nullopt, {}, {}, {}};
}

Answer error_answer(const Operation& operation, int status, int code,
                    std::string_view description) {
  const Form* form = &kForms[0];
  std::string root = "ErrorResponse";
  if (const Example* example = error_example(operation, status)) {
    const auto document = xml::Document::parse(example->body);
    for (const Form& candidate : kForms) {
      if (!document || !document->root().child(candidate.mark)) continue;
      form = &candidate;
      root = document->root().name();
      break;
    }
  }
  xml::Document document(root);
  form->fill(document.root(), status, std::to_string(code == 0 ? status : code), description);
  return answer(status, std::move(document));
}

Answer error_answer(const Operation& operation, int status, int code) {
  return error_answer(operation, status, code, catalog::message(code));
}

}  // namespace irisim::operations
