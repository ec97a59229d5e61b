#include "operations/peer_products.h"

#include "base/check.h"
#include "operations/order_call.h"
#include "operations/peer_setting.h"
#include "operations/smpp_rules.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownPeer = 13563;
constexpr int kNoSmsFeature = 13678;
constexpr std::string_view kMessagingProduct = "Messaging";
constexpr std::string_view kProducts[] = {"Termination", "EdgeManagement", kMessagingProduct,
                                          "Origination"};

// What is there not: an answer without a body where the contract documents that.
Answer missing(const Call& call, int code, std::string_view words) {
  Answer result = not_found(call, words);
  if (!result.document || code == 0) return result;
  return error_answer(call.operation, 404, code, words);
}

bool knows_peer(const Call& call, engine::Session& session) {
  session.ensure_account(call.account());
  const auto peer = session.store.sites.find_peer(call.account(), call.parameter("sippeerId"));
  return peer && peer->site == call.parameter("siteId");
}

Answer unknown_peer(const Call& call) {
  const Finding finding = broken_rule(
      kUnknownPeer, {std::string(call.parameter("sippeerId")), std::string(call.account()),
                     std::string(call.parameter("siteId"))});
  return missing(call, finding.code, finding.message);
}

Answer refused(const Call& call, const Finding& finding) {
  const int status = finding.code == kSubnetTooLarge ? 403 : 400;
  return error_answer(call.operation, status, finding.code, finding.message);
}

const PeerSetting& setting_of(const Call& call) {
  constexpr std::string_view kAbove = "/products/";
  const size_t place = call.operation.path.rfind(kAbove);
  IRISIM_CHECK(place != std::string_view::npos);
  return peer_setting(call.operation.path.substr(place + kAbove.size()));
}

// What a call found or made, for the answer that is printed after the lock is gone.
struct Outcome {
  bool known_peer = false;
  std::optional<xml::Document> document;  // absent: nothing is set, or the change was refused
  std::optional<Finding> finding;
};

Answer setting_answer(int status, std::string_view root, xml::Element setting) {
  xml::Document document(root);
  document.root().add_copy(setting);
  return answer(status, std::move(document));
}

std::optional<Finding> first_broken(std::span<const PeerRule> rules, PeerCandidate& candidate) {
  for (const PeerRule rule : rules) {
    if (auto broken = rule(candidate)) return broken;
  }
  return std::nullopt;
}

PeerCandidate candidate_of(const Call& call, engine::Session& session, xml::Element document,
                           xml::Element before) {
  return {session,
          std::string(call.account()),
          std::string(call.parameter("siteId")),
          std::string(call.parameter("sippeerId")),
          document,
          before,
          call.operation.method == "PUT"};
}

// What was sent, under the documented name; empty when nothing was.
xml::Document sent_setting(const Call& call, const PeerSetting& setting) {
  xml::Document document(setting.element);
  if (!call.body) return document;
  document.root().set_text(call.body->root().text());
  for (const xml::Element child : call.body->root().children()) document.root().add_copy(child);
  return document;
}

std::optional<xml::Document> find_setting(const Call& call, engine::Session& session,
                                          std::string_view setting) {
  return operations::find_setting(session, call.account(), call.parameter("sippeerId"), setting);
}

// The candidate becomes what is set.
void accept(PeerCandidate& candidate, const PeerSetting& setting, const xml::Document& document) {
  store_setting(candidate.session, setting, candidate.account, candidate.peer, document);
  if (setting.apply != nullptr) setting.apply(candidate);
}

Outcome read_setting(const Call& call, engine::Visit& world, std::string_view setting) {
  return world.write([&](engine::Session& session) {
    Outcome outcome;
    outcome.known_peer = knows_peer(call, session);
    if (outcome.known_peer) outcome.document = find_setting(call, session, setting);
    return outcome;
  });
}

void add_sms_host(xml::Element parent, xml::Element host) {
  parent.add_copy(host).rename("SmsHost");
}

}  // namespace

Answer list_peer_products(const Call& call, engine::Visit& world) {
  bool has_messaging = false;
  const bool known = world.write([&](engine::Session& session) {
    for (const std::string_view feature : {kSms, kMms})
      has_messaging = has_messaging || find_setting(call, session, feature);
    return knows_peer(call, session);
  });
  if (!known) return unknown_peer(call);
  const engine::AccountSeed& account = world.seed_data().account(call.account());
  xml::Document document("SipPeerProductResponse");
  xml::Element products = document.root().add("Products");
  for (const std::string_view name : kProducts) {
    const bool has = name == kMessagingProduct ? has_messaging : account.has_product(name);
    if (has) products.add("Product").add("Name", name);
  }
  return answer(200, std::move(document));
}

Answer get_peer_setting(const Call& call, engine::Visit& world) {
  const PeerSetting& setting = setting_of(call);
  Outcome found = read_setting(call, world, setting.path);
  if (!found.known_peer) return unknown_peer(call);
  if (!found.document) {
    if (setting.initial.empty()) return missing(call, setting.missing_code, setting.missing);
    found.document = xml::Document::restore(setting.initial);
  }
  return setting_answer(200, setting.response, found.document->root());
}

Answer set_peer_setting(const Call& call, engine::Visit& world) {
  const PeerSetting& setting = setting_of(call);
  const bool is_put = call.operation.method == "PUT";
  bool exists = true;
  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result;
    result.known_peer = knows_peer(call, session);
    if (!result.known_peer) return result;
    const std::optional<xml::Document> before = find_setting(call, session, setting.path);
    exists = before || !is_put || !setting.initial.empty();
    if (!exists) return result;
    xml::Document document = sent_setting(call, setting);
    PeerCandidate candidate =
        candidate_of(call, session, document.root(), before ? before->root() : xml::Element());
    result.finding = first_broken(setting.rules, candidate);
    if (result.finding) return result;
    accept(candidate, setting, document);
    result.document = std::move(document);
    return result;
  });
  if (!outcome.known_peer) return unknown_peer(call);
  if (!exists) return missing(call, setting.missing_code, setting.missing);
  if (outcome.finding) return refused(call, *outcome.finding);
  const int status = is_put ? 200 : 201;
  const catalog::Outcome* documented = call.operation.find(status);
  Answer result = documented->has_body()
                      ? setting_answer(status, setting.response, outcome.document->root())
                      : empty_answer(status);
  if (!is_put) result.location = call.base + call.path();
  return result;
}

Answer remove_peer_setting(const Call& call, engine::Visit& world) {
  const PeerSetting& setting = setting_of(call);
  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result;
    result.known_peer = knows_peer(call, session);
    if (!result.known_peer) return result;
    result.document = find_setting(call, session, setting.path);
    if (!result.document) return result;
    PeerCandidate candidate =
        candidate_of(call, session, result.document->root(), result.document->root());
    result.finding = first_broken(setting.removal_rules, candidate);
    if (result.finding) return result;
    session.store.peer_settings.remove({candidate.account, candidate.peer, setting.path});
    candidate.document = {};
    if (setting.apply != nullptr) setting.apply(candidate);
    return result;
  });
  if (!outcome.known_peer) return unknown_peer(call);
  if (!outcome.document) return missing(call, setting.missing_code, setting.missing);
  return outcome.finding ? refused(call, *outcome.finding) : empty_answer(200);
}

Answer get_mms_settings(const Call& call, engine::Visit& world) {
  const Outcome found = read_setting(call, world, kMms);
  if (!found.known_peer) return unknown_peer(call);
  if (!found.document)
    return missing(call, peer_setting(kMms).missing_code, peer_setting(kMms).missing);
  xml::Document document("MmsFeatureMmsSettingsResponse");
  document.root()
      .add("MmsSettings")
      .add("Protocol", found.document->root().at("MmsSettings/Protocol").text());
  return answer(200, std::move(document));
}

Answer list_smpp_hosts(const Call& call, engine::Visit& world) {
  const Outcome found = read_setting(call, world, kSms);
  if (!found.known_peer) return unknown_peer(call);
  xml::Document document("SmsSmppHostsResponse");
  xml::Element hosts = document.root().add("SmsHosts");
  if (found.document) {
    for (const xml::Element host : found.document->root().child("SmppHosts").children())
      add_sms_host(hosts, host);
  }
  return answer(200, std::move(document));
}

Answer add_smpp_host(const Call& call, engine::Visit& world) {
  const PeerSetting& setting = peer_setting(kSms);
  xml::Document document("SmsSmppHostResponse");
  std::string id;
  const Outcome outcome = world.write([&](engine::Session& session) {
    Outcome result;
    result.known_peer = knows_peer(call, session);
    if (!result.known_peer) return result;
    result.document = find_setting(call, session, kSms);
    if (!result.document) {
      result.finding = broken_rule(kNoSmsFeature);
      return result;
    }
    const xml::Document before = *find_setting(call, session, kSms);
    xml::Element host =
        result.document->root().child_or_add("SmppHosts").add_copy(call.body->root());
    host.rename("SmppHost");
    host.remove_all("HostId");
    PeerCandidate candidate = candidate_of(call, session, result.document->root(), before.root());
    result.finding = first_broken(setting.rules, candidate);
    if (result.finding) return result;
    accept(candidate, setting, *result.document);
    id = host.text("HostId");
    add_sms_host(document.root(), host);
    return result;
  });
  if (!outcome.known_peer) return unknown_peer(call);
  if (outcome.finding) return refused(call, *outcome.finding);
  Answer result = answer(201, std::move(document));
  result.location = location(call, id);
  return result;
}

}  // namespace irisim::operations
