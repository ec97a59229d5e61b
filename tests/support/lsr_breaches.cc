#include "tests/support/lsr_breaches.h"

#include <optional>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/lsrs.h"

namespace irisim::test {
namespace {

std::string as_it_is(const std::string& example) {
  return example;
}

#define WITH(PATH, TEXT) [](const std::string& e) { return with(e, PATH, TEXT); }
#define WITHOUT(PATH) [](const std::string& e) { return without(e, PATH); }
#define SUBSCRIBER "Subscriber/"
#define ADDRESS "Subscriber/ServiceAddress/"

std::string with_many_numbers(const std::string& example, int count) {
  std::vector<std::string> numbers;
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

// A world, begun under the example's SPID, in which the account has another one.
void move(Server& from, Server& to) {
  EXPECT_EQ(to.put("/__admin/snapshot", from.get("/__admin/snapshot").body).status, 200);
}

}  // namespace

std::span<const LsrBreach> lsr_breaches() {
  static const std::vector<LsrBreach> kBreaches = {
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
      {17013, "PUT", WITH("RequestedFocDate", "2025-06-10 lorem")},
      {17013, "PUT", WITH("RequestedFocDate", "2025-06-10T")},
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
      {17025, "PUT",
       [](const std::string&) {
         return std::string("<LsrOrder><OrderStatus>CANCEL</OrderStatus></LsrOrder>");
       },
       "OrderStatus cannot be changed to CANCEL. Only cancelled value allowed."},
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

Reply provoke(const LsrBreach& breach, const std::string& method) {
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

}  // namespace irisim::test
