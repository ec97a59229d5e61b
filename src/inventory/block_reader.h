#pragma once

#include <set>
#include <vector>

#include "inventory/inventory.h"
#include "yaml/reader.h"

namespace irisim::inventory {

// Reads the blocks of an inventory file: a map from the seven digits of a block, or of the first
// and the last of several (3102010-3102019), to how many numbers of each are available.
class BlockReader {
 public:
  explicit BlockReader(yaml::Reader& reader) : reader_(reader) {}

  struct Kind {
    int rate_center = kNone;
    bool is_protected = false;
    bool is_toll_free = false;
  };
  void read(const yaml::Node& map, const Kind& kind, std::vector<Block>& blocks);

 private:
  yaml::Reader& reader_;
  std::set<int> known_;
};

}  // namespace irisim::inventory
