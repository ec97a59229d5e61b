#include "http/target.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size() || hex_digit(text[i + 1]) < 0 || hex_digit(text[i + 2]) < 0) {
        return Error{"'" + std::string(text.substr(i, 3)) + "' is no percent-encoded byte"};
      }
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    }
  }
  return out;
}

// Clients that talk to a proxy send "http://host/path".
std::string_view drop_authority(std::string_view text) {
  constexpr std::string_view kMark = "://";
  const size_t mark = text.find(kMark);
  if (text.starts_with('/') || mark == std::string_view::npos) return text;
  text.remove_prefix(mark + kMark.size());
  return text.substr(std::min(text.find_first_of("/?"), text.size()));
}

}  // namespace

std::optional<std::string> Query::find(std::string_view name) const {
  for (const auto& [key, value] : parameters_) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

Result<Target> parse_target(std::string_view text) {
  Target target;
  text = drop_authority(text);
  text = text.substr(0, text.find('#'));
  const size_t question = text.find('?');
  std::string_view path = text.substr(0, question);
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (!path.empty()) {
    for (const std::string_view part : split(path, '/')) {
      auto segment = decode(part, false);
      if (!segment) return segment.error();
      target.segments.push_back(std::move(*segment));
    }
  }
  if (question == std::string_view::npos) return target;
  for (const std::string_view part : split(text.substr(question + 1), '&')) {
    if (part.empty()) continue;
    const size_t equals = part.find('=');
    auto name = decode(part.substr(0, equals), true);
    auto value = decode(equals == std::string_view::npos ? "" : part.substr(equals + 1), true);
    if (!name) return name.error();
    if (!value) return value.error();
    target.query.add(std::move(*name), std::move(*value));
  }
  return target;
}

std::string percent_decode(std::string_view text) {
  const Result<std::string> decoded = decode(text, false);
  return decoded ? *decoded : std::string(text);
}

std::string percent_encode(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  static constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

}  // namespace irisim::http
