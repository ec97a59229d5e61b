#pragma once

#include <string>
#include <unordered_map>

#include "catalog/catalog.h"
#include "operations/answer.h"
#include "xml/shape.h"

namespace irisim::operations {

// The documented shapes of the answers of all live operations, learnt once from the fixtures.
class Forms {
 public:
  Forms();

  // The answer's document as text, in the shape that is documented for the operation and status;
  // whole where the document is of another kind than the documented one (an error that the contract
  // does not show).
  std::string print(const catalog::Operation& operation, const Answer& answer) const;

 private:
  std::unordered_map<const catalog::Outcome*, xml::Shape> shapes_;
};

}  // namespace irisim::operations
