#include "operations/order_files.h"

#include <algorithm>

#include "base/text.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr int kUnknownDocumentType = 7639;
constexpr int kConflictingDocumentTypes = 7641;
constexpr int kDocumentNameTooLong = 7800;
constexpr size_t kLongestDocumentName = 50;

struct FileType {
  std::string_view mime, extension;
};
constexpr FileType kFileTypes[] = {
    {"application/pdf", "pdf"}, {"text/plain", "txt"},      {"image/jpeg", "jpg"},
    {"image/tiff", "tiff"},     {"text/csv", "csv"},        {"application/xml", "xml"},
    {"audio/x-wav", "wav"},     {"application/zip", "zip"},
};
constexpr std::string_view kDocumentTypes[] = {"LOA", "INVOICE", "CSR", "OTHER"};

struct Upload {
  const FileType* type = nullptr;
  std::string_view content;
};

// The uploaded file, or why there is none.
Result<Upload> read_upload(const http::Request& request) {
  std::string_view mime = request.header("Content-Type");
  std::string_view content = request.body;
  const auto file = std::ranges::find_if(
      request.parts, [](const http::Part& part) { return !part.filename.empty(); });
  if (file != request.parts.end()) {
    mime = file->type;
    content = file->content;
  }
  mime = trim(mime.substr(0, mime.find(';')));
  if (content.empty()) return Error{"The file is empty."};
  const auto type = std::ranges::find_if(
      kFileTypes, [&](const FileType& known) { return equal_ignoring_case(known.mime, mime); });
  if (type == std::end(kFileTypes)) {
    std::string allowed;
    for (const FileType& known : kFileTypes)
      allowed += (allowed.empty() ? "" : ", ") + std::string(known.mime);
    return Error{"Content-Type '" + std::string(mime) +
                 "' is not supported for a file. Supported: " + allowed};
  }
  return Upload{type, content};
}

bool is_document_type(std::string_view text) {
  return std::ranges::find(kDocumentTypes, text) != std::end(kDocumentTypes);
}

// The document type of an upload, from the query parameter or the header of that name; or the code
// of what is wrong.
Result<std::string, int> read_document_type(const Call& call) {
  const std::string query = call.query.find("documentType").value_or("");
  const std::string header(call.request.header("documentType"));
  if (!query.empty() && !header.empty() && query != header) return kConflictingDocumentTypes;
  const std::string& type = query.empty() ? header : query;
  if (!type.empty() && !is_document_type(type)) return kUnknownDocumentType;
  return type;
}

Answer uploaded(int status, const store::Order& order, const std::string& name) {
  xml::Document document("fileUploadResponse");
  document.root().add("filename", name);
  document.root().add("resultCode", "0");
  document.root().add("resultMessage", "LOA file uploaded successfully for order " + order.id);
  return answer(status, std::move(document));
}

// ORDER-MILLISECONDS.EXTENSION, as the service names files; a name that is taken moves on by a
// millisecond.
std::string new_name(engine::Session& session, const store::Order& order, const FileType& type) {
  const std::vector<store::File> files = session.store.files.list(order.row);
  int64_t stamp = session.now.time_since_epoch().count();
  const auto name = [&] {
    return order.id + "-" + std::to_string(stamp) + "." + std::string(type.extension);
  };
  while (std::ranges::find(files, name(), &store::File::name) != files.end()) ++stamp;
  return name();
}

// Runs a change of the file that the path names; `change` gives whether the order has it.
template <class Change>
Answer change_file(const Call& call, engine::Visit& world, Change change) {
  const bool changed = world.write([&](engine::Session& session) {
    const std::optional<store::Order> order = find_order(call, session);
    return order && change(session.store.files, order->row, call.parameter("fileid"));
  });
  return changed ? empty_answer(200) : not_found(call, "The file was not found.");
}

std::optional<store::File> find_file(const Call& call, engine::Visit& world) {
  return world.read([&](engine::Session& session) -> std::optional<store::File> {
    const std::optional<store::Order> order = find_order(call, session);
    if (!order) return std::nullopt;
    return session.store.files.find(order->row, call.parameter("fileid"));
  });
}

void add_metadata(xml::Element parent, const store::FileMetadata& metadata) {
  parent.add("DocumentName", metadata.document_name);
  parent.add("DocumentType", metadata.document_type);
}

}  // namespace

Answer list_files(const Call& call, engine::Visit& world) {
  std::vector<store::File> files;
  const bool known = world.read([&](engine::Session& session) {
    const std::optional<store::Order> order = find_order(call, session);
    if (order) files = session.store.files.list(order->row);
    return order.has_value();
  });
  if (!known) return unknown_order(call);

  const bool with_metadata =
      equal_ignoring_case(call.query.find("metadata").value_or("false"), "true");
  xml::Document document("fileListResponse");
  xml::Element root = document.root();
  root.add("fileCount", std::to_string(files.size()));
  for (const store::File& file : files) {
    if (!with_metadata) {
      root.add("fileNames", file.name);
      continue;
    }
    xml::Element data = root.add("fileData");
    data.add("fileName", file.name);
    if (file.metadata) add_metadata(data.add("fileMetaData"), *file.metadata);
  }
  root.add("resultCode", "0");
  root.add("resultMessage",
           files.empty() ? "No LOA files found for order" : "LOA file list successfully returned");
  return answer(200, std::move(document));
}

Answer add_file(const Call& call, engine::Visit& world) {
  const Result<Upload> upload = read_upload(call.request);
  if (!upload) return error_answer(call.operation, 400, 0, upload.error().message);
  const Result<std::string, int> document_type = read_document_type(call);
  if (!document_type) return error_answer(call.operation, 400, document_type.error());

  std::string name;
  const std::optional<store::Order> order = world.write([&](engine::Session& session) {
    std::optional<store::Order> found = find_order(call, session);
    if (!found) return found;
    name = new_name(session, *found, *upload->type);
    store::File file{name, std::string(upload->type->mime), std::string(upload->content),
                     std::nullopt};
    if (!document_type->empty()) file.metadata = store::FileMetadata{name, *document_type};
    session.store.files.add(found->row, file);
    return found;
  });
  if (!order) return unknown_order(call);
  Answer result = uploaded(201, *order, name);
  result.location = call.base + call.path() + "/" + name;
  return result;
}

Answer get_file(const Call& call, engine::Visit& world) {
  std::optional<store::File> file = find_file(call, world);
  if (!file) return not_found(call, "The file was not found.");
  return {200, std::nullopt, std::move(file->type), std::move(file->content), {}};
}

Answer replace_file(const Call& call, engine::Visit& world) {
  const Result<Upload> upload = read_upload(call.request);
  if (!upload) return error_answer(call.operation, 400, 0, upload.error().message);
  const std::string name(call.parameter("fileid"));
  const std::optional<store::Order> order = world.write([&](engine::Session& session) {
    std::optional<store::Order> found = find_order(call, session);
    if (found &&
        !session.store.files.replace(found->row, name, upload->type->mime, upload->content))
      found.reset();
    return found;
  });
  return order ? uploaded(200, *order, name) : not_found(call, "The file was not found.");
}

Answer remove_file(const Call& call, engine::Visit& world) {
  return change_file(call, world, [](store::Files& files, int64_t order, std::string_view name) {
    return files.remove(order, name);
  });
}

Answer get_file_metadata(const Call& call, engine::Visit& world) {
  const std::optional<store::File> file = find_file(call, world);
  if (!file || !file->metadata) return not_found(call, "The file has no metadata.");
  xml::Document document("FileMetaData");
  add_metadata(document.root(), *file->metadata);
  return answer(200, std::move(document));
}

Answer set_file_metadata(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  const store::FileMetadata metadata{std::string(sent.text("DocumentName")),
                                     std::string(sent.text("DocumentType"))};
  if (!is_document_type(metadata.document_type))
    return error_answer(call.operation, 400, kUnknownDocumentType);
  if (count_characters(metadata.document_name) > kLongestDocumentName) {
    return error_answer(call.operation, 400, kDocumentNameTooLong);
  }
  return change_file(call, world, [&](store::Files& files, int64_t order, std::string_view name) {
    return files.set_metadata(order, name, metadata);
  });
}

Answer remove_file_metadata(const Call& call, engine::Visit& world) {
  return change_file(call, world, [](store::Files& files, int64_t order, std::string_view name) {
    const std::optional<store::File> file = files.find(order, name);
    return file && file->metadata && files.set_metadata(order, name, std::nullopt);
  });
}

}  // namespace irisim::operations
