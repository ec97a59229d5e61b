#include "operations/portability_report.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "operations/checked_numbers.h"

namespace irisim::operations {
namespace {

// Numbers with the same key, in the order of their first.
template <class Key>
using Groups = std::vector<std::pair<Key, std::vector<Portability>>>;

template <class KeyOf>
auto group_by(std::span<const Portability> numbers, KeyOf key_of) {
  Groups<decltype(key_of(numbers[0]))> groups;
  for (const Portability& number : numbers) {
    const auto key = key_of(number);
    auto group = std::ranges::find(groups, key, [](const auto& entry) { return entry.first; });
    if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
    group->second.push_back(number);
  }
  return groups;
}

void add_tns(xml::Element parent, std::span<const Portability> numbers) {
  xml::Element list = parent.add("TnList");
  for (const Portability& number : numbers) list.add("Tn", format_tn(number.tn));
}

template <class Predicate>
std::vector<Portability> those(std::span<const Portability> numbers, Predicate predicate) {
  std::vector<Portability> result;
  std::ranges::copy_if(numbers, std::back_inserter(result), predicate);
  return result;
}

bool is_partners(const Portability& number) {
  return number.is_off_net() && number.holder == Holder::kCarrier;
}

bool is_supported(const Portability& number) {
  return number.vendor != nullptr && !is_partners(number);
}

// All numbers have the same rate center; none, for toll-free ones and where it is unknown.
void add_rate_center(xml::Element section, std::span<const Portability> numbers) {
  xml::Element group = section.add("RateCenterGroup");
  const Portability& first = numbers.front();
  if (const inventory::RateCenter* place = first.rate_center) {
    if (is_partners(first)) {
      group.add("Vendor", first.vendor->name);
      if (place->is_automated) group.add("AutomatedPort", "true");
    }
    group.add("RateCenter", place->abbreviation);
    if (!place->cities.empty()) group.add("City", place->cities.front());
    group.add("State", place->state);
    group.add("LATA", place->lata);
    if (first.vendor != nullptr) group.add("Tiers").add("Tier", std::to_string(place->tier));
  }
  add_tns(group, numbers);
}

void add_rate_centers(xml::Element report, std::string_view name,
                      std::span<const Portability> numbers) {
  xml::Element section = report.add(name);
  const auto place = [](const Portability& number) { return number.rate_center; };
  for (const auto& [key, group] : group_by(numbers, place)) add_rate_center(section, group);
}

void add_losing_carriers(xml::Element report, std::string_view name,
                         std::span<const Portability> numbers) {
  const auto text = [](bool value) { return value ? "true" : "false"; };
  xml::Element section = report.add(name);
  const auto spid = [](const Portability& number) { return number.carrier.spid; };
  for (const auto& [key, group] : group_by(numbers, spid)) {
    const LosingCarrier& carrier = group.front().carrier;
    xml::Element entry = section.add("LosingCarrierTnList");
    entry.add("LosingCarrierSPID", carrier.spid);
    entry.add("LosingCarrierName", carrier.name);
    entry.add("LosingCarrierIsWireless", text(carrier.is_wireless));
    entry.add("LosingCarrierAccountNumberRequired", text(carrier.is_account_number_required));
    entry.add("LosingCarrierMinimumPortingInterval",
              std::to_string(carrier.minimum_porting_interval));
    add_tns(entry, group);
  }
}

}  // namespace

std::optional<CheckMode> read_check_mode(std::string_view text) {
  static constexpr std::pair<std::string_view, CheckMode> kModes[] = {
      {"false", CheckMode::kRateCenters},
      {"true", CheckMode::kCarriers},
      {"onnetportability", CheckMode::kOnNet},
      {"offnetportability", CheckMode::kOffNet},
  };
  for (const auto& [name, mode] : kModes) {
    if (equal_ignoring_case(name, text)) return mode;
  }
  return std::nullopt;
}

xml::Document portability_report(std::span<const Portability> numbers, CheckMode mode) {
  const bool with_partners = mode == CheckMode::kOffNet;
  const auto is_shown_portable = [&](const Portability& number) {
    return number.type && (with_partners || !is_partners(number));
  };
  xml::Document document("NumberPortabilityResponse");
  xml::Element report = document.root();
  const auto type = [](const Portability& number) { return *number.type; };
  for (const auto& [key, group] : group_by(those(numbers, is_shown_portable), type))
    report.add("PortType", name_of(key));

  add_rate_centers(report, "SupportedRateCenters", those(numbers, is_supported));
  add_rate_centers(report, "UnsupportedRateCenters", those(numbers, [&](const Portability& number) {
                     return !is_supported(number) && !(with_partners && is_partners(number));
                   }));
  if (with_partners)
    add_rate_centers(report, "PartnerSupportedRateCenters", those(numbers, is_partners));
  if (mode == CheckMode::kRateCenters) return document;

  const std::vector<Portability> told = those(numbers, [&](const Portability& number) {
    return mode != CheckMode::kOnNet || is_supported(number);
  });
  add_losing_carriers(report, "SupportedLosingCarriers",
                      those(told, [](const Portability& n) { return n.carrier.is_supported; }));
  add_losing_carriers(report, "UnsupportedLosingCarriers",
                      those(told, [](const Portability& n) { return !n.carrier.is_supported; }));
  return document;
}

}  // namespace irisim::operations
