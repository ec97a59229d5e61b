#include "control/mail_query.h"

namespace irisim::control {
namespace {

using Filter = store::MailFilter;

constexpr FilterKey<Filter> kKeys[] = {
    {"account", read_filter_text<Filter, &Filter::account>},
    {"subscription", read_filter_text<Filter, &Filter::subscription>},
    {"order", read_filter_text<Filter, &Filter::order_id>},
    {"to", read_filter_text<Filter, &Filter::recipient>},
    {"subject", read_filter_text<Filter, &Filter::subject>},
    {"text", read_filter_text<Filter, &Filter::text>},
};

}  // namespace

Result<MailQuery> read_mail_query(const http::Query& parameters) {
  return read_filter_query<Filter>(filter_texts(parameters), false, kKeys);
}

Result<MailQuery> read_mail_query(const http::Request& request) {
  const Result<FilterTexts> texts = filter_texts(request);
  if (!texts) return texts.error();
  return read_filter_query<Filter>(*texts, true, kKeys);
}

}  // namespace irisim::control
