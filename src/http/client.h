#pragma once

#include <string>

namespace irisim::http {

// The status of a GET on this machine; 0 when nothing answers within two seconds.
int get_status(const std::string& host, int port, const std::string& path);

}  // namespace irisim::http
