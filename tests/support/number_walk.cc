#include "tests/support/number_walk.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/port_world.h"

namespace irisim::test {
namespace {

const std::string kReservations = "reservations";
const std::string kOrders = "orders";
const std::string kPortIns = "portins";
const std::string kPortOuts = "lsrorders";

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">";
}

}  // namespace

const char NumberWalk::kInventory[] = R"(
vendors: [{ id: 49, name: Bandwidth CLEC, onNet: true }]
carriers: [{ spid: 1537, name: Mock Carrier }]
rateCenters:
  - { id: 1, abbreviation: RALEIGH, state: NC, lata: 426, vendor: 49, cities: [RALEIGH], zips: [27601],
      exchanges: [919480], blocks: { 9194390: 4 }, protected: { 9194395: 3 } }
  - { id: 2, abbreviation: CARY, state: NC, lata: 426, vendor: 49, cities: [CARY], zips: [27511],
      blocks: { 9192380: 6 } }
tollFree: { 8005541: 3 }
)";

const std::vector<std::string>& NumberWalk::accounts() {
  static const std::vector<std::string> kAccounts = {"14", "42", "9999999"};
  return kAccounts;
}

struct NumberWalk::Kind {
  std::string name;
  bool (NumberWalk::*take)(const NumberPicture&);
  size_t weight;  // how often, beside the others
};

const std::vector<NumberWalk::Kind>& NumberWalk::kinds() {
  static const std::vector<Kind> kKinds = {
      {"reserve", &NumberWalk::reserve, 3},
      {"cancel a reservation", &NumberWalk::cancel_reservation, 3},
      {"order by name", &NumberWalk::order_by_name, 4},
      {"order by search", &NumberWalk::order_by_search, 3},
      {"close an order", &NumberWalk::close_order, 3},
      {"disconnect", &NumberWalk::disconnect, 4},
      {"port in", &NumberWalk::port_in, 3},
      {"cancel a port-in", &NumberWalk::cancel_port_in, 3},
      {"port out", &NumberWalk::port_out, 2},
      {"move", &NumberWalk::move, 2},
      {"pass time", &NumberWalk::pass_time, 7},
  };
  return kKinds;
}

std::string NumberWalk::step(const NumberPicture& before) {
  size_t lot = 0;
  for (const Kind& kind : kinds()) lot += kind.weight;
  lot = draw(lot);
  auto kind = kinds().begin();
  for (; lot >= kind->weight; ++kind) lot -= kind->weight;
  if ((this->*kind->take)(before)) ++successes_[kind->name];
  return kind->name;
}

std::string NumberWalk::pick_account() {
  account_ = pick(accounts());
  return "/accounts/" + account_;
}

std::vector<std::string> NumberWalk::pick_numbers(const NumberPicture& before) {
  std::vector<std::string> own = before.in_service(account_);
  if (own.empty() || draw(2) == 0) return pick_numbers();
  // Not ranges::rotate: clang 14 cannot compile the subrange of libstdc++ 12 that it gives.
  std::rotate(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(draw(own.size())), own.end());
  own.resize(1 + draw(std::min<size_t>(own.size(), 3)));
  return own;
}

std::vector<std::string> NumberWalk::pick_numbers() {
  std::vector<std::string> numbers = {"9194800001", "9194800002", "9194800003", "9194800004"};
  numbers.insert(numbers.end(), stock_.begin(), stock_.end());
  std::vector<std::string> picked;
  for (size_t i = 1 + draw(3); i > 0; --i) {
    const size_t at = draw(numbers.size());
    picked.push_back(numbers[at]);
    numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return picked;
}

std::string NumberWalk::pick_made(const std::string& kind) {
  const std::vector<std::string>& made = made_[kind];
  return made.empty() ? "" : made[made.size() - 1 - draw(std::min<size_t>(made.size(), 3))];
}

bool NumberWalk::make(const std::string& kind, const std::string& path, const std::string& body) {
  const Reply reply = server_.post(path, body);
  EXPECT_TRUE(reply.status == 201 || reply.status == 400) << reply.body;
  if (reply.status != 201) return false;
  const std::string location = reply.header("Location");
  made_[kind].push_back(path + location.substr(location.rfind('/')));
  return true;
}

bool NumberWalk::reserve(const NumberPicture& before) {
  std::string number = pick_numbers().front();
  if (!before.available.empty() && draw(2) == 0)
    number = *std::next(before.available.begin(),
                        static_cast<std::ptrdiff_t>(draw(before.available.size())));
  const bool is_made = make(kReservations, pick_account() + "/tnreservation",
                            element("Reservation", element("ReservedTn", number)));
  EXPECT_EQ(is_made, before.available.contains(number)) << number;
  return is_made;
}

bool NumberWalk::cancel_reservation(const NumberPicture&) {
  const std::string path = pick_made(kReservations);
  return !path.empty() && server_.remove(path).status == 200;
}

bool NumberWalk::order_by_name(const NumberPicture&) {
  std::string account = pick_account(), reservation;
  if (draw(2) == 0) {
    const std::string path = pick_made(kReservations);
    reservation = path.substr(path.rfind('/') + 1);
    if (!path.empty()) account = path.substr(0, path.find("/tnreservation"));
  }
  const std::string order = existing_order(pick_numbers(), reservation);
  static constexpr const char* kMore[] = {"<PeerId>303717</PeerId>",
                                          "<PartialAllowed>false</PartialAllowed>",
                                          ("<TnAttributes><TnAttribute>Protected</TnAttribute>"
                                           "</TnAttributes>"),
                                          ""};
  return make(kOrders, account + "/orders",
              order.substr(0, order.rfind("</Order>")) + pick(kMore) + "</Order>");
}

bool NumberWalk::order_by_search(const NumberPicture&) {
  const std::string quantity = element("Quantity", std::to_string(1 + draw(6)));
  const std::string searches[] = {
      element("RateCenterSearchAndOrderType",
              "<RateCenter>CARY</RateCenter><State>NC</State>" + quantity),
      element("AreaCodeSearchAndOrderType", "<AreaCode>919</AreaCode>" + quantity)};
  const std::string back_order = element("BackOrderRequested", draw(2) == 0 ? "true" : "false");
  return make(kOrders, pick_account() + "/orders", number_order(back_order + pick(searches)));
}

bool NumberWalk::close_order(const NumberPicture&) {
  const std::string path = pick_made(kOrders);
  return !path.empty() &&
         server_.put(path, "<Order><CloseOrder>true</CloseOrder></Order>").status == 200;
}

bool NumberWalk::disconnect(const NumberPicture& before) {
  const std::string path = pick_account() + "/disconnects";
  const std::string modes[] = {"normal", "soft-remove", "purge"};
  const std::string protections[] = {"TRUE", "FALSE", "UNCHANGED"};
  const std::string elements =
      element("DisconnectMode", pick(modes)) + element("Protected", pick(protections));
  return make("disconnects", path, disconnect_order(pick_numbers(before), elements));
}

bool NumberWalk::port_in(const NumberPicture&) {
  return make(kPortIns, pick_account() + "/portins", plain_request(pick_numbers().front()));
}

bool NumberWalk::cancel_port_in(const NumberPicture&) {
  const std::string path = pick_made(kPortIns);
  return !path.empty() && server_.remove(path).status == 200;
}

// Of any account's numbers; toll-free ones are refused.
bool NumberWalk::port_out(const NumberPicture& before) {
  const std::string path = pick_account() + "/lsrorders";
  const std::string pon = "PON-" + std::to_string(made_[kPortOuts].size());
  return make(kPortOuts, path, with(lsr_of(pick_numbers(before)), "Pon", pon));
}

bool NumberWalk::move(const NumberPicture& before) {
  const std::string account = pick_account();
  const std::vector<std::string> numbers = pick_numbers(before);
  const std::string peers[] = {"303716", "303717"};
  const Reply reply = server_.post(account + "/sites/743/sippeers/" + pick(peers) + "/movetns",
                                   move_request(numbers));
  const bool are_its_own = std::ranges::all_of(numbers, [&](const std::string& number) {
    const auto held = before.held.find(number);
    return held != before.held.end() && held->second.is_in_service() &&
           "/accounts/" + held->second.account == account;
  });
  EXPECT_EQ(reply.status, are_its_own ? 200 : 400) << reply.body;
  return reply.status == 200;
}

bool NumberWalk::pass_time(const NumberPicture&) {
  static constexpr const char* kSpans[] = {"300ms", "1s", "1s", "2s", "10s", "30s", "60s"};
  return server_.advance(pick(kSpans)) > 0;
}

}  // namespace irisim::test
