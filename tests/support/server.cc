#include "tests/support/server.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <httplib.h>

#include "app/shipped_world.h"
#include "base/text.h"
#include "catalog/catalog.h"

namespace irisim::test {
namespace {

Reply reply_from(const httplib::Result& result) {
  Reply reply;
  if (!result) return reply;
  reply.status = result->status;
  reply.headers.assign(result->headers.begin(), result->headers.end());
  reply.body = result->body;
  return reply;
}

}  // namespace

std::string Reply::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

xml::Document Reply::xml() const {
  auto document = xml::Document::parse(body);
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : xml::describe(document.error())) << "\n"
                             << body;
  return document.ok() ? std::move(*document) : xml::Document("none");
}

json::Value Reply::json() const {
  auto value = json::parse(body);
  EXPECT_TRUE(value.ok()) << body;
  return value.ok() ? *value : json::Value();
}

std::string Reply::text(std::string_view path) const {
  return std::string(xml().root().at(path).text());
}

engine::WorldSettings default_settings() {
  engine::WorldSettings settings = app::shipped_world();
  settings.clock_mode = Clock::Mode::kManual;
  return settings;
}

Server::Server(const std::function<void(app::ServerOptions&)>& change) {
  app::ServerOptions options;
  options.listener.port = 0;
  options.world = default_settings();
  if (change) change(options);
  auto server = app::Server::start(options);
  IRISIM_CHECK(server.ok());
  server_ = std::move(*server);
  thread_ = std::thread([this] { server_->run(); });
}

Server::~Server() {
  server_->stop();
  thread_.join();
}

Reply Server::send(const std::string& method, const std::string& path, const std::string& body,
                   const Headers& headers) {
  return send_to(port(), method, path, body, headers);
}

Reply send_to(int port, const std::string& method, const std::string& path, const std::string& body,
              const Headers& headers) {
  httplib::Client client("127.0.0.1", port);
  client.set_tcp_nodelay(true);
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  for (const auto& [name, value] : headers) request.headers.emplace(name, value);
  return reply_from(client.send(request));
}

Reply Server::post_chunked(const std::string& path, const std::string& body,
                           const std::string& type) {
  constexpr size_t kChunk = 7;
  httplib::Client client("127.0.0.1", port());
  const auto provide = [&](size_t offset, httplib::DataSink& sink) {
    if (offset >= body.size()) {
      sink.done();
      return true;
    }
    return sink.write(body.data() + offset, std::min(kChunk, body.size() - offset));
  };
  return reply_from(client.Post(path, provide, type));
}

size_t Server::advance(const std::string& by) {
  const Reply reply = post("/__admin/clock/advance", R"({"by":")" + by + R"("})");
  EXPECT_EQ(reply.status, 200) << reply.body;
  const json::Value value = reply.json();
  const json::Value* fired = value.find("fired");
  return fired != nullptr && fired->array() != nullptr ? fired->array()->size() : 0;
}

std::string text_of(const json::Value& value, std::string_view key) {
  const json::Value* member = value.find(key);
  return member != nullptr && member->text() != nullptr ? *member->text() : std::string();
}

json::Array list_of(const json::Value& value, std::string_view key) {
  const json::Value* member = value.find(key);
  EXPECT_TRUE(member != nullptr && member->array() != nullptr) << key;
  return member != nullptr && member->array() != nullptr ? *member->array() : json::Array();
}

std::string source_file(const std::string& path) {
  std::ifstream in(std::string(IRISIM_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace irisim::test
