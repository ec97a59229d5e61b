#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace irisim::catalog {

// What the contract documents, as constant tables made from fixtures/ when the program is built.
// Everything here lives as long as the program.

// One documented document: a request body, a response body, or a file.
struct Example {
  std::string_view name;  // "default" for the first
  std::string_view type;  // MIME type
  std::string_view body;  // empty: documented as a body that is empty
  bool made =
      false;  // ours, of the documented type: the contract documents a file without showing one
};

// One documented (operation, status) pair.
struct Outcome {
  int status = 0;
  std::span<const Example> examples;  // empty: documented without a body
  bool implied = false;               // the contract shows the document without naming its status

  const Example* find(std::string_view example_name) const;  // null when absent
  bool has_body() const;  // whether an example shows one; an example can be of an empty body

  // The text of the first element of that name in the first example, which must have one without
  // any markup.
  std::string_view text(std::string_view element) const;
};

struct Operation {
  std::string_view method;  // "GET"
  std::string_view path;    // "/accounts/{accountId}/portins"
  bool outbound = false;    // a call that the service makes to its client; not answered
  std::span<const Example> requests;
  std::span<const Outcome> outcomes;

  const Outcome* find(int status) const;  // null when undocumented
  const Outcome& success()
      const;  // the first documented 2xx; the first outcome where there is none
};

// All 240, in the order of path and method.
std::span<const Operation> operations();

// The operation of a method and a path template; null when there is none.
const Operation* find_operation(std::string_view method, std::string_view path);

// The message of an error code, with "%s", "%d" and "%1$s" replaced by the arguments in turn. A
// code that is not in fixtures/errors.yaml is a bug of ours. Some codes have several wordings, told
// apart by a name that fixtures/errors.yaml gives to each; the unnamed one is "".
std::string message(int code, std::span<const std::string> arguments = {},
                    std::string_view variant = {});

// Whether fixtures/errors.yaml has the code, with an unnamed wording.
bool has_message(int code);

// Elements that the contract's tables describe and no example shows: fixtures/elements.yaml.
struct ExtraElement {
  std::string_view parent, element, after;
};
std::span<const ExtraElement> extra_elements();

// A shipped file by its path from the top of the source tree ("scenarios/default.yaml"); must be
// one of them.
std::string_view shipped_file(std::string_view path);

// The paths of the shipped files that begin so, such as "scenarios/", sorted.
std::vector<std::string> shipped_paths(std::string_view beginning);

}  // namespace irisim::catalog
