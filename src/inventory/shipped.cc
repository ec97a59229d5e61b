#include "inventory/shipped.h"

#include "inventory/tables.h"

namespace irisim::inventory {
namespace {

std::vector<std::string> strings(tables::Texts texts) {
  return {texts.begin(), texts.end()};
}

std::vector<int> ints(tables::Numbers numbers) {
  return {numbers.begin(), numbers.end()};
}

Vendor made_from(const tables::VendorRow& row) {
  return {std::string(row.id), std::string(row.name), row.is_on_net};
}

Carrier made_from(const tables::CarrierRow& row) {
  return {std::string(row.spid),          std::string(row.name),        row.is_wireless,
          row.is_account_number_required, row.minimum_porting_interval, row.is_supported,
          strings(row.prefixes)};
}

RateCenter made_from(const tables::RateCenterRow& row) {
  return {row.id,
          std::string(row.abbreviation),
          std::string(row.name),
          std::string(row.state),
          std::string(row.lata),
          row.tier,
          row.vendor,
          row.is_automated,
          strings(row.cities),
          strings(row.zips),
          ints(row.local),
          ints(row.exchanges)};
}

}  // namespace

Inventory shipped() {
  Contents contents;
  for (const auto& row : tables::kVendors) contents.vendors.push_back(made_from(row));
  for (const auto& row : tables::kCarriers) contents.carriers.push_back(made_from(row));
  contents.rate_centers.reserve(tables::kRateCenters.size());
  for (const auto& row : tables::kRateCenters) contents.rate_centers.push_back(made_from(row));
  contents.blocks.assign(tables::kBlocks.begin(), tables::kBlocks.end());
  return Inventory(std::move(contents));
}

}  // namespace irisim::inventory
