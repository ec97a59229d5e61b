// --data: a default world that outlives the program, however it ends.

#include <gtest/gtest.h>

#include "tests/support/portins.h"
#include "tests/support/program.h"
#include "tests/support/sqlite.h"

namespace irisim::test {
namespace {

using Names = std::vector<std::string>;

struct DataFile : testing::Test {
  std::vector<std::string> options() const { return {"--data", path}; }
  std::string create(const Program& program, const std::string& number) {
    const Reply reply = program.post(kPortins, portin_request(number));
    EXPECT_EQ(reply.status, 201) << reply.body;
    return reply.text("OrderId");
  }
  std::string status(const Program& program, const std::string& id) {
    return program.get(kPortins + "/" + id).text("ProcessingStatus");
  }
  std::string now(const Program& program) {
    return text_of(program.get("/__admin/clock").json(), "now");
  }
  void advance(const Program& program, const std::string& by) {
    EXPECT_EQ(program.post("/__admin/clock/advance", R"({"by":")" + by + R"("})").status, 200);
  }

  Folder folder;
  const std::string path = folder.file("world.db");
};

TEST_F(DataFile, SurvivesKill9) {
  std::string first, second;
  {
    Program program(IRISIM_PROGRAM, options());
    ASSERT_TRUE(program.is_ready()) << program.errors();
    first = create(program, "9194809871");
    advance(program, "1s");
    second = create(program, "9194809872");
    program.kill();
  }
  Program program(IRISIM_PROGRAM, options());
  ASSERT_TRUE(program.is_ready()) << program.errors();
  EXPECT_EQ(status(program, first), "SUBMITTED");
  EXPECT_EQ(status(program, second), "PENDING_DOCUMENTS");
  EXPECT_EQ(now(program), "2025-06-02T09:00:01.000Z");
  const std::string third = create(program, "9194809873");
  EXPECT_NE(third, first);
  EXPECT_NE(third, second);
  advance(program, "5d");
  EXPECT_EQ(status(program, first), "COMPLETE");
  EXPECT_EQ(status(program, second), "COMPLETE");
}

// Without a restart the third order would have had this id.
TEST_F(DataFile, GoesOnAsIfNothingHadHappened) {
  Program whole(IRISIM_PROGRAM, {});
  create(whole, "9194809871");
  const std::string expected = create(whole, "9194809872");
  {
    Program program(IRISIM_PROGRAM, options());
    create(program, "9194809871");
    program.kill();
  }
  Program program(IRISIM_PROGRAM, options());
  EXPECT_EQ(create(program, "9194809872"), expected);
}

TEST_F(DataFile, IsCompleteAndAloneAfterSigterm) {
  std::string id;
  {
    Program program(IRISIM_PROGRAM, options());
    id = create(program, "9194809871");
    EXPECT_EQ(program.stop(), 0);
  }
  EXPECT_EQ(folder.names(), Names{"world.db"});
  EXPECT_EQ(query(read_file(path), "SELECT id FROM orders"), id);
  EXPECT_EQ(query(read_file(path), "PRAGMA integrity_check"), "ok");
}

TEST_F(DataFile, IsThatOfOneProcess) {
  Program first(IRISIM_PROGRAM, options());
  Program second(IRISIM_PROGRAM, options());
  EXPECT_FALSE(second.is_ready());
  EXPECT_EQ(second.stop(), 2);
  EXPECT_EQ(second.errors(), "irisim: " + path + " is in use by another irisim\n");
  create(first, "9194809871");
}

TEST_F(DataFile, OfAnotherKindIsRefusedAndUntouched) {
  const std::string foreign = with_sql("", "CREATE TABLE t (x)");
  const struct {
    std::string bytes, reason;
  } kCases[] = {{"some notes", "is no SQLite file"},
                {foreign, "is an SQLite file of another program than irisim"}};
  for (const auto& [bytes, reason] : kCases) {
    write_file(path, bytes);
    Program program(IRISIM_PROGRAM, options());
    EXPECT_FALSE(program.is_ready());
    EXPECT_EQ(program.stop(), 2);
    EXPECT_EQ(program.errors(), "irisim: " + path + " " + reason + "\n");
    EXPECT_EQ(read_file(path), bytes);
    EXPECT_EQ(folder.names(), Names{"world.db"});
  }
}

TEST_F(DataFile, IsEmptiedByAResetAndReplacedByASnapshot) {
  std::string snapshot, id;
  {
    Program program(IRISIM_PROGRAM, options());
    id = create(program, "9194809871");
    snapshot = program.get("/__admin/snapshot").body;
    EXPECT_EQ(program.post("/__admin/reset", "").status, 200);
    program.kill();
  }
  EXPECT_EQ(query(snapshot, "SELECT id FROM orders"), id);
  {
    Program program(IRISIM_PROGRAM, options());
    EXPECT_EQ(program.get(kPortins + "/" + id).status, 404);
    EXPECT_EQ(program.put("/__admin/snapshot", snapshot).status, 200);
    program.kill();
  }
  Program program(IRISIM_PROGRAM, options());
  EXPECT_EQ(status(program, id), "PENDING_DOCUMENTS");
  advance(program, "5d");
  EXPECT_EQ(status(program, id), "COMPLETE");
}

TEST_F(DataFile, MayBeASnapshot) {
  std::string id;
  {
    Program program(IRISIM_PROGRAM, {});
    id = create(program, "9194809871");
    write_file(path, program.get("/__admin/snapshot").body);
  }
  Program program(IRISIM_PROGRAM, options());
  EXPECT_EQ(status(program, id), "PENDING_DOCUMENTS");
}

TEST_F(DataFile, KeepsOnlyTheDefaultWorld) {
  {
    Program program(IRISIM_PROGRAM, options());
    EXPECT_EQ(program.post("/worlds/w" + kPortins, portin_request()).status, 201);
    EXPECT_EQ(program.stop(), 0);
  }
  EXPECT_EQ(folder.names(), Names{"world.db"});
  Program program(IRISIM_PROGRAM, options());
  EXPECT_EQ(program.get("/worlds/w" + kPortins).text("TotalCount"), "0");
}

}  // namespace
}  // namespace irisim::test
