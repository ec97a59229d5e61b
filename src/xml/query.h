#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "xml/document.h"

namespace pugi {
class xpath_query;
}

namespace irisim::xml {

// An XPath 1.0 expression that is asked whether it holds: a set of nodes does when it is not empty,
// a text or a number as XPath's boolean() says. Safe to use from any thread.
class Query {
 public:
  struct Fault {
    std::string message;
    size_t offset = 0;  // into the expression
  };
  static Result<Query, Fault> compile(std::string_view expression);

  bool holds(const Document& document) const;

  // Its value as text; of a set of nodes, that of the first.
  std::string value(const Document& document) const;

  const std::string& expression() const { return expression_; }

 private:
  std::string expression_;
  std::shared_ptr<const pugi::xpath_query> query_;
};

}  // namespace irisim::xml
