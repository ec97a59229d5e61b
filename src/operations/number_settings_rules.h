#pragma once

#include <optional>
#include <string_view>

#include "engine/session.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The first rule that the settings sent for the number break.
std::optional<Finding> check_settings(xml::Element sent, std::string_view number);

// 13576 when they need a feature that the account lacks.
std::optional<Finding> check_features(xml::Element sent, const engine::Session& session,
                                      std::string_view account);

}  // namespace irisim::operations
