#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/telephone_number.h"
#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// What has become of a telephone number, in the words of GET /tns.
enum class NumberStatus {
  kAvailable = 0,  // back in the inventory, and still marked as protected
  kReserved = 1,
  kInservice = 2,
  kAging = 3,      // disconnected, and not yet to be had again
  kPortedOut = 4,  // with another carrier now
};
std::string_view name_of(NumberStatus status);  // "Inservice"

// A telephone number of which more is to be known than the inventory says.
struct Number {
  Tn tn = 0;
  NumberStatus status = NumberStatus::kInservice;
  std::string account;     // that holds it, or held it last
  std::string site, peer;  // of one in service
  int64_t order_row = 0;   // the order that brought it into this status
  Instant modified;
  std::optional<Instant> in_service;  // since when it is, or was last
  bool is_protected = false;
  std::string settings;         // XML; empty: as they are by default
  bool takes_messages = false;  // by its settings
  bool from_inventory = false;  // where it was available when the world started
};

// How many numbers of a thousands block there is something to know of.
struct BlockUse {
  int64_t held = 0;            // by somebody
  int64_t freed = 0;           // kAvailable
  int64_t from_inventory = 0;  // of both
};

// What a search needs to know of a number.
struct NumberMark {
  Tn tn = 0;
  bool is_available = false;
  bool is_protected = false;
};

// Thousands blocks (NPA-NXX-X), from the first to the last.
struct BlockRange {
  int first = 0;
  int last = 9'999'999;

  bool contains(int block) const { return first <= block && block <= last; }
  void narrow(const BlockRange& other);
};

// Which numbers to list. What is absent does not restrict.
struct NumberFilter {
  std::optional<std::string> account, site, peer;
  std::optional<NumberStatus> status;
  BlockRange blocks;                               // to look in
  std::function<bool(int npa_nxx_x)> wants_block;  // which of them; empty: all
  std::optional<Instant> modified_from, modified_before;

  bool has_block(int npa_nxx_x) const;
};

// Who holds which telephone number: at most one row for each, so that none is ever held twice. How
// many there are of each account, site, SIP peer and status is counted beside them, by thousands
// block and by area code (by triggers, in the schema), so that pages are found by blocks, totals by
// area codes or blocks, and neither depends on how many numbers an account has.
class Numbers {
 public:
  explicit Numbers(Database& database) : database_(database) {}

  std::optional<Number> find(Tn tn);
  void put(const Number& number);  // instead of what was known of it
  void remove(Tn tn);              // it is as the inventory says again

  // The numbers of which something is known, ascending, from the first to the last.
  std::vector<Number> range(Tn first, Tn last);

  // Likewise, but only what a search needs.
  std::vector<NumberMark> marks(Tn first, Tn last);

  // The blocks from the first to the last (NPA-NXX-X) of which something is known.
  std::unordered_map<int, BlockUse> uses(int first, int last);

  // The numbers of a SIP peer whose settings are not as they are by default.
  std::vector<Number> with_settings(std::string_view account, std::string_view peer);

  // Whether the SIP peer has a number that takes messages.
  bool any_with_messages(std::string_view account, std::string_view peer);

  // How many of the filter's numbers there are.
  int64_t count(const NumberFilter& filter);

  // How many numbers in service each site of the account has; one without any may be missing.
  std::unordered_map<std::string, int64_t> count_by_site(std::string_view account);

  // The filter's numbers in ascending order from the first on, after leaving some out; at most so
  // many.
  std::vector<Number> list(const NumberFilter& filter, Tn first, int64_t skip, int64_t limit);

 private:
  Database& database_;
};

}  // namespace irisim::store
