#pragma once

#include <string>

#include "tests/support/server.h"

namespace irisim::test {

// An error of the API: the status, an XML body, and in it a Description that follows its Code or
// ErrorCode. Gives the first Description.
std::string expect_xml_error(const Reply& reply, int status);

// An error of the control API: the status and a problem document (RFC 7807) that repeats it. Gives
// its detail.
std::string expect_problem(const Reply& reply, int status);

}  // namespace irisim::test
