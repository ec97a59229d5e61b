#include "operations/addresses.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "operations/finding.h"
#include "operations/order_call.h"
#include "operations/paging.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownType = 12104;
constexpr int kTypeRequired = 12105;
constexpr int kSuggestionsTooShort = 12131;
constexpr int kOnlyForE911 = 12132;
constexpr size_t kShortestSuggestion = 3;
constexpr long kDefaultSize = 500;
constexpr std::string_view kE911 = "E911";
constexpr std::string_view kTypes[] = {"Service", "Billing", "Dlda", kE911};

struct Search {
  std::string type;
  long page = 1;  // the place of its first address among those of the type, from 1
  long size = kDefaultSize;
};

std::optional<Finding> read_count(const http::Query& query, std::string_view name, long& count) {
  const std::optional<std::string> text = query.find(name);
  if (!text) return std::nullopt;
  const std::optional<long> number = to_number(*text);
  if (!number || *number < 1)
    return Finding{0, std::string(name) + " '" + *text + "' is no positive number", {}};
  count = *number;
  return std::nullopt;
}

std::optional<Finding> read_type(const http::Query& query, Search& search) {
  const std::optional<std::string> type = query.find("type");
  const bool by_location = query.find("e911locationid").has_value();
  if (!type) {
    if (!by_location) return broken_rule(kTypeRequired);
    search.type = kE911;
    return std::nullopt;
  }
  const auto known = std::ranges::find_if(
      kTypes, [&](std::string_view each) { return equal_ignoring_case(each, *type); });
  if (known == std::end(kTypes)) return broken_rule(kUnknownType, {*type});
  if (by_location && *known != kE911) return broken_rule(kOnlyForE911);
  search.type = *known;
  return std::nullopt;
}

std::optional<Finding> read_search(const http::Query& query, Search& search) {
  if (auto broken = read_type(query, search)) return broken;
  const std::optional<std::string> suggestions = query.find("suggestions");
  if (suggestions && suggestions->size() < kShortestSuggestion)
    return broken_rule(kSuggestionsTooShort, {std::to_string(kShortestSuggestion)});
  if (auto broken = read_count(query, "page", search.page)) return broken;
  return read_count(query, "size", search.size);
}

bool is_found(const Search& search, xml::Element address) {
  return equal_ignoring_case(address.text("AddressType"), search.type);
}

// What has an address, XML: the account, then each site with its SIP peers.
std::vector<std::string> addressees(const Call& call, engine::Visit& world) {
  std::vector<std::string> documents = {world.seed_data().account(call.account()).document};
  world.write([&](engine::Session& session) {
    session.ensure_account(call.account());
    store::Sites& sites = session.store.sites;
    for (store::Site& site : sites.list(call.account())) {
      documents.push_back(std::move(site.document));
      for (store::SipPeer& peer : sites.list_peers(call.account(), site.id))
        documents.push_back(std::move(peer.document));
    }
    return true;
  });
  return documents;
}

// All of the account, found or not. Only those of sites may lack a type.
xml::Document addresses_of(const Call& call, engine::Visit& world) {
  xml::Document all("Addresses");
  for (const std::string& text : addressees(call, world)) {
    const xml::Document document = xml::Document::restore(text);
    const xml::Element address = document.root().child("Address");
    if (!address) continue;
    xml::Element listed = all.root().add_copy(address);
    if (listed.text("AddressType").empty()) listed.child_or_add("AddressType").set_text("Service");
  }
  return all;
}

}  // namespace

Answer list_addresses(const Call& call, engine::Visit& world) {
  Search search;
  if (const auto broken = read_search(call.query, search))
    return error_answer(call.operation, 400, broken->code, broken->message);

  const xml::Document all = addresses_of(call, world);
  xml::Document document("AddressesResponse");
  xml::Element list = document.root().add("Addresses");
  long total = 0;
  for (const xml::Element address : all.root().children()) {
    if (!is_found(search, address)) continue;
    ++total;
    if (total >= search.page && total - search.page < search.size) list.add_copy(address);
  }
  if (total == 0) return not_found(call, "The resource does not exist");
  document.root().add("TotalCount", std::to_string(total));
  std::optional<std::string> next;
  if (total >= search.page && total - search.page >= search.size)
    next = std::to_string(search.page + search.size);
  add_links(document.root(), call, search.size, next);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
