#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "operations/call.h"
#include "xml/document.h"

namespace irisim::operations {

// What an operation answers, before it is printed.
struct Answer {
  int status = 200;
  std::optional<xml::Document>
      document;  // printed in the documented shape of the operation's status, if there is one
  std::string type, content;  // a file, if there is no document
  std::string location;       // Location header; empty: none
};

Answer answer(int status, xml::Document document);
Answer empty_answer(int status);

// An error in the form that the contract gives to this operation's errors: that of its own example
// for the status or a neighbouring one, else that of another method of the same path, else an
// ErrorResponse. The code stands before the description, since clients read by position; code 0
// stands for the status itself.
Answer error_answer(const catalog::Operation& operation, int status, int code,
                    std::string_view description);

// Likewise with the message of the code.
Answer error_answer(const catalog::Operation& operation, int status, int code);

}  // namespace irisim::operations
