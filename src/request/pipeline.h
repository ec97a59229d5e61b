#pragma once

#include "catalog/router.h"
#include "engine/world.h"
#include "http/message.h"
#include "http/target.h"
#include "operations/forms.h"
#include "request/request_body.h"
#include "request/users.h"

namespace irisim::request {

// Answers the requests of the API: route, authenticate, prefer, read the body, act, render. Safe to
// use from any thread; what it holds never changes.
class Pipeline {
 public:
  explicit Pipeline(std::optional<Users> users) : users_(std::move(users)) {}

  // The target is the request's, without the world, whose path is the prefix ("/worlds/test-42" or
  // empty). Sets the operation as soon as it is known which one it is.
  http::Response handle(const http::Request& request, http::Target target, std::string_view prefix,
                        engine::World& world, const catalog::Operation*& routed) const;

 private:
  // The answer from state, or the replay of an operation that is not live; reads the call's body.
  http::Response act(operations::Call& call, const std::string& account,
                     engine::World& world) const;

  const std::optional<Users> users_;
  const catalog::Router router_;
  const RequestBodies bodies_;
  const operations::Forms forms_;
};

}  // namespace irisim::request
