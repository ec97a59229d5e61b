#include "xml/character.h"

#include <cstdint>

namespace irisim::xml {
namespace {

// A sequence by the bits of its first byte.
struct Form {
  unsigned char mask, lead;
  uint32_t least;  // what is smaller has a shorter form
};
constexpr Form kForms[] = {{0xe0, 0xc0, 0x80}, {0xf0, 0xe0, 0x800}, {0xf8, 0xf0, 0x10000}};

constexpr uint32_t kLast = 0x10ffff;

bool is_character(uint32_t code) {
  const bool is_surrogate = code >= 0xd800 && code < 0xe000;
  return code <= kLast && !is_surrogate && code != 0xfffe && code != 0xffff;
}

}  // namespace

size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x20) return lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
  if (lead < 0x80) return 1;
  size_t length = 1;
  for (const Form& form : kForms) {
    ++length;
    if ((lead & form.mask) != form.lead) continue;
    if (text.size() < length) return 0;
    uint32_t code = lead & static_cast<unsigned char>(~form.mask);
    for (const char c : text.substr(1, length - 1)) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xc0) != 0x80) return 0;
      code = code << 6 | (byte & 0x3f);
    }
    return code >= form.least && is_character(code) ? length : 0;
  }
  return 0;
}

}  // namespace irisim::xml
