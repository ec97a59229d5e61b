#include "operations/lsr_completion.h"

#include "operations/finding.h"
#include "operations/lsr_number_rules.h"
#include "operations/number_custody.h"
#include "operations/number_list_rules.h"
#include "operations/port_outs.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

constexpr int kNotActivated = 17030;

bool is_in_service(engine::Session& session, Tn tn) {
  const std::optional<store::Number> number = session.store.numbers.find(tn);
  return number && number->status == store::NumberStatus::kInservice;
}

}  // namespace

std::string port_out(engine::Session& session, store::Order& order) {
  std::vector<Tn> ported, missing;
  for (const Tn tn : numbers_of(session, order))
    (is_in_service(session, tn) ? ported : missing).push_back(tn);
  record_port_outs(session, order, ported);
  give_away(session, order, ported);
  if (missing.empty()) return {};
  xml::Document document = xml::Document::restore(order.document);
  add_error(document.root(), broken_rule(kNotActivated, {bracketed(format_tns(missing))}));
  order.document = document.compact();
  return ported.empty() ? "fail" : "part";
}

}  // namespace irisim::operations
