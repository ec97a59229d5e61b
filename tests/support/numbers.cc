#include "tests/support/numbers.h"

#include <algorithm>

#include "base/check.h"
#include "inventory/block_numbers.h"
#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

std::string list_of_elements(const std::string& root, const std::string& name,
                             const std::vector<std::string>& numbers) {
  std::string text = "<" + root + ">";
  for (const std::string& number : numbers) text += "<" + name + ">" + number + "</" + name + ">";
  return text + "</" + root + ">";
}

// The first number of the first block of that kind.
std::string available_in(bool (*is_wanted)(const inventory::Block&)) {
  const engine::WorldSettings settings = default_settings();
  const auto& blocks = settings.inventory->blocks();
  const auto block = std::ranges::find_if(blocks, is_wanted);
  IRISIM_CHECK(block != blocks.end());
  const Dice dice{world_seed(settings.seed, "")};
  const std::optional<Tn> tn =
      inventory::BlockNumbers(dice, *block).next(Tn{block->prefix} * 1'000);
  IRISIM_CHECK(tn.has_value());
  return format_tn(*tn);
}

}  // namespace

void use_seed(app::ServerOptions& options, const std::string& text) {
  const auto seed = engine::load_seed(text, "seed.yaml");
  IRISIM_CHECK(seed.ok());
  options.world.seed_data = std::make_shared<const engine::Seed>(seed.value());
}

std::string put_in_service(Server& server, const std::vector<std::string>& numbers) {
  const std::string request = portin_request(numbers.front());
  const std::string first = "<PhoneNumber>" + numbers.front() + "</PhoneNumber>";
  std::string all;
  for (const std::string& number : numbers) all += "<PhoneNumber>" + number + "</PhoneNumber>";
  const std::string id = create_portin(server, replaced(request, first, all));
  reach_foc(server, id);
  transition(server, id, "COMPLETE");
  return id;
}

void with_other_peer(app::ServerOptions& options) {
  std::string text = source_file("fixtures/seed.yaml");
  const size_t peer = text.find("- id: 303716");
  IRISIM_CHECK(peer != std::string::npos);
  const size_t line = text.rfind('\n', peer) + 1;
  text.insert(line, text.substr(line, peer - line) + "- { id: 303717, name: Other Peer }\n");
  use_seed(options, text);
}

void with_features(app::ServerOptions& options, const std::string& features) {
  use_seed(options, replaced(source_file("fixtures/seed.yaml"), "{ name: NumberManagement }",
                             "{ name: NumberManagement, features: [" + features + "] }"));
}

std::string available_number() {
  return available_in([](const inventory::Block& block) { return block.prefix == 9194390; });
}

std::string available_toll_free_number() {
  return available_in(
      [](const inventory::Block& block) { return block.rate_center == inventory::kNone; });
}

std::string tn_list(const std::vector<std::string>& numbers) {
  return list_of_elements("TnList", "Tn", numbers);
}

std::string move_request(const std::vector<std::string>& numbers) {
  return list_of_elements("SipPeerTelephoneNumbers", "FullNumber", numbers);
}

std::string settings_request(const std::string& number, const std::string& elements) {
  return "<SipPeerTelephoneNumber><FullNumber>" + number + "</FullNumber>" + elements +
         "</SipPeerTelephoneNumber>";
}

}  // namespace irisim::test
