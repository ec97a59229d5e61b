#include "operations/covered_request.h"

#include <algorithm>

#include "base/states.h"
#include "base/text.h"
#include "operations/criteria_formats.h"

namespace irisim::operations {
namespace {

constexpr int64_t kDefaultSize = 300, kLargestSize = 1'000;
constexpr long kLargestId = 1'000'000'000;
constexpr int kWrongPrefix = 4002, kWrongState = 4006, kWrongZip = 4007, kWrongLata = 4008;
constexpr int kWrongEmbed = 4015, kWrongTier = 4016, kWrongPage = 4018;
constexpr int kNoFilterWithLocal = 4019, kNpaWithNpaNxxX = 4025, kNoNpa = 4026;

struct Filter {
  std::string_view name;
  std::string& (*field)(CoveredRequest& request);
  int code;
  bool (*is_valid)(std::string_view text);
};
constexpr Filter kFilters[] = {
    {"abbreviation", [](CoveredRequest& r) -> std::string& { return r.filter.abbreviation; }, 0,
     nullptr},
    {"name", [](CoveredRequest& r) -> std::string& { return r.filter.name; }, 0, nullptr},
    {"city", [](CoveredRequest& r) -> std::string& { return r.filter.city; }, 0, nullptr},
    {"state", [](CoveredRequest& r) -> std::string& { return r.filter.state; }, kWrongState,
     [](std::string_view text) { return is_state_code(upper(text)); }},
    {"zip", [](CoveredRequest& r) -> std::string& { return r.filter.zip; }, kWrongZip,
     [](std::string_view text) { return text.size() == 5 && all_digits(text); }},
    {"lata", [](CoveredRequest& r) -> std::string& { return r.filter.lata; }, kWrongLata,
     [](std::string_view text) { return text.size() != 4 && is_lata(text); }},
    {"npa", [](CoveredRequest& r) -> std::string& { return r.prefix; }, kWrongPrefix, is_area_code},
    {"npaNxx", [](CoveredRequest& r) -> std::string& { return r.prefix; }, kWrongPrefix,
     is_npa_nxx},
    {"npaNxxX", [](CoveredRequest& r) -> std::string& { return r.prefix; }, kWrongPrefix,
     is_npa_nxx_x},
};

// Zero or the code. Of several prefixes one has to begin with the others.
int read_filters(const http::Query& query, CoveredRequest& request, bool& is_any) {
  for (const Filter& filter : kFilters) {
    const auto text = query.find(filter.name);
    if (!text) continue;
    if (filter.is_valid != nullptr && !filter.is_valid(*text)) return filter.code;
    std::string& field = filter.field(request);
    if (filter.is_valid != nullptr && !text->starts_with(field)) return filter.code;
    field = *text;
    is_any = true;
  }
  if (const auto text = query.find("tier")) {
    constexpr long kLastTier = 5;
    const std::optional<long> tier = to_number(*text);
    if (!tier || *tier < 0 || *tier > kLastTier) return kWrongTier;
    request.tier = static_cast<int>(*tier);
    is_any = true;
  }
  return 0;
}

struct EmbedName {
  std::string_view name;
  Embed embed;
};
constexpr EmbedName kEmbeds[] = {
    {"ZipCodes", kZipCodes},
    {"Cities", kCities},
    {"Vendors", kVendors},
    {"NpaNxxX", kNpaNxxX},
    {"AvailableNumberCount", kAvailableNumberCount},
    {"LimitedAvailableNumberCount", kLimitedAvailableNumberCount},
    {"LocalRateCenters", kLocalRateCenters},
    {"Npa", kNpa},
};

int read_embeds(const http::Query& query, uint32_t& embeds) {
  for (const auto& [name, value] : query.parameters()) {
    if (!equal_ignoring_case(name, "embed")) continue;
    for (const std::string_view part : split(value, ',')) {
      const auto found = std::ranges::find_if(kEmbeds, [&](const EmbedName& embed) {
        return equal_ignoring_case(embed.name, trim(part));
      });
      if (found == std::end(kEmbeds)) return kWrongEmbed;
      embeds |= found->embed;
    }
  }
  if ((embeds & kNpa) == 0) return 0;
  return (embeds & kNpaNxxX) != 0 ? kNpaWithNpaNxxX : kNoNpa;
}

int read_page(const http::Query& query, CoveredRequest& request) {
  const std::optional<long> page = to_number(query.find("page").value_or("1"));
  const std::optional<long> size =
      to_number(query.find("size").value_or(std::to_string(kDefaultSize)));
  if (!page || *page < 1 || *page > kLargestId || !size || *size < 1) return kWrongPage;
  request.page = static_cast<int>(*page);
  request.size = std::min<int64_t>(*size, kLargestSize);
  return 0;
}

}  // namespace

Result<CoveredRequest, int> read_covered(const http::Query& query) {
  CoveredRequest request;
  bool is_filtered = false;
  int code = read_filters(query, request, is_filtered);
  if (code == 0) code = read_embeds(query, request.embeds);
  if (code == 0 && is_filtered && (request.embeds & kLocalRateCenters) != 0)
    code = kNoFilterWithLocal;
  if (code == 0) code = read_page(query, request);
  if (code != 0) return code;
  return request;
}

}  // namespace irisim::operations
