#include "base/base64.h"

namespace irisim {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kSpace = " \t\r\n";
constexpr int kBitsOfCharacter = 6, kBitsOfByte = 8;
constexpr size_t kGroup = 4;  // characters

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  size_t characters = 0, padding = 0;
  for (const char c : text) {
    if (kSpace.find(c) != std::string_view::npos) continue;
    ++characters;
    if (c == '=') {
      ++padding;
      continue;
    }
    const size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos || padding > 0) return std::nullopt;
    bits = bits << kBitsOfCharacter | static_cast<unsigned>(value);
    count += kBitsOfCharacter;
    if (count < kBitsOfByte) continue;
    count -= kBitsOfByte;
    out += static_cast<char>(bits >> count & 0xff);
  }
  if (characters % kGroup != 0 || padding > 2) return std::nullopt;
  return out;
}

}  // namespace irisim
