#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenario/match.h"
#include "scenario/template.h"

namespace irisim::scenario {

// An answer that a rule gives in place of the one that a request would get.
struct Reply {
  int status = 0;                   // 0: the first documented success, or 400 of an error
  std::string example;              // name of a documented one; empty: the first
  int code = 0;                     // of an error; 0: none
  std::optional<Template> message;  // of the error, in place of the code's
  std::optional<Template> body;     // in place of a documented one
  std::string type;                 // of the body
  std::vector<std::pair<std::string, Template>> headers;

  bool is_error() const { return code != 0 || message.has_value(); }
};

bool has_body(int status);  // in HTTP

// Reads the map under an `answer` key of a rule with this match, whose operations must have what it
// names. What is wrong with it goes to the reader.
Reply read_reply(const yaml::Node& node, const Match& match, yaml::Reader& reader);

}  // namespace irisim::scenario
