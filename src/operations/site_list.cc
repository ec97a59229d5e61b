#include "operations/site_list.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "operations/refusal.h"
#include "operations/sip_peer_document.h"
#include "operations/site_document.h"

namespace irisim::operations {
namespace {

constexpr int kBadValue = 1008;

// What stands in the answer besides the sites themselves.
struct Extent {
  bool tn_counts = false, peers = false, summary = false;
};
struct Option {
  std::string_view parameter;
  bool Extent::*set;
};
constexpr Option kOptions[] = {{"tnCounts", &Extent::tn_counts},
                               {"sipPeerDetails", &Extent::peers},
                               {"summary", &Extent::summary}};

Outcome<Extent> read_extent(const http::Query& query) {
  Extent extent;
  for (const auto& [parameter, set] : kOptions) {
    const std::optional<std::string> text = query.find(parameter);
    if (!text) continue;
    if (!is_boolean(*text)) return Refusal{400, broken_rule(kBadValue, {*text}, {}, "value")};
    extent.*set = is_true(*text);
  }
  return extent;
}

struct Entry {
  store::Site site;
  std::vector<store::SipPeer> peers;
  int64_t numbers = 0;  // in service
};

void add_entry(xml::Element parent, const Entry& entry, const Extent& extent) {
  xml::Element site = add_site(parent, entry.site);
  if (extent.tn_counts) site.add("TelephoneNumberCount", std::to_string(entry.numbers));
  if (!extent.peers && !extent.summary) return;
  site.add("SipPeerCount", std::to_string(entry.peers.size()));
  xml::Element peers = site.add("SipPeers");
  for (const store::SipPeer& peer : entry.peers)
    extent.summary ? add_sip_peer_summary(peers, peer) : add_sip_peer_details(peers, peer);
}

}  // namespace

Answer list_sites(const Call& call, engine::Visit& world) {
  const Outcome<Extent> extent = read_extent(call.query);
  if (!extent) return refused(call, extent.error());
  const std::vector<Entry> entries = world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    std::vector<Entry> result;
    std::unordered_map<std::string, int64_t> numbers;
    if (extent->tn_counts) numbers = session.store.numbers.count_by_site(call.account());
    for (store::Site& site : session.store.sites.list(call.account())) {
      std::vector<store::SipPeer> peers;
      if (extent->peers || extent->summary)
        peers = session.store.sites.list_peers(call.account(), site.id);
      const int64_t count = numbers[site.id];
      result.push_back({std::move(site), std::move(peers), count});
    }
    return result;
  });
  xml::Document document("SitesResponse");
  const xml::Element sites = document.root().add("Sites");
  for (const Entry& entry : entries) add_entry(sites, entry, *extent);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
