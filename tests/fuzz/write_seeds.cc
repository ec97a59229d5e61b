// Writes the seeds of each target to DIR/TARGET/, and prints the targets' names.

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/targets.h"

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: write_seeds DIR\n"), 2;
  for (const irisim::fuzz::Target& target : irisim::fuzz::targets()) {
    const std::filesystem::path folder = std::filesystem::path(argv[1]) / target.name;
    std::filesystem::create_directories(folder);
    int number = 0;
    for (const std::string& seed : target.seeds()) {
      std::ofstream(folder / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
    }
    std::printf("%s\n", std::string(target.name).c_str());
  }
  return 0;
}
