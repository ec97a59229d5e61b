#include <gtest/gtest.h>

#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/peers.h"

namespace irisim::test {
namespace {

const std::string kPasswordPath = "/users/testcustomer/password";

std::string application(Server& server, const std::string& request = voice_application()) {
  return kApplications + "/" + create_application(server, request);
}

// An application that the account's peer sends its messages to.
std::string used_application(Server& server) {
  const std::string id = create_application(server, messaging_application());
  enable_sms(server);
  const Reply reply = server.put(kProducts + "/messaging/applicationSettings",
                                 "<ApplicationsSettings><HttpMessagingV2AppId>" + id +
                                     "</HttpMessagingV2AppId></ApplicationsSettings>");
  EXPECT_EQ(reply.status, 200) << reply.body;
  return kApplications + "/" + id;
}

#define ACCOUNT "/accounts/{accountId}"
#define APPLICATIONS ACCOUNT "/applications"
#define APPLICATION APPLICATIONS "/{applicationId}"
constexpr Provocation kProvocations[] = {
    {"GET", ACCOUNT, 200, [](Server& s) { return s.get("/accounts/9999999"); }},
    {"GET", ACCOUNT "/addresses", 200,
     [](Server& s) { return s.get("/accounts/9999999/addresses?type=Billing"); }},
    {"GET", ACCOUNT "/addresses", 404,
     [](Server& s) { return s.get("/accounts/9999999/addresses?type=E911"); }},
    {"GET", ACCOUNT "/products", 200,
     [](Server& s) { return s.get("/accounts/9999999/products"); }},
    {"GET", ACCOUNT "/users", 200, [](Server& s) { return s.get("/accounts/9999999/users"); }},
    {"GET", "/users/{userid}", 200,
     [](Server& s) {
       create_application(s, voice_application());
       return s.get("/users/testcustomer");
     }},
    {"PUT", "/users/{userid}/password", 200,
     [](Server& s) { return s.put(kPasswordPath, "<Password>$uper$ecure</Password>"); }},
    {"PUT", "/users/{userid}/password", 400,
     [](Server& s) { return s.put(kPasswordPath, "<Password>short</Password>"); }},

    {"GET", APPLICATIONS, 200,
     [](Server& s) {
       application(s, messaging_application());
       application(s);
       return s.get(kApplications);
     }},
    {"POST", APPLICATIONS, 201,
     [](Server& s) { return s.post(kApplications, voice_application()); }},
    {"GET", APPLICATION, 200, [](Server& s) { return s.get(application(s)); }},
    {"PUT", APPLICATION, 200,
     [](Server& s) { return s.put(application(s), with(voice_application(), "AppName", "v2")); }},
    {"PATCH", APPLICATION, 200,
     [](Server& s) {
       return s.send("PATCH", application(s), "<Application><AppName>v2</AppName></Application>");
     }},
    {"DELETE", APPLICATION, 200, [](Server& s) { return s.remove(application(s)); }},
    {"GET", APPLICATION "/associatedsippeers", 200,
     [](Server& s) { return s.get(used_application(s) + "/associatedsippeers"); }},
    {"GET", APPLICATION "/associatedsippeers", 400,
     [](Server& s) { return s.get("/accounts/9900001/applications/any/associatedsippeers"); }},
    {"GET", APPLICATION "/associatedsippeers", 404,
     [](Server& s) { return s.get(kApplications + "/non_existing/associatedsippeers"); }},
};
#undef APPLICATION
#undef APPLICATIONS
#undef ACCOUNT

}  // namespace

std::span<const Provocation> account_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
