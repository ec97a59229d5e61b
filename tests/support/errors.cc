#include "tests/support/errors.h"

#include <gtest/gtest.h>

namespace irisim::test {
namespace {

// The first Description, depth first, that follows a code.
std::string described(xml::Element element) {
  std::string_view code;
  for (const xml::Element child : element.children()) {
    if (child.name() == "Code" || child.name() == "ErrorCode") code = child.text();
    if (child.name() == "Description" && !code.empty()) return std::string(child.text());
    if (std::string found = described(child); !found.empty()) return found;
  }
  return {};
}

}  // namespace

std::string expect_xml_error(const Reply& reply, int status) {
  EXPECT_EQ(reply.status, status) << reply.body;
  EXPECT_EQ(reply.header("Content-Type"), "application/xml") << reply.body;
  std::string description = described(reply.xml().root());
  EXPECT_FALSE(description.empty()) << "no code with a description in\n" << reply.body;
  return description;
}

std::string expect_problem(const Reply& reply, int status) {
  EXPECT_EQ(reply.status, status) << reply.body;
  EXPECT_EQ(reply.header("Content-Type"), "application/problem+json") << reply.body;
  const json::Value problem = reply.json();
  const json::Value* repeated = problem.find("status");
  EXPECT_TRUE(repeated != nullptr && repeated->integer() != nullptr &&
              *repeated->integer() == status)
      << reply.body;
  for (const char* member : {"type", "title", "detail"}) {
    const json::Value* value = problem.find(member);
    EXPECT_TRUE(value != nullptr && value->text() != nullptr && !value->text()->empty())
        << member << " is missing in " << reply.body;
  }
  const json::Value* detail = problem.find("detail");
  return detail != nullptr && detail->text() != nullptr ? *detail->text() : std::string();
}

}  // namespace irisim::test
