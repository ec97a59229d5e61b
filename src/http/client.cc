#include "http/client.h"

#include <httplib.h>

namespace irisim::http {

int get_status(const std::string& host, int port, const std::string& path) {
  httplib::Client client(host, port);
  client.set_connection_timeout(2);
  client.set_read_timeout(2);
  const httplib::Result result = client.Get(path);
  return result ? result->status : 0;
}

}  // namespace irisim::http
