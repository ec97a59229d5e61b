#include "control/clock.h"

#include <chrono>
#include <memory>

#include "base/clock.h"
#include "control/happening.h"

namespace irisim::control {
namespace {

// An endpoint that does not answer holds the clock up for each attempt.
constexpr auto kLongestAdvance = std::chrono::minutes(10);

constexpr std::string_view kTimeForm = "an ISO 8601 time such as \"2025-06-02T09:00:00Z\"";

json::Value clock_value(const Clock::State& state) {
  return json::Object{
      {"mode", mode_name(state.mode)}, {"now", format_instant(state.now)}, {"speed", state.speed}};
}

Result<Instant> read_instant(const json::Value& value, std::string_view key) {
  const auto time = value.text() != nullptr ? parse_timestamp(*value.text()) : std::nullopt;
  if (!time) return Error{"'" + std::string(key) + "' must be " + std::string(kTimeForm)};
  return time->instant;
}

// Where the clock is to go; nothing for "until": "idle".
Result<std::optional<Instant>> read_target(const json::Value& body, Instant now) {
  const json::Value* by = body.find("by");
  const json::Value* to = body.find("to");
  const json::Value* until = body.find("until");
  if ((by != nullptr) + (to != nullptr) + (until != nullptr) != 1) {
    return Error{
        "Give one of \"by\" with a duration such as \"4d\", \"to\" with a time, or \"until\": "
        "\"idle\""};
  }
  if (until != nullptr) {
    if (until->text() == nullptr || *until->text() != "idle")
      return Error{"'until' can only be \"idle\""};
    return std::optional<Instant>();
  }
  Instant target = now;
  if (by != nullptr) {
    const auto duration = by->text() != nullptr ? parse_duration(*by->text()) : std::nullopt;
    if (!duration)
      return Error{"'by' must be a duration such as \"500ms\", \"2s\", \"1h30m\" or \"4d\""};
    if (*duration > kLastInstant - now) return Error{"'by' leads beyond the year 9999"};
    target = now + *duration;
  } else {
    const Result<Instant> time = read_instant(*to, "to");
    if (!time) return time.error();
    if (*time < now) return Error{"'to' is before the clock's time, " + format_instant(now)};
    target = *time;
  }
  return std::optional<Instant>(target);
}

http::Response advanced(const engine::World& world, const engine::Advance& advance) {
  if (advance.error) return problem(409, advance.error->message);
  return json_response(200, json::Object{{"now", format_instant(world.clock().now)},
                                         {"fired", happening_values(advance.happened)}});
}

http::Response still_advancing() {
  return problem(504, "The clock still waits for deliveries to be answered, and goes on with them");
}

}  // namespace

std::string_view mode_name(Clock::Mode mode) {
  return mode == Clock::Mode::kReal ? "real" : "manual";
}

std::optional<Error> read_clock(const json::Value& object, Clock::State& state) {
  if (const json::Value* mode = object.find("mode")) {
    const std::string* text = mode->text();
    if (text == nullptr || (*text != "real" && *text != "manual"))
      return Error{"'mode' must be \"real\" or \"manual\""};
    state.mode = *text == "real" ? Clock::Mode::kReal : Clock::Mode::kManual;
  }
  if (const json::Value* now = object.find("now")) {
    const Result<Instant> time = read_instant(*now, "now");
    if (!time) return time.error();
    state.now = *time;
  }
  if (const json::Value* speed = object.find("speed")) {
    const double value = speed->real() != nullptr      ? *speed->real()
                         : speed->integer() != nullptr ? static_cast<double>(*speed->integer())
                                                       : 0;
    if (value <= 0 || value > 1e6)
      return Error{"'speed' must be a number above 0 and up to 1000000"};
    state.speed = value;
  }
  return std::nullopt;
}

http::Response get_clock(const Exchange& exchange) {
  return json_response(200, clock_value(exchange.world.clock()));
}

http::Response set_clock(const Exchange& exchange) {
  const Result<json::Value> body = read_object(exchange.request, {"mode", "now", "speed"});
  if (!body) return problem(400, body.error().message);
  Clock::State state = exchange.world.clock();
  if (const auto error = read_clock(*body, state)) return problem(400, error->message);
  exchange.world.set_clock(state);
  return get_clock(exchange);
}

http::Response advance_clock(const Exchange& exchange) {
  const Result<json::Value> body = read_object(exchange.request, {"by", "to", "until"});
  if (!body) return problem(400, body.error().message);
  const Result<std::optional<Instant>> target = read_target(*body, exchange.world.clock().now);
  if (!target) return problem(400, target.error().message);
  const auto advance = std::make_shared<engine::Advance>();
  advance->target = *target;
  const auto later = std::make_shared<http::Later>(steady_now() + kLongestAdvance, still_advancing);
  exchange.world.watch([&world = exchange.world, advance,
                        waiting = std::weak_ptr<http::Later>(later)](int most_stops) {
    const engine::Progress progress = world.go_on(*advance, most_stops);
    const std::shared_ptr<http::Later> waiter = waiting.lock();
    if (progress == engine::Progress::kOver && waiter) waiter->fulfil(advanced(world, *advance));
    return progress;
  });
  return answer_later(later);
}

}  // namespace irisim::control
