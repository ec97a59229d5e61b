// Snapshots: a world as an SQLite file, and back.

#include <random>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"
#include "tests/support/sqlite.h"

namespace irisim::test {
namespace {

const std::string kSnapshot = "/__admin/snapshot";

std::string snapshot_of(Server& server, const std::string& world = "") {
  const Reply reply = server.get(world + kSnapshot);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Type"), "application/vnd.sqlite3");
  return reply.body;
}

std::string create_in(Server& server, const std::string& world, const std::string& number) {
  const Reply reply = server.post(world + kPortins, portin_request(number));
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("OrderId");
}

// What a client sees of a world, with an order of each kind of content in it.
std::vector<std::string> look(Server& server, const std::string& world, const std::string& id) {
  std::vector<std::string> seen;
  for (const std::string& path :
       {kPortins + "/" + id, kPortins + "/" + id + "/history", kPortins + "/" + id + "/notes",
        kPortins + "/" + id + "/loas", kPortins, kAccount + "/sites",
        kAccount + "/inserviceNumbers", kAccount + "/orders", std::string("/__admin/clock"),
        std::string("/__admin/orders/" + id)}) {
    const Reply reply = server.get(world + path);
    EXPECT_EQ(reply.status, 200) << path << "\n" << reply.body;
    seen.push_back(reply.body);
  }
  // Links name the world that they are of.
  for (std::string& body : seen) {
    const std::string prefix = "/worlds/copy";
    for (size_t at = body.find(prefix); at != std::string::npos; at = body.find(prefix))
      body.erase(at, prefix.size());
  }
  return seen;
}

std::string populate(Server& server) {
  const std::string id = create_portin(server);
  add_loa(server, id);
  EXPECT_EQ(server
                .post(kPortins + "/" + id + "/notes",
                      "<Note><UserId>me</UserId><Description>text</Description></Note>")
                .status,
            201);
  server.advance("1s");
  order_numbers(server, {available_number()});
  return id;
}

TEST(Snapshot, IsAnSqliteFileToAssertOn) {
  Server server;
  const std::string id = populate(server);
  const std::string file = snapshot_of(server);
  EXPECT_EQ(query(file, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(query(file, "SELECT id FROM orders WHERE type = 'portins'"), id);
  EXPECT_EQ(query(file, "SELECT count(*) FROM numbers"), "1");
  EXPECT_EQ(query(file, "SELECT description FROM notes"), "text");
  EXPECT_EQ(query(file, "SELECT clock FROM world"), "manual");
}

TEST(Snapshot, BringsBackAllThatAClientSees) {
  Server server;
  const std::string id = populate(server);
  const std::vector<std::string> before = look(server, "", id);
  const std::string file = snapshot_of(server);
  server.advance("5d");
  EXPECT_NE(look(server, "", id), before);
  const Reply restored = server.put(kSnapshot, file);
  ASSERT_EQ(restored.status, 200) << restored.body;
  EXPECT_EQ(text_of(restored.json(), "name"), "");
  EXPECT_EQ(look(server, "", id), before);
  server.post("/__admin/reset", "");
  ASSERT_EQ(server.put(kSnapshot, file).status, 200);
  EXPECT_EQ(look(server, "", id), before);
}

TEST(Snapshot, GoesOnAsItWouldHaveInAnyWorld) {
  Server server;
  const std::string id = populate(server);
  const std::string file = snapshot_of(server);
  const std::string next = create_in(server, "", "9194809872");
  const size_t fired = server.advance("5d");
  const std::vector<std::string> after = look(server, "", id);

  ASSERT_EQ(server.put("/worlds/copy" + kSnapshot, file).status, 200);
  EXPECT_EQ(create_in(server, "/worlds/copy", "9194809872"), next);
  const Reply advanced = server.post("/worlds/copy/__admin/clock/advance", R"({"by":"5d"})");
  EXPECT_EQ(list_of(advanced.json(), "fired").size(), fired);
  EXPECT_EQ(look(server, "/worlds/copy", id), after);

  Server other([](app::ServerOptions& options) { options.world.seed = 5; });
  ASSERT_EQ(other.put(kSnapshot, file).status, 200);
  EXPECT_EQ(create_in(other, "", "9194809872"), next);
}

TEST(Snapshot, IsTheSameForTheSameWorld) {
  Server server;
  populate(server);
  const std::string file = snapshot_of(server);
  ASSERT_EQ(server.put("/worlds/copy" + kSnapshot, file).status, 200);
  const char* const kOrders = "SELECT group_concat(id || status || document) FROM orders";
  EXPECT_EQ(query(snapshot_of(server, "/worlds/copy"), kOrders), query(file, kOrders));
}

// Its timers are due in a second of a clock that is a million times as fast.
TEST(Snapshot, OfARealClockMovesByItself) {
  Server server;
  ASSERT_EQ(
      server.post("/__admin/worlds", R"({"name":"w","mode":"real","now":"2025-06-02T09:00:00Z"})")
          .status,
      201);
  const std::string id = create_in(server, "/worlds/w", "9194809871");
  const std::string file =
      with_sql(snapshot_of(server, "/worlds/w"), "UPDATE world SET speed = 1e6");
  ASSERT_EQ(server.remove("/__admin/worlds/w").status, 204);
  ASSERT_EQ(server.put("/worlds/v" + kSnapshot, file).status, 200);
  const auto deadline = steady_now() + std::chrono::seconds(30);
  while (server.get("/worlds/v" + kPortins + "/" + id).text("ProcessingStatus") != "COMPLETE")
    ASSERT_LT(steady_now(), deadline);
}

TEST(Snapshot, OfAnotherKindIsRefusedAndChangesNothing) {
  Server server;
  const std::string id = populate(server);
  const std::string file = snapshot_of(server);
  const std::vector<std::string> before = look(server, "", id);
  const struct {
    std::string file;
    int status;
    std::string reason;
  } kCases[] = {
      {"", 400, "is empty"},
      {"<Order/>", 400, "is no SQLite file"},
      {file.substr(0, file.size() / 2), 400, "is damaged"},
      {with_sql("", "CREATE TABLE t (x)"), 409, "another program"},
      {with_sql(file, "PRAGMA user_version = 3"), 409, "another version of irisim"},
      {with_sql(file, "CREATE TRIGGER t AFTER UPDATE ON orders BEGIN DELETE FROM orders; END"), 409,
       "tables, indexes or triggers that are not irisim's"},
      {with_sql(file, "UPDATE timers SET order_row = 99"), 400, "a timer of an order"},
      {with_sql(file,
                "INSERT INTO counters VALUES ('x', 9);"
                " UPDATE orders SET type = 'x' WHERE type = 'portins'"),
       409, "orders of the type 'x'"},
  };
  for (const auto& [bytes, status, reason] : kCases) {
    const std::string detail = expect_problem(server.put(kSnapshot, bytes), status);
    EXPECT_NE(detail.find(reason), std::string::npos) << detail;
    EXPECT_EQ(look(server, "", id), before);
  }
}

// What SQLite cannot tell to be wrong: a number in the document of an order that is on its way.
TEST(Snapshot, WithANumberThatIsNoneInADocumentDoesNoHarm) {
  Server server;
  const std::string number = available_number();
  order_numbers(server, {number});
  ASSERT_EQ(server.post(kAccount + "/disconnects", disconnect_order({number})).status, 201);
  const std::string file =
      with_sql(snapshot_of(server), "UPDATE orders SET document = replace(document, '" + number +
                                        "', '0000000000') WHERE type = 'disconnects'");
  ASSERT_EQ(server.put(kSnapshot, file).status, 200);
  EXPECT_EQ(server.advance("1s"), 1u);
  EXPECT_NE(server.get("/tns/" + number + "/history").status, 0);
}

// Whatever a file says, the server answers, and goes on answering after it.
TEST(Snapshot, ThatIsDamagedAnywhereDoesNoHarm) {
  Server server;
  const std::string id = populate(server);
  const std::string file = snapshot_of(server);
  const std::string world = "/worlds/w";
  std::mt19937 random(1);
  int taken = 0;
  for (int i = 0; i < 300; ++i) {
    std::string bytes = file;
    if (i % 10 == 0) bytes.resize(random() % bytes.size());
    for (unsigned flips = random() % 4; flips > 0 || bytes == file; flips -= flips > 0) {
      // Half of them where there is something: heads of pages, and rows at their ends.
      const size_t at = random() % std::max<size_t>(bytes.size(), 1);
      const size_t in_page = random() % 2 == 0 ? at % 100 : at % 4096;
      bytes[at / 4096 * 4096 + in_page < bytes.size() ? at / 4096 * 4096 + in_page : at] ^=
          static_cast<char>(1 << random() % 8);
    }
    const Reply reply = server.put(world + kSnapshot, bytes);
    ASSERT_TRUE(reply.status == 200 || reply.status == 400 || reply.status == 409)
        << i << ": " << reply.status << " " << reply.body;
    if (reply.status != 200) continue;
    ++taken;
    for (const std::string& path : {kPortins, kPortins + "/" + id, kAccount + "/inserviceNumbers"})
      ASSERT_NE(server.get(world + path).status, 0) << i;
    ASSERT_NE(server.post(world + "/__admin/clock/advance", R"({"by":"5d"})").status, 0) << i;
  }
  EXPECT_GT(taken, 0);
  EXPECT_LT(taken, 300);
}

}  // namespace
}  // namespace irisim::test
