// The journal's bounds, and who is told of what.

#include "engine/journal.h"

#include <thread>

#include <gtest/gtest.h>

#include "tests/support/threads.h"

namespace irisim::engine {
namespace {

using Ids = std::vector<uint64_t>;

JournalEntry entry_of(const std::string& target, size_t body = 0) {
  JournalEntry entry;
  entry.target = target;
  entry.body = {std::string(body, 'x'), false, body};
  return entry;
}

Ids ids(const std::vector<Journal::Entry>& entries) {
  Ids ids;
  for (const auto& entry : entries) ids.push_back(entry->id);
  return ids;
}

class Notes final : public Journal::Watcher {
 public:
  void see(const Journal::Entry& entry) override { seen.push_back(entry->id); }
  void forget() override { seen.clear(); }
  Ids seen;
};

TEST(Journal, NumbersEntriesInTheirOrder) {
  Journal journal({});
  EXPECT_TRUE(journal.list().entries.empty());
  journal.add(entry_of("/a"));
  journal.add(entry_of("/b"));
  const Journal::Picture picture = journal.list();
  EXPECT_EQ(ids(picture.entries), (Ids{1, 2}));
  EXPECT_EQ(picture.entries[1]->target, "/b");
  EXPECT_TRUE(picture.complete);
}

TEST(Journal, DropsTheOldestBeyondItsCount) {
  Journal journal({.entries = 2});
  for (int i = 0; i < 2; ++i) journal.add(entry_of("/"));
  EXPECT_TRUE(journal.list().complete);
  journal.add(entry_of("/"));
  const Journal::Picture picture = journal.list();
  EXPECT_EQ(ids(picture.entries), (Ids{2, 3}));
  EXPECT_FALSE(picture.complete);
}

TEST(Journal, DropsTheOldestBeyondItsBytes) {
  Journal journal({.entries = 1000, .bytes = 10'000});
  journal.add(entry_of("/", 4000));
  journal.add(entry_of("/", 4000));
  EXPECT_TRUE(journal.list().complete);
  journal.add(entry_of("/", 4000));
  EXPECT_EQ(ids(journal.list().entries), (Ids{2, 3}));
  journal.add(entry_of("/", 20'000));
  EXPECT_EQ(ids(journal.list().entries), (Ids{}));
  journal.add(entry_of("/"));
  EXPECT_EQ(ids(journal.list().entries), (Ids{5}));
  EXPECT_FALSE(journal.list().complete);
}

TEST(Journal, FindsWhatItHasNotDropped) {
  Journal journal({.entries = 2});
  EXPECT_EQ(journal.find(1), nullptr);
  for (const char* target : {"/a", "/b", "/c"}) journal.add(entry_of(target));
  EXPECT_EQ(journal.find(0), nullptr);
  EXPECT_EQ(journal.find(1), nullptr);
  EXPECT_EQ(journal.find(2)->target, "/b");
  EXPECT_EQ(journal.find(3)->target, "/c");
  EXPECT_EQ(journal.find(4), nullptr);
}

TEST(Journal, GoesOnCountingWhenItIsCleared) {
  Journal journal({.entries = 1});
  for (int i = 0; i < 3; ++i) journal.add(entry_of("/"));
  journal.clear();
  EXPECT_TRUE(journal.list().entries.empty());
  EXPECT_TRUE(journal.list().complete);
  EXPECT_EQ(journal.find(3), nullptr);
  journal.add(entry_of("/"));
  EXPECT_EQ(ids(journal.list().entries), (Ids{4}));
}

TEST(Journal, BeginsAgainWhenItIsRestarted) {
  Journal journal({});
  for (int i = 0; i < 3; ++i) journal.add(entry_of("/"));
  journal.restart();
  journal.add(entry_of("/"));
  EXPECT_EQ(ids(journal.list().entries), (Ids{1}));
}

TEST(Journal, TellsAWatcherOfWhatIsNotInThePicture) {
  Journal journal({.entries = 2});
  journal.add(entry_of("/"));
  auto notes = std::make_shared<Notes>();
  EXPECT_EQ(ids(journal.watch(notes).entries), (Ids{1}));
  for (int i = 0; i < 3; ++i) journal.add(entry_of("/"));
  EXPECT_EQ(notes->seen, (Ids{2, 3, 4}));
  journal.clear();
  EXPECT_EQ(notes->seen, (Ids{}));
  const std::weak_ptr<Notes> gone = notes;
  notes = nullptr;
  EXPECT_TRUE(gone.expired());
  journal.add(entry_of("/"));
  EXPECT_EQ(ids(journal.list().entries), (Ids{5}));
}

TEST(Journal, GivesEachEntryAnIdOfItsOwnWhoeverAddsIt) {
  Journal journal({});
  test::in_threads([&](int) {
    for (int i = 0; i < 50; ++i) journal.add(entry_of("/"));
  });
  const Ids all = ids(journal.list().entries);
  ASSERT_EQ(all.size(), size_t{50} * test::kThreads);
  for (size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], i + 1);
}

}  // namespace
}  // namespace irisim::engine
