#pragma once

#include <string>
#include <string_view>

#include "yaml/reader.h"

namespace irisim::engine {

// What a seed file says of a site or a SIP peer besides its id and name, as the XML that a client
// would send. Keys are the contract's names of elements with a small first letter.
std::string read_document(const yaml::Node& map, std::string_view root, yaml::Reader& reader);

}  // namespace irisim::engine
