#include "catalog/catalog.h"

#include <algorithm>

#include "base/check.h"
#include "catalog/tables.h"

namespace irisim::catalog {
namespace {

const tables::Message* find_message(int code, std::string_view variant) {
  const auto key = [](const tables::Message& message) {
    return std::pair(message.code, message.variant);
  };
  const auto found = std::ranges::lower_bound(tables::kMessages, std::pair(code, variant), {}, key);
  return found != tables::kMessages.end() && key(*found) == std::pair(code, variant) ? &*found
                                                                                     : nullptr;
}

}  // namespace

const Example* Outcome::find(std::string_view example_name) const {
  const auto found = std::ranges::find(examples, example_name, &Example::name);
  return found == examples.end() ? nullptr : &*found;
}

bool Outcome::has_body() const {
  return std::ranges::any_of(examples,
                             [](const Example& example) { return !example.body.empty(); });
}

std::string_view Outcome::text(std::string_view element) const {
  IRISIM_CHECK(!examples.empty());
  const std::string tag = "<" + std::string(element) + ">";
  const std::string_view body = examples.front().body;
  const size_t start = body.find(tag);
  IRISIM_CHECK(start != std::string_view::npos);
  const std::string_view rest = body.substr(start + tag.size());
  const std::string_view text = rest.substr(0, rest.find('<'));
  IRISIM_CHECK(text.find('&') == std::string_view::npos);
  return text;
}

const Outcome* Operation::find(int status) const {
  const auto found = std::ranges::find(outcomes, status, &Outcome::status);
  return found == outcomes.end() ? nullptr : &*found;
}

const Outcome& Operation::success() const {
  const auto found = std::ranges::find_if(
      outcomes, [](const Outcome& outcome) { return outcome.status / 100 == 2; });
  return found == outcomes.end() ? outcomes.front() : *found;
}

std::span<const Operation> operations() {
  return tables::kOperations;
}

const Operation* find_operation(std::string_view method, std::string_view path) {
  const auto found = std::ranges::find_if(tables::kOperations, [&](const Operation& operation) {
    return operation.method == method && operation.path == path;
  });
  return found == tables::kOperations.end() ? nullptr : &*found;
}

std::string message(int code, std::span<const std::string> arguments, std::string_view variant) {
  const tables::Message* found = find_message(code, variant);
  IRISIM_CHECK(found != nullptr);
  std::string text(found->text);
  size_t at = 0;
  for (const std::string& argument : arguments) {
    at = text.find('%', at);
    IRISIM_CHECK(at != std::string::npos);
    const size_t length = text.substr(at + 2, 1) == "$" ? 4 : 2;
    text.replace(at, length, argument);
    at += argument.size();
  }
  return text;
}

bool has_message(int code) {
  return find_message(code, "") != nullptr;
}

std::span<const ExtraElement> extra_elements() {
  return tables::kExtraElements;
}

std::string_view shipped_file(std::string_view path) {
  const auto found = std::ranges::find(tables::kFiles, path, &tables::File::path);
  IRISIM_CHECK(found != tables::kFiles.end());
  return found->text;
}

std::vector<std::string> shipped_paths(std::string_view beginning) {
  std::vector<std::string> paths;
  for (const tables::File& file : tables::kFiles) {
    if (file.path.starts_with(beginning)) paths.emplace_back(file.path);
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace irisim::catalog
