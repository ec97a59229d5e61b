#include "engine/traffic.h"

#include <algorithm>

#include "base/check.h"

namespace irisim::engine {
namespace {

constexpr int kLeastStatus = 100, kMostStatus = 599;
constexpr auto kRelaxed = std::memory_order_relaxed;  // each figure stands for itself

}  // namespace

struct Traffic::Row {
  std::array<std::atomic<uint64_t>, kMostStatus - kLeastStatus + 1> by_status{};
  std::array<std::atomic<uint64_t>, kBounds.size() + 1> by_duration{};
  std::atomic<int64_t> total{0};  // nanoseconds
};

Traffic::Traffic() : rows_(catalog::operations().size() + 1) {}

Traffic::~Traffic() {
  for (const auto& row : rows_) delete row.load();
}

Traffic::Row& Traffic::row(size_t index) {
  Row* row = rows_[index].load(std::memory_order_acquire);
  if (row != nullptr) return *row;
  auto made = std::make_unique<Row>();
  if (rows_[index].compare_exchange_strong(row, made.get(), std::memory_order_acq_rel))
    return *made.release();
  return *row;  // another thread was first
}

void Traffic::count(const catalog::Operation* operation, int status, Duration took) {
  IRISIM_CHECK(status >= kLeastStatus && status <= kMostStatus);
  const size_t none = rows_.size() - 1;
  Row& counted = row(
      operation == nullptr ? none : static_cast<size_t>(operation - catalog::operations().data()));
  const auto bucket = std::ranges::lower_bound(kBounds, took) - kBounds.begin();
  counted.by_status[static_cast<size_t>(status - kLeastStatus)].fetch_add(1, kRelaxed);
  counted.by_duration[static_cast<size_t>(bucket)].fetch_add(1, kRelaxed);
  counted.total.fetch_add(took.count(), kRelaxed);
}

void Traffic::count_fault(std::string_view kind) {
  const std::lock_guard lock(mutex_);
  ++faults_[std::string(kind)];
}

std::vector<Traffic::Requests> Traffic::requests() const {
  std::vector<Requests> all;
  const std::span<const catalog::Operation> operations = catalog::operations();
  for (size_t i = 0; i < rows_.size(); ++i) {
    const Row* row = rows_[i].load(std::memory_order_acquire);
    if (row == nullptr) continue;
    Requests& requests = all.emplace_back();
    if (i < operations.size()) requests.operation = &operations[i];
    for (size_t status = 0; status < row->by_status.size(); ++status) {
      const uint64_t count = row->by_status[status].load(kRelaxed);
      if (count != 0) requests.by_status[static_cast<int>(status) + kLeastStatus] = count;
    }
    for (size_t bucket = 0; bucket < row->by_duration.size(); ++bucket)
      requests.by_duration[bucket] = row->by_duration[bucket].load(kRelaxed);
    requests.total = Duration(row->total.load(kRelaxed));
  }
  return all;
}

std::map<std::string, uint64_t, std::less<>> Traffic::faults() const {
  const std::lock_guard lock(mutex_);
  return faults_;
}

}  // namespace irisim::engine
