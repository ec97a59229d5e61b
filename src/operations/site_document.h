#pragma once

#include "operations/call.h"
#include "operations/finding.h"
#include "store/sites.h"
#include "xml/document.h"

namespace irisim::operations {

// What a client writes of a site, the rules on it and how it is shown: the contract's section
// "sites", its table of parameters.

// What is known of the sent document, under the contract's names.
xml::Document take_site(xml::Element sent);

// Every broken rule that needs nothing but the request.
std::vector<Finding> check_site(xml::Element site);

// Adds the site as it is shown, and gives its element.
xml::Element add_site(xml::Element parent, const store::Site& site);

}  // namespace irisim::operations
