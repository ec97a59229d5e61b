#pragma once

#include <optional>
#include <string>

namespace irisim::webhook {

// Where a delivery goes.
struct Address {
  std::string url;
  std::string user, password;                           // Basic credentials; an empty user: none
  std::optional<std::string> recipient = std::nullopt;  // of an e-mail; absent: it is POSTed
};

// Takes credentials out of the URL, since the URL is shown: "http://me:secret@host/". They count
// where there are no others.
void take_out_credentials(Address& address);

}  // namespace irisim::webhook
