#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/server.h"
#include "json/value.h"
#include "xml/document.h"

namespace irisim::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Reply {
  int status = 0;  // 0: no answer
  Headers headers;
  std::string body;

  std::string header(std::string_view name) const;  // empty when absent
  xml::Document xml() const;  // fails the test, and gives <none/>, when the body is no XML
  json::Value json() const;   // likewise null

  // The text at a path below the root: "Status/Code".
  std::string text(std::string_view path) const;
};

// The rules and the seed that the program ships, with a manual clock.
engine::WorldSettings default_settings();

// One request to whatever listens on the port of this machine.
Reply send_to(int port, const std::string& method, const std::string& path,
              const std::string& body = "", const Headers& headers = {});

// A server of its own for one test: on a free port, with a manual clock that starts at
// 2025-06-02T09:00:00Z (a Monday) unless the options say otherwise.
class Server {
 public:
  explicit Server(const std::function<void(app::ServerOptions&)>& change = {});
  ~Server();

  Reply send(const std::string& method, const std::string& path, const std::string& body = "",
             const Headers& headers = {});
  Reply get(const std::string& path, const Headers& headers = {}) {
    return send("GET", path, "", headers);
  }
  Reply post(const std::string& path, const std::string& body, const Headers& headers = {}) {
    return send("POST", path, body, headers);
  }
  Reply put(const std::string& path, const std::string& body, const Headers& headers = {}) {
    return send("PUT", path, body, headers);
  }
  Reply remove(const std::string& path) { return send("DELETE", path); }

  // A POST in chunks, without a Content-Length, as Node sends a stream.
  Reply post_chunked(const std::string& path, const std::string& body, const std::string& type);

  // Advances the default world's clock, as "4d"; gives the number of transitions that fired.
  size_t advance(const std::string& by);

  int port() const { return server_->port(); }

 private:
  std::unique_ptr<app::Server> server_;
  std::thread thread_;
};

// A member of an answer of the control API: its text, empty when it has none; its list, which must
// be there.
std::string text_of(const json::Value& value, std::string_view key);
json::Array list_of(const json::Value& value, std::string_view key);

// The contents of a file of the source tree.
std::string source_file(const std::string& path);

}  // namespace irisim::test
