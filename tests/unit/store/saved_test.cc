#include "store/saved.h"

#include <gtest/gtest.h>

#include "store/schema.h"
#include "tests/support/program.h"
#include "tests/support/sqlite.h"

namespace irisim::store {
namespace {

using test::Folder;
using test::query;
using test::read_file;
using test::with_sql;
using test::write_file;

const std::vector<std::string> kTypes = {"portins"};
const State kState = {Dice{7}, {Clock::Mode::kManual, Instant(Millis(5'000)), 2}, Instant()};
using Names = std::vector<std::string>;

int64_t add_order(Store& store, const std::string& id) {
  Order order;
  order.id = id;
  order.type = "portins";
  order.account = "14";
  order.document = "<LnpOrder/>";
  store.orders.insert(order);
  store.next("portins");
  store.timers.set(order.row, Instant(), "");
  return order.row;
}

// A world with one of each in it.
std::string image() {
  Store store;
  store.put_state(kState);
  store.begin();
  const int64_t row = add_order(store, "one");
  store.orders.set_numbers(row, Names{"9195551234"});
  store.history.add(row, {Instant(), "note", "author", "FOC", ""});
  store.notes.add(row, {0, "u", "text", Instant()});
  store.sites.add("14", {"743", "Raleigh", "<Site/>"});
  Number number;
  number.tn = 9195551234;
  number.account = "14";
  store.numbers.put(number);
  store.commit();
  return store.image();
}

std::string refusal_of(const std::string& bytes) {
  const auto store = load_image(bytes, kTypes);
  return store ? "none" : store.error().message;
}

TEST(SavedImage, HasAllThatTheStoreHad) {
  const auto store = load_image(image(), kTypes);
  ASSERT_TRUE(store.ok()) << store.error().message;
  EXPECT_TRUE((*store)->orders.find("one"));
  EXPECT_TRUE((*store)->timers.next());
  EXPECT_TRUE((*store)->sites.exists("14", "743"));
  EXPECT_EQ((*store)->next("portins"), 2u);
  const std::optional<State> state = (*store)->state();
  ASSERT_TRUE(state);
  EXPECT_EQ(state->dice.seed, 7u);
  EXPECT_EQ(state->clock.mode, Clock::Mode::kManual);
  EXPECT_EQ(state->clock.now, Instant(Millis(5'000)));
  EXPECT_EQ(state->clock.speed, 2);
}

TEST(SavedImage, IsAFileThatAnybodyCanOpen) {
  EXPECT_EQ(query(image(), "SELECT id FROM orders"), "one");
  EXPECT_EQ(query(image(), "SELECT value FROM counters"), "1");
  EXPECT_EQ(query(image(), "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(query(image(), "PRAGMA application_id"), std::to_string(kApplicationId));
}

// So that SQLite's own check says that each value is of its column's kind.
TEST(SavedImage, HasOnlyStrictTables) {
  EXPECT_EQ(query(image(),
                  "SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main'"
                  " AND NOT strict AND name NOT LIKE 'sqlite%'"),
            "");
}

TEST(SavedImage, MayHaveBeenChangedByAnotherProgram) {
  EXPECT_EQ(refusal_of(with_sql(image(), "UPDATE orders SET customer_order_id = 'x'; VACUUM")),
            "none");
}

TEST(SavedImage, IsRefusedWhenItsHeadIsNotOurs) {
  const std::string good = image();
  EXPECT_EQ(refusal_of(""), "is empty");
  EXPECT_EQ(refusal_of("SQLite format 2"), "is no SQLite file");
  EXPECT_EQ(refusal_of(good.substr(0, 99)), "is damaged: it ends in its head");
  EXPECT_EQ(refusal_of(with_sql("", "CREATE TABLE t (x)")),
            "is an SQLite file of another program than irisim");
  EXPECT_EQ(refusal_of(with_sql(good, "PRAGMA user_version = 1")),
            "was made by another version of irisim, which has other tables");
  for (const size_t version : {18, 19}) {
    std::string later = good;
    later[version] = 3;
    EXPECT_EQ(refusal_of(later), "is damaged: it is of no known format");
  }
  std::string large = good;
  large[16] = 0x20;
  EXPECT_EQ(refusal_of(large), "has pages of another size than 4096 bytes, which irisim's have");
}

TEST(SavedImage, IsRefusedWhenItsPagesAreDamaged) {
  const std::string good = image();
  for (const size_t pages : {1, 2, 10}) {
    EXPECT_TRUE(refusal_of(good.substr(0, pages * 4096)).starts_with("is damaged: ")) << pages;
  }
  EXPECT_EQ(refusal_of(good.substr(0, good.size() - 1)),
            "is damaged: it has " + std::to_string(good.size() - 1) + " bytes, and should have " +
                std::to_string(good.size()));
  std::string bad = good;
  std::fill(bad.begin() + 4096, bad.begin() + 4200, '\xff');
  EXPECT_TRUE(refusal_of(bad).starts_with("is damaged: ")) << refusal_of(bad);
}

TEST(SavedImage, RunsNoCodeOfItsOwn) {
  const std::string kForeign = "has tables, indexes or triggers that are not irisim's";
  for (const char* sql :
       {"CREATE TRIGGER t AFTER INSERT ON orders BEGIN DELETE FROM orders; END",
        "CREATE VIEW v AS SELECT 1", "CREATE TABLE more (x)", "DROP TABLE notes",
        "DROP TRIGGER number_added", "ALTER TABLE notes ADD COLUMN x TEXT",
        "CREATE INDEX i ON orders (abs(row))", "DROP INDEX orders_by_pon", "ANALYZE",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (row = "
        "1)',"
        " 'CHECK (row = 2)') WHERE name = 'world'"}) {
    const auto store = load_image(with_sql(image(), sql), kTypes);
    ASSERT_FALSE(store.ok()) << sql;
    EXPECT_EQ(store.error().kind, Unfit::Kind::kForeign) << sql;
    EXPECT_EQ(store.error().message, kForeign) << sql;
  }
}

TEST(SavedImage, IsRefusedWhenNoWorldCouldHaveWrittenIt) {
  const struct {
    const char* sql;
    const char* message;
  } kCases[] = {
      {"DELETE FROM world", "it does not say what its clock is"},
      {"UPDATE world SET now = 1 << 62", "the time of its clock"},
      {"UPDATE counters SET value = -1", "a counter below 0"},
      {"UPDATE counters SET value = 0", "more orders than were counted"},
      {"DELETE FROM counters", "more orders than were counted"},
      {"UPDATE numbers SET status = 9", "a telephone number"},
      {"UPDATE numbers SET modified = 1 << 60", "a telephone number"},
      {"UPDATE number_counts SET count = 2", "the counts of telephone numbers"},
      {"DELETE FROM number_counts", "the counts of telephone numbers"},
      {"INSERT INTO number_counts VALUES ('1', 1, 1, '', '', 5, 0)",
       "the counts of telephone numbers"},
      {"UPDATE area_code_counts SET count = 0", "the counts of area codes"},
      {"UPDATE orders SET created = -(1 << 60)", "the time of an order"},
      {"UPDATE history SET at = 1 << 60", "the time of a history entry"},
      {"UPDATE notes SET modified = 1 << 60", "the time of a note"},
      {"UPDATE timers SET due = 1 << 60", "the time of a timer"},
      {"UPDATE timers SET order_row = 99", "a timer of an order that is not there"},
      {"UPDATE order_numbers SET order_row = 99", "a number of an order that is not there"},
      {"INSERT INTO subscriptions VALUES (1, '14', 'x', 'orders', '', 'MESSAGING_LOST', 'call', "
       "'', 1, '',"
       " '<a/>')",
       "a subscription"},
      {"INSERT INTO subscriptions VALUES (1, '14', 'x', '', '', '', 'mail', '', 1, '', '<a/>')",
       "a subscription"},
      {"INSERT INTO subscriptions VALUES (1, '14', 'x', 'orders', '', '', 'call', '', 1 << 60, '',"
       " '<a/>')",
       "a subscription"},
      {"INSERT INTO subscriptions VALUES (1, '14', 'x', 'orders', '', '', 'digest', '', NULL, '', "
       "'')",
       "a document that is no XML: "},
      {"INSERT INTO deliveries VALUES (1, 'notification', '14', 'x', 'orders', 'y', 'FOC', '', 1,"
       " 'due', NULL, 0, 0, '')",
       "a delivery"},
      {"INSERT INTO deliveries VALUES (1, 'notification', '14', 'x', 'orders', 'y', 'FOC', '', 1,"
       " 'waiting', NULL, 0, 0, '')",
       "a delivery"},
      {"INSERT INTO deliveries VALUES (1, 'notification', '14', 'x', 'orders', 'y', 'FOC', '', 1,"
       " 'dropped', NULL, -1, 0, '')",
       "a delivery"},
      {"INSERT INTO attempts VALUES (7, 1, 1, '', '', 200, '', '', '')",
       "an attempt of a delivery"},
      {"INSERT INTO counters VALUES ('mail', 9);"
       " INSERT INTO mails VALUES (0, '14', 'x', '', '', 'a@b.com', '', '', 1, NULL)",
       "an e-mail"},
      {"INSERT INTO counters VALUES ('mail', 9);"
       " INSERT INTO mails VALUES (1, '14', 'x', '', '', 'a@b.com', '', '', 1 << 60, NULL)",
       "an e-mail"},
      {"INSERT INTO mails VALUES (1, '14', 'x', '', '', 'a@b.com', '', '', 1, NULL)",
       "more e-mails than were counted"},
      {"INSERT INTO counters VALUES ('mail', 9);"
       " INSERT INTO mails VALUES (1, '14', 'x', '', '', 'a@b.com', '', '', 1, 7)",
       "an e-mail of a delivery that is not there"},
      {"INSERT INTO notices VALUES (1, '14', 'x', '', '', 1, 1 << 60)", "what a digest will tell"},
      {"UPDATE orders SET document = '<a>'", "a document that is no XML: "},
      {"UPDATE sites SET document = ''", "a document that is no XML: "},
      {"UPDATE numbers SET settings = 'x'", "a document that is no XML: "},
  };
  for (const auto& [sql, message] : kCases) {
    const auto store = load_image(with_sql(image(), sql), kTypes);
    ASSERT_FALSE(store.ok()) << sql;
    EXPECT_EQ(store.error().kind, Unfit::Kind::kDamaged) << sql;
    EXPECT_TRUE(
        store.error().message.starts_with("holds what no world does: " + std::string(message)))
        << sql << ": " << store.error().message;
  }
}

TEST(SavedImage, IsRefusedWhenItHasOrdersWithoutALifecycleHere) {
  EXPECT_EQ(load_image(image(), Names{"orders"}).error().message,
            "has orders of the type 'portins', for which there is no lifecycle");
}

TEST(SavedFile, KeepsWhatWasCommittedAndNothingElse) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  {
    const auto store = open_file(path, kState, kTypes);
    ASSERT_TRUE(store.ok()) << store.error().message;
    (*store)->begin();
    add_order(**store, "one");
    (*store)->commit();
    (*store)->begin();
    add_order(**store, "two");
    (*store)->roll_back();
    (*store)->begin();
    (*store)->next("site");
    State later = kState;
    later.clock.now += Millis(1);
    (*store)->put_state(later);
    (*store)->commit();
  }
  EXPECT_EQ(folder.names(), Names{"world.db"}) << "the file is not alone";
  EXPECT_EQ(query(read_file(path), "SELECT group_concat(id) FROM orders"), "one");
  const auto store = open_file(path, {}, kTypes);
  ASSERT_TRUE(store.ok()) << store.error().message;
  EXPECT_TRUE((*store)->orders.find("one"));
  EXPECT_FALSE((*store)->orders.find("two"));
  EXPECT_EQ((*store)->next("portins"), 2u);
  EXPECT_EQ((*store)->next("site"), 2u);
  EXPECT_EQ((*store)->state()->clock.now, Instant(Millis(5'001)));
}

TEST(SavedFile, HasOneUser) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  const auto first = open_file(path, kState, kTypes);
  ASSERT_TRUE(first.ok());
  for (int i = 0; i < 2; ++i) {
    const auto second = open_file(path, kState, kTypes);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().message, path + " is in use by another irisim");
  }
  (*first)->begin();
  add_order(**first, "one");
  (*first)->commit();
}

TEST(SavedFile, MayBeASnapshotOrEmpty) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  write_file(path, "");
  EXPECT_TRUE(open_file(path, kState, kTypes).ok());
  write_file(path, image());
  const auto store = open_file(path, kState, kTypes);
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE((*store)->orders.find("one"));
}

TEST(SavedFile, GivesAnImageOfItself) {
  const Folder folder;
  const auto store = open_file(folder.file("world.db"), kState, kTypes);
  ASSERT_TRUE(store.ok());
  (*store)->begin();
  add_order(**store, "one");
  (*store)->commit();
  const auto copy = load_image((*store)->image(), kTypes);
  ASSERT_TRUE(copy.ok()) << copy.error().message;
  EXPECT_TRUE((*copy)->orders.find("one"));
  EXPECT_EQ((*copy)->next("portins"), 2u);
}

TEST(SavedFile, TakesOverWhatAnotherStoreHas) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  {
    auto place = open_file(path, kState, kTypes);
    ASSERT_TRUE(place.ok());
    (*place)->begin();
    add_order(**place, "gone");
    (*place)->commit();
    auto content = load_image(image(), kTypes);
    ASSERT_TRUE(content.ok());
    const auto moved = Store::move_to(std::move(*place), std::move(*content));
    EXPECT_TRUE(moved->is_in_file());
    EXPECT_TRUE(moved->orders.find("one"));
    EXPECT_FALSE(moved->orders.find("gone"));
    EXPECT_EQ(moved->next("portins"), 2u);
  }
  EXPECT_EQ(query(read_file(path), "SELECT group_concat(id) FROM orders"), "one");
}

TEST(SavedFile, IsUntouchedWhenItIsRefused) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  const std::string good = image();
  for (const std::string& bytes :
       {std::string("text"), with_sql("", "CREATE TABLE t (x)"), good.substr(0, 4096 * 5),
        with_sql(good, "CREATE TABLE t (x)"), with_sql(good, "UPDATE numbers SET status = 9")}) {
    write_file(path, bytes);
    const auto store = open_file(path, kState, kTypes);
    ASSERT_FALSE(store.ok());
    EXPECT_TRUE(store.error().message.starts_with(path + " ")) << store.error().message;
    EXPECT_EQ(read_file(path), bytes);
    EXPECT_EQ(folder.names(), Names{"world.db"});
  }
}

TEST(SavedFile, DoesNotTakeTheLogOfAFileThatIsGone) {
  const Folder folder;
  const std::string path = folder.file("world.db");
  write_file(path + "-wal", "left over");
  EXPECT_TRUE(open_file(path, kState, kTypes).ok());
  EXPECT_EQ(folder.names(), Names{"world.db"});
}

TEST(SavedFile, SaysWhyItCannotBeOpened) {
  const Folder folder;
  const std::string path = folder.file("no/world.db");
  EXPECT_EQ(open_file(path, kState, kTypes).error().message,
            path + " cannot be opened: No such file or directory");
  EXPECT_EQ(open_file("/dev/null", kState, kTypes).error().message, "/dev/null is no regular file");
}

}  // namespace
}  // namespace irisim::store
