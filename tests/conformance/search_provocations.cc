#include "tests/conformance/provocations.h"

namespace irisim::test {
namespace {

#define ACCOUNT "/accounts/{accountId}"
constexpr Provocation kProvocations[] = {
    {"GET", ACCOUNT "/availableNpaNxx", 200,
     [](Server& s) { return s.get("/accounts/14/availableNpaNxx?areaCode=919"); }},
    {"GET", ACCOUNT "/availableNpaNxx", 400,
     [](Server& s) { return s.get("/accounts/14/availableNpaNxx?areaCode=433"); }},
    {"GET", ACCOUNT "/availableNumbers", 200,
     [](Server& s) { return s.get("/accounts/14/availableNumbers?areaCode=919&quantity=3"); }},
    {"GET", ACCOUNT "/availableNumbers", 400,
     [](Server& s) { return s.get("/accounts/14/availableNumbers"); }},
    {"GET", "/cities", 200, [](Server& s) { return s.get("/cities?state=NC&available=true"); }},
    {"GET", "/rateCenters", 200,
     [](Server& s) { return s.get("/rateCenters?state=NC&available=true"); }},
    {"GET", "/coveredRateCenters", 200,
     [](Server& s) {
       return s.get(
           "/coveredRateCenters?page=1&size=1&embed=Cities,ZipCodes,Vendors,NpaNxxX,"
           "AvailableNumberCount,LimitedAvailableNumberCount,LocalRateCenters");
     }},
    {"GET", "/coveredRateCenters", 400,
     [](Server& s) { return s.get("/coveredRateCenters?npa=91"); }},
    {"GET", "/coveredRateCenters/{rateCenterId}", 200,
     [](Server& s) {
       return s.get("/coveredRateCenters/" +
                    s.get("/coveredRateCenters?page=1&size=1").text("CoveredRateCenter/Id"));
     }},
    {"GET", "/coveredRateCenters/{rateCenterId}", 404,
     [](Server& s) { return s.get("/coveredRateCenters/999999"); }},
};
#undef ACCOUNT

}  // namespace

std::span<const Provocation> search_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
