// Letters of authorization and other files of a port-in, with their metadata.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

constexpr char kPath[] = "/accounts/{accountId}/portins/{orderid}/loas";

Headers typed(const std::string& type) {
  return {{"Content-Type", type}};
}

std::string example(std::string_view path, std::string_view method, int status,
                    std::string_view name = "default") {
  return std::string(documented(method, path, status).find(name)->body);
}

// An order of a server of its own.
class PortinLoas : public testing::Test {
 protected:
  PortinLoas() : id_(create_portin(server_)), loas_(kPortins + "/" + id_ + "/loas") {}

  std::string metadata_of(const std::string& name, const std::string& element) {
    return server_.get(loas_ + "/" + name + "/metadata").text(element);
  }

  Server server_;
  std::string id_, loas_;
};

TEST_F(PortinLoas, AreTakenRawInEachOfTheEightTypes) {
  constexpr std::pair<const char*, const char*> kTypes[] = {
      {"application/pdf", ".pdf"}, {"text/plain", ".txt"},      {"image/jpeg", ".jpg"},
      {"image/tiff", ".tiff"},     {"text/csv", ".csv"},        {"application/xml", ".xml"},
      {"audio/x-wav", ".wav"},     {"application/zip", ".zip"},
  };
  const std::string content("\x00\xff<not xml>\r\n\x80", 14);
  for (const auto& [type, extension] : kTypes) {
    const Reply reply = server_.post(loas_, content, typed(type));
    ASSERT_EQ(reply.status, 201) << type << reply.body;
    EXPECT_EQ(outline(reply.body), outline(example(kPath, "POST", 201)));
    const std::string name = reply.text("filename");
    EXPECT_TRUE(name.starts_with(id_ + "-")) << name;
    EXPECT_TRUE(name.ends_with(extension)) << name;
    EXPECT_TRUE(reply.header("Location").ends_with(loas_ + "/" + name));
    EXPECT_EQ(reply.text("resultCode"), "0");
    EXPECT_EQ(reply.text("resultMessage"), "LOA file uploaded successfully for order " + id_);

    const Reply file = server_.get(loas_ + "/" + name);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.header("Content-Type"), type);
    EXPECT_EQ(file.body, content);
  }
  EXPECT_EQ(server_.get(loas_).text("fileCount"), "8");
}

TEST_F(PortinLoas, AreTakenAsMultipart) {
  const std::string body =
      "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
      "--XX\r\nContent-Disposition: form-data; name=\"george\"; filename=\"Bandwidth "
      "Dashboard.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\r\n--XX--\r\n";
  const Reply reply = server_.post(loas_, body, typed("multipart/form-data; boundary=XX"));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const Reply file = server_.get(loas_ + "/" + reply.text("filename"));
  EXPECT_EQ(file.header("Content-Type"), "application/pdf");
  EXPECT_EQ(file.body, "%PDF-1.4");
}

TEST_F(PortinLoas, AreTakenInChunks) {
  const std::string content(100, 'x');
  const Reply reply = server_.post_chunked(loas_, content, "application/pdf");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(server_.get(loas_ + "/" + reply.text("filename")).body, content);
}

TEST_F(PortinLoas, TakeATypeWithItsCharset) {
  const Reply reply = server_.post(loas_, "text", typed("Text/Plain; charset=utf-8"));
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_TRUE(reply.text("filename").ends_with(".txt"));
}

TEST_F(PortinLoas, RefuseOtherTypesAndEmptyFiles) {
  const std::string file = add_loa(server_, id_);
  const Reply gif = server_.post(loas_, "GIF89a", typed("image/gif"));
  EXPECT_EQ(gif.status, 400);
  EXPECT_NE(gif.body.find("image/gif"), std::string::npos) << gif.body;
  EXPECT_NE(gif.body.find("audio/x-wav"), std::string::npos) << gif.body;
  EXPECT_EQ(server_.post(loas_, "a=b", typed("application/x-www-form-urlencoded")).status, 400);
  EXPECT_EQ(server_.post(loas_, "", typed("application/pdf")).status, 400);
  EXPECT_EQ(server_.put(loas_ + "/" + file, "GIF89a", typed("image/gif")).status, 400);
  EXPECT_EQ(server_.get(loas_).text("fileCount"), "1");
}

TEST_F(PortinLoas, AreListedAsDocumented) {
  const Reply none = server_.get(loas_);
  EXPECT_EQ(none.status, 200);
  EXPECT_EQ(outline(none.body), outline(example(kPath, "GET", 200, "empty")));
  EXPECT_EQ(none.text("fileCount"), "0");
  EXPECT_EQ(none.text("resultMessage"), "No LOA files found for order");

  const std::string first = add_loa(server_, id_), second = add_loa(server_, id_);
  EXPECT_NE(first, second);
  const Reply two = server_.get(loas_);
  EXPECT_EQ(outline(two.body), outline(example(kPath, "GET", 200)));
  EXPECT_EQ(texts(two.xml().root(), "fileNames"), (std::vector<std::string>{first, second}));
  EXPECT_EQ(two.text("resultMessage"), "LOA file list successfully returned");
}

TEST_F(PortinLoas, AreReplacedUnderTheirName) {
  const std::string name = add_loa(server_, id_);
  const Reply reply = server_.put(loas_ + "/" + name, "%PDF-1.4", typed("application/pdf"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(outline(reply.body), outline(example(std::string(kPath) + "/{fileid}", "PUT", 200)));
  EXPECT_EQ(reply.text("filename"), name);
  const Reply file = server_.get(loas_ + "/" + name);
  EXPECT_EQ(file.header("Content-Type"), "application/pdf");
  EXPECT_EQ(file.body, "%PDF-1.4");
  EXPECT_EQ(server_.get(loas_).text("fileCount"), "1");
}

TEST_F(PortinLoas, AreDeleted) {
  const std::string name = add_loa(server_, id_);
  const Reply reply = server_.remove(loas_ + "/" + name);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(server_.get(loas_ + "/" + name).status, 404);
  EXPECT_EQ(server_.remove(loas_ + "/" + name).status, 404);
  EXPECT_EQ(server_.put(loas_ + "/" + name, "x", typed("text/plain")).status, 404);
  EXPECT_EQ(server_.get(loas_).text("fileCount"), "0");
}

TEST_F(PortinLoas, OfOneOrderAreNotThoseOfAnother) {
  const std::string name = add_loa(server_, id_);
  const std::string other =
      kPortins + "/" + create_portin(server_, portin_request("9194809872")) + "/loas";
  EXPECT_EQ(server_.get(other + "/" + name).status, 404);
  EXPECT_EQ(server_.remove(other + "/" + name).status, 404);
  EXPECT_EQ(server_.get(kPortins + "/" + std::string(36, '0') + "/loas").status, 404);
  EXPECT_EQ(server_.get(loas_ + "/" + name).status, 200);
}

TEST_F(PortinLoas, HaveMetadata) {
  const std::string name = add_loa(server_, id_);
  const std::string path = loas_ + "/" + name + "/metadata";
  EXPECT_EQ(server_.get(path).status, 404);
  for (const std::string type : {"LOA", "INVOICE", "CSR", "OTHER"}) {
    const Reply reply = server_.put(path,
                                    "<FileMetaData><DocumentName>The bill</DocumentName>"
                                    "<DocumentType>" +
                                        type + "</DocumentType></FileMetaData>");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.body, "");
    const Reply read = server_.get(path);
    EXPECT_EQ(outline(read.body),
              outline(example(std::string(kPath) + "/{fileid}/metadata", "GET", 200)));
    EXPECT_EQ(read.text("DocumentName"), "The bill");
    EXPECT_EQ(read.text("DocumentType"), type);
  }
  EXPECT_EQ(server_.remove(path).status, 200);
  EXPECT_EQ(server_.get(path).status, 404);
  EXPECT_EQ(server_.remove(path).status, 404);
  EXPECT_EQ(server_.get(loas_ + "/" + name).status, 200) << "the file itself stays";
}

TEST_F(PortinLoas, RefuseMetadataThatIsNone) {
  const std::string path = loas_ + "/" + add_loa(server_, id_) + "/metadata";
  const auto refused = [&](const std::string& name, const std::string& type) {
    return server_.put(path, "<FileMetaData><DocumentName>" + name +
                                 "</DocumentName><DocumentType>" + type +
                                 "</DocumentType></FileMetaData>");
  };
  const Reply type = refused("The bill", "BILL");
  EXPECT_EQ(type.status, 400);
  EXPECT_NE(type.body.find("7639"), std::string::npos) << type.body;
  const Reply name = refused(std::string(51, 'x'), "LOA");
  EXPECT_EQ(name.status, 400);
  EXPECT_NE(name.body.find("7800"), std::string::npos) << name.body;
  EXPECT_EQ(server_.get(path).status, 404);
  EXPECT_EQ(refused(std::string(50, 'x'), "LOA").status, 200);
}

TEST_F(PortinLoas, TakeTheDocumentTypeWithTheUpload) {
  const Reply query = server_.post(loas_ + "?documentType=CSR", "x", typed("text/plain"));
  ASSERT_EQ(query.status, 201) << query.body;
  EXPECT_EQ(metadata_of(query.text("filename"), "DocumentType"), "CSR");
  const Reply header =
      server_.post(loas_, "x", {{"Content-Type", "text/plain"}, {"documentType", "INVOICE"}});
  ASSERT_EQ(header.status, 201) << header.body;
  EXPECT_EQ(metadata_of(header.text("filename"), "DocumentType"), "INVOICE");
  const Reply both = server_.post(loas_ + "?documentType=LOA", "x",
                                  {{"Content-Type", "text/plain"}, {"documentType", "LOA"}});
  EXPECT_EQ(both.status, 201);
}

TEST_F(PortinLoas, RefuseADocumentTypeThatIsUnknownOrContradicted) {
  const Reply conflict = server_.post(loas_ + "?documentType=LOA", "x",
                                      {{"Content-Type", "text/plain"}, {"documentType", "CSR"}});
  EXPECT_EQ(conflict.status, 400);
  EXPECT_NE(conflict.body.find("7641"), std::string::npos) << conflict.body;
  const Reply unknown = server_.post(loas_ + "?documentType=BILL", "x", typed("text/plain"));
  EXPECT_EQ(unknown.status, 400);
  EXPECT_NE(unknown.body.find("7639"), std::string::npos) << unknown.body;
  EXPECT_EQ(server_.get(loas_).text("fileCount"), "0");
}

TEST_F(PortinLoas, AreListedWithTheirMetadataWhenAsked) {
  const std::string plain = add_loa(server_, id_);
  const Reply typed_file = server_.post(loas_ + "?documentType=CSR", "x", typed("text/plain"));
  const Reply reply = server_.get(loas_ + "?metadata=true");
  ASSERT_EQ(reply.status, 200);
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "fileData/fileName"),
            (std::vector<std::string>{plain, typed_file.text("filename")}));
  EXPECT_EQ(texts(document.root(), "fileData/fileMetaData/DocumentType"),
            (std::vector<std::string>{"CSR"}));
  EXPECT_TRUE(texts(document.root(), "fileNames").empty());
  EXPECT_EQ(texts(server_.get(loas_ + "?metadata=false").xml().root(), "fileNames").size(), 2u);
}

}  // namespace
}  // namespace irisim::test
