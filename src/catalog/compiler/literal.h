#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace irisim::compiler {

// For programs that write C++ tables when the program is built: a text as a literal of a
// std::string_view, NUL bytes and all.
std::string literal(std::string_view text);

// The contents of a file; nothing for one that cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace irisim::compiler
