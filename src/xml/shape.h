#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "xml/element.h"

namespace irisim::xml {

// The form of an answer, learnt from its documented examples: which elements there are and in which
// order they stand. Code that answers builds a document in any order, with more than this answer
// needs; the shape prints what is documented, in the documented order. So an element's place is
// written down once, in the fixtures.
//
// An element that is empty in every example is printed with whatever the answer holds in it, since
// the examples do not say; so is the element "any", below.
class Shape {
 public:
  explicit Shape(Element example);

  // Takes up the elements of a further example of the same answer: right behind the known ones that
  // they follow, or behind all others if they stand at the example's end.
  void merge(Element example);

  // Adds an element that the contract's tables describe and no example shows, wherever the parent
  // occurs with the element that it follows.
  void add(std::string_view parent, std::string_view element, std::string_view after);

  std::string_view root_name() const { return name_; }

  // The document in this shape: with a declaration, four spaces a level. The root's name is the
  // shape's own.
  std::string print(Element root) const;

 private:
  explicit Shape(std::string_view name) : name_(name) {}

  Shape* find(std::string_view name);
  void print(Element element, int depth, std::string& out) const;

  std::string name_;
  bool open_ = true;  // no example shows what is in it
  std::vector<Shape> children_;
};

// The element with everything in it, as Shape::print lays it out, whatever its shape.
std::string print_document(Element root);

// Text as it stands between tags: with references for what would be taken for markup.
std::string escape(std::string_view text);

}  // namespace irisim::xml
