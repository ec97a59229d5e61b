#pragma once

#include <string>

namespace irisim::http {

// The status of a GET on this machine, with TLS without looking at the certificate; 0 when nothing
// answers within two seconds.
int get_status(const std::string& host, int port, bool tls, const std::string& path);

}  // namespace irisim::http
