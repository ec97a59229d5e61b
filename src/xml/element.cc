#include "xml/element.h"

#include <algorithm>

#include <pugixml.hpp>

#include "base/check.h"
#include "base/text.h"

namespace irisim::xml {
namespace {

pugi::xml_node skip_to_element(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) node = node.next_sibling();
  return node;
}

}  // namespace

std::string_view Element::name() const {
  return pugi::xml_node(node_).name();
}

std::string_view Element::text() const {
  return trim(pugi::xml_node(node_).child_value());
}

Element Element::first() const {
  return Element(skip_to_element(pugi::xml_node(node_).first_child()).internal_object());
}

Element Element::next() const {
  return Element(skip_to_element(pugi::xml_node(node_).next_sibling()).internal_object());
}

Children Element::children() const {
  return Children(*this);
}

// Looks at the first letter before the rest: most lookups are of elements that are absent.
Element Element::child(std::string_view name) const {
  if (name.empty()) return {};
  const auto same_letter = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  Element alike;
  for (pugi::xml_node node = pugi::xml_node(node_).first_child(); node;
       node = node.next_sibling()) {
    const char* present = node.name();  // "" if it is no element
    if (!same_letter(present[0], name[0]) || !equal_ignoring_case(present, name)) continue;
    if (present == name) return Element(node.internal_object());
    if (!alike) alike = Element(node.internal_object());
  }
  return alike;
}

std::string_view Element::text(std::string_view child_name) const {
  return child(child_name).text();
}

Element Element::at(std::string_view path) const {
  Element element = *this;
  for (const std::string_view name : split(path, '/')) element = element.child(name);
  return element;
}

Element Element::add(std::string_view name) {
  IRISIM_CHECK(node_ != nullptr);
  pugi::xml_node child = pugi::xml_node(node_).append_child(pugi::node_element);
  child.set_name(std::string(name).c_str());
  return Element(child.internal_object());
}

Element Element::add(std::string_view name, std::string_view text) {
  Element child = add(name);
  child.set_text(text);
  return child;
}

Element Element::add_copy(Element other) {
  IRISIM_CHECK(node_ != nullptr && other);
  return Element(pugi::xml_node(node_).append_copy(pugi::xml_node(other.node_)).internal_object());
}

Element Element::child_or_add(std::string_view name) {
  const Element present = child(name);
  return present ? present : add(name);
}

void Element::set_text(std::string_view text) {
  IRISIM_CHECK(node_ != nullptr);
  pugi::xml_node node(node_);
  node.remove_children();
  if (text.empty()) return;
  std::string value(text);
  std::ranges::replace(value, '\0', '\x01');  // a NUL would end it; printing replaces either
  node.append_child(pugi::node_pcdata).set_value(value.c_str());
}

void Element::rename(std::string_view name) {
  IRISIM_CHECK(node_ != nullptr);
  pugi::xml_node(node_).set_name(std::string(name).c_str());
}

void Element::remove(Element child) {
  IRISIM_CHECK(node_ != nullptr);
  pugi::xml_node(node_).remove_child(pugi::xml_node(child.node_));
}

void Element::remove_all(std::string_view child_name) {
  for (Element present = child(child_name); present; present = child(child_name)) remove(present);
}

}  // namespace irisim::xml
