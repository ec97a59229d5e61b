#include "operations/peer_numbers.h"

#include <algorithm>

#include "base/text.h"
#include "operations/fields.h"
#include "operations/number_facts.h"
#include "operations/number_settings.h"
#include "operations/number_settings_rules.h"
#include "operations/paging.h"
#include "operations/site_call.h"

namespace irisim::operations {
namespace {

constexpr int64_t kPageSize = 5'000;
constexpr int64_t kLastPage = 1'000'000;

constexpr int kBadPage = 4018;
constexpr int kBadFeature = 15525;
constexpr int kNotHere = 13536;
constexpr int kOnOtherPeer = 13526;
constexpr int kNotInService = 13518;

store::NumberFilter on_peer(const Call& call) {
  store::NumberFilter filter;
  filter.account = call.account();
  filter.site = call.parameter("siteId");
  filter.peer = call.parameter("sippeerId");
  filter.status = store::NumberStatus::kInservice;
  return filter;
}

// Calls the function under the lock if the SIP peer of the path exists.
template <class Function>
auto on_known_peer(const Call& call, engine::Visit& world, Function function)
    -> Outcome<decltype(function(std::declval<engine::Session&>()))> {
  using Value = decltype(function(std::declval<engine::Session&>()));
  return world.write([&](engine::Session& session) -> Outcome<Value> {
    const auto peer = find_sip_peer(call, session, 404);
    if (!peer) return peer.error();
    return function(session);
  });
}

Answer explained(const Call& call, const Refusal& refusal) {
  return error_answer(call.operation, refusal.status, refusal.finding.code,
                      refusal.finding.message);
}

void add_number(xml::Element parent, const store::Number& number, bool with_settings) {
  xml::Element element = parent.add("SipPeerTelephoneNumber");
  element.add("FullNumber", format_tn(number.tn));
  if (!with_settings) return;
  const NumberSettings settings(number);
  settings.add_calls(element);
  settings.add_attributes(element);
  settings.add_messaging(element);
}

std::optional<int64_t> read_page(const http::Query& query) {
  const std::optional<long> page = to_number(query.find("page").value_or("1"));
  if (!page || *page < 1 || *page > kLastPage) return std::nullopt;
  return *page;
}

// Those of numbers in service here; others are for orders that are not live.
constexpr std::string_view kCnam = "CNAM";
constexpr std::string_view kFeatures[] = {kCnam, "LIDB", "DLDA", "DA", "E911"};

struct Features {
  bool any = false;    // the count is of numbers with a feature
  bool exists = true;  // false: no number has all of them
  bool known = true;
};

Features read_features(const http::Query& query) {
  Features features;
  for (const auto& [name, value] : query.parameters()) {
    if (!equal_ignoring_case(name, "feature")) continue;
    for (const std::string_view feature : split(value, ',')) {
      const std::string wanted = upper(trim(feature));
      features.any = true;
      features.known &= std::ranges::find(kFeatures, wanted) != std::end(kFeatures);
      features.exists &= wanted == kCnam;
    }
  }
  return features;
}

int64_t count_with_cnam(const Call& call, engine::Session& session) {
  return std::ranges::count_if(
      session.store.numbers.with_settings(call.account(), call.parameter("sippeerId")),
      [](const store::Number& number) { return NumberSettings(number).shows_calling_name(); });
}

// The number of the path, which must be in service on the SIP peer of the path.
Outcome<store::Number> find_number_here(const Call& call, engine::Session& session) {
  const std::string text(call.parameter("tn")), peer(call.parameter("sippeerId"));
  const Outcome<Tn> tn = number_of_path(call);
  if (!tn) return tn.error();
  const auto known = find_sip_peer(call, session, 404);
  if (!known) return known.error();
  std::optional<store::Number> number = session.store.numbers.find(tn.value());
  if (!number || number->account != call.account()) {
    return Refusal{404, broken_rule(kNotHere, {text, std::string(call.account()),
                                               std::string(call.parameter("siteId")), peer})};
  }
  if (number->status != store::NumberStatus::kInservice)
    return Refusal{409, broken_rule(kNotInService, {text})};
  if (number->peer != peer) return Refusal{409, broken_rule(kOnOtherPeer, {text, number->peer})};
  return std::move(*number);
}

}  // namespace

Answer list_peer_numbers(const Call& call, engine::Visit& world) {
  const std::optional<int64_t> page = read_page(call.query);
  if (!page) return explained(call, {400, broken_rule(kBadPage)});
  const Result<int64_t> size = read_size(call.query, kPageSize, kPageSize);
  if (!size) return explained(call, {400, {0, size.error().message, {}}});
  const bool with_settings =
      !equal_ignoring_case(call.query.find("includeAttributes").value_or("true"), "false");
  const auto numbers = on_known_peer(call, world, [&](engine::Session& session) {
    return session.store.numbers.list(on_peer(call), 0, (*page - 1) * size.value(), size.value());
  });
  if (!numbers) return explained(call, numbers.error());
  xml::Document document("SipPeerTelephoneNumbersResponse");
  xml::Element list = document.root().add("SipPeerTelephoneNumbers");
  for (const store::Number& number : numbers.value()) add_number(list, number, with_settings);
  return answer(200, std::move(document));
}

Answer count_peer_numbers(const Call& call, engine::Visit& world) {
  struct Counts {
    int64_t all = 0, cnam = 0;
  };
  const Features features = read_features(call.query);
  if (!features.known) return explained(call, {400, broken_rule(kBadFeature)});
  const auto counts = on_known_peer(call, world, [&](engine::Session& session) {
    return Counts{session.store.numbers.count(on_peer(call)), count_with_cnam(call, session)};
  });
  if (!counts) return explained(call, counts.error());
  const auto& [all, cnam] = counts.value();
  xml::Document document("SipPeerTelephoneNumbersCountResponse");
  xml::Element count = document.root().add("SipPeerTelephoneNumbersCount");
  const int64_t wanted = !features.any ? all : features.exists ? cnam : 0;
  count.add("SipPeerTelephoneNumbersCount", std::to_string(wanted));
  count.add("CnamCount", std::to_string(cnam));
  count.add("LidbCount", "0");
  return answer(200, std::move(document));
}

Answer get_peer_number(const Call& call, engine::Visit& world) {
  const Outcome<store::Number> number =
      world.write([&](engine::Session& session) { return find_number_here(call, session); });
  if (!number) {
    // To read it here is not to be in conflict with where it is.
    Refusal refusal = number.error();
    if (refusal.status == 409) refusal.status = 404;
    return explained(call, refusal);
  }
  xml::Document document("SipPeerTelephoneNumberResponse");
  add_number(document.root(), number.value(), true);
  return answer(200, std::move(document));
}

Answer set_peer_number(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  if (const auto broken = check_settings(sent, call.parameter("tn")))
    return explained(call, {400, *broken});
  const Outcome<bool> changed = world.write([&](engine::Session& session) -> Outcome<bool> {
    Outcome<store::Number> number = find_number_here(call, session);
    if (!number) return number.error();
    if (auto missing = check_features(sent, session, call.account()))
      return Refusal{400, std::move(*missing)};
    NumberSettings settings(number.value());
    settings.change(sent);
    settings.store_in(number.value());
    number->modified = session.now;
    session.store.numbers.put(number.value());
    return true;
  });
  return changed ? empty_answer(200) : explained(call, changed.error());
}

}  // namespace irisim::operations
