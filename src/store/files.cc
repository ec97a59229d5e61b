#include "store/files.h"

namespace irisim::store {
namespace {

File read_file(const Rows& rows) {
  File file{rows.text(0), rows.text(1), rows.text(2), std::nullopt};
  if (!rows.is_null(4)) file.metadata = FileMetadata{rows.text(3), rows.text(4)};
  return file;
}

}  // namespace

void Files::add(int64_t order_row, const File& file) {
  database_.run(
      "INSERT INTO files (order_row, name, type, content) VALUES (?, ?, ?, CAST(? AS BLOB))",
      order_row, file.name, file.type, file.content);
  if (file.metadata) set_metadata(order_row, file.name, file.metadata);
}

bool Files::replace(int64_t order_row, std::string_view name, std::string_view type,
                    std::string_view content) {
  return database_
      .query(
          "UPDATE files SET type = ?3, content = CAST(?4 AS BLOB) WHERE order_row = ?1 AND name = "
          "?2 RETURNING 1",
          order_row, name, type, content)
      .next();
}

bool Files::remove(int64_t order_row, std::string_view name) {
  return database_
      .query("DELETE FROM files WHERE order_row = ? AND name = ? RETURNING 1", order_row, name)
      .next();
}

std::optional<File> Files::find(int64_t order_row, std::string_view name) {
  Rows rows = database_.query(
      "SELECT name, type, content, document_name, document_type FROM files WHERE order_row = ? AND "
      "name = ?",
      order_row, name);
  if (!rows.next()) return std::nullopt;
  return read_file(rows);
}

std::vector<File> Files::list(int64_t order_row) {
  std::vector<File> files;
  Rows rows = database_.query(
      "SELECT name, type, '', document_name, document_type FROM files WHERE order_row = ? ORDER BY "
      "name",
      order_row);
  while (rows.next()) files.push_back(read_file(rows));
  return files;
}

bool Files::set_metadata(int64_t order_row, std::string_view name,
                         const std::optional<FileMetadata>& metadata) {
  std::optional<std::string> document_name, document_type;
  if (metadata) {
    document_name = metadata->document_name;
    document_type = metadata->document_type;
  }
  return database_
      .query(
          "UPDATE files SET document_name = ?3, document_type = ?4 WHERE order_row = ?1 AND name = "
          "?2 RETURNING 1",
          order_row, name, document_name, document_type)
      .next();
}

}  // namespace irisim::store
