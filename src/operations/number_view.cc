#include "operations/number_view.h"

namespace irisim::operations {

void add_facts(xml::Element parent, const NumberFacts& facts,
               const inventory::Inventory& inventory) {
  const store::Number& number = facts.number;
  const inventory::RateCenter* rate_center =
      is_toll_free(number.tn) ? nullptr : inventory.rate_center_of(number.tn);
  if (rate_center != nullptr) {
    if (!rate_center->cities.empty()) parent.add("City", rate_center->cities.front());
    parent.add("Lata", rate_center->lata);
    parent.add("State", rate_center->state);
    parent.add("RateCenter", rate_center->abbreviation);
  }
  parent.add("FullNumber", format_tn(number.tn));
  parent.add("Tier", std::to_string(rate_center == nullptr ? 0 : rate_center->tier));
  // Whoever covers a number that came from elsewhere, it is in service on our own network.
  const inventory::Vendor* covers = inventory.vendor_of(number.tn);
  const inventory::Vendor& vendor = covers == nullptr ? inventory.on_net_vendor() : *covers;
  parent.add("VendorId", vendor.id);
  parent.add("VendorName", vendor.name);
  parent.add("OnNetVendor", vendor.is_on_net ? "true" : "false");
  parent.add("Status", facts.status);
  parent.add("AccountId", number.account);
  if (number.modified != Instant()) parent.add("LastModified", format_instant(number.modified));
  if (number.in_service) parent.add("InServiceDate", format_instant(*number.in_service));
}

}  // namespace irisim::operations
