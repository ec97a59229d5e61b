#pragma once

#include <string>

#include "http/message.h"

namespace irisim::request {

// What stands for a secret in the journal.
inline constexpr char kRedacted[] = "***";

// Overwrites the content of the elements of an XML text that hold a secret: <Password> and others
// whose name ends so, and the hashes that SIP credentials are made of, <Hash1> and <Hash1b>. A PIN
// is none: it belongs to the order that a tester looks for. The text need not be well-formed; what
// is not closed is overwritten to the end.
void redact(std::string& text);

// Overwrites the value of a header that holds credentials, but for its scheme: "Basic ***".
void redact(http::Header& header);

}  // namespace irisim::request
