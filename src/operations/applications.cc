#include "operations/applications.h"

#include <algorithm>

#include "base/text.h"
#include "operations/application_rules.h"
#include "operations/finding.h"
#include "operations/order_call.h"
#include "operations/peer_setting.h"

namespace irisim::operations {
namespace {

constexpr int kNoAssociation = 12103;
constexpr int kInUse = 12107;
constexpr int kNoMessagingFeature = 12130;
constexpr int kNoVoiceFeature = 12150;
constexpr int kNotFound = 13629;
constexpr int kLastVoiceApplication = 13653;

// What an account needs for an application of a ServiceType: one of the features.
struct Need {
  std::string_view service;
  std::string_view features[2];
  int code;
};
constexpr Need kNeeds[] = {
    {kMessaging, {"HTTPV2", "HTTPV2"}, kNoMessagingFeature},
    {kVoice, {"OrigHttpVoice", "TermHttpVoice"}, kNoVoiceFeature},
};

Finding unknown_application(const Call& call) {
  return broken_rule(kNotFound, {std::string(call.parameter("applicationId"))});
}

// What a call did, for the answer that is printed after the lock is gone.
struct Outcome {
  std::optional<store::Application> application;  // absent: it was refused
  Finding finding;
};

Answer refused(const Call& call, const Finding& finding) {
  const int status = finding.code == kNotFound ? 404 : 400;
  return error_answer(call.operation, status, finding.code, finding.message);
}

std::optional<store::Application> find_application(const Call& call, engine::Session& session) {
  return session.store.applications.find(call.account(), lower(call.parameter("applicationId")));
}

xml::Element add_application(xml::Element parent, const store::Application& application) {
  const xml::Document document = xml::Document::restore(application.document);
  xml::Element element = parent.add_copy(document.root());
  element.remove_all("ApplicationId");
  element.add("ApplicationId", application.id);
  if (xml::Element credentials = element.child("CallbackCreds")) credentials.remove_all("Password");
  return element;
}

Answer application_answer(int status, const store::Application& application) {
  xml::Document document("ApplicationProvisioningResponse");
  add_application(document.root(), application);
  return answer(status, std::move(document));
}

std::optional<Finding> check_needs(const Call& call, const engine::Seed& seed,
                                   std::string_view service) {
  const engine::AccountSeed& account = seed.account(call.account());
  for (const Need& need : kNeeds) {
    if (need.service != service) continue;
    const bool met = std::ranges::any_of(
        need.features, [&](std::string_view feature) { return account.has_feature(feature); });
    if (!met) return broken_rule(need.code, {std::string(call.account())});
  }
  return std::nullopt;
}

// Makes of the stored application what `change` makes of its document, if the rules allow it.
template <class Change>
Answer change_application(const Call& call, engine::Visit& world, Change change) {
  const Outcome outcome = world.write([&](engine::Session& session) -> Outcome {
    std::optional<store::Application> application = find_application(call, session);
    if (!application) return {std::nullopt, unknown_application(call)};
    const xml::Document before = xml::Document::restore(application->document);
    const xml::Document document = change(before);
    complete_application(document.root(), before.root());
    if (auto broken = check_application(document.root(), before.root()))
      return {std::nullopt, *broken};
    application->document = document.compact();
    session.store.applications.update(call.account(), *application);
    return {application, {}};
  });
  if (!outcome.application) return refused(call, outcome.finding);
  return application_answer(200, *outcome.application);
}

xml::Document copy_of(xml::Element application) {
  xml::Document document("Application");
  for (const xml::Element child : application.children()) document.root().add_copy(child);
  return document;
}

}  // namespace

Answer list_applications(const Call& call, engine::Visit& world) {
  const std::vector<store::Application> applications = world.read(
      [&](engine::Session& session) { return session.store.applications.list(call.account()); });
  xml::Document document("ApplicationProvisioningResponse");
  xml::Element list = document.root().add("ApplicationList");
  for (const store::Application& application : applications) add_application(list, application);
  return answer(200, std::move(document));
}

Answer create_application(const Call& call, engine::Visit& world) {
  const xml::Document document = copy_of(call.body->root());
  complete_application(document.root(), {});
  if (const auto broken = check_application(document.root(), {})) return refused(call, *broken);
  const std::string service(document.root().text("ServiceType"));
  if (const auto broken = check_needs(call, world.seed_data(), service))
    return refused(call, *broken);

  store::Application application{{}, service, document.compact()};
  world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    application.id = make_uuid(session.dice, "application", session.store.next("application"));
    session.store.applications.add(call.account(), application);
    return true;
  });
  Answer result = application_answer(201, application);
  result.location = location(call, application.id);
  return result;
}

Answer get_application(const Call& call, engine::Visit& world) {
  const std::optional<store::Application> application =
      world.read([&](engine::Session& session) { return find_application(call, session); });
  if (!application) return refused(call, unknown_application(call));
  return application_answer(200, *application);
}

Answer replace_application(const Call& call, engine::Visit& world) {
  return change_application(call, world,
                            [&](const xml::Document&) { return copy_of(call.body->root()); });
}

Answer patch_application(const Call& call, engine::Visit& world) {
  return change_application(call, world, [&](const xml::Document& before) {
    xml::Document document = copy_of(before.root());
    patch_application(document.root(), call.body->root());
    return document;
  });
}

Answer remove_application(const Call& call, engine::Visit& world) {
  const Outcome outcome = world.write([&](engine::Session& session) -> Outcome {
    std::optional<store::Application> application = find_application(call, session);
    if (!application) return {std::nullopt, unknown_application(call)};
    store::Store& store = session.store;
    const std::vector<std::string> peers =
        store.peer_settings.peers_of_application(call.account(), application->id);
    if (!peers.empty()) return {std::nullopt, broken_rule(kInUse, {join(peers, ", ")})};
    const std::vector<std::string> callers = http_voice_peers(session, call.account());
    if (application->service == kVoice && !callers.empty() &&
        store.applications.count(call.account(), kVoice) == 1) {
      return {std::nullopt, broken_rule(kLastVoiceApplication, {join(callers, ", ")})};
    }
    store.applications.remove(call.account(), application->id);
    return {application, {}};
  });
  return outcome.application ? empty_answer(200) : refused(call, outcome.finding);
}

Answer list_application_peers(const Call& call, engine::Visit& world) {
  const xml::Document account =
      xml::Document::restore(world.seed_data().account(call.account()).document);
  if (account.root().text("AssociatedCatapultAccount").empty())
    return refused(call, broken_rule(kNoAssociation, {std::string(call.account())}));

  xml::Document document("AssociatedSipPeersResponse");
  xml::Element list = document.root().add("AssociatedSipPeers");
  const bool known = world.read([&](engine::Session& session) {
    const auto application = find_application(call, session);
    if (!application) return false;
    store::Store& store = session.store;
    for (const std::string& id :
         store.peer_settings.peers_of_application(call.account(), application->id)) {
      const auto peer = store.sites.find_peer(call.account(), id);
      if (!peer) continue;
      xml::Element entry = list.add("AssociatedSipPeer");
      entry.add("SiteId", peer->site);
      entry.add("SiteName", store.sites.find(call.account(), peer->site)->name);
      entry.add("PeerId", peer->id);
      entry.add("PeerName", peer->name);
    }
    return true;
  });
  if (!known) return refused(call, unknown_application(call));
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
