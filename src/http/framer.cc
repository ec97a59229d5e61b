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

// Without the spaces and tabs around it. No other white space: a line that ends in CR CR LF is not
// a line with a CR too many.
std::string_view trim_blanks(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

// Takes "http://host" off the front of an absolute target.
std::string path_of(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const size_t end = target.find_first_of("/?", scheme.size());
    if (end == std::string_view::npos) return "/";
    return (target[end] == '?' ? "/" : "") + std::string(target.substr(end));
  }
  return std::string(target);
}

// Whether a list of codings has gzip, and not with a weight of 0.
bool accepts_gzip(std::string_view codings) {
  return std::ranges::any_of(split(codings, ','), [](std::string_view coding) {
    const size_t semicolon = coding.find(';');
    if (!equal_ignoring_case(trim_blanks(coding.substr(0, semicolon)), "gzip")) return false;
    if (semicolon == std::string_view::npos) return true;
    const size_t weight = coding.find('=', semicolon);
    return weight == std::string_view::npos ||
           coding.find_first_of("123456789", weight) != std::string_view::npos;
  });
}

// How much of the terminator the text ends with.
size_t begun(std::string_view text, std::string_view terminator) {
  size_t size = terminator.size() - 1;
  while (size > 0 && !text.ends_with(terminator.substr(0, size))) --size;
  return size;
}

// Whether what comes before a terminator is too long, as far as that can be told when the
// terminator has not come yet (`end` is npos): the answer must not depend on where the bytes were
// split on their way.
bool is_longer(std::string_view text, size_t end, std::string_view terminator, size_t limit) {
  return (end == std::string_view::npos ? text.size() - begun(text, terminator) : end) > limit;
}

}  // namespace

Framer::State Framer::refuse(int status) {
  stage_ = Stage::kRefused;
  refusal_ = status;
  buffer_.clear();
  consumed_ = 0;
  return State::kRefused;
}

void Framer::feed(std::string_view bytes) {
  buffer_.erase(0, consumed_);
  consumed_ = 0;
  buffer_ += bytes;
}

Framer::State Framer::waiting() const {
  if (stage_ != Stage::kHead) return State::kBody;
  return rest().empty() ? State::kIdle : State::kHead;
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
  while (rest().starts_with(kLineEnd)) {  // RFC 9112, 2.2
    if (++cut_.empty_lines > kMostEmptyLines) return refuse(400), false;
    consumed_ += kLineEnd.size();
    searched_ = 0;
  }
  const std::string_view text = rest();
  const size_t end = text.find(kHeadEnd, searched_ < 3 ? 0 : searched_ - 3);
  const size_t first_line = text.find(kLineEnd);
  if (is_longer(text, first_line, kLineEnd, limits_.request_line)) return refuse(414), false;
  if (has_bare_line_end(end)) return refuse(400), false;
  if (is_longer(text, end, kHeadEnd, limits_.head)) return refuse(431), false;
  if (end == std::string::npos) {
    searched_ = text.size();
    return false;
  }
  const std::string_view head = text.substr(0, end + kLineEnd.size());
  consumed_ += end + kHeadEnd.size();
  searched_ = 0;
  if (!read_request_line(head.substr(0, first_line))) return false;
  size_t lines = 0;
  for (size_t at = first_line + kLineEnd.size(); at < head.size();) {
    const size_t line_end = head.find(kLineEnd, at);
    if (++lines > limits_.header_lines) return refuse(431), false;
    if (!read_header(head.substr(at, line_end - at))) return false;
    at = line_end + kLineEnd.size();
  }
  return begin_body();
}

// A line end without its CR, in what has not been searched before: some readers take it for a line
// end, others do not.
bool Framer::has_bare_line_end(size_t end) const {
  const std::string_view text = rest();
  for (size_t at = text.find('\n', searched_); at < end; at = text.find('\n', at + 1)) {
    if (at == 0 || text[at - 1] != '\r') return true;
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
  std::string path = path_of(parts[1]);
  if (!path.starts_with('/') && path != "*") return refuse(400), false;
  cut_.is_http10 = parts[2] == "HTTP/1.0";
  cut_.frame.method = parts[0];
  cut_.frame.target = std::move(path);
  cut_.frame.keeps_alive = !cut_.is_http10;
  return true;
}

bool Framer::read_header(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return refuse(400), false;
  const std::string name = lower(line.substr(0, colon));
  const std::string_view value = trim_blanks(line.substr(colon + 1));
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
    cut_.frame.accepts_gzip |= accepts_gzip(value);
  } else if (name == "connection") {
    read_connection(value);
  } else if (name == "host") {
    if (cut_.has_host) return refuse(400), false;
    cut_.has_host = true;
  }
  cut_.frame.headers.emplace_back(line.substr(0, colon), value);
  return true;
}

void Framer::read_connection(std::string_view value) {
  for (const std::string_view option : split(value, ',')) {
    if (equal_ignoring_case(trim_blanks(option), "close")) cut_.wants_close = true;
    if (equal_ignoring_case(trim_blanks(option), "keep-alive")) cut_.frame.keeps_alive = true;
  }
}

bool Framer::begin_body() {
  if (cut_.is_chunked && cut_.has_length) return refuse(400), false;
  if (cut_.wants_close) cut_.frame.keeps_alive = false;
  stage_ = cut_.is_chunked ? Stage::kChunkSize : Stage::kLength;
  return true;
}

bool Framer::read_line(std::string_view& line, size_t longest, int status) {
  const std::string_view text = rest();
  const size_t end = text.find(kLineEnd);
  if (is_longer(text, end, kLineEnd, longest)) return refuse(status), false;
  if (end == std::string::npos) return false;
  line = text.substr(0, end);
  if (!is_header_value(line)) return refuse(400), false;
  consumed_ += end + kLineEnd.size();
  return true;
}

bool Framer::read_body() {
  std::string_view line;
  switch (stage_) {
    case Stage::kLength:
    case Stage::kChunkData: {
      const size_t taken = std::min(cut_.left, rest().size());
      cut_.frame.body += rest().substr(0, taken);
      consumed_ += taken;
      cut_.left -= taken;
      if (cut_.left > 0) return false;
      stage_ = stage_ == Stage::kLength ? Stage::kComplete : Stage::kChunkEnd;
      return true;
    }
    case Stage::kChunkSize: {
      if (!read_line(line, kLongestChunkLine, 400)) return false;
      std::string_view digits = line.substr(0, line.find(';'));
      digits = digits.substr(0, digits.find_last_not_of(" \t") + 1);
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), cut_.left, 16);
      if (digits.size() > kMostChunkDigits || error != std::errc() ||
          end != digits.data() + digits.size()) {
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
      if (line.empty()) {
        stage_ = Stage::kComplete;
      } else if (++cut_.trailer_lines > limits_.header_lines) {
        return refuse(431), false;
      }
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
  cut_ = {};
  stage_ = Stage::kHead;
  return frame;
}

}  // namespace irisim::http
