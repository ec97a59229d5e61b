#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/telephone_number.h"

namespace irisim::inventory {

// Who provides the numbers of a rate center: our own network, or a partner.
struct Vendor {
  std::string id, name;
  bool is_on_net = false;

  bool operator==(const Vendor&) const = default;
};

// A service provider that numbers are ported from.
struct Carrier {
  std::string spid, name;
  bool is_wireless = false;
  bool is_account_number_required = false;
  int minimum_porting_interval = 0;   // days
  bool is_supported = true;           // false: nobody can port from it
  std::vector<std::string> prefixes;  // of its numbers; none: it has all that no other has

  bool operator==(const Carrier&) const = default;
};

constexpr int kNone = -1;

struct RateCenter {
  int id = 0;
  std::string abbreviation, name, state;
  std::string lata;           // three digits, or five where LATAs are divided
  int tier = 0;               // 0: on-net; 1 to 5: off-net
  int vendor = kNone;         // index; none: neither we nor a partner cover it
  bool is_automated = false;  // whether ports to its off-net vendor need nobody's hands
  std::vector<std::string> cities, zips;
  std::vector<int> local;      // ids of the other rate centers of its local calling area
  std::vector<int> exchanges;  // NPA-NXXs (919555) where others hold all numbers

  bool operator==(const RateCenter&) const = default;
};

// A thousand numbers with the same seven digits.
struct Block {
  int prefix = 0;     // 9194390
  int available = 0;  // of its numbers, when a world starts
  bool is_protected = false;
  int rate_center = kNone;  // index; none: toll-free

  bool operator==(const Block&) const = default;
};

struct Contents {
  std::vector<Vendor> vendors;    // at least one is on-net
  std::vector<Carrier> carriers;  // exactly one has no prefixes
  std::vector<RateCenter> rate_centers;
  std::vector<Block> blocks;  // in any order
};

// The numbers that exist and where they are: what is the same in all worlds, and never changes.
// What somebody holds is in the store; that a number is available here only means that nobody held
// it when the world started. Which ones of a block: BlockNumbers.
class Inventory {
 public:
  explicit Inventory(Contents contents);

  const std::vector<Vendor>& vendors() const { return contents_.vendors; }
  const std::vector<Carrier>& carriers() const { return contents_.carriers; }
  const std::vector<RateCenter>& rate_centers() const { return contents_.rate_centers; }
  const std::vector<Block>& blocks() const { return contents_.blocks; }  // sorted by prefix

  // Null when there is none.
  const RateCenter* find(int id) const;
  const RateCenter* find(std::string_view abbreviation, std::string_view state) const;
  const Vendor* vendor_of(const RateCenter& rate_center) const;
  const RateCenter* rate_center_of(const Block& block) const;
  const Block* block_of(Tn tn) const;

  // That of the number's block; else of its NPA-NXX; else the first one with its NPA. Null for a
  // number that is toll-free, or in an area that the inventory does not know.
  const RateCenter* rate_center_of(Tn tn) const;

  // That of its rate center; for a toll-free number the on-net one.
  const Vendor* vendor_of(Tn tn) const;
  const Vendor& on_net_vendor() const;

  // Who holds a number that is not ours: the carrier with the longest prefix of it.
  const Carrier& carrier_of(Tn tn) const;

  // Those of the rate center, and those whose prefix begins with one to seven digits (919, 919439),
  // sorted by prefix.
  std::vector<const Block*> blocks_of(const RateCenter& rate_center) const;
  std::span<const Block> blocks_beginning_with(std::string_view digits) const;

 private:
  const RateCenter* rate_center_at(int index) const;

  Contents contents_;
  std::unordered_map<int, int> by_id_;  // here and below: to indices of rate centers
  std::map<std::pair<std::string, std::string>, int> by_name_;
  std::unordered_map<int, int> by_npa_nxx_, by_npa_;
  std::vector<std::vector<int>> blocks_of_;         // indices of blocks, for each rate center
  std::unordered_map<std::string, int> by_prefix_;  // carriers
  int default_carrier_ = kNone;
  int on_net_vendor_ = kNone;
};

}  // namespace irisim::inventory
