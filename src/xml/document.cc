#include "xml/document.h"

#include <algorithm>
#include <optional>

#include <pugixml.hpp>

#include "base/check.h"
#include "base/text.h"
#include "xml/character.h"

namespace irisim::xml {
namespace {

constexpr std::string_view kEntities[] = {"amp", "lt", "gt", "quot", "apos"};
constexpr size_t kLongestReference = 16;  // bytes; leading zeros of a number are few
constexpr unsigned kParseOptions = pugi::parse_default | pugi::parse_doctype;

// What a text needs to have done to it when it has been parsed; most need nothing.
struct Tidying {
  // Comments, CDATA sections and processing instructions cut a value into pieces. White space is
  // kept for the moment then: it may stand between them.
  bool joins_texts;
  // References such as &#1; bring in what the bytes may not hold.
  bool checks_characters;

  explicit Tidying(std::string_view bytes) {
    const bool is_wide = bytes.find('\0') != std::string_view::npos;
    joins_texts = is_wide || bytes.find("<!") != std::string_view::npos ||
                  bytes.find("<?", 1) != std::string_view::npos;
    checks_characters = is_wide || bytes.find("&#") != std::string_view::npos;
  }
  unsigned parse_options() const {
    return joins_texts ? kParseOptions | pugi::parse_ws_pcdata : kParseOptions;
  }
};

ParseError error_at(std::string_view bytes, ptrdiff_t offset, std::string message) {
  const auto at = static_cast<size_t>(std::clamp<ptrdiff_t>(offset, 0, std::ssize(bytes)));
  const std::string_view before = bytes.substr(0, at);
  const size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {std::move(message), static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(at - line_start) + 1};
}

// The first byte that a document in Latin-1 or UTF-8 cannot have. What came through here unseen
// would stand in our answers.
std::optional<ParseError> find_bad_byte(std::string_view bytes, bool utf8) {
  for (size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const bool is_ascii = byte < 0x80;
    if ((is_ascii && byte >= ' ') || (!is_ascii && !utf8)) {
      ++at;
      continue;
    }
    const size_t length = character_length(bytes.substr(at));
    if (length == 0) {
      const char* message = byte == 0    ? "a NUL byte"
                            : byte < ' ' ? "a control character"
                                         : "a byte that is no UTF-8";
      return error_at(bytes, static_cast<ptrdiff_t>(at), message);
    }
    at += length;
  }
  return std::nullopt;
}

// What may hold an ampersand that is none.
constexpr std::pair<std::string_view, std::string_view> kOpaque[] = {
    {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

// An ampersand and what follows, of a document that declares no entities.
bool begins_reference(std::string_view text) {
  const size_t end = text.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos) return false;
  const std::string_view name = text.substr(1, end - 1);
  if (name.starts_with("#x")) {
    return name.size() > 2 &&
           name.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
  }
  if (name.starts_with('#')) return name.size() > 1 && all_digits(name.substr(1));
  return std::ranges::find(kEntities, name) != std::end(kEntities);
}

// The parser takes an ampersand that begins no reference for itself; the service does not.
std::optional<ParseError> find_bare_ampersand(std::string_view bytes) {
  if (bytes.find('&') == std::string_view::npos) return std::nullopt;
  for (size_t at = 0; (at = bytes.find_first_of("&<", at)) != std::string_view::npos; ++at) {
    const std::string_view rest = bytes.substr(at);
    if (rest.front() == '&') {
      if (!begins_reference(rest))
        return error_at(bytes, static_cast<ptrdiff_t>(at), "an & that begins no known reference");
      continue;
    }
    const auto opaque = std::ranges::find_if(
        kOpaque, [&](const auto& ends) { return rest.starts_with(ends.first); });
    if (opaque == std::end(kOpaque)) continue;
    const size_t end = rest.find(opaque->second, opaque->first.size());
    if (end == std::string_view::npos) return std::nullopt;
    at += end;
  }
  return std::nullopt;
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Makes one text of each run of texts and CDATA sections, which comments have cut into pieces: a
// value is what its reader sees. White space alone is no value.
void join_texts(pugi::xml_node element) {
  for (pugi::xml_node node = element.first_child(); node;) {
    pugi::xml_node next = node.next_sibling();
    if (is_text(node) && is_text(next)) {
      std::string text = node.value();
      for (; is_text(next); next = node.next_sibling()) {
        text += next.value();
        element.remove_child(next);
      }
      node.set_value(text.c_str());
    }
    if (is_text(node) && trim(node.value()).empty()) element.remove_child(node);
    node = next;
  }
}

bool has_bad_character(std::string_view text) {
  while (!text.empty()) {
    const size_t length = character_length(text);
    if (length == 0) return true;
    text.remove_prefix(length);
  }
  return false;
}

bool has_control_character(pugi::xml_node element) {
  for (const pugi::xml_node node : element.children()) {
    if (is_text(node) && has_bad_character(node.value())) return true;
  }
  return false;
}

pugi::xml_node skip_to_element(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) node = node.next_sibling();
  return node;
}

// The first node below the document that breaks a rule of ours; null when there is none.
struct Fault {
  pugi::xml_node node;
  std::string message;
};

// Finds it, and does the tidying on the way.
Fault tidy(const pugi::xml_document& document, const Tidying& tidying) {
  int roots = 0;
  for (const pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos) {
      return {node, "entity declarations are not accepted"};
    }
    if (node.type() == pugi::node_element && ++roots > 1) {
      return {node, "a second root element <" + std::string(node.name()) + ">"};
    }
  }
  // Depth first without recursion: the input decides the depth.
  int depth = 1;
  for (pugi::xml_node node = document.document_element(); node;) {
    if (depth > Document::kMaxDepth) {
      return {node, "elements are nested deeper than " + std::to_string(Document::kMaxDepth)};
    }
    if (tidying.joins_texts) join_texts(node);
    if (tidying.checks_characters && has_control_character(node))
      return {node, "a control character in the value"};
    if (const pugi::xml_node child = skip_to_element(node.first_child())) {
      node = child;
      ++depth;
      continue;
    }
    while (node && !skip_to_element(node.next_sibling())) {
      node = node.parent();
      --depth;
    }
    node = skip_to_element(node.next_sibling());
  }
  return {};
}

struct StringWriter final : pugi::xml_writer {
  std::string text;
  void write(const void* data, size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

}  // namespace

std::string describe(const ParseError& error) {
  return "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ": " +
         error.message;
}

Result<Document, ParseError> Document::parse(std::string_view bytes) {
  auto document = std::make_unique<pugi::xml_document>();
  const Tidying tidying(bytes);
  const pugi::xml_parse_result parsed =
      document->load_buffer(bytes.data(), bytes.size(), tidying.parse_options());
  const bool utf8 = parsed.encoding == pugi::encoding_utf8;
  if (utf8 || parsed.encoding == pugi::encoding_latin1) {
    if (auto error = find_bad_byte(bytes, utf8)) return std::move(*error);
  }
  if (!parsed) return error_at(bytes, parsed.offset, parsed.description());
  const Fault fault = tidy(*document, tidying);
  if (fault.node) return error_at(bytes, fault.node.offset_debug(), fault.message);
  if (utf8 || parsed.encoding == pugi::encoding_latin1) {
    if (auto error = find_bare_ampersand(bytes)) return std::move(*error);
  }
  return Document(std::move(document));
}

Document Document::restore(std::string_view stored) {
  auto document = std::make_unique<pugi::xml_document>();
  IRISIM_CHECK(document->load_buffer(stored.data(), stored.size(), pugi::parse_default,
                                     pugi::encoding_utf8));
  return Document(std::move(document));
}

Document::Document(std::string_view root_name) : document_(std::make_unique<pugi::xml_document>()) {
  document_->append_child(pugi::node_element).set_name(std::string(root_name).c_str());
}

Document::Document(std::unique_ptr<pugi::xml_document> document) : document_(std::move(document)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Element Document::root() const {
  return Element(document_->document_element().internal_object());
}

std::string Document::compact() const {
  StringWriter writer;
  document_->document_element().print(writer, "", pugi::format_raw);
  return std::move(writer.text);
}

}  // namespace irisim::xml
