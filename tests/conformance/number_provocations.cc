#include <gtest/gtest.h>

#include "tests/conformance/provocations.h"
#include "tests/support/numbers.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kNumber = "9194809871";
const std::string kNotANumber = "123456789";

std::string new_number(Server& server, const std::string& rest = "") {
  put_in_service(server, {kNumber});
  return "/tns/" + kNumber + rest;
}

std::string reserved_number(Server& server, const std::string& rest) {
  const std::string number = available_number();
  const Reply reply =
      server.post(kAccount + "/tnreservation",
                  "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>");
  EXPECT_EQ(reply.status, 201) << reply.body;
  return "/tns/" + number + rest;
}

std::string at_peer(Server& server, const std::string& rest) {
  put_in_service(server, {kNumber, "9194809872"});
  return kPeer + rest;
}

#define ACCOUNT "/accounts/{accountId}"
#define SITE ACCOUNT "/sites/{siteId}"
#define PEER SITE "/sippeers/{sippeerId}"
constexpr Provocation kProvocations[] = {
    {"GET", "/tns", 200,
     [](Server& s) {
       put_in_service(s, {kNumber, "9194809872"});
       return s.get("/tns?accountId=9999999&page=1&size=1");
     }},
    {"GET", "/tns", 400, [](Server& s) { return s.get("/tns?npaNxx=9192384&page=1&size=500"); }},
    {"POST", "/tns", 200,
     [](Server& s) {
       new_number(s);
       return s.post("/tns", tn_list({kNumber, "9194809999", "99999999999"}));
     }},
    {"POST", "/tns", 400,
     [](Server& s) { return s.post("/tns", tn_list(std::vector<std::string>(2501, kNumber))); }},
    {"GET", "/tns/{tn}", 200, [](Server& s) { return s.get(new_number(s)); }},
    {"GET", "/tns/{tn}/tndetails", 200,
     [](Server& s) {
       const std::string path = new_number(s, "/tndetails");
       s.put(kPeer + "/tns/" + kNumber,
             settings_request(kNumber,
                              "<TnAttributes><TnAttribute>Protected</TnAttribute></TnAttributes>"
                              "<MessagingSettings><SmsEnabled>true</SmsEnabled>"
                              "</MessagingSettings>"));
       return s.get(path);
     }},
    {"GET", "/tns/{tn}/tndetails", 400,
     [](Server& s) { return s.get("/tns/" + kNotANumber + "/tndetails"); }},
    {"GET", "/tns/{tn}/sites", 200, [](Server& s) { return s.get(new_number(s, "/sites")); }},
    {"GET", "/tns/{tn}/sippeers", 200, [](Server& s) { return s.get(new_number(s, "/sippeers")); }},
    {"GET", "/tns/{tn}/ratecenter", 200,
     [](Server& s) { return s.get(new_number(s, "/ratecenter")); }},
    {"GET", "/tns/{tn}/lca", 200, [](Server& s) { return s.get(new_number(s, "/lca")); }},
    {"GET", "/tns/{tn}/lata", 200, [](Server& s) { return s.get(new_number(s, "/lata")); }},
    {"GET", "/tns/{tn}/history", 200, [](Server& s) { return s.get(new_number(s, "/history")); }},
    {"GET", "/tns/{tn}/history", 400,
     [](Server& s) { return s.get("/tns/" + kNotANumber + "/history"); }},
    {"GET", "/tns/{tn}/history", 404, [](Server& s) { return s.get("/tns/9194809999/history"); }},
    {"GET", "/tns/{tn}/tnreservation", 200,
     [](Server& s) { return s.get(reserved_number(s, "/tnreservation")); }},
    {"GET", "/tns/{tn}/availableNnRoutes", 200,
     [](Server& s) { return s.get(new_number(s, "/availableNnRoutes")); }},
    {"GET", "/tns/{tn}/availableNnRoutes", 400,
     [](Server& s) { return s.get("/tns/" + kNotANumber + "/availableNnRoutes"); }},
    {"GET", ACCOUNT "/inserviceNumbers", 200,
     [](Server& s) {
       new_number(s);
       return s.get(kAccount + "/inserviceNumbers");
     }},
    {"GET", ACCOUNT "/inserviceNumbers", 204,
     [](Server& s) { return s.get(kAccount + "/inserviceNumbers"); }},
    {"GET", ACCOUNT "/inserviceNumbers", 404,
     [](Server& s) {
       new_number(s);
       return s.get(kAccount + "/inserviceNumbers?page=9194809872");
     }},
    {"GET", ACCOUNT "/inserviceNumbers/totals", 200,
     [](Server& s) { return s.get(kAccount + "/inserviceNumbers/totals"); }},
    {"GET", ACCOUNT "/inserviceNumbers/{tn}", 200,
     [](Server& s) {
       new_number(s);
       return s.get(kAccount + "/inserviceNumbers/" + kNumber);
     }},
    {"GET", ACCOUNT "/inserviceNumbers/{tn}", 404,
     [](Server& s) { return s.get(kAccount + "/inserviceNumbers/" + kNumber); }},
    {"GET", SITE "/inserviceNumbers", 200,
     [](Server& s) {
       put_in_service(s, {kNumber, "9194809872"});
       return s.get(kSite + "/inserviceNumbers?size=1");
     }},
    {"GET", SITE "/totaltns", 200, [](Server& s) { return s.get(kSite + "/totaltns"); }},
    {"GET", PEER "/tns", 200, [](Server& s) { return s.get(at_peer(s, "/tns")); }},
    {"GET", PEER "/tns/{tn}", 200, [](Server& s) { return s.get(at_peer(s, "/tns/" + kNumber)); }},
    {"PUT", PEER "/tns/{tn}", 200,
     [](Server& s) {
       return s.put(at_peer(s, "/tns/" + kNumber),
                    settings_request(kNumber, "<CallingNameDisplay>true</CallingNameDisplay>"));
     }},
    {"PUT", PEER "/tns/{tn}", 400,
     [](Server& s) {
       return s.put(at_peer(s, "/tns/" + kNumber),
                    settings_request(kNumber, "<CallForward>123</CallForward>"));
     }},
    {"PUT", PEER "/tns/{tn}", 409,
     [](Server& s) {
       reserved_number(s, "");
       return s.put(kPeer + "/tns/" + available_number(), settings_request(available_number(), ""));
     }},
    {"GET", PEER "/totaltns", 200, [](Server& s) { return s.get(at_peer(s, "/totaltns")); }},
    {"POST", PEER "/movetns", 200,
     [](Server& s) { return s.post(at_peer(s, "/movetns"), move_request({kNumber})); }},
    {"POST", PEER "/movetns", 400,
     [](Server& s) { return s.post(kPeer + "/movetns", move_request({kNumber})); }},
};
#undef PEER
#undef SITE
#undef ACCOUNT

}  // namespace

std::span<const Provocation> number_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
