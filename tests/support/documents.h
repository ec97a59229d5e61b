#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "xml/document.h"

namespace irisim::test {

// Takes documents apart: to compare answers with the contract's examples, and to make requests from
// others.

// The path of every element, in the order of the document: "Order", "Order/Subscriber", …
std::vector<std::string> outline(xml::Element root);
std::vector<std::string> outline(const std::string& document);

// The texts of all elements at a path below a parent: of every "Errors/Code".
std::vector<std::string> texts(xml::Element parent, std::string_view path);

// The document with the text at a path below its root; missing elements are made.
std::string with(const std::string& document, std::string_view path, std::string_view text);

// The document without the element at a path below its root, which must be there.
std::string without(const std::string& document, std::string_view path);

// An outcome that the contract documents; must be one.
const catalog::Outcome& documented(std::string_view method, std::string_view path, int status);

// How a live answer departs from every documented example of its outcome: another root, an element
// that is in neither the example nor fixtures/elements.yaml, or elements in another order. Empty
// when it agrees with one of them.
std::string departure(const catalog::Outcome& outcome, const std::string& body);

}  // namespace irisim::test
