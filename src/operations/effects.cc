#include "operations/effects.h"

#include "operations/disconnects.h"
#include "operations/lsr_completion.h"
#include "operations/number_custody.h"
#include "operations/number_order_fill.h"

namespace irisim::operations {
namespace {

constexpr engine::Effect kEffects[] = {
    {"fill", fill_order},
    {"fill-part", fill_part_of_order},
    {"disconnect", disconnect_numbers},
    {"put-in-service", put_in_service},
    {"port-out", port_out},
    {"release", release_numbers},
};

}  // namespace

engine::Effects effects() {
  return kEffects;
}

}  // namespace irisim::operations
