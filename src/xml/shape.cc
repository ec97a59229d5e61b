#include "xml/shape.h"

#include <algorithm>

#include "xml/character.h"

namespace irisim::xml {
namespace {

constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr size_t kIndent = 4;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Neither markup nor the start of anything that needs a look. A bare CR would be read as a line
// feed.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20) return c == '\t' || c == '\n';
  return byte < 0x80 && c != '&' && c != '<' && c != '>';
}

// Control characters and bytes that are no UTF-8 come from clients, in queries and notes; a
// document cannot hold them, escaped or not, and a replacement stands for each.
void append_escaped(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const auto plain = static_cast<size_t>(std::ranges::find_if_not(text, is_plain) - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const size_t length = character_length(text);
    switch (text.front()) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += length > 0 ? text.substr(0, length) : kReplacement;
    }
    text.remove_prefix(std::max<size_t>(length, 1));
  }
}

void open_tag(std::string_view name, int depth, std::string& out) {
  out.append(kIndent * static_cast<size_t>(depth), ' ');
  out += '<';
  out += name;
}

void close_tag(std::string_view name, std::string& out) {
  out += "</";
  out += name;
  out += ">\n";
}

void print_leaf(std::string_view name, std::string_view text, int depth, std::string& out) {
  open_tag(name, depth, out);
  if (text.empty()) {
    out += "/>\n";
    return;
  }
  out += '>';
  append_escaped(text, out);
  close_tag(name, out);
}

void print_whole(Element element, std::string_view name, int depth, std::string& out) {
  if (!element.has_children()) return print_leaf(name, element.text(), depth, out);
  open_tag(name, depth, out);
  out += ">\n";
  for (const Element child : element.children()) print_whole(child, child.name(), depth + 1, out);
  out.append(kIndent * static_cast<size_t>(depth), ' ');
  close_tag(name, out);
}

}  // namespace

Shape::Shape(Element example) : name_(example.name()) {
  merge(example);
}

Shape* Shape::find(std::string_view name) {
  const auto found = std::ranges::find(children_, name, &Shape::name_);
  return found == children_.end() ? nullptr : &*found;
}

void Shape::merge(Element example) {
  if (!example.text().empty() || example.has_children()) open_ = false;
  Element last_known;
  for (const Element child : example.children()) {
    if (find(child.name()) != nullptr) last_known = child;
  }
  bool is_behind_all = !last_known;
  size_t place = 0;
  for (const Element child : example.children()) {
    Shape* known = find(child.name());
    if (known == nullptr) {
      if (is_behind_all) place = children_.size();
      children_.insert(children_.begin() + static_cast<ptrdiff_t>(place), Shape(child.name()));
      known = &children_[place];
    }
    known->merge(child);
    place = std::max(place, static_cast<size_t>(known - children_.data()) + 1);
    is_behind_all = is_behind_all || child == last_known;
  }
}

void Shape::add(std::string_view parent, std::string_view element, std::string_view after) {
  for (Shape& child : children_) child.add(parent, element, after);
  if (name_ != parent || children_.empty() || find(element) != nullptr) return;
  const auto before = std::ranges::find(children_, after, &Shape::name_);
  if (before != children_.end()) children_.insert(before + 1, Shape(element));
}

void Shape::print(Element element, int depth, std::string& out) const {
  if (open_) return print_whole(element, name_, depth, out);
  if (children_.empty()) return print_leaf(name_, element.text(), depth, out);
  open_tag(name_, depth, out);
  const size_t empty = out.size();
  out += ">\n";
  const size_t start = out.size();
  // The names are looked at once for each place in the shape: taken out of the document first, they
  // cost little.
  std::vector<std::pair<std::string_view, Element>> present;
  for (const Element child : element.children()) present.emplace_back(child.name(), child);
  for (const Shape& shape : children_) {
    for (const auto& [name, child] : present) {
      if (name == shape.name_) shape.print(child, depth + 1, out);
    }
  }
  if (out.size() == start) {
    out.resize(empty);
    out += "/>\n";
    return;
  }
  out.append(kIndent * static_cast<size_t>(depth), ' ');
  close_tag(name_, out);
}

std::string Shape::print(Element root) const {
  std::string out(kDeclaration);
  print(root, 0, out);
  return out;
}

std::string escape(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

std::string print_document(Element root) {
  std::string out(kDeclaration);
  print_whole(root, root.name(), 0, out);
  return out;
}

}  // namespace irisim::xml
