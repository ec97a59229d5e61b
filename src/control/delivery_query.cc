#include "control/delivery_query.h"

#include "base/text.h"

namespace irisim::control {
namespace {

using Filter = store::DeliveryFilter;

std::optional<Error> read_state(const std::string& text, DeliveryQuery& query) {
  query.filter.state = store::find_state(text);
  if (query.filter.state) return std::nullopt;
  const std::vector<std::string> known = store::delivery_state_names();
  return Error{"Unknown state '" + text + "'" + did_you_mean(text, known) +
               "; known: " + join(known, ", ")};
}

std::optional<Error> read_kind(const std::string& text, DeliveryQuery& query) {
  query.filter.kind = store::find_kind(text);
  if (query.filter.kind) return std::nullopt;
  return Error{"Unknown kind '" + text + "'; known: notification, validation, mail"};
}

constexpr FilterKey<Filter> kKeys[] = {
    {"account", read_filter_text<Filter, &Filter::account>},
    {"subscription", read_filter_text<Filter, &Filter::subscription>},
    {"order", read_filter_text<Filter, &Filter::order_id>},
    {"subject", read_filter_text<Filter, &Filter::subject>},
    {"kind", read_kind},
    {"state", read_state},
};

}  // namespace

Result<DeliveryQuery> read_delivery_query(const http::Query& parameters) {
  return read_filter_query<Filter>(filter_texts(parameters), false, kKeys);
}

Result<DeliveryQuery> read_delivery_query(const http::Request& request) {
  const Result<FilterTexts> texts = filter_texts(request);
  if (!texts) return texts.error();
  return read_filter_query<Filter>(*texts, true, kKeys);
}

}  // namespace irisim::control
