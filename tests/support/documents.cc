#include "tests/support/documents.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/check.h"
#include "base/text.h"

namespace irisim::test {
namespace {

xml::Document parsed(const std::string& text) {
  auto document = xml::Document::parse(text);
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : xml::describe(document.error())) << "\n"
                             << text;
  return document.ok() ? std::move(*document) : xml::Document("none");
}

void add_paths(xml::Element element, const std::string& parent, std::vector<std::string>& paths) {
  const std::string path = parent + (parent.empty() ? "" : "/") + std::string(element.name());
  paths.push_back(path);
  for (const xml::Element child : element.children()) add_paths(child, path, paths);
}

bool is_extra(std::string_view parent, std::string_view element) {
  return std::ranges::any_of(catalog::extra_elements(), [&](const catalog::ExtraElement& extra) {
    return extra.parent == parent && extra.element == element;
  });
}

std::string departure(xml::Element live, xml::Element example);

// The least departure from one of the parent's children of the same name: the examples repeat an
// element with more or less in it.
std::string departure_from_any(xml::Element live, xml::Element parent) {
  std::string result;
  for (const xml::Element example : parent.children()) {
    if (example.name() != live.name()) continue;
    result = departure(live, example);
    if (result.empty()) break;
  }
  return result;
}

std::string departure(xml::Element live, xml::Element example) {
  if (!example.has_children() && example.text().empty()) return {};  // shows nothing of what is in
  std::vector<std::string_view> order;
  for (const xml::Element child : example.children()) {
    if (std::ranges::find(order, child.name()) == order.end()) order.push_back(child.name());
  }
  auto place = order.begin();
  for (const xml::Element child : live.children()) {
    const auto found = std::ranges::find(order, child.name());
    const std::string path = std::string(live.name()) + "/" + std::string(child.name());
    if (found == order.end()) {
      if (is_extra(live.name(), child.name())) continue;
      return path + " is not documented";
    }
    if (found < place) return path + " stands behind " + std::string(*place);
    place = found;
    if (std::string below = departure_from_any(child, example); !below.empty()) return below;
  }
  return {};
}

}  // namespace

std::vector<std::string> outline(xml::Element root) {
  std::vector<std::string> paths;
  add_paths(root, "", paths);
  return paths;
}

std::vector<std::string> outline(const std::string& document) {
  return outline(parsed(document).root());
}

std::vector<std::string> texts(xml::Element parent, std::string_view path) {
  const size_t slash = path.find('/');
  std::vector<std::string> result;
  for (const xml::Element child : parent.children()) {
    if (child.name() != path.substr(0, slash)) continue;
    if (slash == std::string_view::npos) {
      result.emplace_back(child.text());
      continue;
    }
    for (std::string& text : texts(child, path.substr(slash + 1)))
      result.push_back(std::move(text));
  }
  return result;
}

std::string with(const std::string& document, std::string_view path, std::string_view text) {
  const xml::Document changed = parsed(document);
  xml::Element element = changed.root();
  for (const std::string_view name : split(path, '/')) element = element.child_or_add(name);
  element.set_text(text);
  return changed.compact();
}

std::string without(const std::string& document, std::string_view path) {
  const xml::Document changed = parsed(document);
  const size_t slash = path.rfind('/');
  xml::Element parent =
      slash == std::string_view::npos ? changed.root() : changed.root().at(path.substr(0, slash));
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  EXPECT_TRUE(parent.child(name)) << path << " is not in\n" << document;
  parent.remove_all(name);
  return changed.compact();
}

const catalog::Outcome& documented(std::string_view method, std::string_view path, int status) {
  const catalog::Operation* operation = catalog::find_operation(method, path);
  IRISIM_CHECK(operation != nullptr && operation->find(status) != nullptr);
  return *operation->find(status);
}

std::string departure(const catalog::Outcome& outcome, const std::string& body) {
  const xml::Document live = parsed(body);
  std::string result = "no XML example is documented";
  for (const catalog::Example& example : outcome.examples) {
    if (example.type != "application/xml") continue;
    const xml::Document document = parsed(std::string(example.body));
    result = document.root().name() == live.root().name()
                 ? departure(live.root(), document.root())
                 : "the root is " + std::string(live.root().name()) + " and not " +
                       std::string(document.root().name());
    if (result.empty()) break;
  }
  return result;
}

}  // namespace irisim::test
