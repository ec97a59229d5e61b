#include "engine/seed_document.h"

#include "base/text.h"
#include "xml/document.h"

namespace irisim::engine {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr std::string_view kTexts[] = {"description", "customerName"};

std::string element_name(std::string_view key) {
  return upper(key.substr(0, 1)) + std::string(key.substr(1));
}

void add_address(const Node& address, xml::Element parent, Reader& reader) {
  if (!reader.expect_map(
          address, {"houseNumber", "houseSuffix", "preDirectional", "streetName", "streetSuffix",
                    "postDirectional", "addressLine2", "city", "stateCode", "zip", "plusFour",
                    "county", "country", "addressType"}))
    return;
  xml::Element element = parent.add("Address");
  for (const auto& [key, value] : address.members)
    element.add(element_name(key.scalar), reader.text(value));
}

}  // namespace

std::string read_document(const Node& map, std::string_view root, Reader& reader) {
  const xml::Document document(root);
  for (const std::string_view key : kTexts) {
    if (const Node* value = map.find(key))
      document.root().add(element_name(key), reader.text(*value));
  }
  if (const Node* address = map.find("address")) add_address(*address, document.root(), reader);
  return document.compact();
}

}  // namespace irisim::engine
