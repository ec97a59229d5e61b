// The fixtures against the contract's own counts.

#include <gtest/gtest.h>

#include "catalog/catalog.h"
#include "xml/document.h"

namespace irisim::catalog {
namespace {

bool has_documented_example(const Outcome& outcome) {
  return !outcome.implied && !outcome.examples.empty() && !outcome.examples.front().made;
}

TEST(Fixtures, HoldTheContractsCounts) {
  int outcomes = 0, with_example = 0, with_request = 0, outbound = 0;
  for (const Operation& operation : operations()) {
    outbound += operation.outbound ? 1 : 0;
    with_request += operation.requests.empty() ? 0 : 1;
    for (const Outcome& outcome : operation.outcomes) {
      outcomes += outcome.implied ? 0 : 1;
      with_example += has_documented_example(outcome) ? 1 : 0;
    }
  }
  EXPECT_EQ(operations().size(), 240u);
  EXPECT_EQ(outbound, 2);
  EXPECT_EQ(outcomes, 459);
  EXPECT_EQ(with_example, 337);
  EXPECT_EQ(with_request, 74);
}

TEST(Fixtures, AreWellFormedDocuments) {
  const auto check = [](const Operation& operation, const Example& example) {
    if (example.type != "application/xml") return;
    const auto document = xml::Document::parse(example.body);
    EXPECT_TRUE(document.ok()) << operation.method << " " << operation.path << " " << example.name
                               << ": " << (document.ok() ? "" : xml::describe(document.error()));
  };
  for (const Operation& operation : operations()) {
    for (const Example& example : operation.requests) check(operation, example);
    for (const Outcome& outcome : operation.outcomes) {
      for (const Example& example : outcome.examples) check(operation, example);
    }
  }
}

}  // namespace
}  // namespace irisim::catalog
