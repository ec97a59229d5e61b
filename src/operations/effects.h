#pragma once

#include "engine/effect.h"

namespace irisim::operations {

// What transitions do to telephone numbers: one for each of scenario::effects().
engine::Effects effects();

}  // namespace irisim::operations
