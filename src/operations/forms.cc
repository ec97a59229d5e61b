#include "operations/forms.h"

#include "base/check.h"
#include "operations/registry.h"

namespace irisim::operations {

Forms::Forms() {
  for (const LiveOperation& live : live_operations()) {
    for (const catalog::Outcome& outcome : live.operation->outcomes) {
      for (const catalog::Example& example : outcome.examples) {
        if (example.type != "application/xml") continue;
        const auto document = xml::Document::parse(example.body);
        IRISIM_CHECK(document.ok());
        const auto [entry, is_new] = shapes_.try_emplace(&outcome, document->root());
        if (!is_new) entry->second.merge(document->root());
      }
      const auto shape = shapes_.find(&outcome);
      if (shape == shapes_.end()) continue;
      for (const catalog::ExtraElement& extra : catalog::extra_elements()) {
        shape->second.add(extra.parent, extra.element, extra.after);
      }
    }
  }
}

std::string Forms::print(const catalog::Operation& operation, const Answer& answer) const {
  const xml::Element root = answer.document->root();
  const catalog::Outcome* outcome = operation.find(answer.status);
  const auto shape = shapes_.find(outcome);
  if (shape == shapes_.end() || shape->second.root_name() != root.name())
    return xml::print_document(root);
  return shape->second.print(root);
}

}  // namespace irisim::operations
