#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/telephone_number.h"
#include "engine/session.h"

namespace irisim::operations {

// Whether and how a telephone number can be ported to an account, for port-ins and the two
// checkers. The contract's section "lnpchecker", terminology.

// Who has a number, as the account sees it that wants it.
enum class Holder {
  kCarrier,       // another service provider
  kOtherAccount,  // another account of ours has it in service
  kOwnAccount,    // the account itself has it in service
  kNobody,        // it is ours, and in service nowhere: available, reserved or aging
};
Holder holder_of(engine::Session& session, std::string_view account, Tn tn);

// In the order of the work that a port takes.
enum class PortType { kInternal, kAutomated, kAutomatedOffNet, kManualOffNet };
std::string_view name_of(PortType type);  // "AUTOMATEDOFFNET"

// Whom a number is ported from. Texts are the inventory's.
struct LosingCarrier {
  std::string_view spid, name;
  bool is_supported = true;
  bool is_wireless = false;
  bool is_account_number_required = false;
  int minimum_porting_interval = 0;  // business days
};

struct Portability {
  Tn tn = 0;
  Holder holder = Holder::kCarrier;
  const inventory::RateCenter* rate_center = nullptr;  // null: none is known
  const inventory::Vendor* vendor = nullptr;           // who will provide it; null: nobody can
  LosingCarrier carrier;                               // we ourselves, for a number of ours
  std::optional<PortType> type;                        // nothing: it cannot be ported

  bool is_off_net() const { return vendor != nullptr && !vendor->is_on_net; }
};
Portability portability(const inventory::Inventory& inventory, Tn tn, Holder holder);
Portability portability(engine::Session& session, std::string_view account, Tn tn);

// What the numbers of one port have in common: carrier and vendor of the first that can be ported,
// and the type of the one that takes most work. Nothing when none can be ported.
struct PortTerms {
  PortType type = PortType::kAutomated;
  LosingCarrier carrier;
  const inventory::Vendor* vendor = nullptr;
};
std::optional<PortTerms> port_terms(std::span<const Portability> numbers);

}  // namespace irisim::operations
