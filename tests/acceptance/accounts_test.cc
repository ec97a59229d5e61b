// What an account is, what it may use, and who its users are.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/peers.h"
#include "tests/support/sites.h"

namespace irisim::test {
namespace {

// "name:password" in Base64, which the tests write out.
const Headers kJane = {{"Authorization", "Basic dGVzdGN1c3RvbWVyOnNlY3JldA=="}};  // :secret
const Headers kJaneAfter = {{"Authorization", "Basic dGVzdGN1c3RvbWVyOiR1cGVyJGVjdXJl"}};
const Headers kJdoe = {{"Authorization", "Basic amRvZTpzZWNyZXQ="}};  // :secret
const std::string kPasswordPath = "/users/testcustomer/password";

void require_users(app::ServerOptions& options) {
  options.users = *request::load_users(R"(users:
  - { name: testcustomer, password: secret }
  - { name: jdoe, password: secret, accounts: ["42"] }
)",
                                       "users.yaml");
}

void set_seed(app::ServerOptions& options, const std::string& accounts) {
  const auto seed = engine::load_seed("accounts:\n" + accounts, "seed.yaml");
  ASSERT_TRUE(seed.ok());
  options.world.seed_data = std::make_shared<const engine::Seed>(*seed);
}

TEST(Accounts, AnAccountIsShownAsInTheContractsExample) {
  Server server;
  const Reply reply = server.get("/accounts/14");
  EXPECT_EQ(reply.text("Account/AccountId"), "14");
  EXPECT_EQ(reply.text("Account/CompanyName"), "CWI Hosting");
  EXPECT_EQ(reply.text("Account/Tiers/Tier"), "0");
  EXPECT_EQ(reply.text("Account/Address/AddressType"), "Billing");
  EXPECT_EQ(reply.text("Account/Contact/LastName"), "Rao");
  EXPECT_EQ(reply.text("Account/SPID"), "123C");
}

TEST(Accounts, ProductsHaveTheirFeatures) {
  Server server;
  const Reply reply = server.get("/accounts/14/products");
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "Products/Product/Name"),
            (std::vector<std::string>{"Termination", "VirtualInventory", "TollFree", "Origination",
                                      "MESSAGING", "NumberManagement"}));
  const auto features = texts(document.root(), "Products/Product/Features/Feature");
  for (const char* feature : {"CallForwarding", "SMS", "MMS", "HTTPV2", "PROTECTED_TNS",
                              "RESERVATION", "EXTERNAL_TNS", "LSR"}) {
    EXPECT_NE(std::ranges::find(features, feature), features.end()) << feature;
  }
}

TEST(Accounts, OneThatIsListedDepartsFromTheTemplateOnlyInWhatItSays) {
  Server server;
  const Reply reply = server.get("/accounts/9900001");
  EXPECT_EQ(reply.text("Account/CompanyName"), "Bare Minimum Telecom");
  EXPECT_EQ(reply.text("Account/AssociatedCatapultAccount"), "");
  EXPECT_EQ(reply.text("Account/SPID"), "123C");
  EXPECT_EQ(server.get("/accounts/9900001/products").body.find("<Feature>"), std::string::npos);
}

TEST(Accounts, WhereOthersAreUnknownOnlyListedOnesExist) {
  Server server([](app::ServerOptions& options) {
    set_seed(options, "  others: unknown\n  template: { companyName: T }\n  \"77\": {}\n");
  });
  EXPECT_EQ(server.get("/accounts/77").text("Account/CompanyName"), "T");
  EXPECT_EQ(expect_code(server.get("/accounts/78"), 404, "12020"), "Account '78' does not exist");
  EXPECT_EQ(expect_xml_error(server.get("/accounts/78/portins"), 404),
            "Account '78' does not exist");
}

TEST(Accounts, ListsTheUsersOfTheSeedAndWhoIsSignedIn) {
  Server server;
  EXPECT_EQ(texts(server.get("/accounts/14/users").xml().root(), "Users/User/Username"),
            std::vector<std::string>{"testcustomer"});
  EXPECT_EQ(texts(server.get("/accounts/14/users", kJdoe).xml().root(), "Users/User/Username"),
            (std::vector<std::string>{"testcustomer", "jdoe"}));
  EXPECT_EQ(texts(server.get("/accounts/14/users", kJane).xml().root(), "Users/User/Username"),
            std::vector<std::string>{"testcustomer"});
}

TEST(Users, AUserIsShownWithRolesAndAccounts) {
  Server server;
  create_application(server, voice_application());  // makes its account
  const Reply reply = server.get("/users/testcustomer");
  EXPECT_EQ(reply.text("User/Username"), "testcustomer");
  EXPECT_EQ(reply.text("User/EmailAddress"), "janedoe@bandwidth.com");
  EXPECT_EQ(reply.text("User/Roles/Role/RoleName"), "ROLE_API_ORDERING");
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "User/Accounts/Account/AccountId"),
            (std::vector<std::string>{"9999999", "9900001"}));
  EXPECT_EQ(reply.text("User/Accounts/Account/CompanyName"), "CWI Hosting");
}

TEST(Users, AnUnknownOneIs12000) {
  Server server;
  EXPECT_EQ(expect_code(server.get("/users/nobody"), 404, "12000"), "User 'nobody' does not exist");
  EXPECT_EQ(expect_code(server.put("/users/nobody/password", "<Password>secret1</Password>"), 404,
                        "12000"),
            "User 'nobody' does not exist");
}

TEST(Users, APasswordHasSixToTwentyCharacters) {
  Server server;
  const auto put = [&](const std::string& password) {
    return server.put(kPasswordPath, "<Password>" + password + "</Password>");
  };
  EXPECT_EQ(expect_code(put(""), 400, "12503"), "Password is required");
  EXPECT_EQ(expect_code(put("12345"), 400, "12504"), "Password must be at least 6 characters long");
  EXPECT_EQ(put("123456").status, 200);
  EXPECT_EQ(put(std::string(20, 'x')).status, 200);
  EXPECT_EQ(expect_code(put(std::string(21, 'x')), 400, "12619"),
            "Password is too long. Max length 20 characters");
}

TEST(Users, OnlyOnesOwnPasswordCanBeChanged) {
  Server server;
  const Reply reply = server.put(kPasswordPath, "<Password>$uper$ecure</Password>", kJdoe);
  EXPECT_EQ(expect_code(reply, 400, "12618"),
            "Provided username 'testcustomer' doesn't match login username 'jdoe'");
}

TEST(Users, AChangedPasswordIsTheOneThatSignsInInThatWorld) {
  Server server(require_users);
  EXPECT_EQ(server.put(kPasswordPath, "<Password>$uper$ecure</Password>", kJane).status, 200);
  EXPECT_EQ(server.get("/accounts/14", kJane).status, 401);
  EXPECT_EQ(server.get("/accounts/14", kJaneAfter).status, 200);
  EXPECT_EQ(server.get("/worlds/other/accounts/14", kJane).status, 200);
  EXPECT_EQ(server.post("/__admin/reset", "").status, 200);
  EXPECT_EQ(server.get("/accounts/14", kJane).status, 200);
}

TEST(Users, OneSeesOnlyTheAccountsThatHeMayUse) {
  Server server(require_users);
  server.get("/accounts/42/sites/743/sippeers/303716/products", kJdoe);  // makes the account
  server.get("/accounts/43/sites/743/sippeers/303716/products", kJane);
  const xml::Document user = server.get("/users/jdoe", kJdoe).xml();
  EXPECT_EQ(texts(user.root(), "User/Accounts/Account/AccountId"), std::vector<std::string>{"42"});
}

TEST(Addresses, TypeIsRequiredAndKnown) {
  Server server;
  const std::string addresses = "/accounts/14/addresses";
  EXPECT_EQ(expect_xml_error(server.get(addresses), 400), "Address type is required");
  EXPECT_EQ(expect_xml_error(server.get(addresses + "?type=Home"), 400),
            "Unknown address type: Home");
  EXPECT_EQ(expect_xml_error(server.get(addresses + "?type=Billing&suggestions=ab"), 400),
            "'suggestions' must be at least 3 characters long");
  EXPECT_EQ(expect_xml_error(server.get(addresses + "?type=Billing&e911locationid=1"), 400),
            "'e911locationid' can be used only with E911 address type.");
  EXPECT_EQ(expect_xml_error(server.get(addresses + "?type=Billing&size=0"), 400),
            "size '0' is no positive number");
}

TEST(Addresses, TheAccountsOwnIsItsBillingAddress) {
  Server server;
  const Reply reply = server.get("/accounts/14/addresses?type=billing");
  EXPECT_EQ(reply.text("TotalCount"), "1");
  EXPECT_EQ(reply.text("Addresses/Address/StreetName"), "Anson");
  EXPECT_NE(reply.text("Links/first").find("page=1&size=500>;rel=\"first\""), std::string::npos);
  EXPECT_EQ(reply.text("Links/next"), "");
}

TEST(Addresses, NoneOfATypeIsADocumented404) {
  Server server;
  for (const char* query : {"?type=E911", "?type=Dlda", "?e911locationid=7"}) {
    const Reply reply = server.get("/accounts/14/addresses" + std::string(query));
    EXPECT_EQ(reply.status, 404);
    EXPECT_EQ(reply.text("ResponseStatus/Description"), "The resource does not exist");
  }
}

TEST(Addresses, OfSitesAndPeersAreListedByType) {
  Server server;
  EXPECT_EQ(server.get(kAccount + "/addresses?type=Service").text("TotalCount"), "2");
  create_peer(server, replaced(peer_request(), "<AddressType>Service", "<AddressType>Billing"));
  create_site(server);
  const auto cities = [&](const std::string& query) {
    return texts(server.get(kAccount + "/addresses?" + query).xml().root(),
                 "Addresses/Address/City");
  };
  EXPECT_EQ(cities("type=service"), (std::vector<std::string>{"RALEIGH", "RALEIGH", "WASHINGTON"}));
  EXPECT_EQ(cities("type=Billing"), (std::vector<std::string>{"Marshalltown", "WASHINGTON"}));
  EXPECT_EQ(server.remove(kSites + "/3013").status, 200);
  EXPECT_EQ(cities("type=service").size(), 2u);
}

TEST(Addresses, ComeInPages) {
  Server server;
  create_site(server);
  const std::string addresses = kAccount + "/addresses?type=Service";
  const Reply first = server.get(addresses + "&size=2");
  EXPECT_EQ(first.text("TotalCount"), "3");
  EXPECT_EQ(texts(first.xml().root(), "Addresses/Address/AddressType"),
            (std::vector<std::string>{"Service", "Service"}));
  EXPECT_NE(first.text("Links/next").find("type=Service&page=3&size=2>;rel=\"next\""),
            std::string::npos)
      << first.body;
  const Reply second = server.get(addresses + "&page=3&size=2");
  EXPECT_EQ(texts(second.xml().root(), "Addresses/Address/City"),
            std::vector<std::string>{"WASHINGTON"});
  EXPECT_EQ(second.text("Links/next"), "");
}

}  // namespace
}  // namespace irisim::test
