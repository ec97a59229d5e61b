#include "control/metrics.h"

#include <map>
#include <sstream>

#include <prometheus/text_serializer.h>

namespace irisim::control {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

ClientMetric counter(Labels labels, uint64_t value) {
  ClientMetric metric;
  metric.label = std::move(labels);
  metric.counter.value = static_cast<double>(value);
  return metric;
}

ClientMetric gauge(Labels labels, int64_t value) {
  ClientMetric metric;
  metric.label = std::move(labels);
  metric.gauge.value = static_cast<double>(value);
  return metric;
}

double seconds(engine::Traffic::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

ClientMetric histogram(Labels labels, const engine::Traffic::Requests& requests) {
  ClientMetric metric;
  metric.label = std::move(labels);
  prometheus::ClientMetric::Histogram& histogram = metric.histogram;
  for (size_t i = 0; i < requests.by_duration.size(); ++i) {
    histogram.sample_count += requests.by_duration[i];
    if (i < engine::Traffic::kBounds.size())
      histogram.bucket.push_back({histogram.sample_count, seconds(engine::Traffic::kBounds[i])});
  }
  histogram.sample_sum = seconds(requests.total);
  return metric;
}

std::string name_of(const catalog::Operation* operation) {
  if (operation == nullptr) return "none";
  return std::string(operation->method) + " " + std::string(operation->path);
}

void add_traffic(const engine::Traffic& traffic, std::vector<MetricFamily>& families) {
  MetricFamily requests{"irisim_requests_total", "Requests of the API.", MetricType::Counter, {}};
  MetricFamily durations{"irisim_request_duration_seconds",
                         "Wall time from a request to its answer, without what is done to it on "
                         "the wire.",
                         MetricType::Histogram,
                         {}};
  MetricFamily faults{
      "irisim_faults_total", "Faults done to answers of the API.", MetricType::Counter, {}};
  for (const engine::Traffic::Requests& of : traffic.requests()) {
    const std::string operation = name_of(of.operation);
    for (const auto& [status, count] : of.by_status) {
      requests.metric.push_back(
          counter({{"operation", operation}, {"status", std::to_string(status)}}, count));
    }
    durations.metric.push_back(histogram({{"operation", operation}}, of));
  }
  for (const auto& [kind, count] : traffic.faults())
    faults.metric.push_back(counter({{"kind", kind}}, count));
  families.insert(families.end(), {requests, durations, faults});
}

void add_contents(engine::Worlds& worlds, std::vector<MetricFamily>& families) {
  std::map<std::pair<std::string, std::string>, int64_t> orders;
  int64_t timers = 0;
  const std::vector<engine::Worlds::Listed> all = worlds.list();
  for (const engine::Worlds::Listed& listed : all) {
    const engine::Census census = listed.world->census();
    for (const store::StateCount& of : census.orders) orders[{of.type, of.status}] += of.orders;
    timers += census.timers;
  }
  MetricFamily by_state{"irisim_orders", "Orders by type and state.", MetricType::Gauge, {}};
  for (const auto& [key, count] : orders)
    by_state.metric.push_back(gauge({{"type", key.first}, {"state", key.second}}, count));
  families.push_back(std::move(by_state));
  families.push_back({"irisim_pending_timers",
                      "Orders that something will happen to by itself.",
                      MetricType::Gauge,
                      {gauge({}, timers)}});
  families.push_back({"irisim_worlds", "Worlds.", MetricType::Gauge, {gauge({}, std::ssize(all))}});
}

}  // namespace

http::Response get_metrics(const Exchange& exchange) {
  std::vector<MetricFamily> families;
  add_traffic(exchange.worlds.traffic(), families);
  add_contents(exchange.worlds, families);
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, families);
  return {200, {}, "text/plain; version=0.0.4; charset=utf-8", out.str()};
}

}  // namespace irisim::control
