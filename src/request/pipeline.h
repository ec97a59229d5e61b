#pragma once

#include "catalog/router.h"
#include "engine/visit.h"
#include "http/message.h"
#include "http/target.h"
#include "operations/forms.h"
#include "request/prefer.h"
#include "request/request_body.h"
#include "request/users.h"

namespace irisim::request {

// Answers the requests of the API: route, authenticate, prefer, read the body, inject a fault, act,
// render. Safe to use from any thread; what it holds never changes.
class Pipeline {
 public:
  explicit Pipeline(std::optional<Users> users) : users_(std::move(users)) {}

  // The target is the request's, without the world, whose path is the prefix ("/worlds/test-42" or
  // empty). What is known of the request is put into the entry for the journal (record.h).
  http::Response handle(const http::Request& request, http::Target target, std::string_view prefix,
                        engine::World& world, engine::JournalEntry& entry) const;

 private:
  // What is answered to a known operation, with what goes wrong on purpose; reads the call's body.
  http::Response answer(operations::Call& call, const Preference& preference, engine::World& world,
                        engine::JournalEntry& entry) const;

  // The answer from state, or the replay of an operation that is not live; `unread` is what is
  // wrong with the body.
  http::Response act(const operations::Call& call, const std::optional<Error>& unread,
                     engine::Visit& visit) const;

  // What the rules answer in place of the operation, or what it does.
  http::Response act_as_ruled(const operations::Call& call, engine::Visit& visit) const;

  const std::optional<Users> users_;
  const catalog::Router router_;
  const RequestBodies bodies_;
  const operations::Forms forms_;
};

}  // namespace irisim::request
