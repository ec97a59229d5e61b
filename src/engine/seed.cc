#include "engine/seed.h"

#include "yaml/reader.h"

namespace irisim::engine {
namespace {

using yaml::Node;
using yaml::Reader;

std::string required_text(const Node& map, std::string_view key, Reader& reader) {
  const Node* value = reader.require(map, key);
  return value == nullptr ? std::string() : reader.text(*value);
}

Seed::Site read_site(const Node& node, Reader& reader) {
  Seed::Site site;
  if (!reader.expect_map(node, {"id", "name", "sipPeers"})) return site;
  site.id = required_text(node, "id", reader);
  site.name = required_text(node, "name", reader);
  const Node* peers = node.find("sipPeers");
  if (peers == nullptr || !reader.expect_sequence(*peers)) return site;
  for (const Node& peer : peers->items) {
    if (!reader.expect_map(peer, {"id", "name", "default"})) continue;
    const Node* is_default = peer.find("default");
    site.peers.push_back({required_text(peer, "id", reader), required_text(peer, "name", reader),
                          is_default != nullptr && reader.boolean(*is_default)});
  }
  return site;
}

}  // namespace

Result<Seed, std::vector<yaml::Fault>> load_seed(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Seed seed;
  if (reader.expect_map(*root, {"accounts"})) {
    const Node* accounts = reader.require(*root, "accounts");
    if (accounts != nullptr && reader.expect_map(*accounts, {"sites"})) {
      const Node* sites = reader.require(*accounts, "sites");
      if (sites != nullptr && reader.expect_sequence(*sites)) {
        for (const Node& site : sites->items) seed.sites.push_back(read_site(site, reader));
      }
    }
  }
  if (!reader.faults().empty()) return reader.faults();
  return seed;
}

}  // namespace irisim::engine
