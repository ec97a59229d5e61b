#include "operations/rate_center_lists.h"

#include <algorithm>
#include <tuple>

#include "base/states.h"
#include "base/text.h"
#include "operations/fields.h"
#include "operations/rate_center_counts.h"
#include "operations/rate_center_filter.h"

namespace irisim::operations {
namespace {

using inventory::Inventory;
using inventory::RateCenter;
using inventory::Vendor;

constexpr int kWrongState = 4006, kWrongParameter = 4010;

struct Request {
  std::string state;
  bool only_available = false;
  bool only_supported = false;
};

Result<Request, int> read(const http::Query& query) {
  Request request;
  request.state = upper(query.find("state").value_or(""));
  if (!is_state_code(request.state)) return kWrongState;
  const std::pair<std::string_view, bool&> booleans[] = {{"available", request.only_available},
                                                         {"supported", request.only_supported}};
  for (const auto& [name, value] : booleans) {
    const auto text = query.find(name);
    if (!text) continue;
    if (!is_boolean(*text)) return kWrongParameter;
    value = is_true(*text);
  }
  return request;
}

// A line of a list: a rate center, under its own name or that of one of its cities.
struct Line {
  std::string_view name;
  const RateCenter* center;
  int64_t available = 0;
};

bool is_in_scope(const Inventory& inventory, const RateCenter& center, const Request& request) {
  const Vendor* vendor = inventory.vendor_of(center);
  return center.state == request.state && vendor != nullptr &&
         (!request.only_supported || vendor->is_on_net);
}

std::vector<const RateCenter*> centers_in_scope(const Inventory& inventory,
                                                const Request& request) {
  std::vector<const RateCenter*> centers;
  for (const RateCenter& center : inventory.rate_centers()) {
    if (is_in_scope(inventory, center, request)) centers.push_back(&center);
  }
  return centers;
}

struct Form {
  std::string_view root, list, item, abbreviation;
  std::vector<std::string_view> (*names)(const RateCenter& center);
};

Answer list(const Call& call, engine::Visit& world, const Form& form) {
  const Result<Request, int> request = read(call.query);
  if (!request) return error_answer(call.operation, 400, request.error());
  const std::vector<const RateCenter*> centers = centers_in_scope(world.inventory(), *request);
  std::vector<Availability::Count> counts(centers.size());
  if (request->only_available) {
    counts =
        world.read([&](engine::Session& session) { return count_available(session, centers); });
  }
  std::vector<Line> lines;
  for (size_t i = 0; i < centers.size(); ++i) {
    if (request->only_available && counts[i].open == 0) continue;
    for (const std::string_view name : form.names(*centers[i]))
      lines.push_back({name, centers[i], counts[i].open});
  }
  std::ranges::sort(lines, {}, [](const Line& line) {
    return std::tuple(line.name, std::string_view(line.center->abbreviation));
  });

  xml::Document document(form.root);
  document.root().add("ResultCount", std::to_string(lines.size()));
  xml::Element parent = document.root().add(form.list);
  for (const Line& line : lines) {
    xml::Element item = parent.add(form.item);
    item.add(form.abbreviation, line.center->abbreviation);
    if (request->only_available)
      item.add("AvailableTelephoneNumberCount", std::to_string(line.available));
    item.add("Name", line.name);
  }
  return answer(200, std::move(document));
}

}  // namespace

Answer list_cities(const Call& call, engine::Visit& world) {
  return list(call, world,
              {"CityResponse", "Cities", "City", "RcAbbreviation", [](const RateCenter& center) {
                 return std::vector<std::string_view>(center.cities.begin(), center.cities.end());
               }});
}

Answer list_rate_centers(const Call& call, engine::Visit& world) {
  return list(
      call, world,
      {"RateCenterResponse", "RateCenters", "RateCenter", "Abbreviation",
       [](const RateCenter& center) { return std::vector<std::string_view>{center.name}; }});
}

}  // namespace irisim::operations
