// The contract's table of the errors of LSR orders: each of its rows is provoked.

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "base/pattern.h"
#include "base/text.h"
#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/lsrs.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

// The table as the contract has it: a code, where it appears, and its message.
struct Row {
  int code;
  std::string_view appearance, message;
};
constexpr Row kRows[] = {
    {5008, "POST", "All telephone numbers specified are invalid"},
    {7104, "POST/PUT", "Subscriber information is required"},
    {7105, "POST/PUT", "The subscriber name is required"},
    {7107, "POST/PUT", "The service address is required"},
    {7108, "POST/PUT", "The service address house number is required"},
    {7109, "POST/PUT", "The service address street name is required"},
    {7110, "POST/PUT", "The service address city is required"},
    {7111, "POST/PUT", "The service address state code is required"},
    {7112, "POST/PUT", "The service address zip code is required"},
    {7120, "POST", "The PON is required"},
    {7203, "POST/PUT", "The billing telephone number (BTN) is invalid"},
    {7208, "POST/PUT", "The requested FOC date cannot be in the past"},
    {7214, "POST/PUT", "ZIP code is invalid"},
    {7318, "POST/PUT",
     "Customer order ID is invalid. Only alphanumeric values, dashes and spaces are allowed. Max "
     "length is 40 characters."},
    {7324, "POST/PUT",
     "The business name is too long. The business name should not be longer than 25 characters."},
    {7354, "POST/PUT",
     "Middle initial is too long. Middle initial should not be longer than 1 character."},
    {7355, "POST/PUT",
     "First name is too long. First name should not be longer than 25 characters."},
    {7356, "POST/PUT", "Last name is too long. Last name should not be longer than 25 characters."},
    {7395, "POST/PUT", "Unsupported state code %s."},
    {7510, "PROCESSING", "Required Account Code missing"},
    {7511, "PROCESSING", "Invalid Account Code"},
    {7512, "PROCESSING", "Required PIN missing"},
    {7513, "PROCESSING", "PIN Invalid"},
    {7514, "PROCESSING", "Required ZIP Code missing"},
    {7515, "PROCESSING", "Invalid ZIP Code"},
    {7516, "PROCESSING", "Telephone Number not recognized or invalid for this account"},
    {7517, "PROCESSING", "Too many Telephone numbers in this request"},
    {7518, "PROCESSING", "Telephone Number Not Active"},
    {7519, "PROCESSING", "Customer info does not match"},
    {7598, "PROCESSING", "Invalid Request"},
    {7599, "PROCESSING", "Fatal Error in Processing"},
    {7999, "PROCESSING",
     "An internal error has occurred. Please contact support if this issue is not resolved in 1 "
     "business day"},
    {13522, "POST", "The count of telephone numbers in order exceeds the maximum size of %d"},
    {17000, "POST/PUT", "Lsr submission order payload required."},
    {17002, "POST", "Order contains invalid tns %s."},
    {17003, "POST", "Order contains empty tn list or its not present."},
    {17004, "POST",
     "Incorrect pon specified. It must be up to 25 character long and could not contain special "
     "characters other than -_#"},
    {17005, "POST", "Toll-free telephone numbers can not be present in the LSR order."},
    {17006, "POST/PUT",
     "Account number is incorrect. It should be alphanumeric and no more than 32 characters long."},
    {17007, "POST/PUT",
     "Pin number is incorrect. It should be alphanumeric and no more than 10 characters long."},
    {17008, "PROCESSING",
     "An internal error has occurred. Please contact support if this issue is not resolved in 1 "
     "business day"},
    {17009, "POST", "Lsr order contain duplicate telephone numbers %s"},
    {17010, "POST/PUT", "Business name is required for business SubscriberType."},
    {17011, "POST/PUT", "Last name should be empty for business SubscriberType."},
    {17012, "POST/PUT", "Last name is required for residential SubscriberType."},
    {17013, "POST/PUT",
     "Requested date format incorrect. Date should be in yyyy-mm-dd format. (example 2015-03-24)."},
    {17017, "PUT/PROCESSING", "Lsr order failed account SPID not configured."},
    {17018, "PUT/PROCESSING",
     "Lsr order will be cancelled. All other submitted changes are ignored."},
    {17019, "POST/PUT", "Requested FOC date cannot be on holiday or weekend."},
    {17020, "POST/PUT",
     "Account SPID [%s] does not match with SPID specified in the Lsr order [%s]."},
    {17021, "POST/PUT",
     "Incorrect SPID [%s] specified in the order. It should be alphanumeric and no more than 4 "
     "characters long."},
    {17022, "POST/PUT", "Account %d requires a SPID to be provided with each order."},
    {17023, "POST/PUT", "The authorizing person contact is required for lsr orders."},
    {17024, "POST/PUT",
     "The authorizing person contact is too long. It should be not longer than %s characters."},
    {17025, "PUT", "%s field%s cannot be modified."},
    {17025, "PUT", "OrderStatus cannot be changed to %s. Only cancelled value allowed."},
    {17027, "POST/PUT",
     "Account %d has no configured SPID. Please contact support for further assistance."},
    {17028, "POST/PUT",
     "Minimum FOC date for a port of greater than %1$d telephone numbers is %2$d days"},
    {17029, "PROCESSING", "Can't modify LSR order, because it contains ported numbers."},
    {17030, "PROCESSING", "LSR order completion failed, some numbers are not activated: %s."},
    {17031, "PROCESSING", "Order was failed, because some telephone numbers have empty SPID [%s]"},
    {17032, "POST",
     "The Specified PON is already present in our system. Please provide an alternative."},
    {17033, "POST",
     "The PON specified in the LSR order overlaps with existing order. Please resubmit the order "
     "with another PON."},
    {17034, "PUT", "OverrideValidation flag can be supped only in EXCEPTION status."},
    {17035, "PUT",
     "Supp is not allowed for this LSR. Please contact support if this issue is not resolved in 1 "
     "business day."},
};

// A message as a pattern of what is told: "%s", "%d" and "%1$d" stand for anything.
std::string pattern_of(std::string_view message) {
  std::string pattern(message);
  for (const std::string argument : {"%1$d", "%2$d", "%s", "%d"}) {
    for (size_t at = pattern.find(argument); at != std::string::npos; at = pattern.find(argument))
      pattern.replace(at, argument.size(), "*");
  }
  return pattern;
}

bool appears_in(const Row& row, std::string_view method) {
  const auto places = split(row.appearance, '/');
  return std::ranges::find(places, method) != places.end();
}

// How a rule of POST or PUT is broken.
struct Breach {
  int code;
  std::string_view methods;  // "POST", "PUT" or "POST PUT"
  // The request that breaks it, made of the contract's example for the method.
  std::string (*request)(const std::string& example);
  std::string told = {};       // the words of the answer, where the row leaves some open
  const char* spid = nullptr;  // of the account; not the example's
  std::string (*order)(const std::string& example) = nullptr;  // that there is before
  void (*prepare)(Server&) = nullptr;
  int status = 400;
};

std::string as_it_is(const std::string& example) {
  return example;
}

#define WITH(PATH, TEXT) [](const std::string& e) { return with(e, PATH, TEXT); }
#define WITHOUT(PATH) [](const std::string& e) { return without(e, PATH); }
#define SUBSCRIBER "Subscriber/"
#define ADDRESS "Subscriber/ServiceAddress/"

std::string with_many_numbers(const std::string& example, int count) {
  Texts numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(std::to_string(9192380000 + i));
  return with_numbers(example, numbers);
}

std::string fifty_one(const std::string& example) {
  return with_many_numbers(example, 51);
}

// No transition of LSR orders is a SUPP.
void forbid_supps(Server& server) {
  const Reply reply = server.put("/__admin/scenarios/no-supp", R"(
    version: 1
    lifecycles:
      lsrorders:
        - { to: PENDING, on: create }
        - { from: PENDING, to: CANCELLED, on: cancel })");
  EXPECT_EQ(reply.status, 201) << reply.body;
}

const std::vector<Breach>& breaches() {
  static const std::vector<Breach> kBreaches = {
      {5008, "POST",
       [](const std::string& e) {
         return with_numbers(e, {"919238", "91923814"});
       }},
      {7104, "POST PUT", WITHOUT("Subscriber")},
      {7105, "POST PUT",
       [](const std::string& e) {
         return without(without(e, SUBSCRIBER "SubscriberType"), SUBSCRIBER "BusinessName");
       }},
      {7107, "POST PUT", WITHOUT("Subscriber/ServiceAddress")},
      {7108, "POST PUT", WITHOUT(ADDRESS "HouseNumber")},
      {7109, "POST PUT", WITHOUT(ADDRESS "StreetName")},
      {7110, "POST PUT", WITHOUT(ADDRESS "City")},
      {7111, "POST PUT", WITHOUT(ADDRESS "StateCode")},
      {7112, "POST PUT", WITHOUT(ADDRESS "Zip")},
      {7120, "POST", WITHOUT("Pon")},
      {7203, "POST PUT", WITH("BillingTelephoneNumber", "919238146")},
      {7203, "POST PUT", WITH("BillingTelephoneNumber", "8882381468")},
      {7208, "POST PUT", WITH("RequestedFocDate", "2025-05-30")},
      {7214, "POST PUT", WITH(ADDRESS "Zip", "9002")},
      {7214, "POST PUT", WITH(ADDRESS "Zip", "90025-12")},
      {7318, "POST PUT", WITH("CustomerOrderId", std::string(41, 'x'))},
      {7318, "POST PUT", WITH("CustomerOrderId", "a_b")},
      {7324, "POST PUT", WITH(SUBSCRIBER "BusinessName", std::string(26, 'x'))},
      {7354, "POST PUT", WITH(SUBSCRIBER "MiddleInitial", "AB")},
      {7355, "POST PUT", WITH(SUBSCRIBER "FirstName", std::string(26, 'x'))},
      {7356, "POST PUT",
       [](const std::string& e) {
         return with(with(e, SUBSCRIBER "SubscriberType", "RESEDENTIAL"), SUBSCRIBER "LastName",
                     std::string(26, 'x'));
       }},
      {7395, "POST PUT", WITH(ADDRESS "StateCode", "XX"), "Unsupported state code XX."},
      {13522, "POST", [](const std::string& e) { return with_many_numbers(e, 5001); },
       "The count of telephone numbers in order exceeds the maximum size of 5000"},
      {17000, "POST PUT", [](const std::string&) { return std::string("<LsrOrder/>"); }},
      {17000, "POST PUT", [](const std::string&) { return std::string(); }},
      {17002, "POST",
       [](const std::string& e) {
         return with_numbers(e, {"9192381468", "919238", "9110000000"});
       },
       "Order contains invalid tns [919238, 9110000000]."},
      {17003, "POST", WITHOUT("ListOfTelephoneNumbers")},
      {17003, "POST", [](const std::string& e) { return with_numbers(e, {}); }},
      {17004, "POST", WITH("Pon", std::string(26, 'x'))},
      {17004, "POST", WITH("Pon", "ATT-011515-324234%$")},
      {17005, "POST",
       [](const std::string& e) {
         return with_numbers(e, {"9192381468", "8882381468"});
       }},
      {17006, "POST PUT", WITH(SUBSCRIBER "AccountNumber", std::string(33, '1'))},
      {17006, "POST PUT", WITH(SUBSCRIBER "AccountNumber", "12-34")},
      {17007, "POST PUT", WITH(SUBSCRIBER "PinNumber", "12345678901")},
      {17007, "POST PUT", WITH(SUBSCRIBER "PinNumber", "12 34")},
      {17009, "POST",
       [](const std::string& e) {
         return with_numbers(e, {"9192381468", "9192381468", "9192381468"});
       },
       "Lsr order contain duplicate telephone numbers [9192381468, 9192381468]"},
      {17010, "POST PUT", WITHOUT(SUBSCRIBER "BusinessName")},
      {17011, "POST PUT", WITH(SUBSCRIBER "LastName", "Hopkins")},
      {17012, "POST PUT", WITH(SUBSCRIBER "SubscriberType", "RESIDENTIAL")},
      {17012, "POST PUT", WITHOUT(SUBSCRIBER "SubscriberType")},
      {17013, "POST PUT", WITH("RequestedFocDate", "06/12/2025")},
      {17013, "POST PUT", WITH("RequestedFocDate", "2025-06-12T00:00:00Z")},
      {17017, "PUT", as_it_is, "", ""},
      {17018, "PUT", WITH("OrderStatus", "CANCELLED"), "", nullptr,
       WITH("CustomerOrderId", "another"), nullptr, 200},
      {17019, "POST PUT", WITH("RequestedFocDate", "2025-06-14")},
      {17019, "POST PUT", WITH("RequestedFocDate", "2025-07-04")},
      {17019, "POST PUT", WITH("RequestedFocDate", "2026-07-03")},  // July 4th is a Saturday
      {17019, "POST PUT", WITH("RequestedFocDate", "2031-11-27")},  // Thanksgiving
      {17020, "POST PUT", as_it_is,
       "Account SPID [1234] does not match with SPID specified in the Lsr order [123C].", "1234"},
      {17021, "POST PUT", WITH("SPID", "123CD"),
       "Incorrect SPID [123CD] specified in the order. It should be alphanumeric and no more than "
       "4 "
       "characters long."},
      {17021, "POST PUT", WITH("SPID", "1-2")},
      {17022, "POST PUT", WITHOUT("SPID"),
       "Account 9999999 requires a SPID to be provided with each order.", "mult"},
      {17023, "POST PUT", WITHOUT("AuthorizingPerson")},
      {17024, "POST PUT", WITH("AuthorizingPerson", std::string(101, 'x')),
       "The authorizing person contact is too long. It should be not longer than 100 characters."},
      {17025, "PUT", WITH("Pon", "another"), "Pon field cannot be modified."},
      {17025, "PUT",
       [](const std::string& e) { return with_numbers(with(e, "Pon", "another"), {"9192381469"}); },
       "Pon, ListOfTelephoneNumbers fields cannot be modified."},
      {17025, "PUT", WITH("OrderStatus", "COMPLETE"),
       "OrderStatus cannot be changed to COMPLETE. Only cancelled value allowed."},
      {17027, "POST PUT", WITHOUT("SPID"),
       "Account 9999999 has no configured SPID. Please contact support for further assistance.",
       ""},
      {17027, "POST", as_it_is, "", ""},
      {17028, "POST",
       [](const std::string& e) { return with(fifty_one(e), "RequestedFocDate", "2025-06-06"); },
       "Minimum FOC date for a port of greater than 50 telephone numbers is 5 days"},
      {17028, "PUT", WITH("RequestedFocDate", "2025-06-06"), "", nullptr, fifty_one},
      {17032, "POST", [](const std::string& e) { return with_numbers(e, {"9192381470"}); }, "",
       nullptr, as_it_is},
      {17033, "POST", as_it_is, "", nullptr, as_it_is},
      {17034, "PUT", WITH("OverrideValidation", "true")},
      {17035, "PUT", as_it_is, "", nullptr, nullptr, forbid_supps},
  };
  return kBreaches;
}
#undef ADDRESS
#undef SUBSCRIBER
#undef WITHOUT
#undef WITH

// A world, begun under the example's SPID, in which the account has another one.
void move(Server& from, Server& to) {
  EXPECT_EQ(to.put("/__admin/snapshot", from.get("/__admin/snapshot").body).status, 200);
}

// Breaks the rule on a server of its own.
Reply provoke(const Breach& breach, const std::string& method) {
  Server usual;
  std::optional<Server> special;
  if (breach.spid != nullptr) special.emplace(with_spid(breach.spid));
  std::string path = kLsrs;
  if (method == "PUT" || breach.order != nullptr) {
    const std::string id =
        create_lsr(usual, breach.order == nullptr ? lsr_request() : breach.order(lsr_request()));
    if (method == "PUT") path += "/" + id;
    if (special) move(usual, *special);
  }
  Server& server = special ? *special : usual;
  if (breach.prepare != nullptr) breach.prepare(server);
  const std::string example = method == "PUT" ? lsr_supp() : lsr_request();
  return server.send(method, path, breach.request(example));
}

// The descriptions of the code in the answer.
Texts told(const Reply& reply, int code) {
  const xml::Document document = reply.xml();
  Texts descriptions;
  for (const xml::Element root : {document.root(), document.root().child("LsrOrder")}) {
    for (const xml::Element error : root.child("LsrOrderErrors").children()) {
      if (error.text("Code") == std::to_string(code))
        descriptions.emplace_back(error.text("Description"));
    }
  }
  return descriptions;
}

TEST(LsrRules, EachIsToldWithTheWordsOfTheContract) {
  for (const Breach& breach : breaches()) {
    for (const std::string_view method : split(breach.methods, ' ')) {
      SCOPED_TRACE(std::string(method) + " " + std::to_string(breach.code));
      const Reply reply = provoke(breach, std::string(method));
      EXPECT_EQ(reply.status, breach.status) << reply.body;
      const Texts descriptions = told(reply, breach.code);
      ASSERT_EQ(descriptions.size(), 1u) << reply.body;
      if (!breach.told.empty()) {
        EXPECT_EQ(descriptions.front(), breach.told);
      }
      EXPECT_TRUE(std::ranges::any_of(kRows, [&](const Row& row) {
        return row.code == breach.code && appears_in(row, method) &&
               matches(pattern_of(row.message), descriptions.front());
      })) << descriptions.front();
    }
  }
}

TEST(LsrRules, EveryRowOfTheTableIsProvoked) {
  for (const Row& row : kRows) {
    for (const std::string_view place : split(row.appearance, '/')) {
      if (place == "PROCESSING") continue;  // below, all of them
      const bool is_provoked = std::ranges::any_of(breaches(), [&](const Breach& breach) {
        const auto methods = split(breach.methods, ' ');
        return breach.code == row.code && std::ranges::find(methods, place) != methods.end() &&
               (breach.told.empty() || matches(pattern_of(row.message), breach.told));
      });
      EXPECT_TRUE(is_provoked) << row.code << " " << row.message << ": " << place;
    }
  }
}

// One broken rule is told alone, but for a toll-free number, which is an invalid one too.
TEST(LsrRules, NoneIsBrokenByTheWay) {
  for (const Breach& breach : breaches()) {
    if (breach.code == 17005) continue;
    const std::string method(split(breach.methods, ' ').front());
    EXPECT_EQ(lsr_codes(provoke(breach, method)), Texts{std::to_string(breach.code)}) << method;
  }
}

void put_error(Server& server, int code) {
  const Reply reply =
      server.put("/__admin/scenarios/broken",
                 "version: 1\nscenarios:\n  - name: broken\n    match: { order: lsrorders }\n"
                 "    transitions: [{ from: PENDING, to: EXCEPTION, after: 1s, error: " +
                     std::to_string(code) + " }]\n");
  EXPECT_EQ(reply.status, 201) << reply.body;
}

TEST(LsrRules, EveryErrorOfProcessingPersistsInTheOrder) {
  for (const Row& row : kRows) {
    if (!appears_in(row, "PROCESSING")) continue;
    SCOPED_TRACE(row.code);
    Server server;
    put_error(server, row.code);
    const std::string id = create_lsr(server);
    server.advance("1d");
    const Reply order = server.get(kLsrs + "/" + id);
    EXPECT_EQ(order.text("OrderStatus"), "EXCEPTION");
    const Texts descriptions = told(order, row.code);
    ASSERT_EQ(descriptions.size(), 1u) << order.body;
    EXPECT_TRUE(matches(pattern_of(row.message), descriptions.front())) << descriptions.front();
    EXPECT_EQ(descriptions.front().find('%'), std::string::npos) << descriptions.front();
    const Reply list = server.get(kLsrs);
    EXPECT_EQ(list.text("LsrOrderSummary/Errors/Error/Code"), std::to_string(row.code));
    EXPECT_EQ(list.text("LsrOrderSummary/Errors/Error/Description"), descriptions.front());
  }
}

}  // namespace
}  // namespace irisim::test
