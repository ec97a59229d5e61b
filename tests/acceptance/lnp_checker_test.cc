// POST lnpchecker: how numbers can be ported in, and whom from.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

constexpr char kPath[] = "/accounts/{accountId}/lnpchecker";

Texts all(const Reply& reply, const std::string& path) {
  return texts(reply.xml().root(), path);
}

// The numbers of a section's groups, one text for each group: "BALTIMORE 4109255199 4104685864".
Texts groups(const Reply& reply, const std::string& section, const std::string& name) {
  Texts result;
  const xml::Document document = reply.xml();
  for (const xml::Element group : document.root().child(section).children()) {
    std::string line(group.text(name));
    for (const std::string& number : texts(group, "TnList/Tn")) line += " " + number;
    result.push_back(line);
  }
  return result;
}

Reply check_example(Server& server, const std::string& mode) {
  return server.post(
      kAccount + "/lnpchecker" + (mode.empty() ? "" : "?fullCheck=" + mode),
      source_file("fixtures/operations/accounts/accountId/lnpchecker/post/request.xml"));
}

void expect_shape(const Reply& reply, int status) {
  EXPECT_EQ(reply.status, status) << reply.body;
  EXPECT_EQ(departure(documented("POST", kPath, status), reply.body), "");
}

TEST(LnpChecker, SortsTheDocumentedNumbersByRateCenterAndLosingCarrier) {
  PortServer server;
  const Reply reply = check_example(server, "offnetportability");
  expect_shape(reply, 200);
  EXPECT_EQ(groups(reply, "SupportedRateCenters", "RateCenter"), Texts{});
  EXPECT_EQ(
      groups(reply, "UnsupportedRateCenters", "RateCenter"),
      (Texts{"BALTIMORE 4109255199 4104685864 4103154313", "SPARKSGLNC 4103431313 4103431561"}));
  EXPECT_EQ(groups(reply, "PartnerSupportedRateCenters", "RateCenter"),
            (Texts{"FTCOLLINS 4109235436", "BEASON 2174101103"}));
  EXPECT_EQ(groups(reply, "SupportedLosingCarriers", "LosingCarrierName"),
            (Texts{"Test Losing Carrier L3 4109255199 4104685864 4103431313 4103431561",
                   "Mock Carrier 4109235436 4103154313", "IntegraTelecom 2174101103"}));
  EXPECT_TRUE(reply.xml().root().child("UnsupportedLosingCarriers"));
  EXPECT_EQ(all(reply, "PortType"), (Texts{"MANUALOFFNET", "AUTOMATEDOFFNET"}));
}

TEST(LnpChecker, DescribesARateCenter) {
  PortServer server;
  const Reply reply = check_portability(server, {"2174101103", "4109235436", "9194809871"});
  expect_shape(reply, 200);
  const std::string partner = "PartnerSupportedRateCenters/RateCenterGroup/";
  EXPECT_EQ(all(reply, partner + "Vendor"), (Texts{"Level 3", "Partner CLEC"}));
  EXPECT_EQ(all(reply, partner + "AutomatedPort"), (Texts{"true"}));
  EXPECT_EQ(all(reply, partner + "City"), (Texts{"BEASON", "FORT COLLINS"}));
  EXPECT_EQ(all(reply, partner + "State"), (Texts{"IL", "CO"}));
  EXPECT_EQ(all(reply, partner + "LATA"), (Texts{"366", "656"}));
  EXPECT_EQ(all(reply, partner + "Tiers/Tier"), (Texts{"3", "1"}));
  const std::string own = "SupportedRateCenters/RateCenterGroup/";
  EXPECT_EQ(reply.text(own + "RateCenter"), "RALEIGH");
  EXPECT_EQ(reply.text(own + "City"), "RALEIGH");
  EXPECT_EQ(reply.text(own + "Tiers/Tier"), "0");
  EXPECT_EQ(all(reply, own + "Vendor"), Texts{});
}

TEST(LnpChecker, DescribesALosingCarrier) {
  PortServer server;
  const Reply reply = check_portability(server, {"9196010001", "9196020001", "9196030001"}, "true");
  expect_shape(reply, 200);
  const std::string entry = "SupportedLosingCarriers/LosingCarrierTnList/";
  EXPECT_EQ(all(reply, entry + "LosingCarrierSPID"), (Texts{"6214", "4036"}));
  EXPECT_EQ(all(reply, entry + "LosingCarrierIsWireless"), (Texts{"true", "false"}));
  EXPECT_EQ(all(reply, entry + "LosingCarrierAccountNumberRequired"), (Texts{"true", "true"}));
  EXPECT_EQ(all(reply, entry + "LosingCarrierMinimumPortingInterval"), (Texts{"0", "3"}));
  EXPECT_EQ(groups(reply, "UnsupportedLosingCarriers", "LosingCarrierName"),
            (Texts{"Mock Rural Telephone 9196030001"}));
  EXPECT_EQ(all(reply, "PortType"), (Texts{"AUTOMATED"}));
}

TEST(LnpChecker, TellsOnlyRateCentersUnlessAskedForMore) {
  PortServer server;
  for (const std::string mode : {"", "false", "FALSE"}) {
    const Reply reply = check_example(server, mode);
    expect_shape(reply, 200);
    EXPECT_FALSE(reply.xml().root().child("SupportedLosingCarriers")) << mode;
    EXPECT_FALSE(reply.xml().root().child("PartnerSupportedRateCenters")) << mode;
  }
}

TEST(LnpChecker, ShowsOffNetNumbersAsUnsupportedUnlessAskedForThem) {
  PortServer server;
  for (const std::string mode : {"false", "true", "onnetportability"}) {
    const Reply reply = check_portability(server, {"2174101103", "9194809871"}, mode);
    EXPECT_EQ(groups(reply, "UnsupportedRateCenters", "RateCenter"), (Texts{"BEASON 2174101103"}))
        << mode;
    EXPECT_EQ(all(reply, "PortType"), (Texts{"AUTOMATED"})) << mode;
  }
  const auto carriers = [&](const std::string& mode) {
    return groups(check_portability(server, {"2174101103", "9194809871"}, mode),
                  "SupportedLosingCarriers", "LosingCarrierName");
  };
  EXPECT_EQ(carriers("true"), (Texts{"IntegraTelecom 2174101103", "Mock Carrier 9194809871"}));
  EXPECT_EQ(carriers("onnetportability"), (Texts{"Mock Carrier 9194809871"}));
}

TEST(LnpChecker, GivesNumbersOfNoKnownRateCenterAGroupWithoutOne) {
  PortServer server;
  const Reply reply = check_portability(server, {"2015550001"});
  expect_shape(reply, 200);
  EXPECT_EQ(groups(reply, "UnsupportedRateCenters", "RateCenter"), (Texts{" 2015550001"}));
  EXPECT_EQ(all(reply, "PortType"), Texts{});
}

TEST(LnpChecker, CallsANumberOfAnotherAccountAnInternalPort) {
  PortServer server;
  complete_portin(server, "14", "9196010001");
  const Reply reply = check_portability(server, {"9196010001", "9194809871"});
  expect_shape(reply, 200);
  EXPECT_EQ(all(reply, "PortType"), (Texts{"INTERNAL", "AUTOMATED"}));
  EXPECT_EQ(groups(reply, "SupportedLosingCarriers", "LosingCarrierName"),
            (Texts{"Bandwidth CLEC 9196010001", "Mock Carrier 9194809871"}));
}

TEST(LnpChecker, RefusesNumbersThatCannotBePortedNow) {
  PortServer server;
  complete_portin(server, "9999999", "9194800001");
  create_portin(server, plain_request("9194800002"));
  const std::pair<std::string, std::string> kCases[] = {
      {"9194800001", "7206"}, {"9194800002", "7205"}, {"9194390001", "7378"}};
  for (const auto& [number, code] : kCases) {
    const Reply reply = check_portability(server, {"9194809871", number});
    expect_shape(reply, 400);
    EXPECT_EQ(error_codes(reply), (Texts{code}));
    EXPECT_EQ(all(reply, "Errors/TelephoneNumbers/Tn"), (Texts{number}));
  }
  EXPECT_EQ(check_portability(server, {"9194800002"}, "true", "14").status, 400)
      << "a port-in of another account counts as well";
}

TEST(LnpChecker, IgnoresDraftsAndCancelledPortins) {
  PortServer server;
  ASSERT_EQ(server.post(kPortins, draft_request("9194800001")).status, 201);
  server.remove(kPortins + "/" + create_portin(server, plain_request("9194800002")));
  EXPECT_EQ(check_portability(server, {"9194800001", "9194800002"}).status, 200);
}

TEST(LnpChecker, NamesEachNumberOutsideTheNanp) {
  Server server;
  const Reply reply = check_portability(server, {"61746052083", "9194809871", "61746052082"});
  expect_shape(reply, 400);
  EXPECT_EQ(error_codes(reply), (Texts{"7201", "7201"}));
  EXPECT_EQ(all(reply, "Errors/Description"),
            (Texts{"61746052083 is not a valid NANPA telephone number.",
                   "61746052082 is not a valid NANPA telephone number."}));
}

TEST(LnpChecker, HasACodeForEachFaultOfTheRequest) {
  Server server;
  const std::vector<std::pair<Texts, Texts>> kCases = {
      {{}, {"7316"}},
      {{""}, {"7102"}},
      {{"9194809871", "9194809871"}, {"7360"}},
      {{"9194809871", "8004809871"}, {"7386"}},
  };
  for (const auto& [numbers, codes] : kCases)
    EXPECT_EQ(error_codes(check_portability(server, numbers)), codes);
  EXPECT_EQ(error_codes(check_portability(server, {"9194809871"}, "perhaps")), (Texts{"7472"}));
  Texts many;
  for (int i = 0; i < 5001; ++i) many.push_back(std::to_string(9194800000 + i));
  EXPECT_EQ(error_codes(check_portability(server, many)), (Texts{"7314"}));
  many.pop_back();
  EXPECT_EQ(check_portability(server, many).status, 200);
}

}  // namespace
}  // namespace irisim::test
