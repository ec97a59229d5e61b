#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/worlds.h"
#include "http/later.h"
#include "http/message.h"
#include "http/target.h"
#include "json/value.h"

namespace irisim::control {

// One request to the control API.
struct Exchange {
  const http::Request& request;
  const http::Query& query;
  std::string parameter;  // of the path, where it has one
  engine::Worlds& worlds;
  engine::World& world;  // the one that the path is prefixed with
};

// The path's parameter as the number of an entry; nothing when it is none.
std::optional<long> id_of(const Exchange& exchange);

// Empty texts are null in answers.
json::Value text_or_null(const std::string& text);

http::Response json_response(int status, const json::Value& value);

// The answer that there is already, or the one that will be.
http::Response answer_later(const std::shared_ptr<http::Later>& later);

// RFC 7807, with members of its own after those.
http::Response problem(int status, std::string_view detail, json::Object more = {});

// The body as an object; an empty body is an empty object. The error is for the client.
Result<json::Value> read_object(const http::Request& request);

// Likewise, with no other keys than these.
Result<json::Value> read_object(const http::Request& request,
                                std::initializer_list<std::string_view> keys);

}  // namespace irisim::control
