#include "webhook/readable.h"

#include <algorithm>

#include "xml/character.h"

namespace irisim::webhook {

std::string readable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const size_t length = xml::character_length(text);
    if (length == 0) {
      result += '?';
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(std::max<size_t>(length, 1));
  }
  return result;
}

}  // namespace irisim::webhook
