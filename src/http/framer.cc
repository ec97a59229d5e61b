#include "http/framer.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/text.h"

namespace irisim::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr int kMostEmptyLines = 2;  // before a request
constexpr size_t kLongestChunkLine = 256;
constexpr size_t kMostChunkDigits = 8;

// The methods that the library routes; any other is 501.
constexpr std::string_view kMethods[] = {"GET",   "HEAD",   "POST",   "PUT",
                                         "PATCH", "DELETE", "OPTIONS"};

bool is_token(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

bool is_visible(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7f;
}

bool is_header_value(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_visible(c) || c == ' ' || c == '\t'; });
}

// What the library must not see, since it would act on it (ranges by a recursive std::regex,
// compression, framing) or because it is the library's own word for something else (the addresses
// of the connection).
constexpr std::string_view kHidden[] = {"range",       "accept-encoding", "content-encoding",
                                        "expect",      "content-length",  "transfer-encoding",
                                        "remote_addr", "remote_port",     "local_addr",
                                        "local_port"};

// Takes "http://host" off the front of an absolute target.
std::string_view path_of(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const size_t slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target;
}

}  // namespace

Framer::State Framer::refuse(int status) {
  stage_ = Stage::kRefused;
  refusal_ = status;
  buffer_.clear();
  return State::kRefused;
}

Framer::State Framer::waiting() const {
  if (stage_ != Stage::kHead) return State::kBody;
  return buffer_.empty() ? State::kIdle : State::kHead;
}

Framer::State Framer::advance() {
  if (stage_ == Stage::kHead && !read_head())
    return stage_ == Stage::kRefused ? State::kRefused : waiting();
  while (stage_ != Stage::kComplete && stage_ != Stage::kRefused) {
    if (read_body()) continue;
    if (stage_ == Stage::kRefused) break;
    if (!cut_.expects_continue) return State::kBody;
    cut_.expects_continue = false;
    return State::kExpectsContinue;
  }
  return stage_ == Stage::kComplete ? State::kComplete : State::kRefused;
}

bool Framer::read_head() {
  while (buffer_.starts_with(kLineEnd)) {  // RFC 9112, 2.2
    if (++cut_.empty_lines > kMostEmptyLines) return refuse(400), false;
    buffer_.erase(0, kLineEnd.size());
  }
  const size_t end = buffer_.find(kHeadEnd, searched_ < 3 ? 0 : searched_ - 3);
  const size_t first_line = buffer_.find(kLineEnd);
  if (std::min(first_line, buffer_.size()) > limits_.request_line) return refuse(414), false;
  if (has_bare_line_end(end)) return refuse(400), false;
  if (std::min(end, buffer_.size()) > limits_.head) return refuse(431), false;
  if (end == std::string::npos) {
    searched_ = buffer_.size();
    return false;
  }
  const std::string head = buffer_.substr(0, end + kLineEnd.size());
  buffer_.erase(0, end + kHeadEnd.size());
  searched_ = 0;
  if (!read_request_line(std::string_view(head).substr(0, first_line))) return false;
  size_t lines = 0;
  for (size_t at = first_line + kLineEnd.size(); at < head.size();) {
    const size_t line_end = head.find(kLineEnd, at);
    if (++lines > limits_.header_lines) return refuse(431), false;
    if (!read_header(std::string_view(head).substr(at, line_end - at))) return false;
    at = line_end + kLineEnd.size();
  }
  return begin_body();
}

// A line end without its CR, in what has not been searched before: some readers take it for a line
// end, others do not.
bool Framer::has_bare_line_end(size_t end) const {
  for (size_t at = buffer_.find('\n', searched_); at < end; at = buffer_.find('\n', at + 1)) {
    if (at == 0 || buffer_[at - 1] != '\r') return true;
  }
  return false;
}

bool Framer::read_request_line(std::string_view line) {
  const auto parts = split(line, ' ');
  if (parts.size() != 3 || !is_token(parts[0]) || !std::ranges::all_of(parts[1], is_visible) ||
      parts[1].empty()) {
    return refuse(400), false;
  }
  if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
    return refuse(parts[2].starts_with("HTTP/") ? 505 : 400), false;
  }
  if (std::ranges::find(kMethods, parts[0]) == std::end(kMethods)) return refuse(501), false;
  const std::string_view path = path_of(parts[1]);
  if (!path.starts_with('/') && path != "*") return refuse(400), false;
  cut_.method = parts[0];
  cut_.is_http10 = parts[2] == "HTTP/1.0";
  cut_.frame.target = path;
  cut_.frame.head = cut_.method + " / " + std::string(parts[2]) + "\r\n";
  return true;
}

bool Framer::read_header(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return refuse(400), false;
  const std::string name = lower(line.substr(0, colon));
  const std::string_view value = trim(line.substr(colon + 1));
  if (!is_header_value(value)) return refuse(400), false;

  if (name == "content-length") {
    const bool is_number = !value.empty() && all_digits(value);
    if (!is_number || cut_.has_length) return refuse(400), false;
    cut_.has_length = true;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), cut_.left);
    if (error != std::errc() || cut_.left > limits_.body) return refuse(413), false;
  } else if (name == "transfer-encoding") {
    if (cut_.is_chunked || cut_.is_http10) return refuse(400), false;
    if (!equal_ignoring_case(value, "chunked")) return refuse(501), false;
    cut_.is_chunked = true;
  } else if (name == "content-encoding") {
    if (!value.empty() && !equal_ignoring_case(value, "identity")) return refuse(415), false;
  } else if (name == "expect") {
    if (!equal_ignoring_case(value, "100-continue")) return refuse(417), false;
    cut_.expects_continue = !cut_.is_http10;
  } else if (name == "accept-encoding") {
    cut_.frame.accepts_gzip = lower(value).find("gzip") != std::string::npos;
  } else if (name == "host") {
    if (cut_.has_host) return refuse(400), false;
    cut_.has_host = true;
  }
  // A form's type would make the library take the body apart, and refuse it above 8 KB.
  const bool is_form =
      name == "content-type" && lower(value).starts_with("application/x-www-form-urlencoded");
  if (!is_form && std::ranges::find(kHidden, name) == std::end(kHidden)) {
    cut_.frame.head += line.substr(0, colon);
    cut_.frame.head += ": ";
    cut_.frame.head += value;
    cut_.frame.head += "\r\n";
  }
  return true;
}

bool Framer::begin_body() {
  if (cut_.is_chunked && cut_.has_length) return refuse(400), false;
  stage_ = cut_.is_chunked ? Stage::kChunkSize : Stage::kLength;
  return true;
}

bool Framer::read_line(std::string& line, size_t longest, int status) {
  const size_t end = buffer_.find(kLineEnd);
  if (std::min(end, buffer_.size()) > longest) return refuse(status), false;
  if (end == std::string::npos) return false;
  line = buffer_.substr(0, end);
  buffer_.erase(0, end + kLineEnd.size());
  return true;
}

bool Framer::read_body() {
  std::string line;
  switch (stage_) {
    case Stage::kLength:
    case Stage::kChunkData: {
      const size_t taken = std::min(cut_.left, buffer_.size());
      cut_.frame.body.append(buffer_, 0, taken);
      buffer_.erase(0, taken);
      cut_.left -= taken;
      if (cut_.left > 0) return false;
      stage_ = stage_ == Stage::kLength ? Stage::kComplete : Stage::kChunkEnd;
      return true;
    }
    case Stage::kChunkSize: {
      if (!read_line(line, kLongestChunkLine, 400)) return false;
      const std::string_view digits = trim(std::string_view(line).substr(0, line.find(';')));
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), cut_.left, 16);
      if (digits.empty() || digits.size() > kMostChunkDigits || digits.front() == '-' ||
          error != std::errc() || end != digits.data() + digits.size()) {
        return refuse(400), false;
      }
      if (cut_.frame.body.size() + cut_.left > limits_.body) return refuse(413), false;
      stage_ = cut_.left == 0 ? Stage::kTrailer : Stage::kChunkData;
      return true;
    }
    case Stage::kChunkEnd:
      if (!read_line(line, 0, 400)) return false;
      stage_ = Stage::kChunkSize;
      return true;
    case Stage::kTrailer:
      if (!read_line(line, limits_.request_line, 431)) return false;
      if (line.empty()) stage_ = Stage::kComplete;
      if (++cut_.trailer_lines > limits_.header_lines) return refuse(431), false;
      return true;
    case Stage::kHead:
    case Stage::kComplete:
    case Stage::kRefused:
      break;
  }
  IRISIM_CHECK(!"a body is being read");
}

Frame Framer::take() {
  IRISIM_CHECK(stage_ == Stage::kComplete);
  Frame frame = std::move(cut_.frame);
  const bool may_have_body =
      cut_.method != "GET" && cut_.method != "HEAD" && cut_.method != "OPTIONS";
  if (may_have_body) frame.head += "Content-Length: " + std::to_string(frame.body.size()) + "\r\n";
  frame.head += "\r\n";
  cut_ = {};
  stage_ = Stage::kHead;
  return frame;
}

}  // namespace irisim::http
