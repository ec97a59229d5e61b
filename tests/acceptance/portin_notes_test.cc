// Notes on a port-in.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

std::string note(const std::string& user, const std::string& text) {
  return "<Note><UserId>" + user + "</UserId><Description>" + text + "</Description></Note>";
}

// The path in the Location of a note that was made.
std::string add(Server& server, const std::string& notes, const std::string& body) {
  const Reply reply = server.post(notes, body);
  EXPECT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(reply.body, "");
  const std::string location = reply.header("Location");
  EXPECT_NE(location.find(notes + "/"), std::string::npos) << location;
  return location.substr(location.find("/accounts"));
}

TEST(PortinNotes, AreListedAsDocumented) {
  Server server;
  const std::string notes = kPortins + "/" + create_portin(server) + "/notes";
  const std::string first = add(server, notes, note("jbm", "This is a test note"));
  server.advance("1s");
  add(server, notes, note("smckinnon", "A &lt; B &amp; C"));
  const Reply reply = server.get(notes);
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(
      outline(reply.body),
      outline(std::string(documented("GET", "/accounts/{accountId}/portins/{orderid}/notes", 200)
                              .examples.front()
                              .body)));
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "Note/UserId"), (std::vector<std::string>{"jbm", "smckinnon"}));
  EXPECT_EQ(texts(document.root(), "Note/Description"),
            (std::vector<std::string>{"This is a test note", "A < B & C"}));
  EXPECT_EQ(texts(document.root(), "Note/LastDateModifier"),
            (std::vector<std::string>{"2025-06-02T09:00:00.000Z", "2025-06-02T09:00:01.000Z"}));
  EXPECT_TRUE(first.ends_with("/" + reply.text("Note/Id")));
}

TEST(PortinNotes, AreAnsweredWithoutABodyWhenThereAreNone) {
  Server server;
  const Reply reply = server.get(kPortins + "/" + create_portin(server) + "/notes");
  EXPECT_EQ(reply.status, 204);
  EXPECT_EQ(reply.body, "");
}

TEST(PortinNotes, NeedAUser) {
  Server server;
  const std::string notes = kPortins + "/" + create_portin(server) + "/notes";
  const std::string made = add(server, notes, note("jbm", "Before"));
  const std::string body = "<Note><Description>text</Description></Note>";
  for (const Reply& reply : {server.post(notes, body), server.put(made, body)}) {
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "12501");
    EXPECT_EQ(reply.text("ResponseStatus/Description"), "Username is required");
    EXPECT_EQ(reply.xml().root().name(), "NoteResponse");
  }
  EXPECT_EQ(texts(server.get(notes).xml().root(), "Note/Description"),
            (std::vector<std::string>{"Before"}));
}

TEST(PortinNotes, AreUpdated) {
  Server server;
  const std::string notes = kPortins + "/" + create_portin(server) + "/notes";
  const std::string made = add(server, notes, note("jbm", "Before"));
  add(server, notes, note("jbm", "Another"));
  server.advance("100ms");
  const Reply reply = server.put(made, note("sjm", "After"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "");
  const xml::Document document = server.get(notes).xml();
  EXPECT_EQ(texts(document.root(), "Note/UserId"), (std::vector<std::string>{"sjm", "jbm"}));
  EXPECT_EQ(texts(document.root(), "Note/Description"),
            (std::vector<std::string>{"After", "Another"}));
  EXPECT_EQ(texts(document.root(), "Note/LastDateModifier").front(), "2025-06-02T09:00:00.100Z");
}

TEST(PortinNotes, OfAnotherOrderAreNotFound) {
  Server server;
  const std::string one = kPortins + "/" + create_portin(server) + "/notes";
  const std::string other =
      kPortins + "/" + create_portin(server, portin_request("9194809872")) + "/notes";
  const std::string made = add(server, one, note("jbm", "text"));
  const std::string id = made.substr(made.rfind('/'));
  EXPECT_EQ(server.put(other + id, note("jbm", "text")).status, 404);
  EXPECT_EQ(server.put(one + "/999", note("jbm", "text")).status, 404);
  EXPECT_EQ(server.put(one + "/x", note("jbm", "text")).status, 404);
  const std::string unknown = kPortins + "/" + std::string(36, '0') + "/notes";
  EXPECT_EQ(server.get(unknown).status, 404);
  EXPECT_EQ(server.post(unknown, note("jbm", "text")).status, 404);
}

}  // namespace
}  // namespace irisim::test
