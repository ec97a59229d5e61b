#include "tests/support/number_picture.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

// Of a list in ascending order that names each number once.
Texts listed(const Reply& reply, const std::string& path) {
  if (reply.status == 204) return {};
  EXPECT_EQ(reply.status, 200) << reply.body;
  const Texts numbers = texts(reply.xml().root(), path);
  EXPECT_TRUE(std::ranges::is_sorted(numbers) &&
              std::ranges::adjacent_find(numbers) == numbers.end())
      << reply.body;
  return numbers;
}

std::map<std::string, HeldNumber> read_held(Server& server, NumberPicture& picture) {
  std::map<std::string, HeldNumber> held;
  const xml::Document document = server.get("/tns?page=1&size=500").xml();
  for (const xml::Element number : document.root().child("TelephoneNumbers").children()) {
    const std::string name(number.text("FullNumber"));
    const HeldNumber has{std::string(number.text("Status")), std::string(number.text("AccountId")),
                         std::string(number.text("InServiceDate"))};
    if (has.status == "Available") {
      EXPECT_TRUE(picture.available.contains(name)) << name << " is available, and not found";
    } else {
      EXPECT_TRUE(held.emplace(name, has).second) << name << " is listed twice";
    }
  }
  return held;
}

std::set<std::string> read_available(Server& server, const std::string& account) {
  std::set<std::string> found;
  for (const char* criteria : {"state=NC&protected=MIXED", "tollFreeWildCardPattern=80*"}) {
    const Reply reply =
        server.get(account + "/availableNumbers?quantity=500&" + std::string(criteria));
    EXPECT_EQ(reply.status, 200) << reply.body;
    for (const std::string& number :
         texts(reply.xml().root(), "TelephoneNumberList/TelephoneNumber"))
      EXPECT_TRUE(found.insert(number).second) << number << " is found twice";
  }
  return found;
}

}  // namespace

NumberPicture NumberPicture::read(Server& server, const std::vector<std::string>& accounts) {
  NumberPicture picture;
  picture.available = read_available(server, "/accounts/" + accounts.front());
  picture.held = read_held(server, picture);
  for (const auto& [number, has] : picture.held) {
    EXPECT_FALSE(picture.available.contains(number)) << number << " is held, and found";
    EXPECT_TRUE(std::ranges::find(accounts, has.account) != accounts.end()) << number;
  }
  for (const std::string& account : accounts) {
    EXPECT_EQ(server.get("/accounts/" + account + "/inserviceNumbers/totals").text("Count"),
              std::to_string(picture.in_service(account).size()));
  }
  return picture;
}

Texts NumberPicture::in_service(const std::string& account) const {
  Texts numbers;
  for (const auto& [number, has] : held) {
    if (has.is_in_service() && has.account == account) numbers.push_back(number);
  }
  return numbers;
}

void NumberPicture::check_account(Server& server, const std::string& account) const {
  constexpr char kNumbers[] = "TelephoneNumbers/TelephoneNumber";
  const std::string path = "/accounts/" + account, site = path + "/sites/743";
  const Texts expected = in_service(account);
  const std::string count = std::to_string(expected.size());
  EXPECT_EQ(listed(server.get(path + "/inserviceNumbers"), kNumbers), expected);
  EXPECT_EQ(listed(server.get(site + "/inserviceNumbers"), kNumbers), expected);
  EXPECT_EQ(server.get(site + "/totaltns").text("SiteTNs/TotalCount"), count);
  EXPECT_EQ(server.get(path + "/sites?tnCounts=true").text("Sites/Site/TelephoneNumberCount"),
            count);
  Texts of_peers;
  for (const char* id : {"303716", "303717"}) {
    const std::string peer = site + "/sippeers/" + id;
    const Texts numbers = listed(server.get(peer + "/tns?includeAttributes=false"),
                                 "SipPeerTelephoneNumbers/SipPeerTelephoneNumber/FullNumber");
    EXPECT_EQ(server.get(peer + "/totaltns")
                  .text("SipPeerTelephoneNumbersCount/SipPeerTelephoneNumbersCount"),
              std::to_string(numbers.size()));
    of_peers.insert(of_peers.end(), numbers.begin(), numbers.end());
  }
  std::ranges::sort(of_peers);
  EXPECT_EQ(of_peers, expected);
}

}  // namespace irisim::test
