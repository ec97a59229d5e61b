#include "base/ids.h"

namespace irisim {
namespace {

// The finalizer of SplitMix64: each input bit reaches each output bit.
uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

// FNV-1a.
uint64_t hash(std::string_view text) {
  uint64_t h = 0xcbf29ce484222325;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return h;
}

void append_hex(std::string& out, uint64_t value, int digits) {
  static constexpr char kDigits[] = "0123456789abcdef";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kDigits[(value >> shift) & 15];
}

}  // namespace

uint64_t Dice::roll(std::string_view kind, uint64_t ordinal) const {
  return mix(mix(seed ^ hash(kind)) ^ ordinal);
}

uint64_t world_seed(uint64_t seed, std::string_view world) {
  return mix(seed) ^ hash(world);
}

std::string make_uuid(const Dice& dice, std::string_view kind, uint64_t ordinal) {
  const uint64_t high = dice.roll(kind, 2 * ordinal);
  const uint64_t low = dice.roll(kind, 2 * ordinal + 1);
  std::string id;
  id.reserve(36);
  append_hex(id, high >> 32, 8);
  id += '-';
  append_hex(id, high >> 16, 4);
  id += "-4";
  append_hex(id, high, 3);
  id += '-';
  append_hex(id, (low >> 48 & 0x3fff) | 0x8000, 4);
  id += '-';
  append_hex(id, low, 12);
  return id;
}

}  // namespace irisim
