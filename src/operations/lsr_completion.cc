#include "operations/lsr_completion.h"

#include <algorithm>
#include <set>

#include "operations/finding.h"
#include "operations/lsr_number_rules.h"
#include "operations/number_custody.h"
#include "operations/number_list_rules.h"
#include "operations/port_outs.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

constexpr int kNotActivated = 17030;

}  // namespace

std::string port_out(engine::Session& session, store::Order& order) {
  const std::vector<Tn> numbers = numbers_of(session, order);
  std::set<Tn> ported;
  for (const store::Order& port_out : record_port_outs(session, order, numbers)) {
    const std::vector<Tn> lost = numbers_of(session, port_out);
    give_away(session, port_out, lost);
    ported.insert(lost.begin(), lost.end());
  }
  std::vector<Tn> missing;
  std::ranges::copy_if(numbers, std::back_inserter(missing),
                       [&](Tn tn) { return !ported.contains(tn); });
  if (missing.empty()) return {};
  xml::Document document = xml::Document::restore(order.document);
  add_error(document.root(), broken_rule(kNotActivated, {bracketed(format_tns(missing))}));
  order.document = document.compact();
  return ported.empty() ? "fail" : "part";
}

}  // namespace irisim::operations
