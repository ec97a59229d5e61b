#include "operations/checked_numbers.h"
#include "operations/checkers.h"
#include "operations/portability.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "ImportTnCheckerResponse";

// Why a number cannot be imported.
struct ImportRule {
  int code;
  bool (*breaks)(const Portability&);
};
constexpr ImportRule kRules[] = {
    {19001, [](const Portability& n) { return n.holder == Holder::kNobody; }},
    {19002,
     [](const Portability& n) {
       return n.holder == Holder::kCarrier && n.rate_center == nullptr && !is_toll_free(n.tn);
     }},
    {19006,
     [](const Portability& n) {
       return n.holder == Holder::kOwnAccount || n.holder == Holder::kOtherAccount;
     }},
};

void add_errors(xml::Element payload, std::span<const Portability> numbers) {
  xml::Element errors = payload.add("ImportTnErrors");
  for (const ImportRule& rule : kRules) {
    std::vector<Tn> bad;
    for (const Portability& number : numbers) {
      if (rule.breaks(number)) bad.push_back(number.tn);
    }
    if (bad.empty()) continue;
    xml::Element error = errors.add("ImportTnError");
    error.add("Code", std::to_string(rule.code));
    error.add("Description", catalog::message(rule.code));
    add_numbers(error, "TelephoneNumbers", "TelephoneNumber", bad);
  }
}

bool can_be_imported(const Portability& number) {
  for (const ImportRule& rule : kRules) {
    if (rule.breaks(number)) return false;
  }
  return true;
}

}  // namespace

Answer check_import(const Call& call, engine::Visit& world) {
  const CheckedNumbers checked =
      read_checked_numbers(call.body->root().child("TelephoneNumbers"), "TelephoneNumber");
  if (!checked.findings.empty()) return refuse_check(kRoot, checked.findings);
  const std::vector<Portability> numbers = world.read([&](engine::Session& session) {
    std::vector<Portability> found;
    for (const Tn tn : checked.numbers) found.push_back(portability(session, call.account(), tn));
    return found;
  });

  xml::Document document(kRoot);
  xml::Element payload = document.root().add("ImportTnCheckerPayload");
  std::vector<Tn> importable;
  for (const Portability& number : numbers) {
    if (can_be_imported(number)) importable.push_back(number.tn);
  }
  add_numbers(payload, "TelephoneNumbers", "TelephoneNumber", importable);
  add_errors(payload, numbers);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
