#include "xml/query.h"

#include <pugixml.hpp>

namespace irisim::xml {

Result<Query, Query::Fault> Query::compile(std::string_view expression) {
  Query query;
  query.expression_ = expression;
  try {
    query.query_ = std::make_shared<const pugi::xpath_query>(query.expression_.c_str());
  } catch (const pugi::xpath_exception& e) {
    return Fault{e.result().description(), static_cast<size_t>(e.result().offset)};
  }
  return query;
}

bool Query::holds(const Document& document) const {
  return query_->evaluate_boolean(*document.document_);
}

std::string Query::value(const Document& document) const {
  return query_->evaluate_string(*document.document_);
}

}  // namespace irisim::xml
