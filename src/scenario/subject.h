#pragma once

#include <string>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "http/message.h"
#include "xml/query.h"

namespace irisim::scenario {

// What rules are asked about: a request, with the order that it makes or names, as far as that is
// known. What it points to belongs to the exchange.
struct Subject {
  const catalog::Operation* operation = nullptr;       // null: the path is of no operation
  const std::vector<http::Header>* headers = nullptr;  // null: no request
  const xml::Document* body = nullptr;                 // null: no XML
  std::string order;                                   // type
  std::string account, site, customer_order_id, pon;
  std::vector<std::string> numbers;  // of the path or the order; empty: those in the body

  // Whether the body fulfils the query. What was asked before (Rules::ask) costs nothing.
  bool holds(const xml::Query& query) const;

  std::vector<std::pair<const xml::Query*, bool>> asked{};
};

}  // namespace irisim::scenario
