// Checks fixtures/ and scenarios/ and writes them as constant tables:
//   compile_fixtures SOURCE_DIR OUTPUT.cc
// A fault ends it with status 1 and file:line:column on standard error, so that the build stops
// there.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catalog/compiler/literal.h"
#include "yaml/reader.h"

namespace {

namespace fs = std::filesystem;
using irisim::compiler::literal;
using irisim::compiler::read_file;
using irisim::yaml::Node;
using irisim::yaml::Reader;

class Compiler {
 public:
  explicit Compiler(fs::path source) : source_(std::move(source)) {}

  // Prints the faults and returns false if there are any.
  bool compile(std::ostream& out) {
    out << "#include \"catalog/tables.h\"\n\nnamespace irisim::catalog::tables {\nnamespace {\n"
           "using namespace std::string_view_literals;\n";
    operations(out);
    messages(out);
    extra_elements(out);
    files(out);
    out << "}  // namespace\n"
           "const std::span<const Operation> kOperations(operations);\n"
           "const std::span<const Message> kMessages(messages);\n"
           "const std::span<const ExtraElement> kExtraElements(extra_elements);\n"
           "const std::span<const File> kFiles(files);\n"
           "}  // namespace irisim::catalog::tables\n";
    return !failed_;
  }

 private:
  void operations(std::ostream& out) {
    std::map<std::string, std::string> rows;  // sorted by path and method
    for (const auto& entry : fs::recursive_directory_iterator(source_ / "fixtures/operations")) {
      if (entry.path().filename() != "operation.yaml") continue;
      load(entry.path(), [&](const Node& root, Reader& reader) {
        operation(root, reader, entry.path().parent_path(), out, rows);
      });
    }
    out << "constexpr Operation operations[] = {\n";
    for (const auto& [key, row] : rows) out << row;
    out << "};\n";
  }

  void operation(const Node& root, Reader& reader, const fs::path& folder, std::ostream& out,
                 std::map<std::string, std::string>& rows) {
    if (!reader.expect_map(root,
                           {"method", "path", "direction", "requests", "responses", "mended"}))
      return;
    const Node* method = reader.require(root, "method");
    const Node* path = reader.require(root, "path");
    const Node* responses = reader.require(root, "responses");
    if (method == nullptr || path == nullptr || responses == nullptr) return;

    const std::string id = "o" + std::to_string(count_++);
    const Node* requests = root.find("requests");
    if (requests != nullptr) examples(*requests, reader, folder, id + "_requests", out);

    std::string outcomes;
    if (!reader.expect_sequence(*responses)) return;
    for (const Node& response : responses->items) {
      outcomes += outcome(response, reader, folder, id, out);
    }
    out << "constexpr Outcome " << id << "_outcomes[] = {" << outcomes << "};\n";

    std::ostringstream row;
    row << "{" << literal(reader.text(*method)) << ", " << literal(reader.text(*path)) << ", "
        << (root.find("direction") != nullptr ? "true" : "false") << ", "
        << (requests != nullptr ? id + "_requests" : "{}") << ", " << id << "_outcomes},\n";
    rows[path->scalar + " " + method->scalar] = row.str();
  }

  std::string outcome(const Node& response, Reader& reader, const fs::path& folder,
                      const std::string& id, std::ostream& out) {
    if (!reader.expect_map(response, {"status", "examples", "implied"})) return "";
    const Node* status = reader.require(response, "status");
    if (status == nullptr) return "";
    const std::string number = std::to_string(reader.number(*status).value_or(0));
    std::string name = "{}";
    if (const Node* list = response.find("examples")) {
      name = id + "_" + number;
      examples(*list, reader, folder, name, out);
    }
    const Node* implied = response.find("implied");
    return "{" + number + ", " + name + ", " +
           (implied != nullptr && reader.boolean(*implied) ? "true" : "false") + "},";
  }

  void examples(const Node& list, Reader& reader, const fs::path& folder, const std::string& name,
                std::ostream& out) {
    out << "constexpr Example " << name << "[] = {\n";
    if (!reader.expect_sequence(list)) return;
    for (const Node& example : list.items) {
      if (!reader.expect_map(example, {"name", "file", "type", "made", "empty"})) continue;
      const Node* title = reader.require(example, "name");
      if (title == nullptr) continue;
      if (example.find("empty") != nullptr) {
        out << "{" << literal(reader.text(*title)) << ", {}, {}, false},\n";
        continue;
      }
      const Node* file = reader.require(example, "file");
      if (file == nullptr) continue;
      const fs::path path = folder / reader.text(*file);
      if (!fs::is_regular_file(path)) {
        reader.fault(*file, "no such file");
        continue;
      }
      const Node* type = example.find("type");
      const Node* made = example.find("made");
      out << "{" << literal(reader.text(*title)) << ", "
          << literal(type ? reader.text(*type) : "application/xml") << ", "
          << literal(read_file(path)) << ", "
          << (made != nullptr && reader.boolean(*made) ? "true" : "false") << "},\n";
    }
    out << "};\n";
  }

  void messages(std::ostream& out) {
    std::map<std::pair<long, std::string>, std::string> rows;  // by code and variant
    load(source_ / "fixtures/errors.yaml", [&](const Node& root, Reader& reader) {
      for (const auto& [code, text] : root.members) {
        const auto number = reader.number(code);
        if (!number) continue;
        if (text.members.empty()) rows[{*number, ""}] = reader.text(text);
        for (const auto& [variant, wording] : text.members)
          rows[{*number, reader.text(variant)}] = reader.text(wording);
      }
    });
    out << "constexpr Message messages[] = {\n";
    for (const auto& [key, text] : rows) {
      out << "{" << key.first << ", " << literal(key.second) << ", " << literal(text) << "},\n";
    }
    out << "};\n";
  }

  void extra_elements(std::ostream& out) {
    out << "constexpr ExtraElement extra_elements[] = {\n";
    load(source_ / "fixtures/elements.yaml", [&](const Node& root, Reader& reader) {
      for (const auto& [parent, elements] : root.members) {
        for (const auto& [element, after] : elements.members) {
          out << "{" << literal(reader.text(parent)) << ", " << literal(reader.text(element))
              << ", " << literal(reader.text(after)) << "},\n";
        }
      }
    });
    out << "};\n";
  }

  void files(std::ostream& out) {
    std::vector<fs::path> paths = {source_ / "fixtures/addresses.yaml",
                                   source_ / "fixtures/seed.yaml"};
    for (const auto& entry : fs::recursive_directory_iterator(source_ / "scenarios")) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    out << "constexpr File files[] = {\n";
    for (const fs::path& path : paths) {
      out << "{" << literal(path.lexically_relative(source_).string()) << ", "
          << literal(read_file(path)) << "},\n";
    }
    out << "};\n";
  }

  // Gives the parsed file to the reader of its content and prints what faults either finds.
  template <class Read>
  void load(const fs::path& path, Read read) {
    const auto root = irisim::yaml::parse(read_file(path), path.string());
    if (!root) return print(root.error());
    Reader reader(path.string());
    read(*root, reader);
    for (const auto& fault : reader.faults()) print(fault);
  }

  void print(const irisim::yaml::Fault& fault) {
    failed_ = true;
    std::fprintf(stderr, "%s\n", irisim::yaml::describe(fault).c_str());
  }

  fs::path source_;
  int count_ = 0;
  bool failed_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: compile_fixtures SOURCE_DIR OUTPUT.cc\n");
    return 2;
  }
  std::ostringstream text;
  if (!Compiler(argv[1]).compile(text)) return 1;
  std::ofstream(argv[2], std::ios::binary) << text.str();
  return 0;
}
