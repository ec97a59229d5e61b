#include "request/render.h"

#include "base/text.h"
#include "xml/document.h"
#include "xml/shape.h"

namespace irisim::request {
namespace {

constexpr std::string_view kXml = "application/xml";

// The first id in a documented answer, depth first: that of the thing that was made.
std::string_view first_id(xml::Element element) {
  for (const xml::Element child : element.children()) {
    if (child.name().size() >= 2 &&
        equal_ignoring_case(child.name().substr(child.name().size() - 2), "id") &&
        !child.text().empty()) {
      return child.text();
    }
    if (const std::string_view id = first_id(child); !id.empty()) return id;
  }
  return {};
}

}  // namespace

http::Response render_live(const operations::Forms& forms, const catalog::Operation& operation,
                           operations::Answer answer) {
  http::Response response;
  response.status = answer.status;
  if (answer.document) {
    response.type = kXml;
    response.body = forms.print(operation, answer);
  } else {
    response.type = std::move(answer.type);
    response.body = std::move(answer.content);
  }
  if (!answer.location.empty())
    response.headers.emplace_back("Location", std::move(answer.location));
  return response;
}

http::Response render_replay(const catalog::Operation& operation, const catalog::Outcome& outcome,
                             const catalog::Example* example, std::string_view url) {
  http::Response response;
  response.status = outcome.status;
  response.headers.emplace_back("X-Irisim-Source", "replay");
  if (example != nullptr && !example->body.empty()) {
    response.type = example->type;
    response.body = example->body;
  }
  if (operation.method == "POST" && outcome.status == 201 && response.type == kXml) {
    const auto document = xml::Document::parse(response.body);
    const std::string_view id = document ? first_id(document->root()) : std::string_view();
    if (!id.empty())
      response.headers.emplace_back("Location", std::string(url) + "/" + std::string(id));
  }
  return response;
}

http::Response render_error(int status, std::string_view description) {
  xml::Document document("ErrorResponse");
  xml::Element element = document.root().add("ResponseStatus");
  element.add("ErrorCode", std::to_string(status));
  element.add("Description", description);
  return {status, {}, std::string(kXml), xml::print_document(document.root())};
}

}  // namespace irisim::request
