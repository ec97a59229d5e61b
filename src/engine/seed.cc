#include "engine/seed.h"

#include "base/text.h"
#include "yaml/reader.h"

namespace irisim::engine {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr char kTemplate[] = "template";

// The template comes first, wherever it stands, since the listed accounts begin as it is.
void read_accounts(const Node& accounts, Reader& reader, Seed& seed) {
  if (accounts.kind != Node::Kind::kMap) {
    reader.fault(accounts, "expected a map with the keys others, template and ids of accounts");
    return;
  }
  if (const Node* base = reader.require(accounts, kTemplate))
    read_account(*base, reader, seed.others);
  for (const auto& [key, value] : accounts.members) {
    if (key.scalar == kTemplate) continue;
    if (key.scalar == "others") {
      const std::string choices[] = {kTemplate, "unknown"};
      seed.makes_others = reader.one_of(value, "value of others", choices) == kTemplate;
    } else if (!all_digits(key.scalar)) {
      reader.fault(key, "'" + key.scalar +
                            "' is neither others nor template nor the id of an account, a number");
    } else {
      AccountSeed& account = seed.listed.emplace(key.scalar, seed.others).first->second;
      read_account(value, reader, account);
    }
  }
}

}  // namespace

bool Seed::knows(std::string_view account) const {
  return makes_others || listed.contains(account);
}

const AccountSeed& Seed::account(std::string_view id) const {
  const auto found = listed.find(id);
  return found == listed.end() ? others : found->second;
}

Result<Seed, std::vector<yaml::Fault>> load_seed(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Seed seed;
  if (reader.expect_map(*root, {"accounts"})) {
    if (const Node* accounts = reader.require(*root, "accounts"))
      read_accounts(*accounts, reader, seed);
  }
  if (!reader.faults().empty()) return reader.faults();
  return seed;
}

}  // namespace irisim::engine
