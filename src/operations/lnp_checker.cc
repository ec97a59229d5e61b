#include "operations/checked_numbers.h"
#include "operations/checkers.h"
#include "operations/portability_report.h"
#include "operations/portin_number_rules.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "NumberPortabilityResponse";
constexpr int kUnknownMode = 7472;

}  // namespace

Answer check_portability(const Call& call, engine::Visit& world) {
  CheckedNumbers checked = read_checked_numbers(call.body->root().child("TnList"), "Tn");
  std::vector<Finding>& findings = checked.findings;
  const std::optional<CheckMode> mode =
      read_check_mode(call.query.find("fullCheck").value_or("false"));
  if (!mode) findings.push_back(broken_rule(kUnknownMode));
  check_one_kind(checked.numbers, findings);
  if (!findings.empty()) return refuse_check(kRoot, findings);

  std::vector<Portability> numbers;
  world.read([&](engine::Session& session) {
    for (const Tn tn : checked.numbers) numbers.push_back(portability(session, call.account(), tn));
    check_freedom(numbers, session, 0, findings);
    return 0;
  });
  if (!findings.empty()) return refuse_check(kRoot, findings);
  return answer(200, portability_report(numbers, *mode));
}

}  // namespace irisim::operations
