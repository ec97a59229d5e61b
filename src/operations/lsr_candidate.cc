#include "operations/lsr_candidate.h"

#include "base/text.h"
#include "operations/lsr_document.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kSeveral = "mult";  // the contract's word for it

}  // namespace

LsrCandidate::LsrCandidate(xml::Element sent, std::string_view account_id, const engine::Seed& seed,
                           Instant at, xml::Element former)
    : order(sent),
      account(account_id),
      now(at),
      before(former),
      subscriber(sent.child("Subscriber")),
      address(subscriber.child("ServiceAddress")),
      numbers(lsr_numbers(former ? former : sent)) {
  const xml::Document document = xml::Document::restore(seed.account(account_id).document);
  const std::string_view configured = document.root().text("SPID");
  if (configured.empty()) return;
  if (equal_ignoring_case(configured, kSeveral)) {
    spids = Spids::kSeveral;
  } else {
    spids = Spids::kOne;
    account_spid = configured;
  }
}

}  // namespace irisim::operations
