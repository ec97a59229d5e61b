#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/subject.h"
#include "xml/query.h"
#include "yaml/reader.h"

namespace irisim::scenario {

// Which requests and orders a rule is for: those that fulfil all of its conditions. Pure, and safe
// to use from any thread.
class Match {
 public:
  bool matches(const Subject& subject) const;

  // Whether the request itself is one that it may match, whatever order it is about: false spares
  // looking that up.
  bool may_match(const Subject& request) const;

  // Asks the request's body all that matching will want to know of it.
  void ask(Subject& request) const;

  // Whether all that the narrow one matches is matched by this one too. May miss that; never claims
  // it wrongly.
  bool covers(const Match& narrow) const;

  const std::string& order() const { return order_; }  // the type; empty: any, or no order at all

  // Those that it is for; empty: any.
  std::span<const catalog::Operation* const> operations() const { return operations_; }

 private:
  friend Match read_match(const yaml::Node& node, yaml::Reader& reader);
  using Patterns = std::vector<std::string>;  // base/pattern.h; one of them fits

  bool any_covers(const Match& narrow) const;

  struct TextKey;
  static const TextKey kTextKeys[];

  std::string order_;
  std::vector<const catalog::Operation*> operations_;  // one of them, in the catalogue's order
  Patterns numbers_;                                   // fits any of the subject's
  std::vector<std::pair<const TextKey*, Patterns>> texts_;
  std::vector<std::pair<std::string, Patterns>> headers_;
  std::vector<xml::Query> xpaths_;
  std::vector<Match> any_;  // one of them matches besides; none: nothing is asked
};

// Reads the map under a `match` key. What is wrong with it goes to the reader.
Match read_match(const yaml::Node& node, yaml::Reader& reader);

}  // namespace irisim::scenario
