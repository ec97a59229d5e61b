#include "inventory/block_reader.h"

#include "base/text.h"

namespace irisim::inventory {
namespace {

constexpr long kSize = 1000;
constexpr int kLongestRange = 10'000;  // blocks: those of an area code

// Nothing unless it is the beginning of telephone numbers of this kind.
std::optional<int> parse_prefix(std::string_view text, bool toll_free) {
  const std::optional<Tn> tn = parse_tn(std::string(text) + "000");
  if (!tn || is_toll_free(*tn) != toll_free) return std::nullopt;
  return npa_nxx_x(*tn);
}

}  // namespace

void BlockReader::read(const yaml::Node& map, const Kind& kind, std::vector<Block>& blocks) {
  if (map.kind != yaml::Node::Kind::kMap)
    return reader_.fault(map, "expected a map from blocks to how many numbers are available");
  for (const auto& [key, value] : map.members) {
    const std::vector<std::string_view> ends = split(key.scalar, '-');
    const std::optional<int> first = parse_prefix(ends.front(), kind.is_toll_free);
    const std::optional<int> last = parse_prefix(ends.back(), kind.is_toll_free);
    if (ends.size() > 2 || !first || !last || *last < *first || *last - *first > kLongestRange) {
      reader_.fault(key, "'" + key.scalar + "' is not the seven digits of a " +
                             (kind.is_toll_free ? "toll-free" : "geographic") +
                             " block, nor two of them with '-' between");
      continue;
    }
    const std::optional<long> available = reader_.number(value);
    if (available && (*available < 0 || *available > kSize)) {
      reader_.fault(value, "'" + value.scalar + "' is not a number from 0 to 1000");
      continue;
    }
    for (int prefix = *first; prefix <= *last; ++prefix) {
      if (!known_.insert(prefix).second)
        reader_.fault(key, "block " + std::to_string(prefix) + " stands twice");
      blocks.push_back(
          {prefix, static_cast<int>(available.value_or(0)), kind.is_protected, kind.rate_center});
    }
  }
}

}  // namespace irisim::inventory
