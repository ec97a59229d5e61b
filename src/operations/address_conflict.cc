#include "operations/address_conflict.h"

#include <utility>

#include "operations/geocoding.h"

namespace irisim::operations {
namespace {

constexpr int kConflict = 409;
constexpr int kCorrected = 12112;

}  // namespace

std::optional<Answer> address_conflict(const Call& call, xml::Element address) {
  if (!address) return std::nullopt;
  const Geocoding geocoding = geocode(address);
  if (geocoding.corrections.empty()) return std::nullopt;
  Answer result = error_answer(call.operation, kConflict, kCorrected);
  xml::Element root = result.document->root();
  xml::Element error = root.add("AddressErrorDescription");
  error.add("AddressInconsistencies", describe(geocoding.corrections));
  add_address(error.add("RecommendedAddress"), geocoding.address);
  root.add_copy(call.body->root());
  return result;
}

}  // namespace irisim::operations
