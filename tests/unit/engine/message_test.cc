#include "engine/message.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace irisim::engine {
namespace {

std::string message(const std::string& text) {
  store::Mail mail;
  mail.id = 3;
  mail.recipient = "ops@example.com";
  mail.subject = "portins order c5fa: FOC";
  mail.text = text;
  mail.sent = Clock::manual_start();
  return write_message(mail, Dice{1});
}

std::string body(const std::string& text) {
  const std::string whole = message(text);
  const size_t end = whole.find("\r\n\r\n");
  return end == std::string::npos ? "none" : whole.substr(end + 4);
}

TEST(Message, HasTheHeadersOfAMail) {
  EXPECT_EQ(message("Status: FOC\n"),
            "From: irisim@localhost\r\n"
            "To: ops@example.com\r\n"
            "Subject: portins order c5fa: FOC\r\n"
            "Date: Mon, 02 Jun 2025 09:00:00 +0000\r\n"
            "Message-ID: <" +
                make_uuid(Dice{1}, "mail", 3) +
                "@localhost>\r\n"
                "MIME-Version: 1.0\r\n"
                "Content-Type: text/plain; charset=utf-8\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n"
                "\r\n"
                "Status: FOC\r\n");
}

TEST(Message, FitsAnyTextIntoAscii) {
  EXPECT_EQ(body("2 = 1 + 1"), "2 =3D 1 + 1");
  EXPECT_EQ(body("Caf\xc3\xa9\ttab"), "Caf=C3=A9=09tab");
  EXPECT_EQ(body("end \nof line "), "end=20\r\nof line=20");
  EXPECT_EQ(body("old\r\nMac"), "old=0D\r\nMac");
}

TEST(Message, HasNoLineOfMoreThan76Characters) {
  EXPECT_EQ(body(std::string(75, 'a')), std::string(75, 'a'));
  EXPECT_EQ(body(std::string(76, 'a')), std::string(75, 'a') + "=\r\na");
  EXPECT_EQ(body(std::string(74, 'a') + "=b"), std::string(74, 'a') + "=\r\n=3Db");
}

}  // namespace
}  // namespace irisim::engine
