#include "operations/effects.h"

#include "operations/number_custody.h"

namespace irisim::operations {
namespace {

constexpr engine::Effect kEffects[] = {
    {"put-in-service", put_in_service},
    {"release", release_numbers},
};

}  // namespace

engine::Effects effects() {
  return kEffects;
}

}  // namespace irisim::operations
