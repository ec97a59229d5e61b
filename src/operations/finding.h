#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml/element.h"

namespace irisim::operations {

// A broken rule: its code, its message, and the telephone numbers that break it, where the contract
// lists them.
struct Finding {
  int code = 0;
  std::string message;
  std::vector<std::string> numbers;
};

// `wording` tells apart the messages of a code that has several.
Finding broken_rule(int code, std::vector<std::string> arguments = {},
                    std::vector<std::string> numbers = {}, std::string_view wording = {});

void append(std::vector<Finding>& findings, std::vector<Finding> more);

// What went wrong with an order stands in its stored document, one finding after the other.
void add_error(xml::Element order, const Finding& finding);
std::vector<Finding> read_errors(xml::Element order);

// The findings as one <Errors> each, as answers about ports have them.
void add_errors(xml::Element root, std::span<const Finding> findings);

// The findings as a list of them: an ErrorList, which stands first in the answer, since clients
// read by position, or under the names that LSR orders have for it.
void add_error_list(xml::Element parent, std::span<const Finding> findings,
                    std::string_view list = "ErrorList", std::string_view item = "Error");

}  // namespace irisim::operations
