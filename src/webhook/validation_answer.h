#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/validations.h"

namespace irisim::webhook {

// What an account says to a PortOutValidationRequest. The contract says that a negative answer has
// codes, and shows neither answer; docs/quirks.md has the form that irisim reads.
//
//     <PortOutValidationResponse>
//       <Portable>false</Portable>
//       <Errors><Error><Code>7513</Code><Description>…</Description></Error></Errors>
//     </PortOutValidationResponse>
//
// No objections: the numbers may leave. The error says what is wrong with an answer that is none;
// it counts as an approval. The status is that of an endpoint that is there: below 500.
Result<std::vector<store::Validations::Objection>> read_validation_answer(int status,
                                                                          std::string_view body);

}  // namespace irisim::webhook
