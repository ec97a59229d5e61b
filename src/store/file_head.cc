#include "store/file_head.h"

#include <algorithm>

#include "store/schema.h"

namespace irisim::store {
namespace {

using namespace std::string_view_literals;

// https://www.sqlite.org/fileformat.html#the_database_header
constexpr std::string_view kMagic = "SQLite format 3\0"sv;
constexpr size_t kPageSizeAt = 16;
constexpr size_t kWriteVersionAt =
    18;  // 2 for a file with a write-ahead log; a read version follows
constexpr size_t kPagesAt = 28;
constexpr size_t kUserVersionAt = 60;
constexpr size_t kApplicationIdAt = 68;

constexpr uint32_t kPageSize = 4096;
constexpr size_t kSizeOfInt = 4;

Unfit damaged(std::string message) {
  return {Unfit::Kind::kDamaged, std::move(message)};
}
Unfit foreign(std::string message) {
  return {Unfit::Kind::kForeign, std::move(message)};
}

// SQLite does not write to a file of a later format, and reads one as it can.
bool has_known_format(std::string_view head) {
  const char written = head[kWriteVersionAt], read = head[kWriteVersionAt + 1];
  return written == read && (written == 1 || written == 2);
}

uint32_t big_endian(std::string_view bytes) {
  uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace

std::optional<Unfit> inspect_head(std::string_view bytes) {
  if (bytes.empty()) return damaged("is empty");
  if (!bytes.starts_with(kMagic)) return damaged("is no SQLite file");
  if (bytes.size() < kFileHead) return damaged("is damaged: it ends in its head");
  if (big_endian(bytes.substr(kApplicationIdAt, kSizeOfInt)) != kApplicationId)
    return foreign("is an SQLite file of another program than irisim");
  if (big_endian(bytes.substr(kUserVersionAt, kSizeOfInt)) !=
      static_cast<uint32_t>(schema_version()))
    return foreign("was made by another version of irisim, which has other tables");
  if (big_endian(bytes.substr(kPageSizeAt, 2)) != kPageSize) {
    return foreign("has pages of another size than " + std::to_string(kPageSize) +
                   " bytes, which irisim's have");
  }
  if (!has_known_format(bytes)) return damaged("is damaged: it is of no known format");
  return std::nullopt;
}

std::optional<Unfit> inspect_size(std::string_view head, size_t size) {
  const size_t promised = size_t{big_endian(head.substr(kPagesAt, kSizeOfInt))} * kPageSize;
  if (size == promised) return std::nullopt;
  return damaged("is damaged: it has " + std::to_string(size) + " bytes, and should have " +
                 std::to_string(promised));
}

void mark_as_closed(std::string& image) {
  if (image.size() < kFileHead || image[kWriteVersionAt] != 2) return;
  std::fill_n(image.begin() + kWriteVersionAt, 2, '\1');
}

}  // namespace irisim::store
