#pragma once

#include "catalog/catalog.h"

namespace irisim::catalog::tables {

// Defined by the file that compile_fixtures writes.
struct Message {
  int code;
  std::string_view variant;
  std::string_view text;
};
struct File {
  std::string_view path, text;
};

extern const std::span<const Operation> kOperations;
extern const std::span<const Message> kMessages;  // sorted by code and variant
extern const std::span<const ExtraElement> kExtraElements;
extern const std::span<const File> kFiles;

}  // namespace irisim::catalog::tables
