#include "operations/number_settings_rules.h"

#include <algorithm>

#include "base/telephone_number.h"
#include "base/text.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownAttribute = 7399;
constexpr int kNoFeature = 13576;

struct Candidate {
  xml::Element sent;
  std::string number;
};

// What a rule says of a candidate: nothing if it holds.
using Check = std::optional<Finding> (*)(const Candidate&);

std::string value(const Candidate& c, std::string_view element) {
  return std::string(c.sent.text(element));
}

// A setting whose message names the value and the number; an empty one is the default.
template <int kCode>
std::optional<Finding> broken_setting(const Candidate& c, std::string_view element,
                                      bool (*is_valid)(std::string_view)) {
  const std::string text = value(c, element);
  if (text.empty() || is_valid(text)) return std::nullopt;
  return broken_rule(kCode, {text, c.number});
}

bool is_format(std::string_view text) {
  static constexpr std::string_view kFormats[] = {"10digit", "11digit", "e164"};
  return std::ranges::any_of(
      kFormats, [&](std::string_view known) { return equal_ignoring_case(known, text); });
}

// What may stand before the @ of a SIP address.
bool is_user(std::string_view text) {
  constexpr size_t kLongest = 60;
  constexpr std::string_view kOthers = "-_.!~*'()&=+$,;?/%";
  return text.size() <= kLongest && std::ranges::all_of(text, [&](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  kOthers.find(c) != std::string_view::npos;
         });
}

std::optional<Finding> unknown_attribute(const Candidate& c) {
  static constexpr std::string_view kKnown[] = {"Protected", "External", "Imported", "Hosted"};
  for (const std::string& attribute : texts(c.sent.child("TnAttributes"), "TnAttribute")) {
    if (std::ranges::find(kKnown, attribute) == std::end(kKnown))
      return broken_rule(kUnknownAttribute, {attribute});
  }
  return std::nullopt;
}

constexpr Check kChecks[] = {
    [](const Candidate& c) -> std::optional<Finding> {
      if (!value(c, "FullNumber").empty()) return std::nullopt;
      return broken_rule(13505);
    },
    [](const Candidate& c) -> std::optional<Finding> {
      if (is_nanp(value(c, "FullNumber"))) return std::nullopt;
      return broken_rule(13512, {value(c, "FullNumber")});
    },
    [](const Candidate& c) -> std::optional<Finding> {
      if (value(c, "FullNumber") == c.number) return std::nullopt;
      return Finding{0, "FullNumber must be the telephone number of the path", {}};
    },
    [](const Candidate& c) -> std::optional<Finding> {
      if (value(c, "CallForward").empty() || is_nanp(value(c, "CallForward"))) return std::nullopt;
      return broken_rule(13513, {value(c, "CallForward")});
    },
    [](const Candidate& c) -> std::optional<Finding> {
      if (value(c, "CallForward") != c.number) return std::nullopt;
      return broken_rule(13606, {c.number, c.number}, {}, "callForward");
    },
    [](const Candidate& c) { return broken_setting<13514>(c, "NumberFormat", is_format); },
    [](const Candidate& c) { return broken_setting<13515>(c, "RewriteUser", is_user); },
    [](const Candidate& c) { return broken_setting<13516>(c, "RPIDFormat", is_format); },
    [](const Candidate& c) -> std::optional<Finding> {
      const std::string text = value(c, "CallingNameDisplay");
      if (text.empty() || is_boolean(text)) return std::nullopt;
      return broken_rule(13575, {text});
    },
    unknown_attribute,
    [](const Candidate& c) -> std::optional<Finding> {
      const std::string_view text = c.sent.at("MessagingSettings/SmsEnabled").text();
      if (text.empty() || is_boolean(text)) return std::nullopt;
      return Finding{0, "SmsEnabled '" + std::string(text) + "' is neither true nor false", {}};
    },
};

// What needs a feature of the account.
struct Need {
  std::string_view feature;
  bool (*is_needed)(xml::Element sent);
};
constexpr Need kNeeds[] = {
    {"CallForwarding", [](xml::Element sent) { return !sent.text("CallForward").empty(); }},
    {"CNAM", [](xml::Element sent) { return is_true(sent.text("CallingNameDisplay")); }},
};

}  // namespace

std::optional<Finding> check_settings(xml::Element sent, std::string_view number) {
  const Candidate candidate{sent, std::string(number)};
  for (const Check check : kChecks) {
    if (auto broken = check(candidate)) return broken;
  }
  return std::nullopt;
}

std::optional<Finding> check_features(xml::Element sent, const engine::Session& session,
                                      std::string_view account) {
  for (const auto& [feature, is_needed] : kNeeds) {
    if (is_needed(sent) && !has_feature(session, account, feature))
      return broken_rule(kNoFeature, {std::string(account), std::string(feature)});
  }
  return std::nullopt;
}

}  // namespace irisim::operations
