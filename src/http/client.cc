#include "http/client.h"

#include <httplib.h>

namespace irisim::http {

int get_status(const std::string& host, int port, bool tls, const std::string& path) {
  httplib::Client client((tls ? "https://" : "http://") + host + ":" + std::to_string(port));
  client.enable_server_certificate_verification(false);
  client.set_connection_timeout(2);
  client.set_read_timeout(2);
  const httplib::Result result = client.Get(path);
  return result ? result->status : 0;
}

}  // namespace irisim::http
