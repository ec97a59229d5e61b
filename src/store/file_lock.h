#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace irisim::store {

// Keeps other processes, and this one, from using a file that has it already; for as long as it
// lives. Errors are in words that follow the file's name.
class FileLock {
 public:
  // Makes an empty file when there is none.
  static Result<FileLock> take(const std::string& path);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

  size_t size() const;
  std::string head() const;  // its first 100 bytes

  // Puts a file with these bytes in its place, written aside and renamed, and locks that.
  std::optional<Error> replace(const std::string& bytes);

 private:
  FileLock(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::string path_;
  int descriptor_ = -1;  // none
};

}  // namespace irisim::store
