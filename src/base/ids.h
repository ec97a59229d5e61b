#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace irisim {

// Numbers that look random and repeat: a pure function of what they are for, never of what was
// drawn before, so that concurrent requests cannot reorder them.
struct Dice {
  uint64_t seed = 0;  // of the world, its name mixed in
  uint64_t roll(std::string_view kind, uint64_t ordinal) const;
};

// The seed of the world with this name.
uint64_t world_seed(uint64_t seed, std::string_view world);

// An identifier in the form of a random (version 4) UUID: 03f194d5-3932-4e9f-8ba1-03ef767985e5.
std::string make_uuid(const Dice& dice, std::string_view kind, uint64_t ordinal);

}  // namespace irisim
