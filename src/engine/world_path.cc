#include "engine/world_path.h"

#include "base/text.h"
#include "engine/worlds.h"

namespace irisim::engine {

Result<std::string> take_world(std::vector<std::string>& segments) {
  if (segments.empty() || !equal_ignoring_case(segments[0], "worlds")) return std::string();
  const std::string name = segments.size() > 1 ? segments[1] : "";
  if (!Worlds::is_valid_name(name)) {
    return Error{"'" + name +
                 "' is no name of a world: use 1 to 64 letters, digits, '.', '_' or '-'"};
  }
  segments.erase(segments.begin(), segments.begin() + 2);
  return name;
}

}  // namespace irisim::engine
