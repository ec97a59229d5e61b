#include "store/saved.h"

#include <filesystem>

#include "store/file_head.h"
#include "store/file_lock.h"
#include "store/inspection.h"

namespace irisim::store {
namespace {

namespace fs = std::filesystem;

fs::path log_of(const std::string& path) {
  return path + "-wal";
}

Result<std::unique_ptr<Store>, Unfit> accept(std::unique_ptr<Database> database,
                                             std::span<const std::string> order_types) {
  if (auto unfit = inspect(*database, order_types)) return std::move(*unfit);
  database->set_up();
  return std::make_unique<Store>(std::move(database));
}

Error about(const std::string& path, const std::string& message) {
  return {path + " " + message};
}

}  // namespace

Result<std::unique_ptr<Store>, Unfit> load_image(std::string_view image,
                                                 std::span<const std::string> order_types) {
  if (auto unfit = inspect_head(image)) return std::move(*unfit);
  if (auto unfit = inspect_size(image, image.size())) return std::move(*unfit);
  std::string closed(image);
  mark_as_closed(closed);
  return accept(std::make_unique<Database>(closed), order_types);
}

Result<std::unique_ptr<Store>> open_file(const std::string& path, const State& beginning,
                                         std::span<const std::string> order_types) {
  Result<FileLock> lock = FileLock::take(path);
  if (!lock) return about(path, lock.error().message);
  if (lock->size() == 0) {
    Store fresh;
    fresh.put_state(beginning);
    if (auto error = lock->replace(fresh.image())) return about(path, error->message);
    // Of a file that was here once, and must not be taken for the log of this one.
    std::error_code ignored;
    fs::remove(log_of(path), ignored);
  }
  if (auto unfit = inspect_head(lock->head())) return about(path, unfit->message);
  const bool had_log = fs::exists(log_of(path));
  if (!had_log) {
    if (auto unfit = inspect_size(lock->head(), lock->size())) return about(path, unfit->message);
  }
  std::unique_ptr<Database> database = Database::open(path);
  if (database == nullptr) return Error{path + " cannot be opened"};
  database->hold(std::move(*lock));
  auto store = accept(std::move(database), order_types);
  if (store) return std::move(*store);
  if (!had_log) {
    std::error_code ignored;
    fs::remove(log_of(path), ignored);
  }
  return about(path, store.error().message);
}

}  // namespace irisim::store
