#include "base/log.h"

#include <cstdio>

namespace irisim {

void log(std::string_view line) {
  std::fprintf(stderr, "irisim: %.*s\n", static_cast<int>(line.size()), line.data());
}

}  // namespace irisim
