#pragma once

#include <string>

namespace irisim::store {

// Why a file is no world's state.
struct Unfit {
  enum class Kind {
    kDamaged,  // it is nobody's: no SQLite file, or one that has come to harm
    kForeign,  // another program's, or another version's
  };
  Kind kind;
  std::string message;  // in words that follow the file's name: "is no SQLite file"
};

}  // namespace irisim::store
