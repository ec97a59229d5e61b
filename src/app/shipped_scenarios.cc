#include "app/shipped_scenarios.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "catalog/catalog.h"

namespace irisim::app {
namespace {

constexpr std::string_view kFolder = "scenarios/";
constexpr std::string_view kEnding = ".yaml";

std::vector<std::string> names_of(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  names.reserve(paths.size());
  for (const std::string& path : paths)
    names.push_back(path.substr(kFolder.size(), path.size() - kFolder.size() - kEnding.size()));
  std::erase_if(names, [](const std::string& name) { return name.find('/') != name.npos; });
  return names;
}

}  // namespace

Result<std::string> find_shipped_scenarios(std::string_view name) {
  const std::string given(name);
  if (name.empty() || name.find_first_of("/.") != name.npos) return Error{"cannot read " + given};
  const std::vector<std::string> names = names_of(catalog::shipped_paths(kFolder));
  if (std::ranges::find(names, name) != names.end())
    return std::string(kFolder) + given + std::string(kEnding);
  return Error{"there is no file " + given + ", and no scenarios of that name ship with irisim" +
               did_you_mean(name, names) + "; those that do: " + join(names, ", ")};
}

}  // namespace irisim::app
