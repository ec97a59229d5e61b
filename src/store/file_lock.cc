#include "store/file_lock.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/file_head.h"

namespace irisim::store {
namespace {

constexpr mode_t kForAll = 0666;  // less the umask

Error last_error(const std::string& what) {
  return {what + ": " + std::strerror(errno)};
}

}  // namespace

// The lock is on what is open, not on the process: that SQLite's own locks, too, are of this
// process does not matter.
Result<FileLock> FileLock::take(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kForAll);
  if (descriptor < 0) return last_error("cannot be opened");
  FileLock lock(path, descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && !S_ISREG(status.st_mode))
    return Error{"is no regular file"};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Error{"is in use by another irisim"};
    return last_error("cannot be locked");
  }
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

size_t FileLock::size() const {
  struct stat status {};
  return ::fstat(descriptor_, &status) == 0 ? static_cast<size_t>(status.st_size) : 0;
}

std::string FileLock::head() const {
  std::string bytes(kFileHead, '\0');
  const ssize_t got = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
  bytes.resize(got < 0 ? 0 : static_cast<size_t>(got));
  return bytes;
}

// The old one stays locked until the new one is: who comes between them finds one locked, or is the
// first to lock the new one.
std::optional<Error> FileLock::replace(const std::string& bytes) {
  const std::string aside = path_ + "-new";
  std::ofstream out(aside, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out || std::rename(aside.c_str(), path_.c_str()) != 0) {
    Error error = last_error("cannot be written");
    ::unlink(aside.c_str());
    return error;
  }
  Result<FileLock> lock = take(path_);
  if (!lock) return lock.error();
  *this = std::move(*lock);
  return std::nullopt;
}

}  // namespace irisim::store
