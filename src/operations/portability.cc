#include "operations/portability.h"

#include <algorithm>

#include "operations/number_custody.h"

namespace irisim::operations {
namespace {

LosingCarrier losing_carrier(const inventory::Inventory& inventory, Tn tn, Holder holder) {
  LosingCarrier result;
  if (holder != Holder::kCarrier) {
    const inventory::Vendor& ourselves = inventory.on_net_vendor();
    result.spid = ourselves.id;
    result.name = ourselves.name;
    return result;
  }
  const inventory::Carrier& carrier = inventory.carrier_of(tn);
  result.spid = carrier.spid;
  result.name = carrier.name;
  result.is_supported = carrier.is_supported;
  result.is_wireless = carrier.is_wireless;
  result.is_account_number_required = carrier.is_account_number_required;
  result.minimum_porting_interval = carrier.minimum_porting_interval;
  return result;
}

std::optional<PortType> port_type(const Portability& number) {
  if (number.holder == Holder::kOtherAccount) return PortType::kInternal;
  if (number.holder != Holder::kCarrier || number.vendor == nullptr || !number.carrier.is_supported)
    return std::nullopt;
  if (!number.is_off_net()) return PortType::kAutomated;
  return number.rate_center->is_automated ? PortType::kAutomatedOffNet : PortType::kManualOffNet;
}

}  // namespace

Holder holder_of(engine::Session& session, std::string_view account, Tn tn) {
  const std::optional<store::Number> number = session.store.numbers.find(tn);
  if (!number) return is_available(session, tn) ? Holder::kNobody : Holder::kCarrier;
  if (number->status == store::NumberStatus::kPortedOut) return Holder::kCarrier;
  if (number->status != store::NumberStatus::kInservice) return Holder::kNobody;
  return number->account == account ? Holder::kOwnAccount : Holder::kOtherAccount;
}

std::string_view name_of(PortType type) {
  static constexpr std::string_view kNames[] = {"INTERNAL", "AUTOMATED", "AUTOMATEDOFFNET",
                                                "MANUALOFFNET"};
  return kNames[static_cast<size_t>(type)];
}

Portability portability(const inventory::Inventory& inventory, Tn tn, Holder holder) {
  Portability result;
  result.tn = tn;
  result.holder = holder;
  result.rate_center = inventory.rate_center_of(tn);
  result.vendor = inventory.vendor_of(tn);
  // What is in service with us has somebody who provides it.
  if (result.vendor == nullptr && holder != Holder::kCarrier)
    result.vendor = &inventory.on_net_vendor();
  result.carrier = losing_carrier(inventory, tn, holder);
  result.type = port_type(result);
  return result;
}

Portability portability(engine::Session& session, std::string_view account, Tn tn) {
  return portability(session.inventory, tn, holder_of(session, account, tn));
}

std::optional<PortTerms> port_terms(std::span<const Portability> numbers) {
  std::optional<PortTerms> terms;
  for (const Portability& number : numbers) {
    if (!number.type) continue;
    if (!terms) terms = PortTerms{*number.type, number.carrier, number.vendor};
    terms->type = std::max(terms->type, *number.type);
  }
  return terms;
}

}  // namespace irisim::operations
