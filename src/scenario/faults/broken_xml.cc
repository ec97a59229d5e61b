// Answers that no XML parser takes, in HTTP that is as it should be. What is no XML stays as it is.

#include "scenario/faults/kind.h"

namespace irisim::scenario {
namespace {

constexpr std::string_view kClosing = "</";

void truncate(std::string& body) {
  body.resize(body.size() / 2);
}

// The root is closed by another name; where nothing is closed, something is opened.
void malform(std::string& body) {
  const size_t root_end = body.rfind(kClosing);
  if (root_end == std::string::npos) {
    body += '<';
  } else {
    body.insert(root_end + kClosing.size(), "Not");
  }
}

class BrokenXml : public FaultEffect {
 public:
  using Break = void (*)(std::string& body);
  explicit BrokenXml(Break break_body) : break_(break_body) {}

  void spoil(http::Response& response, uint64_t) const override {
    if (response.type.find("xml") != std::string::npos) break_(response.body);
  }

 private:
  const Break break_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_truncated_xml(const FaultKind&, const yaml::Node&,
                                                      const Match&, yaml::Reader&) {
  return std::make_shared<BrokenXml>(truncate);
}

std::shared_ptr<const FaultEffect> read_malformed_xml(const FaultKind&, const yaml::Node&,
                                                      const Match&, yaml::Reader&) {
  return std::make_shared<BrokenXml>(malform);
}

}  // namespace irisim::scenario
