#include "xml/document.h"

#include <gtest/gtest.h>

#include "tests/support/server.h"

namespace irisim::xml {
namespace {

using namespace std::string_literals;

// What is wrong with a text; "none" when it is a document.
std::string fault(std::string_view text) {
  const auto parsed = Document::parse(text);
  return parsed.ok() ? "none" : describe(parsed.error());
}

std::string root_text(std::string_view text) {
  const auto parsed = Document::parse(text);
  return parsed.ok() ? std::string(parsed->root().text()) : describe(parsed.error());
}

std::string nested(size_t levels, std::string_view text = "") {
  std::string result;
  result.reserve(7 * levels + text.size());
  for (size_t i = 0; i < levels; ++i) result += "<a>";
  result += text;
  for (size_t i = 0; i < levels; ++i) result += "</a>";
  return result;
}

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string result = big_endian ? "\xfe\xff"s : "\xff\xfe"s;
  for (const char c : ascii) result += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return result;
}

TEST(Document, SaysLineAndColumnOfAFault) {
  EXPECT_EQ(fault("<LnpOrder>\n  <SiteId>743</SiteID>\n</LnpOrder>"),
            "line 2, column 16: Start-end tags mismatch");
  EXPECT_TRUE(fault("<A>\r\n\r\n  <B</A>").starts_with("line 3, column "));
  EXPECT_TRUE(fault("x").starts_with("line 1, column "));
  EXPECT_TRUE(fault("").starts_with("line 1, column 1: "));
}

TEST(Document, IsOneRootElement) {
  EXPECT_EQ(fault("<A/>\n  <B/>"), "line 2, column 4: a second root element <B>");
  EXPECT_EQ(fault("<A/><!-- c --><?p x?>\n"), "none");
  EXPECT_NE(fault("<A></A"), "none");
  EXPECT_NE(fault("<A>"), "none");
  EXPECT_NE(fault("<!-- only a comment -->"), "none");
  EXPECT_NE(fault("<?xml version=\"1.0\"?>"), "none");
}

TEST(Document, RefusesAnAmpersandThatBeginsNoReference) {
  EXPECT_EQ(fault("<Site>\n  <Name>A & B</Name></Site>"),
            "line 2, column 11: an & that begins no known reference");
  for (const std::string text : {"AT&T", "&nbsp;", "&amp", "&;", "&#;", "&#x;", "&#xg;", "&#1a;"})
    EXPECT_NE(fault("<A>" + text + "</A>"), "none") << text;
  EXPECT_NE(fault("<A b=\"x&y\"/>"), "none");
  EXPECT_EQ(root_text("<A>&amp;&lt;&gt;&quot;&apos;&#65;&#x42;</A>"), "&<>\"'AB");
  EXPECT_EQ(root_text("<A><!-- a & b --><![CDATA[c & d]]><?p e & f?></A>"), "c & d");
}

TEST(Document, RefusesEntityDeclarations) {
  const std::string laughs =
      "<!DOCTYPE a [\n<!ENTITY b \"lol\">\n<!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>";
  EXPECT_NE(fault(laughs).find("entity declarations are not accepted"), std::string::npos);
  EXPECT_NE(fault("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                .find("entity declarations are not accepted"),
            std::string::npos);
  EXPECT_EQ(fault("<!DOCTYPE a><a/>"), "none");
}

TEST(Document, BoundsTheDepthOfElementsNotOfTheirText) {
  EXPECT_EQ(fault(nested(100)), "none");
  EXPECT_EQ(fault(nested(100, "text")), "none");
  EXPECT_EQ(fault(nested(101)), "line 1, column 302: elements are nested deeper than 100");
  EXPECT_NE(fault(nested(10'000)).find("nested deeper than 100"), std::string::npos);
  EXPECT_NE(fault(nested(1'000'000)).find("nested deeper than 100"), std::string::npos);
}

TEST(Document, BoundsTheDepthBehindShallowElements) {
  EXPECT_EQ(fault("<r><b/>" + nested(99) + "<b/></r>"), "none");
  EXPECT_NE(fault("<r><b/>" + nested(99) + nested(100) + "</r>"), "none");
}

TEST(Document, RefusesBytesThatNoDocumentHas) {
  EXPECT_EQ(fault("<A>\nx\0y</A>"s), "line 2, column 2: a NUL byte");
  EXPECT_EQ(fault("<A/>\0"s), "line 1, column 5: a NUL byte");
  EXPECT_EQ(fault("<A>\x01</A>"), "line 1, column 4: a control character");
  EXPECT_EQ(fault("<A>&#1;</A>"), "line 1, column 2: a control character in the value");
  EXPECT_EQ(fault("<A>\t\r\n&#9;&#10;x</A>"), "none");
}

TEST(Document, RefusesWhatIsNoUtf8) {
  for (const char* bytes :
       {"\xe9", "\x80", "\xc3", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80",
        "\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80", "\xff", "\xe2\x82"}) {
    EXPECT_EQ(fault("<A>" + std::string(bytes) + "</A>"),
              "line 1, column 4: a byte that is no UTF-8")
        << bytes;
  }
  EXPECT_EQ(root_text("<A>\u00e9 \u20ac \U0001f600</A>"), "\u00e9 \u20ac \U0001f600");
}

TEST(Document, IsReadInOtherEncodings) {
  EXPECT_EQ(root_text("\xef\xbb\xbf<A>\u00e9</A>"), "\u00e9");
  EXPECT_EQ(root_text("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><A>Jos\xe9</A>"),
            "Jos\u00e9");
  EXPECT_EQ(root_text(utf16("<A>743</A>", false)), "743");
  EXPECT_EQ(root_text(utf16("<A>743</A>", true)), "743");
  EXPECT_NE(fault(utf16("<A>&#1;</A>", true)), "none");
  EXPECT_NE(fault(utf16("<A>743</B>", true)), "none");
}

TEST(Document, IsStoredInOneLine) {
  const auto parsed = Document::parse(
      "<?xml version=\"1.0\"?>\n<!-- c -->\n<A>\n  <B> x\n y </B>\n  <C><![CDATA[1 < 2]]></C>\n"
      "  <D/>\n</A>\n");
  ASSERT_TRUE(parsed.ok());
  const std::string stored = parsed->compact();
  EXPECT_EQ(stored, "<A><B> x\n y </B><C><![CDATA[1 < 2]]></C><D/></A>");
  EXPECT_EQ(Document::parse(stored)->compact(), stored);
}

TEST(Document, KeepsEachCharacterOverAStorage) {
  Document document("A");
  const std::string text = "a & b <c> \"d\" 'e' ]]> \u00e9\u20ac\U0001f600";
  document.root().add("B", text);
  const std::string stored = document.compact();
  EXPECT_EQ(Document::parse(stored)->root().text("B"), text);
}

TEST(Document, ReadsTheContractsLongestRequest) {
  const auto parsed = Document::parse(
      test::source_file("fixtures/operations/accounts/accountId/portins/post/request.xml"));
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->root().name(), "LnpOrder");
  EXPECT_FALSE(parsed->root().at("Subscriber/ServiceAddress/City").text().empty());
}

}  // namespace
}  // namespace irisim::xml
