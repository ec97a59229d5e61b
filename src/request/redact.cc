#include "request/redact.h"

#include <string_view>

#include "base/text.h"

namespace irisim::request {
namespace {

// Each body is searched for these, so that they are looked for by a character that is rare in
// documents.
struct SecretName {
  std::string_view part;  // of the element's name
  size_t rare;            // the place of that character in it
  bool ends_name;         // the name ends with the part; else it may go on
};
constexpr SecretName kSecretNames[] = {
    {"assword", 3, true},  // Password, CallbackPassword, password
    {"Hash1", 0, false},   // Hash1, Hash1b
};

constexpr std::string_view kCredentials[] = {"Authorization", "Proxy-Authorization"};

size_t find(std::string_view text, const SecretName& name, size_t from) {
  for (;;) {
    const size_t at = text.find(name.part[name.rare], from + name.rare);
    if (at == std::string_view::npos) return at;
    from = at - name.rare;
    if (text.substr(from, name.part.size()) == name.part) return from;
    ++from;
  }
}

bool stands_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == ':';
}

// Overwrites the content of the element in whose name something is at this place, if its start tag
// is what is there. Gives where to go on.
size_t overwrite(std::string& text, size_t at, const SecretName& secret) {
  size_t begin = at, end = at + secret.part.size();
  const size_t next = end;
  while (begin > 0 && stands_in_name(text[begin - 1])) --begin;
  while (end < text.size() && stands_in_name(text[end])) ++end;
  if (begin == 0 || text[begin - 1] != '<' || (secret.ends_name && end != next)) return next;
  const size_t tag_end = text.find('>', end);
  if (tag_end == std::string::npos || text[tag_end - 1] == '/') return next;
  const size_t content = tag_end + 1;
  const size_t close = text.find("</" + text.substr(begin, end - begin), content);
  text.replace(content, close == std::string::npos ? close : close - content, kRedacted);
  return content;
}

}  // namespace

void redact(std::string& text) {
  for (const SecretName& secret : kSecretNames) {
    for (size_t at = find(text, secret, 0); at != std::string::npos; at = find(text, secret, at))
      at = overwrite(text, at, secret);
  }
}

void redact(http::Header& header) {
  for (const std::string_view name : kCredentials) {
    if (!equal_ignoring_case(header.first, name)) continue;
    const size_t space = header.second.find(' ');
    header.second.replace(space == std::string::npos ? 0 : space + 1, std::string::npos, kRedacted);
  }
}

}  // namespace irisim::request
