#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/orders.h"

namespace irisim::test {
namespace {

const std::string kUnknown = kLsrs + "/0f1e2d3c-0000-4000-8000-000000000000";
constexpr char kNote[] = "<Note><UserId>jbm</UserId><Description>A test note</Description></Note>";
constexpr char kNoteWithoutUser[] = "<Note><Description>A test note</Description></Note>";

std::string made(Server& s, const std::string& rest = "") {
  return kLsrs + "/" + create_lsr(s) + rest;
}

// At its end, with an error: nobody has the example's numbers.
std::string failed(Server& s, const std::string& rest = "") {
  const std::string path = made(s, rest);
  s.advance("1h");
  return path;
}

std::string noted(Server& s, const std::string& order) {
  return order + "/notes/" + create(s, order + "/notes", kNote);
}

#define LSRS "/accounts/{accountId}/lsrorders"
#define LSR LSRS "/{orderid}"
constexpr Provocation kProvocations[] = {
    {"GET", LSRS, 200,
     [](Server& s) {
       create_lsr(s);
       create_lsr(s, with(lsr_request(), "Pon", "another"));
       s.advance("2s");
       return s.get(kLsrs);
     }},
    {"GET", LSRS, 404, [](Server& s) { return s.get(kLsrs); }},
    {"POST", LSRS, 201, [](Server& s) { return s.post(kLsrs, lsr_request()); }},
    {"POST", LSRS, 400,
     [](Server& s) { return s.post(kLsrs, with(lsr_request(), "CustomerOrderId", "a_b")); }},
    {"GET", LSR, 200, [](Server& s) { return s.get(failed(s)); }},
    {"PUT", LSR, 200, [](Server& s) { return s.put(made(s), lsr_supp()); }},
    {"PUT", LSR, 400,
     [](Server& s) { return s.put(made(s), without(lsr_supp(), "AuthorizingPerson")); }},
    {"PUT", LSR, 404, [](Server& s) { return s.put(kUnknown, lsr_supp()); }},
    {"GET", LSR "/history", 200, [](Server& s) { return s.get(failed(s, "/history")); }},
    {"GET", LSR "/history", 404, [](Server& s) { return s.get(kUnknown + "/history"); }},
    {"GET", LSR "/notes", 200,
     [](Server& s) {
       const std::string order = made(s);
       noted(s, order);
       return s.get(order + "/notes");
     }},
    {"GET", LSR "/notes", 204, [](Server& s) { return s.get(made(s, "/notes")); }},
    {"POST", LSR "/notes", 201, [](Server& s) { return s.post(made(s, "/notes"), kNote); }},
    {"POST", LSR "/notes", 400,
     [](Server& s) { return s.post(made(s, "/notes"), kNoteWithoutUser); }},
    {"PUT", LSR "/notes/{noteId}", 200, [](Server& s) { return s.put(noted(s, made(s)), kNote); }},
    {"PUT", LSR "/notes/{noteId}", 400,
     [](Server& s) { return s.put(noted(s, made(s)), kNoteWithoutUser); }},
};
#undef LSR
#undef LSRS

}  // namespace

std::span<const Provocation> lsr_order_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
