#include "xml/element.h"

#include <vector>

#include <gtest/gtest.h>

#include "xml/document.h"

namespace irisim::xml {
namespace {

Document document(std::string_view text) {
  auto parsed = Document::parse(text);
  EXPECT_TRUE(parsed.ok()) << text;
  return std::move(parsed).value();
}

std::vector<std::string> names(Element parent) {
  std::vector<std::string> result;
  for (const Element child : parent.children()) result.emplace_back(child.name());
  return result;
}

using Names = std::vector<std::string>;

TEST(Element, IsFoundWithoutRegardToCase) {
  const Document d = document("<LnpOrder><siteid>743</siteid></LnpOrder>");
  EXPECT_EQ(d.root().text("SiteId"), "743");
  EXPECT_EQ(d.root().child("SiteId").name(), "siteid");
}

TEST(Element, OfTheExactNameComesBeforeOneOfAnotherCase) {
  const Document d = document("<A><siteid>1</siteid><SiteId>2</SiteId><SITEID>3</SITEID></A>");
  EXPECT_EQ(d.root().text("SiteId"), "2");
  EXPECT_EQ(d.root().text("SITEID"), "3");
  EXPECT_EQ(d.root().text("siteID"), "1");
}

TEST(Element, TextHasNoWhiteSpaceAround) {
  const Document d = document("<A>\r\n  Raleigh \t NC\n</A>");
  EXPECT_EQ(d.root().text(), "Raleigh \t NC");
}

TEST(Element, TextIsWhatItsReaderSees) {
  EXPECT_EQ(document("<A>foo<!-- c -->bar</A>").root().text(), "foobar");
  EXPECT_EQ(document("<A>foo <!-- c --> bar</A>").root().text(), "foo  bar");
  EXPECT_EQ(document("<A>a<?p x?>b<!-- c -->c</A>").root().text(), "abc");
  EXPECT_EQ(document("<A><!-- c -->743</A>").root().text(), "743");
  EXPECT_EQ(document("<A><![CDATA[Smith & Sons]]></A>").root().text(), "Smith & Sons");
  EXPECT_EQ(document("<A>Smith<![CDATA[ & ]]>Sons</A>").root().text(), "Smith & Sons");
  EXPECT_EQ(document("<A><![CDATA[a]]> <![CDATA[b]]></A>").root().text(), "a b");
  EXPECT_EQ(document("<A><![CDATA[]]]]><![CDATA[>]]></A>").root().text(), "]]>");
  EXPECT_EQ(document("<A>\n <!-- c -->\n </A>").root().text(), "");
  EXPECT_EQ(document("<A>&lt;b&gt; &amp; &quot;&#233;&#xE9;</A>").root().text(), "<b> & \"éé");
}

TEST(Element, TextOfAParentIsNotThatOfItsChildren) {
  const Document d = document("<A>\n  <B>1</B>\n</A>");
  EXPECT_EQ(d.root().text(), "");
  EXPECT_EQ(d.root().text("B"), "1");
}

TEST(Element, ChildrenAreElementsOnly) {
  const Document d = document("<A>text<B/><!-- c --><C/><![CDATA[x]]><B/></A>");
  EXPECT_EQ(names(d.root()), (Names{"B", "C", "B"}));
  EXPECT_TRUE(d.root().has_children());
  EXPECT_FALSE(d.root().child("B").has_children());
  EXPECT_FALSE(document("<A>text</A>").root().has_children());
}

TEST(Element, IsFoundByItsPath) {
  const Document d = document("<A><B><C><D>x</D></C></B></A>");
  EXPECT_EQ(d.root().at("B/C/D").text(), "x");
  EXPECT_EQ(d.root().at("b/c/d").text(), "x");
  EXPECT_FALSE(d.root().at("B/X/D"));
  EXPECT_FALSE(d.root().at(""));
}

TEST(Element, AbsentReadsAsNothing) {
  const Element absent;
  EXPECT_FALSE(absent);
  EXPECT_EQ(absent.name(), "");
  EXPECT_EQ(absent.text(), "");
  EXPECT_EQ(absent.text("A"), "");
  EXPECT_FALSE(absent.at("A/B"));
  EXPECT_EQ(names(absent), Names{});
}

TEST(Element, IsChanged) {
  Document d("LnpOrder");
  Element root = d.root();
  root.add("SiteId", "743");
  root.child_or_add("Subscriber").child_or_add("Name").set_text("Smith & <Sons>");
  EXPECT_EQ(root.child_or_add("siteid"), root.child("SiteId"));
  EXPECT_EQ(d.compact(),
            "<LnpOrder><SiteId>743</SiteId><Subscriber><Name>Smith &amp; &lt;Sons&gt;</Name>"
            "</Subscriber></LnpOrder>");
  root.child("SiteId").set_text("744");
  root.child("Subscriber").set_text("");
  EXPECT_EQ(d.compact(), "<LnpOrder><SiteId>744</SiteId><Subscriber/></LnpOrder>");
  root.remove(root.child("SiteId"));
  EXPECT_EQ(names(root), Names{"Subscriber"});
}

TEST(Element, RemovesAllOfAName) {
  Document d = document("<A><Tn>1</Tn><B/><tn>2</tn><Tn>3</Tn></A>");
  d.root().remove_all("Tn");
  EXPECT_EQ(names(d.root()), Names{"B"});
  d.root().remove_all("Tn");
  EXPECT_EQ(names(d.root()), Names{"B"});
}

TEST(Element, IsCopiedWithEverythingInIt) {
  Document target("B");
  {
    const Document source = document("<A><C>x<!-- c --></C><D><E/></D></A>");
    target.root().add_copy(source.root());
  }
  EXPECT_EQ(target.compact(), "<B><A><C>x</C><D><E/></D></A></B>");
}

TEST(ElementDeathTest, MustBePresentToBeChanged) {
  EXPECT_DEATH(Element().add("A"), "irisim: bug: ");
  EXPECT_DEATH(Element().set_text("A"), "irisim: bug: ");
  EXPECT_DEATH(Document("A").root().add_copy(Element()), "irisim: bug: ");
}

}  // namespace
}  // namespace irisim::xml
