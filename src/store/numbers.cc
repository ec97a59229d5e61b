#include "store/numbers.h"

#include <algorithm>

namespace irisim::store {
namespace {

#define NUMBER_COLUMNS                                                                         \
  "tn, status, account, site, peer, order_row, modified, in_service, is_protected, settings, " \
  "takes_messages, from_inventory"

constexpr char kFind[] = "SELECT " NUMBER_COLUMNS " FROM numbers WHERE tn = ?";
constexpr char kRange[] =
    "SELECT " NUMBER_COLUMNS " FROM numbers WHERE tn BETWEEN ? AND ? ORDER BY tn";
constexpr char kWithSettings[] =
    "SELECT " NUMBER_COLUMNS
    " FROM numbers WHERE account = ? AND peer = ? AND settings <> '' ORDER BY tn";
constexpr char kMarks[] =
    "SELECT tn, status, is_protected FROM numbers WHERE tn BETWEEN ? AND ? ORDER BY tn";
constexpr char kUses[] =
    "SELECT npa_nxx_x, sum(iif(status = ?3, 0, count)), sum(iif(status = ?3, count, 0)),"
    " sum(from_inventory)"
    " FROM number_counts WHERE npa_nxx_x BETWEEN ?1 AND ?2"
    " GROUP BY npa_nxx_x HAVING sum(count) > 0";
constexpr char kPut[] =
    "INSERT INTO numbers (" NUMBER_COLUMNS
    ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (tn) DO UPDATE SET status = excluded.status, account = excluded.account,"
    " site = excluded.site, peer = excluded.peer, order_row = excluded.order_row,"
    " modified = excluded.modified, in_service = excluded.in_service,"
    " is_protected = excluded.is_protected, settings = excluded.settings,"
    " takes_messages = excluded.takes_messages, from_inventory = excluded.from_inventory";
constexpr char kAnyWithMessages[] =
    "SELECT 1 FROM numbers WHERE account = ? AND peer = ? AND takes_messages LIMIT 1";
constexpr char kCountBySite[] =
    "SELECT site, sum(count) FROM number_counts WHERE account = ? AND status = ? GROUP BY site";

// Of one block, in which there are a thousand at most.
#define NUMBER_CRITERIA                                               \
  " FROM numbers WHERE tn BETWEEN ?7 AND ?8"                          \
  " AND (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR status = ?2)" \
  " AND (?3 IS NULL OR site = ?3) AND (?4 IS NULL OR peer = ?4)"      \
  " AND (?5 IS NULL OR modified >= ?5) AND (?6 IS NULL OR modified < ?6)"
constexpr char kList[] = "SELECT " NUMBER_COLUMNS NUMBER_CRITERIA " ORDER BY tn LIMIT ?9";
constexpr char kCount[] = "SELECT count(*)" NUMBER_CRITERIA;
#undef NUMBER_CRITERIA
#undef NUMBER_COLUMNS

constexpr char kBlocks[] =
    "SELECT npa_nxx_x, sum(count) FROM number_counts"
    " WHERE account = ?1 AND npa_nxx_x BETWEEN ?5 AND ?6 AND (?2 IS NULL OR status = ?2)"
    " AND (?3 IS NULL OR site = ?3) AND (?4 IS NULL OR peer = ?4)"
    " GROUP BY npa_nxx_x HAVING sum(count) > 0 ORDER BY npa_nxx_x";
constexpr char kBlocksOfAll[] =
    "SELECT npa_nxx_x, sum(count) FROM number_counts"
    " WHERE ?1 IS NULL AND npa_nxx_x BETWEEN ?5 AND ?6 AND (?2 IS NULL OR status = ?2)"
    " AND (?3 IS NULL OR site = ?3) AND (?4 IS NULL OR peer = ?4)"
    " GROUP BY npa_nxx_x HAVING sum(count) > 0 ORDER BY npa_nxx_x";
#define AREA_CODES                                               \
  "SELECT coalesce(sum(count), 0) FROM area_code_counts"         \
  " WHERE npa BETWEEN ?5 AND ?6 AND (?2 IS NULL OR status = ?2)" \
  " AND (?3 IS NULL OR site = ?3) AND (?4 IS NULL OR peer = ?4) AND "
constexpr char kAreaCodes[] = AREA_CODES "account = ?1";
constexpr char kAreaCodesOfAll[] = AREA_CODES "?1 IS NULL";
#undef AREA_CODES

constexpr Tn kBlockSize = 1'000;
constexpr int kBlocksOfAreaCode = 10'000;

std::optional<int64_t> status_value(const NumberFilter& filter) {
  if (!filter.status) return std::nullopt;
  return static_cast<int64_t>(*filter.status);
}

Number read_number(const Rows& rows) {
  Number number;
  int column = 0;
  number.tn = rows.number(column++);
  number.status = static_cast<NumberStatus>(rows.number(column++));
  number.account = rows.text(column++);
  number.site = rows.text(column++);
  number.peer = rows.text(column++);
  number.order_row = rows.number(column++);
  number.modified = rows.instant(column++);
  if (!rows.is_null(column)) number.in_service = rows.instant(column);
  number.is_protected = rows.number(++column) != 0;
  number.settings = rows.text(++column);
  number.takes_messages = rows.number(++column) != 0;
  number.from_inventory = rows.number(++column) != 0;
  return number;
}

// The filter's counts of blocks or area codes, from the first to the last.
Rows counts(Database& database, const char* sql, const NumberFilter& filter, int first, int last) {
  return database.query(sql, filter.account, status_value(filter), filter.site, filter.peer,
                        int64_t{first}, int64_t{last});
}

// The blocks in which the filter has numbers, from the one on, each with its count.
Rows blocks(Database& database, const NumberFilter& filter, int from) {
  return counts(database, filter.account ? kBlocks : kBlocksOfAll, filter,
                std::max(from, filter.blocks.first), filter.blocks.last);
}

template <class... Rest>
Rows numbers_of_block(Database& database, const char* sql, const NumberFilter& filter, Tn first,
                      Tn last, const Rest&... rest) {
  return database.query(sql, filter.account, status_value(filter), filter.site, filter.peer,
                        filter.modified_from, filter.modified_before, first, last, rest...);
}

// The counts say nothing of times.
bool counts_suffice(const NumberFilter& filter) {
  return !filter.modified_from && !filter.modified_before;
}

bool wants_whole_area_codes(const NumberFilter& filter) {
  return !filter.wants_block && filter.blocks.first % kBlocksOfAreaCode == 0 &&
         (filter.blocks.last + 1) % kBlocksOfAreaCode == 0;
}

}  // namespace

std::string_view name_of(NumberStatus status) {
  static constexpr std::string_view kNames[] = {"Available", "Reserved", "Inservice", "Aging",
                                                "PortOut"};
  return kNames[static_cast<size_t>(status)];
}

void BlockRange::narrow(const BlockRange& other) {
  first = std::max(first, other.first);
  last = std::min(last, other.last);
}

bool NumberFilter::has_block(int npa_nxx_x) const {
  return blocks.contains(npa_nxx_x) && (!wants_block || wants_block(npa_nxx_x));
}

std::optional<Number> Numbers::find(Tn tn) {
  Rows rows = database_.query(kFind, tn);
  if (!rows.next()) return std::nullopt;
  return read_number(rows);
}

void Numbers::put(const Number& number) {
  database_.run(kPut, number.tn, static_cast<int64_t>(number.status), number.account, number.site,
                number.peer, number.order_row, number.modified, number.in_service,
                int64_t{number.is_protected}, number.settings, int64_t{number.takes_messages},
                int64_t{number.from_inventory});
}

void Numbers::remove(Tn tn) {
  database_.run("DELETE FROM numbers WHERE tn = ?", tn);
}

std::vector<Number> Numbers::range(Tn first, Tn last) {
  std::vector<Number> result;
  Rows rows = database_.query(kRange, first, last);
  while (rows.next()) result.push_back(read_number(rows));
  return result;
}

std::vector<Number> Numbers::with_settings(std::string_view account, std::string_view peer) {
  std::vector<Number> result;
  Rows rows = database_.query(kWithSettings, account, peer);
  while (rows.next()) result.push_back(read_number(rows));
  return result;
}

bool Numbers::any_with_messages(std::string_view account, std::string_view peer) {
  return database_.query(kAnyWithMessages, account, peer).next();
}

std::vector<NumberMark> Numbers::marks(Tn first, Tn last) {
  std::vector<NumberMark> result;
  Rows rows = database_.query(kMarks, first, last);
  while (rows.next()) {
    const auto status = static_cast<NumberStatus>(rows.number(1));
    result.push_back({rows.number(0), status == NumberStatus::kAvailable, rows.number(2) != 0});
  }
  return result;
}

std::unordered_map<int, BlockUse> Numbers::uses(int first, int last) {
  std::unordered_map<int, BlockUse> result;
  Rows rows = database_.query(kUses, int64_t{first}, int64_t{last},
                              static_cast<int64_t>(NumberStatus::kAvailable));
  while (rows.next()) {
    result.emplace(static_cast<int>(rows.number(0)),
                   BlockUse{rows.number(1), rows.number(2), rows.number(3)});
  }
  return result;
}

int64_t Numbers::count(const NumberFilter& filter) {
  if (counts_suffice(filter) && wants_whole_area_codes(filter)) {
    Rows sum =
        counts(database_, filter.account ? kAreaCodes : kAreaCodesOfAll, filter,
               filter.blocks.first / kBlocksOfAreaCode, filter.blocks.last / kBlocksOfAreaCode);
    sum.next();
    return sum.number(0);
  }
  int64_t total = 0;
  Rows rows = blocks(database_, filter, 0);
  while (rows.next()) {
    const auto block = static_cast<int>(rows.number(0));
    if (!filter.has_block(block)) continue;
    if (counts_suffice(filter)) {
      total += rows.number(1);
      continue;
    }
    const Tn first = block * kBlockSize;
    Rows counted = numbers_of_block(database_, kCount, filter, first, first + kBlockSize - 1);
    counted.next();
    total += counted.number(0);
  }
  return total;
}

std::unordered_map<std::string, int64_t> Numbers::count_by_site(std::string_view account) {
  std::unordered_map<std::string, int64_t> result;
  Rows rows =
      database_.query(kCountBySite, account, static_cast<int64_t>(NumberStatus::kInservice));
  while (rows.next()) result.emplace(rows.text(0), rows.number(1));
  return result;
}

std::vector<Number> Numbers::list(const NumberFilter& filter, Tn first, int64_t skip,
                                  int64_t limit) {
  std::vector<Number> result;
  Rows rows = blocks(database_, filter, npa_nxx_x(first));
  while (std::ssize(result) < limit && rows.next()) {
    const auto block = static_cast<int>(rows.number(0));
    if (!filter.has_block(block)) continue;
    const Tn start = block * kBlockSize;
    if (counts_suffice(filter) && start >= first && rows.number(1) <= skip) {
      skip -= rows.number(1);
      continue;
    }
    Rows numbers = numbers_of_block(database_, kList, filter, std::max(start, first),
                                    start + kBlockSize - 1, limit - std::ssize(result) + skip);
    while (numbers.next()) {
      if (skip > 0) {
        --skip;
      } else {
        result.push_back(read_number(numbers));
      }
    }
  }
  return result;
}

}  // namespace irisim::store
