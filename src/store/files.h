#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

struct FileMetadata {
  std::string document_name, document_type;
};

// A file attached to an order: a letter of authorization, an invoice, a customer service record.
struct File {
  std::string name;
  std::string type;  // MIME type
  std::string content;
  std::optional<FileMetadata> metadata;
};

class Files {
 public:
  explicit Files(Database& database) : database_(database) {}

  void add(int64_t order_row, const File& file);  // the name is new
  bool replace(int64_t order_row, std::string_view name, std::string_view type,
               std::string_view content);
  bool remove(int64_t order_row, std::string_view name);
  std::optional<File> find(int64_t order_row, std::string_view name);
  std::vector<File> list(int64_t order_row);  // by name; without content

  // Nothing removes the metadata. False: the order has no such file.
  bool set_metadata(int64_t order_row, std::string_view name,
                    const std::optional<FileMetadata>& metadata);

 private:
  Database& database_;
};

}  // namespace irisim::store
