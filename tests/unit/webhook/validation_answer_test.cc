#include "webhook/validation_answer.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

std::string answer(const std::string& content) {
  return "<PortOutValidationResponse>" + content + "</PortOutValidationResponse>";
}

std::string refusal(const std::string& errors) {
  return answer("<Portable>false</Portable><Errors>" + errors + "</Errors>");
}

// "7512 words; 7514 words" of what it says; what is wrong with it, after "?".
std::string read(int status, const std::string& body) {
  const auto objections = read_validation_answer(status, body);
  if (!objections) return "?" + objections.error().message;
  std::string text;
  for (const auto& [code, message] : *objections)
    text += (text.empty() ? "" : "; ") + std::to_string(code) + " " + message;
  return text;
}

struct Case {
  int status;
  std::string body, expected;
};

TEST(ValidationAnswer, IsAnApprovalOrCodes) {
  const std::string pin = "<Error><Code>7513</Code></Error>";
  const Case cases[] = {
      {200, "", ""},
      {200, " \n", ""},
      {200, answer("<Portable>true</Portable>"), ""},
      {200, "<?xml version=\"1.0\"?>\n" + answer("<PON>p</PON><Portable>true</Portable>"), ""},
      {200, refusal(pin), "7513 PIN Invalid"},
      {400, refusal(pin), "7513 PIN Invalid"},
      {400, refusal("<Error><Description>PIN Invalid</Description><Code> 7513 </Code></Error>"),
       "7513 PIN Invalid"},
      {200, refusal("<Error><Code>7519</Code><Description>Smith, not Jones</Description></Error>"),
       "7519 Customer info does not match - Smith, not Jones"},
      {200, refusal("<Error><Code>99998</Code><Description>No</Description></Error>"), "99998 No"},
      {200, refusal("<Error><Code>99998</Code></Error>"), "99998 Unrecognized error code"},
      {200, refusal(pin + "<Error><Code>7599</Code></Error>"),
       "7513 PIN Invalid; 7599 Fatal Error in Processing"},
      {200,
       answer("<Portable>false</Portable><PON>p</PON><Pin>1</Pin><AccountNumber>2</AccountNumber>"
              "<ZipCode>3</ZipCode><SubscriberName>n</SubscriberName><TelephoneNumbers>"
              "<TelephoneNumber>9195551234</TelephoneNumber><TelephoneNumber>9195551235"
              "</TelephoneNumber></TelephoneNumbers><Errors>" +
              pin + "</Errors>"),
       "7513 PIN Invalid"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.status, c.body), c.expected) << c.body;
}

TEST(ValidationAnswer, ThatIsNoneSaysWhatIsWrong) {
  const Case cases[] = {
      {204, "", "?Unexpected response code 204 in portout API validation response"},
      {302, "", "?Unexpected response code 302 in portout API validation response"},
      {404, refusal(""), "?Unexpected response code 404 in portout API validation response"},
      {400, "", "?Empty response body in portout API validation response (code 400)"},
      {200, "OK", "?The answer is no XML: line 1, column 3: "},
      {200, "<PortOutValidationResponse>", "?The answer is no XML: "},
      {200, "<Response/>", "?The root is <Response>, not <PortOutValidationResponse>"},
      {200, answer(""), "?<Portable> must be there, and true or false"},
      {200, answer("<Portable>yes</Portable>"), "?<Portable> must be there, and true or false"},
      {200, answer("<Portable>false</Portable>"), "?Non-portable portable response without errors"},
      {200, refusal(""), "?Non-portable portable response without errors"},
      {200, answer("<Portable>true</Portable><Errors><Error><Code>7513</Code></Error></Errors>"),
       "?<Portable> is true, and there are errors"},
      {400, answer("<Portable>true</Portable>"), "?<Portable> is true, and the status is 400"},
      {200, answer("<Portable>true</Portable><Portable>true</Portable>"),
       "?Several elements <Portable> in <PortOutValidationResponse>"},
      {200, answer("<Portable>true</Portable><Reason>x</Reason>"),
       "?Unknown element <Reason> in <PortOutValidationResponse>"},
      {200, answer("<Portable>false</Portable><Code>7513</Code>"),
       "?Unknown element <Code> in <PortOutValidationResponse>"},
      {200, refusal("<Error><Description>PIN Invalid</Description></Error>"),
       "?An <Error> has no <Code>"},
      {200, refusal("<Error><Code>PIN</Code></Error>"), "?The <Code> 'PIN' is no error code"},
      {200, refusal("<Error><Code>0</Code></Error>"), "?The <Code> '0' is no error code"},
      {200, refusal("<Error><Code>-7513</Code></Error>"), "?The <Code> '-7513' is no error code"},
      {200, refusal("<Error><Code>751300</Code></Error>"), "?The <Code> '751300' is no error code"},
      {200, refusal("<Error><Code>7513</Code><Code>7514</Code></Error>"),
       "?Several elements <Code> in <Error>"},
      {200, refusal("<Error><Code>7513</Code><Text>x</Text></Error>"),
       "?Unknown element <Text> in <Error>"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read(c.status, c.body).substr(0, c.expected.size()), c.expected) << c.body;
}

}  // namespace
}  // namespace irisim::webhook
