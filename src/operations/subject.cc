#include "operations/subject.h"

#include <algorithm>

#include "base/telephone_number.h"
#include "base/text.h"
#include "scenario/order_type.h"

namespace irisim::operations {
namespace {

// What the paths call the parts of a subject.
struct PathKey {
  std::string_view parameter;
  std::string scenario::Subject::*text;
};
constexpr PathKey kPathKeys[] = {{"accountId", &scenario::Subject::account},
                                 {"siteId", &scenario::Subject::site}};
constexpr std::string_view kOrderIds[] = {"orderid", "disconnectid", "reservationid"};

// What the bodies call them, right below the root.
struct BodyKey {
  std::string_view element;
  std::string scenario::Subject::*text;
};
constexpr BodyKey kBodyKeys[] = {{"SiteId", &scenario::Subject::site},
                                 {"CustomerOrderId", &scenario::Subject::customer_order_id},
                                 {"Pon", &scenario::Subject::pon}};

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}

std::string_view parameter_name(std::string_view segment) {
  return segment.substr(1, segment.size() - 2);
}

void add_path(scenario::Subject& subject, const catalog::Operation& operation,
              const std::vector<std::string>& values) {
  size_t index = 0;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    if (!is_parameter(segment)) {
      if (scenario::find_order_type(segment) != nullptr) subject.order = segment;
      continue;
    }
    const std::string& value = values[index++];
    for (const PathKey& key : kPathKeys) {
      if (parameter_name(segment) == key.parameter) subject.*(key.text) = value;
    }
    if (is_nanp(value)) subject.numbers.push_back(value);
  }
}

void add_body(scenario::Subject& subject, xml::Element root) {
  for (const BodyKey& key : kBodyKeys) {
    if (const std::string_view text = root.text(key.element); !text.empty())
      subject.*(key.text) = text;
  }
}

}  // namespace

scenario::Subject subject_of(const catalog::Operation* operation,
                             const std::vector<std::string>& values,
                             const std::vector<http::Header>& headers, const xml::Document* body) {
  scenario::Subject subject;
  subject.operation = operation;
  subject.headers = &headers;
  subject.body = body;
  if (operation != nullptr) add_path(subject, *operation, values);
  if (body != nullptr) add_body(subject, body->root());
  return subject;
}

scenario::Subject subject_of(const Call& call) {
  return subject_of(&call.operation, call.values, call.request.headers,
                    call.body ? &*call.body : nullptr);
}

std::optional<std::string> order_id(const catalog::Operation& operation,
                                    const std::vector<std::string>& values) {
  size_t index = 0;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    if (!is_parameter(segment)) continue;
    if (std::ranges::find(kOrderIds, parameter_name(segment)) != std::end(kOrderIds))
      return lower(values[index]);
    ++index;
  }
  return std::nullopt;
}

}  // namespace irisim::operations
