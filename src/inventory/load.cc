#include "inventory/load.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/states.h"
#include "base/text.h"
#include "inventory/block_reader.h"
#include "yaml/reader.h"

namespace irisim::inventory {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr long kHighestTier = 5;
constexpr long kLargestId = 1'000'000'000;
constexpr size_t kLongestAbbreviation = 10;

bool is_digits(std::string_view text, std::initializer_list<size_t> lengths) {
  return all_digits(text) && std::ranges::find(lengths, text.size()) != lengths.end();
}

class Loader {
 public:
  explicit Loader(std::string_view file) : reader_(file), blocks_(reader_) {}

  Result<Inventory, std::vector<yaml::Fault>> load(const Node& root) {
    if (reader_.expect_map(root, {"vendors", "carriers", "rateCenters", "tollFree"})) {
      each(root, "vendors", [&](const Node& node) { vendor(node); });
      each(root, "carriers", [&](const Node& node) { carrier(node); });
      check_vendors_and_carriers(root);
      each(root, "rateCenters", [&](const Node& node) { rate_center(node); });
      for (const auto& [index, node] : locals_) local(*node, contents_.rate_centers[index]);
      if (const Node* node = root.find("tollFree"))
        blocks_.read(*node, {.is_toll_free = true}, contents_.blocks);
    }
    if (!reader_.faults().empty()) return reader_.faults();
    return Inventory(std::move(contents_));
  }

 private:
  template <class Read>
  void each(const Node& map, std::string_view key, Read read) {
    const Node* list = reader_.require(map, key);
    if (list == nullptr || !reader_.expect_sequence(*list)) return;
    for (const Node& node : list->items) read(node);
  }

  bool flag(const Node& map, std::string_view key, bool absent) {
    const Node* value = map.find(key);
    return value == nullptr ? absent : reader_.boolean(*value);
  }

  std::optional<int> number(const Node& node, long least, long most) {
    const std::optional<long> value = reader_.number(node);
    if (!value) return std::nullopt;
    if (*value >= least && *value <= most) return static_cast<int>(*value);
    reader_.fault(node, "'" + node.scalar + "' is not a number from " + std::to_string(least) +
                            " to " + std::to_string(most));
    return std::nullopt;
  }

  template <class Set>
  void expect_new(const Node& node, std::string_view what, Set& known,
                  typename Set::value_type value) {
    if (!known.insert(std::move(value)).second)
      reader_.fault(node, std::string(what) + " '" + node.scalar + "' stands twice");
  }

  void vendor(const Node& node) {
    if (!reader_.expect_map(node, {"id", "name", "onNet"})) return;
    Vendor vendor;
    vendor.name = reader_.required_text(node, "name");
    vendor.is_on_net = flag(node, "onNet", false);
    if (const Node* id = reader_.require(node, "id")) {
      vendor.id = reader_.text(*id);
      if (std::ranges::find(vendor_ids_, vendor.id) != vendor_ids_.end())
        reader_.fault(*id, "vendor '" + vendor.id + "' stands twice");
    }
    vendor_ids_.push_back(vendor.id);
    contents_.vendors.push_back(std::move(vendor));
  }

  void carrier(const Node& node) {
    if (!reader_.expect_map(node, {"spid", "name", "wireless", "accountNumberRequired",
                                   "minimumPortingInterval", "supported", "prefixes"}))
      return;
    Carrier carrier;
    carrier.name = reader_.required_text(node, "name");
    if (const Node* spid = reader_.require(node, "spid")) {
      carrier.spid = reader_.text(*spid);
      expect_new(*spid, "carrier", spids_, carrier.spid);
    }
    carrier.is_wireless = flag(node, "wireless", false);
    carrier.is_account_number_required = flag(node, "accountNumberRequired", false);
    carrier.is_supported = flag(node, "supported", true);
    constexpr long kYear = 365;
    if (const Node* days = node.find("minimumPortingInterval"))
      carrier.minimum_porting_interval = number(*days, 0, kYear).value_or(0);
    if (const Node* prefixes = node.find("prefixes");
        prefixes && reader_.expect_sequence(*prefixes)) {
      for (const Node& prefix : prefixes->items) {
        carrier.prefixes.push_back(reader_.text(prefix));
        if (!is_digits(prefix.scalar, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
          reader_.fault(prefix, "'" + prefix.scalar + "' is not one to ten digits");
        expect_new(prefix, "prefix", carrier_prefixes_, prefix.scalar);
      }
    }
    contents_.carriers.push_back(std::move(carrier));
  }

  void check_vendors_and_carriers(const Node& root) {
    if (std::ranges::none_of(contents_.vendors, &Vendor::is_on_net))
      reader_.fault(root, "no vendor has 'onNet: true'");
    const auto is_default = [](const Carrier& carrier) { return carrier.prefixes.empty(); };
    if (std::ranges::count_if(contents_.carriers, is_default) != 1)
      reader_.fault(root, "one carrier, and only one, has no 'prefixes': it has all other numbers");
  }

  void rate_center(const Node& node) {
    if (!reader_.expect_map(
            node, {"id", "abbreviation", "name", "state", "lata", "tier", "vendor", "automated",
                   "cities", "zips", "local", "blocks", "protected", "exchanges"}))
      return;
    const int index = static_cast<int>(contents_.rate_centers.size());
    RateCenter center;
    if (const Node* id = reader_.require(node, "id")) {
      center.id = number(*id, 1, kLargestId).value_or(0);
      if (center.id != 0) expect_new(*id, "rate center", ids_, center.id);
    }
    names(node, center);
    coverage(node, center);
    if (const Node* cities = node.find("cities")) center.cities = reader_.texts(*cities);
    if (const Node* zips = node.find("zips")) center.zips = digits(*zips, "ZIP code", 5);
    if (const Node* exchanges = node.find("exchanges")) {
      for (const std::string& exchange : digits(*exchanges, "NPA-NXX", 6))
        center.exchanges.push_back(std::stoi(exchange));
    }
    if (const Node* list = node.find("local")) locals_.push_back({index, list});
    for (const auto& [key, is_protected] : {std::pair("blocks", false), {"protected", true}}) {
      const Node* blocks = node.find(key);
      if (blocks == nullptr) continue;
      if (center.vendor == kNone)
        reader_.fault(*blocks, "a rate center without a vendor has no blocks, only exchanges");
      blocks_.read(*blocks, {.rate_center = index, .is_protected = is_protected}, contents_.blocks);
    }
    contents_.rate_centers.push_back(std::move(center));
  }

  void names(const Node& node, RateCenter& center) {
    const Node* abbreviation = reader_.require(node, "abbreviation");
    if (const Node* state = reader_.require(node, "state"))
      center.state = reader_.one_of(*state, "state", state_codes());
    if (abbreviation != nullptr) {
      center.abbreviation = reader_.text(*abbreviation);
      const std::string& text = center.abbreviation;
      if (text.empty() || text.size() > kLongestAbbreviation || text != upper(text))
        reader_.fault(*abbreviation, "'" + text + "' is not one to ten capitals");
      if (!names_.insert({text, center.state}).second)
        reader_.fault(*abbreviation,
                      "rate center '" + text + "' of " + center.state + " stands twice");
    }
    const Node* name = node.find("name");
    center.name = name == nullptr ? center.abbreviation : reader_.text(*name);
    if (const Node* lata = reader_.require(node, "lata")) {
      center.lata = reader_.text(*lata);
      if (!is_digits(center.lata, {3, 5}))
        reader_.fault(*lata, "'" + center.lata + "' is not the three or five digits of a LATA");
    }
  }

  void coverage(const Node& node, RateCenter& center) {
    const Node* tier = node.find("tier");
    if (tier != nullptr) center.tier = number(*tier, 0, kHighestTier).value_or(0);
    center.is_automated = flag(node, "automated", false);
    const Node* vendor = node.find("vendor");
    if (vendor == nullptr) return;
    const std::string id = reader_.one_of(*vendor, "vendor", vendor_ids_);
    const auto found = std::ranges::find(contents_.vendors, id, &Vendor::id);
    if (found == contents_.vendors.end()) return;
    center.vendor = static_cast<int>(found - contents_.vendors.begin());
    if (found->is_on_net != (center.tier == 0))
      reader_.fault(tier == nullptr ? *vendor : *tier,
                    "tier 0 is for on-net vendors, tiers 1 to 5 are for others");
  }

  std::vector<std::string> digits(const Node& node, std::string_view what, size_t length) {
    std::vector<std::string> texts = reader_.texts(node);
    for (size_t i = 0; i < texts.size(); ++i) {
      if (is_digits(texts[i], {length})) continue;
      const Node& at = node.items.empty() ? node : node.items[i];
      reader_.fault(at, "'" + texts[i] + "' is not the " + std::to_string(length) + " digits of " +
                            (what == "NPA-NXX" ? "an " : "a ") + std::string(what));
      return {};
    }
    return texts;
  }

  void local(const Node& list, RateCenter& center) {
    if (!reader_.expect_sequence(list)) return;
    for (const Node& node : list.items) {
      const std::optional<int> id = number(node, 1, kLargestId);
      if (!id) continue;
      if (*id == center.id) {
        reader_.fault(node, "a rate center does not list itself as local");
      } else if (!ids_.contains(*id)) {
        reader_.fault(node, "no rate center has the id '" + node.scalar + "'");
      }
      center.local.push_back(*id);
    }
  }

  Reader reader_;
  BlockReader blocks_;
  Contents contents_;
  std::vector<std::string> vendor_ids_;
  std::set<std::string> spids_, carrier_prefixes_;
  std::set<int> ids_;
  std::set<std::pair<std::string, std::string>> names_;
  std::vector<std::pair<int, const Node*>> locals_;  // read when all ids are known
};

}  // namespace

Result<Inventory, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  return Loader(file).load(*root);
}

}  // namespace irisim::inventory
