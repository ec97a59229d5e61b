#include "engine/message.h"

#include <cstdio>

namespace irisim::engine {
namespace {

constexpr size_t kLongestLine = 76;  // of quoted-printable, with the '=' that it goes on after
constexpr std::string_view kLineEnd = "\r\n";

void add_header(std::string& message, std::string_view name, std::string_view value) {
  ((message += name) += ": ") += value;
  message += kLineEnd;
}

std::string encode(char c) {
  constexpr char kLast = '~';
  const bool is_plain = c >= ' ' && c <= kLast && c != '=';
  if (is_plain) return {c};
  char code[4];
  std::snprintf(code, sizeof code, "=%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return code;
}

// A space is encoded at the end of a line, where it could get lost.
std::string quoted_printable(std::string_view text) {
  std::string result;
  size_t length = 0;  // of the line so far
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      result += kLineEnd;
      length = 0;
      continue;
    }
    const bool is_last = i + 1 == text.size() || text[i + 1] == '\n';
    const std::string code = text[i] == ' ' && is_last ? "=20" : encode(text[i]);
    if (length + code.size() >= kLongestLine) {
      (result += '=') += kLineEnd;
      length = 0;
    }
    result += code;
    length += code.size();
  }
  return result;
}

}  // namespace

std::string write_message(const store::Mail& mail, const Dice& dice) {
  std::string message;
  add_header(message, "From", kMailSender);
  add_header(message, "To", mail.recipient);
  add_header(message, "Subject", mail.subject);
  add_header(message, "Date", format_mail_date(mail.sent));
  add_header(message, "Message-ID",
             "<" + make_uuid(dice, "mail", static_cast<uint64_t>(mail.id)) + "@localhost>");
  add_header(message, "MIME-Version", "1.0");
  add_header(message, "Content-Type", "text/plain; charset=utf-8");
  add_header(message, "Content-Transfer-Encoding", "quoted-printable");
  message += kLineEnd;
  return message + quoted_printable(mail.text);
}

}  // namespace irisim::engine
