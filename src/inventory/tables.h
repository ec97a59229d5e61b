#pragma once

#include <span>
#include <string_view>

#include "inventory/inventory.h"

// The shipped inventory as constant tables, which inventory/compiler writes from
// fixtures/inventory.yaml when the program is built. What each field means: inventory.h.
namespace irisim::inventory::tables {

using Texts = std::span<const std::string_view>;
using Numbers = std::span<const int>;

struct VendorRow {
  std::string_view id, name;
  bool is_on_net;
};

struct CarrierRow {
  std::string_view spid, name;
  bool is_wireless, is_account_number_required;
  int minimum_porting_interval;
  bool is_supported;
  Texts prefixes;
};

struct RateCenterRow {
  int id;
  std::string_view abbreviation, name, state, lata;
  int tier, vendor;
  bool is_automated;
  Texts cities, zips;
  Numbers local, exchanges;
};

extern const std::span<const VendorRow> kVendors;
extern const std::span<const CarrierRow> kCarriers;
extern const std::span<const RateCenterRow> kRateCenters;
extern const std::span<const Block> kBlocks;

}  // namespace irisim::inventory::tables
