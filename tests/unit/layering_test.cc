// A file may include its own folder or a lower level, never a higher one, never sideways; and each
// vendor's header stays in one folder. docs/architecture.md, "Layers".

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, int> kLevels = {
    {"base", 0},       {"http", 1},     {"xml", 1},       {"yaml", 1},    {"json", 1},
    {"catalog", 2},    {"scenario", 3}, {"inventory", 3}, {"store", 3},   {"engine", 4},
    {"operations", 5}, {"webhook", 5},  {"request", 6},   {"control", 6}, {"app", 7}};

const std::map<std::string, std::string> kVendors = {{"httplib.h", "http"},
                                                     {"openssl/ssl.h", "http"},
                                                     {"pugixml.hpp", "xml"},
                                                     {"yaml-cpp/yaml.h", "yaml"},
                                                     {"nlohmann/json.hpp", "json"},
                                                     {"sqlite3.h", "store"},
                                                     {"curl/curl.h", "http"},
                                                     {"CLI/CLI.hpp", "app"},
                                                     {"prometheus/text_serializer.h", "control"}};

// Calls the function with the folder, the file and the name of everything that is included in src/.
template <class Function>
void for_each_include(Function function) {
  const fs::path root = fs::path(IRISIM_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cc" && extension != ".h") continue;
    const std::string folder = fs::relative(entry.path(), root).begin()->string();
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ")) continue;
      const std::string name = line.substr(10, line.find_first_of("\">", 10) - 10);
      function(folder, entry.path(), name);
    }
  }
}

TEST(Layering, EveryFolderHasALevel) {
  for (const auto& entry : fs::directory_iterator(fs::path(IRISIM_SOURCE_DIR) / "src")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(kLevels.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Layering, IncludesGoDownwards) {
  int checked = 0;
  for_each_include([&](const std::string& folder, const fs::path& file, const std::string& name) {
    const auto target = kLevels.find(name.substr(0, name.find('/')));
    const auto own = kLevels.find(folder);
    if (target == kLevels.end() || own == kLevels.end() || target->first == own->first) return;
    ++checked;
    EXPECT_LT(target->second, own->second) << file << " includes " << name;
  });
  EXPECT_GT(checked, 100);
}

TEST(Layering, VendorsStayInOneFolderAndOutOfHeaders) {
  int checked = 0;
  for_each_include([&](const std::string& folder, const fs::path& file, const std::string& name) {
    const auto vendor = kVendors.find(name);
    if (vendor == kVendors.end()) return;
    ++checked;
    EXPECT_EQ(folder, vendor->second) << file << " includes " << name;
    EXPECT_EQ(file.extension(), ".cc") << file << " includes " << name;
  });
  EXPECT_GE(checked, 6);
}

}  // namespace
