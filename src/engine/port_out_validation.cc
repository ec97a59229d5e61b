#include "engine/port_out_validation.h"

#include <algorithm>

#include "engine/callback.h"
#include "engine/losses.h"
#include "xml/document.h"

namespace irisim::engine {
namespace {

constexpr std::string_view kSupp = "supp";

// An order type that takes numbers from accounts: the state in which its orders are requests, and
// where they have what the request says of the subscriber.
struct Request {
  std::string_view type, state;
  std::string_view pin, account_number;
};
constexpr Request kRequests[] = {
    {"portins", "SUBMITTED", "WirelessInfo/PinNumber", "WirelessInfo/AccountNumber"},
    {"lsrorders", "PENDING", "Subscriber/PinNumber", "Subscriber/AccountNumber"},
};

constexpr size_t kLongestPon = 25;
constexpr size_t kLongestPin = 10;
constexpr size_t kLongestAccountNumber = 25;
constexpr size_t kLongestZip = 15;
constexpr size_t kLongestName = 93;

// Of a text in UTF-8, at most so many characters.
std::string_view beginning(std::string_view text, size_t most) {
  size_t end = 0;
  for (size_t characters = 0; end < text.size(); ++end) {
    const bool begins_one = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins_one && ++characters > most) break;
  }
  return text.substr(0, end);
}

std::string subscriber_name(xml::Element subscriber) {
  if (const std::string_view business = subscriber.text("BusinessName"); !business.empty())
    return std::string(business);
  std::string name;
  for (const std::string_view part : {"FirstName", "MiddleInitial", "LastName"}) {
    const std::string_view text = subscriber.text(part);
    if (!name.empty() && !text.empty()) name += ' ';
    name += text;
  }
  return name;
}

void add_text(xml::Element request, std::string_view name, std::string_view text, size_t longest) {
  if (!text.empty()) request.add(name, beginning(text, longest));
}

std::string write_request(const Request& request, const store::Order& order, const Loss& loss) {
  const xml::Document stored = xml::Document::restore(order.document);
  const xml::Element subscriber = stored.root().child("Subscriber");
  const xml::Document document("PortOutValidationRequest");
  xml::Element root = document.root();
  add_text(root, "PON", order.pon, kLongestPon);
  add_text(root, "Pin", stored.root().at(request.pin).text(), kLongestPin);
  add_text(root, "AccountNumber", stored.root().at(request.account_number).text(),
           kLongestAccountNumber);
  add_text(root, "ZipCode", subscriber.at("ServiceAddress/Zip").text(), kLongestZip);
  add_text(root, "SubscriberName", subscriber_name(subscriber), kLongestName);
  xml::Element list = root.add("TelephoneNumbers");
  for (const Tn tn : loss.numbers) list.add("TelephoneNumber", format_tn(tn));
  return print_callback(document);
}

void ask(Session& session, const Request& request, const store::Order& order) {
  std::vector<Tn> numbers;
  for (const std::string& text : session.store.orders.numbers(order.row)) {
    if (const std::optional<Tn> tn = parse_tn(text)) numbers.push_back(*tn);
  }
  for (const Loss& loss : losses(session, order, numbers)) {
    if (!session.store.validation_endpoints.find(loss.account)) continue;
    store::Delivery delivery =
        new_delivery(session, store::Delivery::Kind::kValidation, loss.account);
    delivery.order_type = order.type;
    delivery.order_id = order.id;
    delivery.subject = "validation";
    delivery.body = write_request(request, order, loss);
    session.store.outbox.add(delivery);
    session.store.validations.add(order.row, delivery.row);
  }
}

void call_off(Session& session, const store::Order& order) {
  using State = store::Delivery::State;
  constexpr State kOpen[] = {State::kWaiting, State::kDue, State::kSending};
  store::Validations& validations = session.store.validations;
  if (!validations.is_waiting(order.row)) return;
  for (const int64_t row : validations.deliveries(order.row)) {
    const std::optional<store::Delivery> delivery = session.store.outbox.find(row);
    if (delivery && std::ranges::find(kOpen, delivery->state) != std::end(kOpen))
      session.store.outbox.finish(*delivery, State::kCancelled, session.now);
  }
  validations.remove(order.row);
}

}  // namespace

void validate_port_out(Session& session, const store::Order& order,
                       const scenario::Transition& transition) {
  const auto* request = std::ranges::find(kRequests, order.type, &Request::type);
  if (request == std::end(kRequests)) return;
  if (transition.from == transition.to && transition.on != kSupp) return;  // it is the same request
  if (!transition.from.empty()) call_off(session, order);  // a new one has asked nobody
  if (order.status == request->state) ask(session, *request, order);
}

}  // namespace irisim::engine
