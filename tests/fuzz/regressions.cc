// Runs every input that once crashed a target (regressions/TARGET/), and some of its seeds, so that
// the targets cannot rot between two runs of the fuzzer. What goes wrong aborts; the last line
// printed names the input.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/targets.h"

namespace {

constexpr size_t kSeeds = 50;

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main() {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(IRISIM_SOURCE_DIR) / "tests/fuzz/regressions";
  for (const irisim::fuzz::Target& target : irisim::fuzz::targets()) {
    const std::string name(target.name);
    const std::vector<std::string> seeds = target.seeds();
    if (seeds.empty()) return std::printf("%s has no seeds\n", name.c_str()), 1;
    for (size_t i = 0; i < std::min(seeds.size(), kSeeds); ++i) {
      std::printf("%s: seed %zu\n", name.c_str(), i);
      std::fflush(stdout);
      target.run(seeds[i]);
    }
    if (!fs::exists(folder / name)) continue;
    for (const auto& entry : fs::directory_iterator(folder / name)) {
      std::printf("%s: %s\n", name.c_str(), entry.path().c_str());
      std::fflush(stdout);
      target.run(contents(entry.path()));
    }
  }
  return 0;
}
