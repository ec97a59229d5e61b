#include "request/authenticate.h"

#include <array>

#include "base/text.h"
#include "catalog/catalog.h"
#include "operations/call.h"

namespace irisim::request {
namespace {

constexpr int kOtherAccount = 5051;

// Characters that are none of the alphabet are passed over.
std::string decode_base64(std::string_view text) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xff);
  }
  return out;
}

struct Credentials {
  std::string name, password;
};

Credentials read_credentials(const http::Request& request) {
  constexpr std::string_view kBasic = "basic ";
  const std::string_view header = request.header("Authorization");
  if (header.size() < kBasic.size() ||
      !equal_ignoring_case(header.substr(0, kBasic.size()), kBasic))
    return {};
  const std::string pair = decode_base64(header.substr(kBasic.size()));
  const size_t colon = pair.find(':');
  if (colon == std::string::npos) return {pair, ""};
  return {pair.substr(0, colon), pair.substr(colon + 1)};
}

std::string password_of(const User& user, engine::World& world) {
  const std::optional<std::string> changed =
      world.read([&](engine::Session& session) { return session.store.passwords.find(user.name); });
  return changed.value_or(user.password);
}

}  // namespace

Identity authenticate(const http::Request& request, std::string_view account, const Users* users,
                      engine::World& world) {
  const Credentials given = read_credentials(request);
  if (users == nullptr) {
    return {given.name.empty() ? std::string(operations::kAnonymous) : given.name, 0, {}, {}};
  }
  const User* user = users->find(given.name);
  if (user == nullptr || given.password != password_of(*user, world))
    return {given.name, 401, "Credentials are missing or wrong.", {}};
  if (!account.empty() && !user->may_use(account)) {
    return {user->name, 403, catalog::message(kOtherAccount, std::array{std::string(account)}), {}};
  }
  if (user->read_only && request.method != "GET" && request.method != "HEAD") {
    return {user->name, 403, "User '" + user->name + "' may only read.", {}};
  }
  return {user->name, 0, {}, user->accounts};
}

}  // namespace irisim::request
