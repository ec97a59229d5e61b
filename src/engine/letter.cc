#include "engine/letter.h"

namespace irisim::engine {
namespace {

std::string count_of(size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void add_line(std::string& text, std::string_view name, std::string_view value) {
  if (!value.empty()) ((text += name) += ": ") += std::string(value) + "\n";
}

void add_numbers(std::string& text, std::string_view name, std::span<const std::string> numbers) {
  if (!numbers.empty()) (text += name) += ":\n";
  for (const std::string& number : numbers) text += "  " + number + "\n";
}

}  // namespace

Letter write_letter(const store::Order& order, const News& news) {
  Letter letter{order.type, order.id, "", ""};
  letter.subject = order.type + " order " + order.id + ": " + std::string(news.subject);
  add_line(letter.text, "Order type", order.type);
  add_line(letter.text, "Order id", order.id);
  add_line(letter.text, "Customer order id", order.customer_order_id.value_or(""));
  add_line(letter.text, "Status", news.status);
  add_line(letter.text, "Message", news.message);
  add_line(letter.text, "Note", news.note);
  add_numbers(letter.text, "Completed telephone numbers", news.completed);
  return letter;
}

Letter write_letter(std::string_view event, std::span<const std::string> numbers) {
  Letter letter;
  letter.subject = std::string(event) + ": " + count_of(numbers.size(), "telephone number");
  add_line(letter.text, "Event", event);
  add_numbers(letter.text, "Impacted telephone numbers", numbers);
  return letter;
}

Letter write_digest(std::span<const store::Notice> notices) {
  Letter letter;
  const Date day = std::chrono::floor<std::chrono::days>(notices.front().at);
  letter.subject = "Digest of " + format_date(day) + ": " + count_of(notices.size(), "event");
  for (const store::Notice& notice : notices) {
    if (!letter.text.empty()) letter.text += "\n";
    letter.text += format_instant(notice.at) + " " + notice.subject + "\n" + notice.text;
  }
  return letter;
}

}  // namespace irisim::engine
