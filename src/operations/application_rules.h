#pragma once

#include <optional>
#include <string_view>

#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

constexpr std::string_view kMessaging = "Messaging-V2";
constexpr std::string_view kVoice = "Voice-V2";

// The application as it would be: what was sent, its names put right and what it leaves out taken
// from the application that it changes.
//
// A PUT says everything anew, but for a password whose UserId stays; `before` is absent for a new
// application.
void complete_application(xml::Element application, xml::Element before);

// A PATCH changes what it has and leaves the rest.
void patch_application(xml::Element application, xml::Element changes);

// The first rule that the application breaks.
std::optional<Finding> check_application(xml::Element application, xml::Element before);

}  // namespace irisim::operations
