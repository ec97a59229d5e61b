#include <gtest/gtest.h>

#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

std::string at(const std::string& id, const std::string& rest = "") {
  return kPortins + "/" + id + rest;
}

std::string unknown_order(const std::string& rest) {
  return at("0f1e2d3c-0000-4000-8000-000000000000", rest);
}

std::string new_order(Server& server, const std::string& rest) {
  return at(create_portin(server), rest);
}

// A triggered order that has its FOC, unless it is to be complete.
std::string activation(Server& server, const std::string& state = "FOC") {
  const std::string id = create_portin(server);
  if (state != "PENDING_DOCUMENTS") reach_foc(server, id);
  if (state == "COMPLETE") transition(server, id, "COMPLETE");
  return at(id, "/activationStatus");
}

std::string activation_request(const std::string& date = "2025-06-11T18:30:00+03:00") {
  return "<ActivationStatus><AutoActivationDate>" + date +
         "</AutoActivationDate></ActivationStatus>";
}

std::string new_file(Server& server, const std::string& rest = "") {
  const std::string id = create_portin(server);
  return at(id, "/loas/" + add_loa(server, id) + rest);
}

std::string new_metadata(Server& server) {
  const std::string path = new_file(server, "/metadata");
  const Reply reply = server.put(path,
                                 "<FileMetaData><DocumentName>The LOA</DocumentName>"
                                 "<DocumentType>LOA</DocumentType></FileMetaData>");
  EXPECT_EQ(reply.status, 200) << reply.body;
  return path;
}

constexpr char kNote[] =
    "<Note><UserId>jbm</UserId><Description>This is a test note</Description></Note>";
constexpr char kNoteWithoutUser[] = "<Note><Description>This is a test note</Description></Note>";
const Headers kPdf = {{"Content-Type", "application/pdf"}};

std::string new_note(Server& server) {
  const std::string notes = new_order(server, "/notes");
  const std::string location = server.post(notes, kNote).header("Location");
  return location.substr(location.find("/accounts"));
}

#define PORTINS "/accounts/{accountId}/portins"
#define PORTIN PORTINS "/{orderid}"
#define ACTIVATION PORTIN "/activationStatus"
#define LOA_FILE PORTIN "/loas/{fileid}"
constexpr Provocation kProvocations[] = {
    {"GET", PORTINS, 200,
     [](Server& s) {
       create_portin(s);
       create_portin(s, portin_request("9194809872"));
       return s.get(kPortins + "?page=1&size=1");
     }},
    {"POST", PORTINS, 201, [](Server& s) { return s.post(kPortins, portin_request()); }},
    {"POST", PORTINS, 400,
     [](Server& s) { return s.post(kPortins, with(portin_request(), "SiteId", "SITE ID")); }},
    {"GET", PORTINS "/totals", 200,
     [](Server& s) {
       create_portin(s);
       return s.get(kPortins + "/totals");
     }},
    {"GET", "/accounts/{accountId}/sites/{siteId}/portins", 200,
     [](Server& s) {
       create_portin(s);
       return s.get(kAccount + "/sites/743/portins?page=1&size=300");
     }},
    {"GET", PORTIN, 200, [](Server& s) { return s.get(new_order(s, "")); }},
    {"PUT", PORTIN, 200,
     [](Server& s) {
       return supp(s, create_portin(s),
                   "<RequestedFocDate>2025-06-12T13:00:00.000Z</RequestedFocDate>");
     }},
    {"PUT", PORTIN, 400, [](Server& s) { return supp(s, create_portin(s), "<SiteId>1</SiteId>"); }},
    {"DELETE", PORTIN, 200, [](Server& s) { return s.remove(new_order(s, "")); }},
    {"DELETE", PORTIN, 400,
     [](Server& s) {
       const std::string id = create_portin(s);
       reach_foc(s, id);
       transition(s, id, "COMPLETE");
       return s.remove(at(id));
     }},
    {"GET", ACTIVATION, 200, [](Server& s) { return s.get(activation(s)); }},
    {"GET", ACTIVATION, 400, [](Server& s) { return s.get(activation(s, "PENDING_DOCUMENTS")); }},
    {"GET", ACTIVATION, 404, [](Server& s) { return s.get(activation(s, "COMPLETE")); }},
    {"PUT", ACTIVATION, 200, [](Server& s) { return s.put(activation(s), activation_request()); }},
    {"PUT", ACTIVATION, 400,
     [](Server& s) { return s.put(activation(s, "PENDING_DOCUMENTS"), activation_request()); }},
    {"PUT", ACTIVATION, 404,
     [](Server& s) { return s.put(activation(s, "COMPLETE"), activation_request()); }},
    {"GET", PORTIN "/history", 200, [](Server& s) { return s.get(new_order(s, "/history")); }},
    {"GET", PORTIN "/history", 404, [](Server& s) { return s.get(unknown_order("/history")); }},
    {"GET", PORTIN "/notes", 200,
     [](Server& s) {
       const std::string notes = new_order(s, "/notes");
       s.post(notes, kNote);
       return s.get(notes);
     }},
    {"GET", PORTIN "/notes", 204, [](Server& s) { return s.get(new_order(s, "/notes")); }},
    {"POST", PORTIN "/notes", 201, [](Server& s) { return s.post(new_order(s, "/notes"), kNote); }},
    {"POST", PORTIN "/notes", 400,
     [](Server& s) { return s.post(new_order(s, "/notes"), kNoteWithoutUser); }},
    {"PUT", PORTIN "/notes/{noteId}", 200, [](Server& s) { return s.put(new_note(s), kNote); }},
    {"PUT", PORTIN "/notes/{noteId}", 400,
     [](Server& s) { return s.put(new_note(s), kNoteWithoutUser); }},
    {"GET", PORTIN "/loas", 200,
     [](Server& s) {
       const std::string id = create_portin(s);
       add_loa(s, id);
       return s.get(at(id, "/loas"));
     }},
    {"POST", PORTIN "/loas", 201,
     [](Server& s) { return s.post(new_order(s, "/loas"), "%PDF-1.4", kPdf); }},
    {"POST", PORTIN "/loas", 400,
     [](Server& s) {
       return s.post(new_order(s, "/loas"), "GIF89a", {{"Content-Type", "image/gif"}});
     }},
    {"GET", LOA_FILE, 200, [](Server& s) { return s.get(new_file(s)); }},
    {"GET", LOA_FILE, 404, [](Server& s) { return s.get(new_order(s, "/loas/none.pdf")); }},
    {"PUT", LOA_FILE, 200, [](Server& s) { return s.put(new_file(s), "%PDF-1.4", kPdf); }},
    {"PUT", LOA_FILE, 400,
     [](Server& s) {
       return s.put(new_file(s), "GIF89a", {{"Content-Type", "image/gif"}});
     }},
    {"PUT", LOA_FILE, 404,
     [](Server& s) { return s.put(new_order(s, "/loas/none.pdf"), "%PDF-1.4", kPdf); }},
    {"DELETE", LOA_FILE, 200, [](Server& s) { return s.remove(new_file(s)); }},
    {"DELETE", LOA_FILE, 404, [](Server& s) { return s.remove(new_order(s, "/loas/none.pdf")); }},
    {"GET", LOA_FILE "/metadata", 200, [](Server& s) { return s.get(new_metadata(s)); }},
    {"GET", LOA_FILE "/metadata", 404, [](Server& s) { return s.get(new_file(s, "/metadata")); }},
    {"PUT", LOA_FILE "/metadata", 200,
     [](Server& s) {
       return s.put(new_file(s, "/metadata"),
                    "<FileMetaData><DocumentName>Bill</DocumentName>"
                    "<DocumentType>INVOICE</DocumentType></FileMetaData>");
     }},
    {"PUT", LOA_FILE "/metadata", 400,
     [](Server& s) {
       return s.put(new_file(s, "/metadata"),
                    "<FileMetaData><DocumentName>Bill</DocumentName>"
                    "<DocumentType>BILL</DocumentType></FileMetaData>");
     }},
    {"DELETE", LOA_FILE "/metadata", 200, [](Server& s) { return s.remove(new_metadata(s)); }},
    {"DELETE", LOA_FILE "/metadata", 404,
     [](Server& s) { return s.remove(new_file(s, "/metadata")); }},
    {"GET", PORTIN "/areaCodes", 200, [](Server& s) { return s.get(new_order(s, "/areaCodes")); }},
    {"GET", PORTIN "/npaNxx", 200, [](Server& s) { return s.get(new_order(s, "/npaNxx")); }},
    {"GET", PORTIN "/tns", 200, [](Server& s) { return s.get(new_order(s, "/tns")); }},
    {"GET", PORTIN "/totals", 200, [](Server& s) { return s.get(new_order(s, "/totals")); }},
};
#undef LOA_FILE
#undef ACTIVATION
#undef PORTIN
#undef PORTINS

}  // namespace

std::span<const Provocation> portin_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
