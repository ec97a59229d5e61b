#include "xml/shape.h"

#include <span>

#include <gtest/gtest.h>

#include "xml/document.h"

namespace irisim::xml {
namespace {

const std::string kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

Document document(std::string_view text) {
  auto parsed = Document::parse(text);
  EXPECT_TRUE(parsed.ok()) << text;
  return std::move(parsed).value();
}

Shape shape(std::initializer_list<std::string_view> examples) {
  Shape result(document(*examples.begin()).root());
  for (const std::string_view example : std::span(examples.begin(), examples.size()).subspan(1))
    result.merge(document(example).root());
  return result;
}

// The answer in the shape, without the declaration and the layout.
std::string printed(const Shape& shape, std::string_view answer) {
  return document(shape.print(document(answer).root())).compact();
}

TEST(Shape, PrintsADeclarationAndFourSpacesALevel) {
  const Shape s = shape({"<A><B><C>1</C></B><D/></A>"});
  EXPECT_EQ(s.print(document("<A><D/><B><C>2</C></B></A>").root()), kDeclaration +
                                                                        "<A>\n"
                                                                        "    <B>\n"
                                                                        "        <C>2</C>\n"
                                                                        "    </B>\n"
                                                                        "    <D/>\n"
                                                                        "</A>\n");
}

TEST(Shape, PutsElementsInTheDocumentedOrder) {
  const Shape s = shape({"<A><B>1</B><C>1</C><D>1</D></A>"});
  EXPECT_EQ(printed(s, "<A><D>3</D><B>1</B><C>2</C></A>"), "<A><B>1</B><C>2</C><D>3</D></A>");
}

TEST(Shape, PutsWhatEndsAFurtherExampleBehindAllThatIsKnown) {
  const Shape s = shape({"<A><B>1</B><C>1</C><D>1</D></A>", "<A><B>1</B><E>1</E><D>1</D></A>",
                         "<A><B>1</B><F>1</F><G>1</G></A>"});
  EXPECT_EQ(printed(s, "<A><G>6</G><F>5</F><E>4</E><D>3</D><C>2</C><B>1</B></A>"),
            "<A><B>1</B><E>4</E><C>2</C><D>3</D><F>5</F><G>6</G></A>");
}

TEST(Shape, LeavesOutWhatIsNotDocumentedAndInventsNothing) {
  const Shape s = shape({"<A><B>1</B><C><D>1</D></C></A>"});
  EXPECT_EQ(printed(s, "<A><X>9</X><C><Y/><D>2</D></C></A>"), "<A><C><D>2</D></C></A>");
  EXPECT_EQ(printed(s, "<A><X>9</X></A>"), "<A/>");
  EXPECT_EQ(printed(s, "<A/>"), "<A/>");
}

TEST(Shape, RepeatsElementsInTheAnswersOrder) {
  const Shape s = shape({"<A><Tn>1</Tn><Tn>2</Tn><End>x</End></A>"});
  EXPECT_EQ(printed(s, "<A><End>x</End><Tn>3</Tn><Tn>1</Tn><Tn>2</Tn></A>"),
            "<A><Tn>3</Tn><Tn>1</Tn><Tn>2</Tn><End>x</End></A>");
}

TEST(Shape, LearnsFromEachOfRepeatedElements) {
  const Shape s = shape({"<A><E><C>1</C></E><E><D>1</D><C>1</C></E></A>"});
  EXPECT_EQ(printed(s, "<A><E><C>1</C><D>2</D></E></A>"), "<A><E><D>2</D><C>1</C></E></A>");
}

TEST(Shape, MergesExamplesByPlace) {
  const Shape s = shape({"<A><B>1</B><D>1</D></A>", "<A><B>1</B><C>1</C><D>1</D></A>",
                         "<A><D>1</D><E>1</E></A>", "<A><Z>1</Z><B>1</B></A>"});
  EXPECT_EQ(printed(s, "<A><E>5</E><D>4</D><C>3</C><B>2</B><Z>1</Z></A>"),
            "<A><Z>1</Z><B>2</B><C>3</C><D>4</D><E>5</E></A>");
}

TEST(Shape, PrintsWholeWhatIsEmptyInEachExample) {
  const Shape s = shape({"<A><B/><C/></A>", "<A><C><D>1</D></C></A>"});
  EXPECT_EQ(printed(s, "<A><B><X>1</X></B><C><D>1</D><X>1</X></C></A>"),
            "<A><B><X>1</X></B><C><D>1</D></C></A>");
}

TEST(Shape, HasExtraElementsBehindTheOneThatTheyFollow) {
  Shape s = shape({"<A><Sub><First>1</First><Last>1</Last></Sub><Sub2/></A>"});
  s.add("Sub", "Middle", "First");
  s.add("Sub", "Other", "Unknown");  // nothing to follow: left out
  s.add("Sub", "First", "Last");     // is known: keeps its place
  s.add("Nowhere", "Middle", "First");
  EXPECT_EQ(printed(s,
                    "<A><Sub><Other>4</Other><Last>3</Last><Middle>2</Middle><First>1</First>"
                    "</Sub><Middle/></A>"),
            "<A><Sub><First>1</First><Middle>2</Middle><Last>3</Last></Sub></A>");
}

TEST(Shape, EscapesWhatXmlReserves) {
  const Shape s = shape({"<A><B>1</B></A>"});
  Document answer("A");
  answer.root().add("B", "1 < 2 && \"x\" ]]> \u00e9");
  EXPECT_EQ(s.print(answer.root()),
            kDeclaration + "<A>\n    <B>1 &lt; 2 &amp;&amp; \"x\" ]]&gt; \u00e9</B>\n</A>\n");
}

TEST(Shape, GivesItsRootsName) {
  const Shape s = shape({"<LnpOrderResponse><B>1</B></LnpOrderResponse>"});
  EXPECT_EQ(s.root_name(), "LnpOrderResponse");
  EXPECT_EQ(printed(s, "<LnpOrder><B>1</B></LnpOrder>"),
            "<LnpOrderResponse><B>1</B></LnpOrderResponse>");
}

TEST(PrintDocument, PrintsEverything) {
  EXPECT_EQ(print_document(document("<A><B>&amp;</B><C><D/></C></A>").root()),
            kDeclaration + "<A>\n    <B>&amp;</B>\n    <C>\n        <D/>\n    </C>\n</A>\n");
}

}  // namespace
}  // namespace irisim::xml
