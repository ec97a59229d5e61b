#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "store/mails.h"

namespace irisim::engine {

// Who sends all e-mails.
inline constexpr std::string_view kMailSender = "irisim@localhost";

// The e-mail as it goes over the wire: a message of RFC 5322, its text in UTF-8 as quoted-printable
// (RFC 2045), so that any text fits into lines of ASCII.
std::string write_message(const store::Mail& mail, const Dice& dice);

}  // namespace irisim::engine
