#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "xml/element.h"

namespace pugi {
class xml_document;
}

namespace irisim::xml {

// Where and why a text is no document. Lines and columns count from 1, columns in bytes.
struct ParseError {
  std::string message;
  int line = 1;
  int column = 1;
};

// "line 3, column 17: Start-end tags mismatch".
std::string describe(const ParseError& error);

// One XML document in memory, owner of its elements.
class Document {
 public:
  // Elements nested deeper than this are refused, so that code that recurses over elements is
  // bounded.
  static constexpr int kMaxDepth = 100;

  // Reads a document of one root element, in UTF-8, UTF-16 or UTF-32 by its first bytes or in
  // Latin-1 by its declaration. Comments and processing instructions are left out, and the text on
  // both sides of one is one text. Refuses a document type with entity declarations, control
  // characters, bytes that are no UTF-8 and nesting beyond kMaxDepth.
  static Result<Document, ParseError> parse(std::string_view bytes);

  // The document that compact() gave: our own, so that anything wrong with it is a bug.
  static Document restore(std::string_view stored);

  // A document with an empty root element.
  explicit Document(std::string_view root_name);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Element root() const;

  // One line, without a declaration: the form in which documents are stored.
  std::string compact() const;

 private:
  friend class Query;
  explicit Document(std::unique_ptr<pugi::xml_document> document);

  std::unique_ptr<pugi::xml_document> document_;
};

}  // namespace irisim::xml
