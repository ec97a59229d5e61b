#include "operations/sites.h"

#include <utility>

#include "operations/address_conflict.h"
#include "operations/order_call.h"
#include "operations/refusal.h"
#include "operations/site_call.h"
#include "operations/site_document.h"

namespace irisim::operations {
namespace {

constexpr int kOtherId = 12521;
constexpr int kHasPeers = 12031;
constexpr uint64_t kFirstId = 3013;  // as in the contract's example

std::string new_id(engine::Session& session) {
  for (;;) {
    std::string id = std::to_string(kFirstId - 1 + session.store.next("site"));
    if (!session.store.sites.is_site_id(id)) return id;
  }
}

store::Site site_of(std::string_view id, const xml::Document& document) {
  return {std::string(id), std::string(document.root().text("Name")), document.compact()};
}

// What is wrong with a sent site before the world is looked at.
std::optional<Answer> refuse(const Call& call, const xml::Document& document,
                             std::vector<Finding> findings) {
  if (const auto refusal = first_refusal(std::move(findings))) return refused(call, *refusal);
  return address_conflict(call, document.root().child("Address"));
}

}  // namespace

Answer create_site(const Call& call, engine::Visit& world) {
  const xml::Document document = take_site(call.body->root());
  if (auto refusal = refuse(call, document, check_site(document.root())))
    return std::move(*refusal);
  const std::string id = world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    store::Site site = site_of(new_id(session), document);
    session.store.sites.add(call.account(), site);
    return site.id;
  });
  return created(call, id);
}

Answer get_site(const Call& call, engine::Visit& world) {
  const Outcome<store::Site> site =
      world.write([&](engine::Session& session) { return find_site(call, session); });
  if (!site) return refused(call, site.error());
  xml::Document document("SiteResponse");
  add_site(document.root(), *site);
  return answer(200, std::move(document));
}

Answer update_site(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  const xml::Document document = take_site(sent);
  std::vector<Finding> findings = check_site(document.root());
  const std::string_view id = sent.text("Id");
  if (!id.empty() && id != call.parameter("siteId")) findings.push_back(broken_rule(kOtherId));

  std::optional<Answer> refusal = refuse(call, document, std::move(findings));

  const Outcome<store::Site> site = world.write([&](engine::Session& session) {
    Outcome<store::Site> found = find_site(call, session);
    if (found && !refusal) session.store.sites.update(call.account(), site_of(found->id, document));
    return found;
  });
  if (!site) return refused(call, site.error());
  return refusal ? std::move(*refusal) : empty_answer(200);
}

Answer remove_site(const Call& call, engine::Visit& world) {
  const Outcome<store::Site> site = world.write([&](engine::Session& session) {
    Outcome<store::Site> found = find_site(call, session);
    if (!found) return found;
    if (!session.store.sites.list_peers(call.account(), found->id).empty())
      return Outcome<store::Site>(Refusal{400, broken_rule(kHasPeers)});
    session.store.sites.remove(call.account(), found->id);
    return found;
  });
  return site ? empty_answer(200) : refused(call, site.error());
}

}  // namespace irisim::operations
