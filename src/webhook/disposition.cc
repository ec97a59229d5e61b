#include "webhook/disposition.h"

#include <algorithm>
#include <iterator>

namespace irisim::webhook {
namespace {

struct Row {
  int code;
  Disposition disposition;
};
constexpr Row kRows[] = {
    {7510, Disposition::kException}, {7511, Disposition::kException},
    {7512, Disposition::kException}, {7513, Disposition::kException},
    {7514, Disposition::kException}, {7515, Disposition::kException},
    {7516, Disposition::kCancelled}, {7517, Disposition::kCancelled},
    {7518, Disposition::kCancelled}, {7519, Disposition::kException},
    {7522, Disposition::kGoesOn},    {7598, Disposition::kException},
    {7599, Disposition::kGoesOn},
};

constexpr std::string_view kStates[] = {"", "EXCEPTION", "CANCELLED"};

}  // namespace

Disposition disposition_of(int code) {
  const auto* row = std::ranges::find(kRows, code, &Row::code);
  return row == std::end(kRows) ? Disposition::kGoesOn : row->disposition;
}

bool is_known_objection(int code) {
  return std::ranges::find(kRows, code, &Row::code) != std::end(kRows);
}

std::string_view state_of(Disposition disposition) {
  return kStates[static_cast<int>(disposition)];
}

}  // namespace irisim::webhook
