#include "http/multipart.h"

#include <string>

#include "base/text.h"

namespace irisim::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr size_t kLongestBoundary = 70;  // RFC 2046, 5.1.1
constexpr size_t kLongestHead = 8 * 1024;

// The value of a parameter of a header: name="value" or name=value after a semicolon.
std::string parameter(std::string_view header, std::string_view name) {
  for (std::string_view rest = header; rest.find(';') != std::string_view::npos;) {
    rest = trim(rest.substr(rest.find(';') + 1));
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos ||
        !equal_ignoring_case(trim(rest.substr(0, equals)), name))
      continue;
    const std::string_view value = trim(rest.substr(equals + 1));
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(trim(value.substr(0, value.find(';'))));
  }
  return {};
}

void read_header(std::string_view line, Part& part) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim(line.substr(colon + 1));
  if (equal_ignoring_case(name, "Content-Disposition")) {
    part.name = parameter(value, "name");
    part.filename = parameter(value, "filename");
  } else if (equal_ignoring_case(name, "Content-Type")) {
    part.type = value;
  }
}

Part read_part(std::string_view head, std::string_view content) {
  Part part;
  while (!head.empty()) {
    const size_t end = head.find(kLineEnd);
    read_header(head.substr(0, end), part);
    head = end == std::string_view::npos ? "" : head.substr(end + kLineEnd.size());
  }
  part.content = content;
  return part;
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return equal_ignoring_case(trim(content_type.substr(0, content_type.find(';'))),
                             "multipart/form-data");
}

std::optional<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                 std::string_view body) {
  const std::string boundary = parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > kLongestBoundary) return std::nullopt;
  const std::string first = "--" + boundary;
  const std::string next = std::string(kLineEnd) + first;

  std::vector<Part> parts;
  if (!body.starts_with(first)) {  // a preamble stands before it
    const size_t start = body.find(next);
    if (start == std::string_view::npos) return std::nullopt;
    body.remove_prefix(start + kLineEnd.size());
  }
  body.remove_prefix(first.size());
  while (!body.starts_with("--")) {
    const size_t end = body.find(next);
    const size_t head_end = body.find(kHeadEnd);
    const bool whole =
        body.starts_with(kLineEnd) && end != std::string_view::npos && head_end <= end;
    if (!whole || head_end > kLongestHead || parts.size() == kMostParts) return std::nullopt;
    const size_t content = std::min(head_end + kHeadEnd.size(), end);
    parts.push_back(read_part(body.substr(0, head_end), body.substr(content, end - content)));
    body.remove_prefix(end + next.size());
  }
  return parts;
}

}  // namespace irisim::http
