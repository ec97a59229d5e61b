#pragma once

#include <memory>
#include <string_view>

#include "scenario/faults/effect.h"
#include "scenario/form.h"
#include "scenario/match.h"
#include "yaml/reader.h"

namespace irisim::scenario {

// A kind of fault: a name alone ("EMPTY_RESPONSE"), or a name with a value ("{ delay: 3s }").
struct FaultKind {
  // The node is the value, or the name alone; the match is the rule's. What is wrong with it goes
  // to the reader.
  using Read = std::shared_ptr<const FaultEffect> (*)(const FaultKind& kind, const yaml::Node& node,
                                                      const Match& match, yaml::Reader& reader);
  std::string_view name;
  Type type;  // of the value; kNothing: it is a name alone
  std::string_view help;
  std::string_view example;  // of the whole fault
  Read read;
};

// The readers, one for each file of this folder.
std::shared_ptr<const FaultEffect> read_wire(const FaultKind& kind, const yaml::Node& node,
                                             const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_truncated_xml(const FaultKind& kind, const yaml::Node& node,
                                                      const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_malformed_xml(const FaultKind& kind, const yaml::Node& node,
                                                      const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_delay_fault(const FaultKind& kind, const yaml::Node& node,
                                                    const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_dribble(const FaultKind& kind, const yaml::Node& node,
                                                const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_answer(const FaultKind& kind, const yaml::Node& node,
                                               const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_quota(const FaultKind& kind, const yaml::Node& node,
                                              const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_webhook_drop(const FaultKind& kind, const yaml::Node& node,
                                                     const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_webhook_duplicate(const FaultKind& kind,
                                                          const yaml::Node& node,
                                                          const Match& match, yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_webhook_reorder(const FaultKind& kind,
                                                        const yaml::Node& node, const Match& match,
                                                        yaml::Reader& reader);
std::shared_ptr<const FaultEffect> read_webhook_delay(const FaultKind& kind, const yaml::Node& node,
                                                      const Match& match, yaml::Reader& reader);

}  // namespace irisim::scenario
