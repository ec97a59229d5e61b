#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/news.h"
#include "store/notices.h"
#include "store/orders.h"

namespace irisim::engine {

// What an e-mail says. The contract has no form for it (docs/quirks.md): a line for each element of
// a notification.
struct Letter {
  std::string order_type, order_id;  // empty: of an event or of all of a day
  std::string subject, text;
};

Letter write_letter(const store::Order& order, const News& news);
Letter write_letter(std::string_view event, std::span<const std::string> numbers);

// All that one subscription is told of a day, which is at least one notice.
Letter write_digest(std::span<const store::Notice> notices);

}  // namespace irisim::engine
