#include "xml/document.h"

#include <algorithm>

#include <pugixml.hpp>

namespace irisim::xml {
namespace {

constexpr unsigned kParseOptions = pugi::parse_default | pugi::parse_doctype;

ParseError error_at(std::string_view bytes, ptrdiff_t offset, std::string message) {
  const auto at = static_cast<size_t>(std::clamp<ptrdiff_t>(offset, 0, std::ssize(bytes)));
  const std::string_view before = bytes.substr(0, at);
  const size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {std::move(message), static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(at - line_start) + 1};
}

// The first node below the document that breaks a rule of ours; null when there is none.
struct Fault {
  pugi::xml_node node;
  std::string message;
};

Fault find_fault(const pugi::xml_document& document) {
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
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (depth < 1) break;
    node = node.next_sibling();
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
  const pugi::xml_parse_result parsed =
      document->load_buffer(bytes.data(), bytes.size(), kParseOptions);
  if (!parsed) return error_at(bytes, parsed.offset, parsed.description());
  const bool one_byte_units =
      parsed.encoding == pugi::encoding_utf8 || parsed.encoding == pugi::encoding_latin1;
  if (one_byte_units && bytes.find('\0') != std::string_view::npos) {
    return error_at(bytes, static_cast<ptrdiff_t>(bytes.find('\0')), "a NUL byte");
  }
  const Fault fault = find_fault(*document);
  if (fault.node) return error_at(bytes, fault.node.offset_debug(), fault.message);
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
