#pragma once

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "engine/journal.h"
#include "http/message.h"
#include "http/target.h"
#include "scenario/match.h"

namespace irisim::control {

// What is asked of the journal.
struct RequestQuery {
  // Which of the exchanges: those that fulfil all of it.
  uint64_t since = 0;                    // later than this id
  int status = 0;                        // of the answer; 0: any
  std::vector<std::string> methods;      // patterns (base/pattern.h); empty: any
  std::vector<std::string> paths;        // of JournalEntry::path
  std::optional<scenario::Match> match;  // as for scenarios

  size_t limit = std::numeric_limits<size_t>::max();  // the newest ones
  size_t count = 1;                                   // that are waited for
  Millis timeout{5000};                               // wall time to wait for them

  bool fits(const engine::JournalEntry& entry) const;
};

// The query in a body, with no other keys than these (of `kFilterKeys` and "limit", "count",
// "timeout"). The error is for the client, with line and column.
Result<RequestQuery> read_query(const http::Request& request,
                                std::initializer_list<std::string_view> more_keys);

// The query in the parameters of a GET. The error is for the client.
Result<RequestQuery> read_query(const http::Query& parameters);

}  // namespace irisim::control
