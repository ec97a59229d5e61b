#pragma once

#include <iterator>
#include <string>
#include <string_view>

namespace pugi {
struct xml_node_struct;
}

namespace irisim::xml {

class Children;

// A view of one element of a Document: cheap to copy, valid as long as the document lives and the
// element is in it. An absent element is a value too (false in a condition): reading it gives
// nothing, so that paths need no checks.
//
// Names are matched without regard to case where no child has the exact name, since clients differ
// in that. Text is taken without the white space around it: in the contract's layouts it is no part
// of the value.
class Element {
 public:
  Element() = default;
  explicit Element(pugi::xml_node_struct* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Element&) const = default;

  std::string_view name() const;
  std::string_view text() const;

  Element child(std::string_view name) const;                // the first of that name
  std::string_view text(std::string_view child_name) const;  // of that child
  Element at(std::string_view path) const;                   // "Subscriber/ServiceAddress/City"
  Children children() const;                                 // elements only
  bool has_children() const { return static_cast<bool>(first()); }

  // Changes; the element must be present.
  Element add(std::string_view name);
  Element add(std::string_view name, std::string_view text);
  Element add_copy(Element other);  // with everything below it, from any document
  Element child_or_add(std::string_view name);
  void set_text(std::string_view text);
  void rename(std::string_view name);
  void remove(Element child);
  void remove_all(std::string_view child_name);

 private:
  friend class Children;
  friend class ElementIterator;
  Element first() const;
  Element next() const;

  pugi::xml_node_struct* node_ = nullptr;
};

class ElementIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Element;
  using difference_type = std::ptrdiff_t;
  using pointer = const Element*;
  using reference = const Element&;

  ElementIterator() = default;
  explicit ElementIterator(Element element) : element_(element) {}
  reference operator*() const { return element_; }
  pointer operator->() const { return &element_; }
  ElementIterator& operator++() {
    element_ = element_.next();
    return *this;
  }
  ElementIterator operator++(int) {
    ElementIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const ElementIterator&) const = default;

 private:
  Element element_;
};

class Children {
 public:
  explicit Children(Element parent) : parent_(parent) {}
  ElementIterator begin() const { return ElementIterator(parent_.first()); }
  ElementIterator end() const { return {}; }

 private:
  Element parent_;
};

}  // namespace irisim::xml
