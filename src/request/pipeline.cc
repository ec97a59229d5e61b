#include "request/pipeline.h"

#include "base/text.h"
#include "engine/order_life.h"
#include "engine/visit.h"
#include "operations/registry.h"
#include "operations/subject.h"
#include "request/authenticate.h"
#include "request/inject_fault.h"
#include "request/render.h"
#include "request/rule_answer.h"

namespace irisim::request {
namespace {

using catalog::Operation;
using operations::Call;

constexpr int kUnknownAccount = 12020;
constexpr int kRead = 200;  // status

// Before the paths of the contract, since clients differ in their base URL. The longest that
// matches is taken off.
constexpr std::string_view kBasePaths[] = {"api/v1", "api/v2", "v1.0", "api"};

// Takes the base path off the segments; gives it with a leading slash.
std::string take_base_path(std::vector<std::string>& segments) {
  for (const std::string_view base : kBasePaths) {
    const std::vector<std::string_view> parts = split(base, '/');
    if (segments.size() < parts.size()) continue;
    if (!std::equal(parts.begin(), parts.end(), segments.begin(), equal_ignoring_case)) continue;
    std::string taken;
    for (size_t i = 0; i < parts.size(); ++i) taken += "/" + segments[i];
    segments.erase(segments.begin(), segments.begin() + std::ssize(parts));
    return taken;
  }
  return {};
}

http::Response wrong_method(const http::Request& request,
                            const std::vector<std::string_view>& allowed) {
  std::string list;
  for (const std::string_view method : allowed)
    list += (list.empty() ? "" : ", ") + std::string(method);
  http::Response response =
      render_error(405, request.method + " is not allowed here. Allowed: " + list);
  response.headers.emplace_back("Allow", list);
  return response;
}

std::string_view account_of(const Operation& operation, const std::vector<std::string>& values) {
  return operation.path.starts_with("/accounts/{") ? values.front() : std::string_view();
}

// As the client wrote it, since that is the name it can reach the server by. It stands in a header
// of the answer, so that what is no host is left out.
std::string_view host_of(const http::Request& request) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:[]";
  const std::string_view host = request.header("Host");
  const bool is_host = !host.empty() && host.find_first_not_of(kLetters) == std::string_view::npos;
  return is_host ? host : "localhost";
}

// A client that reads an order may be what the order waits for.
void count_poll(const Call& call, engine::Visit& visit) {
  const std::optional<std::string> id = operations::order_id(call.operation, call.values);
  if (call.operation.method != "GET" || !id || !call.operation.path.ends_with('}')) return;
  visit.write([&](engine::Session& session) {
    engine::count_poll(session, *id);
    return true;
  });
}

http::Response challenge(http::Response response) {
  if (response.status == 401)
    response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"irisim\"");
  return response;
}

}  // namespace

http::Response Pipeline::handle(const http::Request& request, http::Target target,
                                std::string_view prefix, engine::World& world,
                                engine::JournalEntry& entry) const {
  const std::string base_path = take_base_path(target.segments);
  entry.path = "/" + join(target.segments, "/");
  const std::string_view method =
      request.method == "HEAD" ? "GET" : std::string_view(request.method);
  const catalog::Router::Match match = router_.find(method, target.segments);
  if (!match.allowed.empty()) return wrong_method(request, match.allowed);
  if (match.operation == nullptr)
    return render_error(
        404, "No resource has the path " + request.target + "; GET /__admin/operations lists all");
  const Operation& operation = *match.operation;

  const auto refuse = [&](int status, std::string_view reason) {
    return render_live(forms_, operation, operations::error_answer(operation, status, 0, reason));
  };
  entry.operation = &operation;
  entry.values.assign(match.values.begin(), match.values.end());
  entry.account = account_of(operation, entry.values);
  Identity identity = authenticate(request, entry.account, users_ ? &*users_ : nullptr, world);
  entry.user = identity.user;
  if (identity.refused != 0) return challenge(refuse(identity.refused, identity.reason));

  Call call{operation,
            request,
            entry.values,
            std::move(target.query),
            std::nullopt,
            std::move(identity.user),
            std::move(identity.accounts),
            std::string(request.scheme) + "://" + std::string(host_of(request)) +
                std::string(prefix) + base_path};

  const Result<Preference> preference = read_preference(request, operation);
  if (!preference) return refuse(400, preference.error().message);
  return answer(call, *preference, world, entry);
}

http::Response Pipeline::answer(Call& call, const Preference& preference, engine::World& world,
                                engine::JournalEntry& entry) const {
  // What cannot be read can be hit all the same.
  Result<std::optional<xml::Document>> body = bodies_.read(call.request, call.operation);
  if (body) call.body = std::move(*body);
  engine::Visit visit(world, operations::subject_of(call));

  const std::optional<engine::Hit> hit = decide_fault(call, visit);
  http::Response response;
  if (hit && hit->rule->effect->reply() != nullptr) {
    response = render_reply(*hit->rule->effect->reply(), call, visit, forms_);
  } else {
    response = preference.outcome != nullptr
                   ? render_replay(call.operation, *preference.outcome, preference.example,
                                   call.base + call.path())
                   : act(call, body ? std::nullopt : std::optional(body.error()), visit);
    if (!preference.applied.empty())
      response.headers.emplace_back("Preference-Applied", preference.applied);
    response.fault = preference.fault;
  }
  if (hit) {
    inject_fault(*hit, response);
    entry.fault = hit->rule->name;
    entry.fault_kind = hit->rule->kind;
  }
  entry.visitor = visit.leave();
  return response;
}

http::Response Pipeline::act(const Call& call, const std::optional<Error>& unread,
                             engine::Visit& visit) const {
  const Operation& operation = call.operation;
  const std::string account(account_of(operation, call.values));
  if (!account.empty() && !visit.seed_data().knows(account)) {
    return render_live(forms_, operation,
                       operations::error_answer(operation, 404, kUnknownAccount,
                                                catalog::message(kUnknownAccount, {&account, 1})));
  }
  if (unread) {
    return render_live(forms_, operation,
                       operations::error_answer(operation, 400, 0, unread->message));
  }
  return act_as_ruled(call, visit);
}

http::Response Pipeline::act_as_ruled(const Call& call, engine::Visit& visit) const {
  const scenario::Rules& rules = visit.rules();
  const Operation& operation = call.operation;
  if (rules.may_answer(visit.subject())) {
    look_up_order(call, visit);
    if (const scenario::Scenario* scenario = rules.find_answer(visit.subject())) {
      visit.note_scenario(scenario->name);
      http::Response response = render_reply(*scenario->answer, call, visit, forms_);
      response.headers.emplace_back("X-Irisim-Scenario", scenario->name);
      return response;
    }
  }
  if (const operations::Handler handler = operations::find_handler(operation)) {
    http::Response response = render_live(forms_, operation, handler(call, visit));
    if (rules.has_polls() && response.status == kRead) count_poll(call, visit);
    return response;
  }
  const catalog::Outcome& success = operation.success();
  return render_replay(operation, success,
                       success.examples.empty() ? nullptr : &success.examples.front(),
                       call.base + call.path());
}

}  // namespace irisim::request
