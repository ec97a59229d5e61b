#include "request/pipeline.h"

#include "base/text.h"
#include "engine/visit.h"
#include "operations/registry.h"
#include "operations/subject.h"
#include "request/authenticate.h"
#include "request/prefer.h"
#include "request/render.h"

namespace irisim::request {
namespace {

using catalog::Operation;
using operations::Call;

constexpr int kUnknownAccount = 12020;

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

std::string_view account_of(const Operation& operation,
                            const std::vector<std::string_view>& values) {
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

http::Response challenge(http::Response response) {
  if (response.status == 401)
    response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"irisim\"");
  return response;
}

}  // namespace

http::Response Pipeline::handle(const http::Request& request, http::Target target,
                                std::string_view prefix, engine::World& world,
                                const Operation*& routed) const {
  const std::string base_path = take_base_path(target.segments);
  const std::string_view method =
      request.method == "HEAD" ? "GET" : std::string_view(request.method);
  const catalog::Router::Match match = router_.find(method, target.segments);
  if (!match.allowed.empty()) return wrong_method(request, match.allowed);
  if (match.operation == nullptr)
    return render_error(
        404, "No resource has the path " + request.target + "; GET /__admin/operations lists all");
  const Operation& operation = *match.operation;
  routed = &operation;

  const auto refuse = [&](int status, std::string_view reason) {
    return render_live(forms_, operation, operations::error_answer(operation, status, 0, reason));
  };
  const std::string account(account_of(operation, match.values));
  Identity identity = authenticate(request, account, users_ ? &*users_ : nullptr, world);
  if (identity.refused != 0) return challenge(refuse(identity.refused, identity.reason));

  Call call{operation,
            request,
            std::vector<std::string>(match.values.begin(), match.values.end()),
            std::move(target.query),
            std::nullopt,
            std::move(identity.user),
            std::move(identity.accounts),
            std::string(request.scheme) + "://" + std::string(host_of(request)) +
                std::string(prefix) + base_path};

  const Result<Preference> preference = read_preference(request, operation);
  if (!preference) return refuse(400, preference.error().message);
  http::Response response = preference->outcome != nullptr
                                ? render_replay(operation, *preference->outcome,
                                                preference->example, call.base + call.path())
                                : act(call, account, world);
  if (!preference->applied.empty())
    response.headers.emplace_back("Preference-Applied", preference->applied);
  response.fault = preference->fault;
  return response;
}

http::Response Pipeline::act(Call& call, const std::string& account, engine::World& world) const {
  const Operation& operation = call.operation;
  const auto refuse = [&](int status, std::string_view reason) {
    return render_live(forms_, operation, operations::error_answer(operation, status, 0, reason));
  };
  if (!account.empty() && !world.seed_data().knows(account)) {
    return render_live(forms_, operation,
                       operations::error_answer(operation, 404, kUnknownAccount,
                                                catalog::message(kUnknownAccount, {&account, 1})));
  }
  Result<std::optional<xml::Document>> body = bodies_.read(call.request, operation);
  if (!body) return refuse(400, body.error().message);
  call.body = std::move(*body);

  if (const operations::Handler handler = operations::find_handler(operation)) {
    engine::Visit visit(world, operations::subject_of(call));
    return render_live(forms_, operation, handler(call, visit));
  }
  const catalog::Outcome& success = operation.success();
  return render_replay(operation, success,
                       success.examples.empty() ? nullptr : &success.examples.front(),
                       call.base + call.path());
}

}  // namespace irisim::request
