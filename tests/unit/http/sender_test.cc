#include "http/sender.h"

#include <condition_variable>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/support/endpoint.h"
#include "tests/support/smtp_server.h"

namespace irisim::http {
namespace {

using namespace std::chrono_literals;
using test::Endpoint;

// What comes of parcels, waited for.
class Receipts {
 public:
  Sender::End take() {
    return [this](std::optional<Receipt> receipt) {
      const std::lock_guard lock(mutex_);
      receipts_.push_back(receipt.value_or(Receipt{0, "", "", "not sent"}));
      came_.notify_all();
    };
  }
  std::vector<Receipt> wait_for(size_t count) {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [&] { return receipts_.size() >= count; });
    return receipts_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<Receipt> receipts_;
};

bool always() {
  return true;
}

std::unique_ptr<Sender> sender(Sender::Options options = {}) {
  auto created = Sender::create(std::move(options));
  EXPECT_TRUE(created.ok());
  return std::move(*created);
}

Receipt send(Sender& from, const Parcel& parcel) {
  Receipts receipts;
  from.send(parcel, always, receipts.take());
  return receipts.wait_for(1).front();
}

TEST(Sender, PostsAParcelAndTellsOfTheAnswer) {
  const Endpoint endpoint(
      [](const Request&) { return Response{418, {}, "text/plain", "short and stout", {}, {}}; });
  const auto from = sender();
  const Receipt receipt =
      send(*from, {endpoint.url("/a?b=c"), "me", "p:w", "application/xml", "<A/>"});
  EXPECT_EQ(receipt.status, 418);
  EXPECT_EQ(receipt.body, "short and stout");
  EXPECT_EQ(receipt.error, "");
  const Request call = endpoint.calls().at(0);
  EXPECT_EQ(call.method, "POST");
  EXPECT_EQ(call.target, "/a?b=c");
  EXPECT_EQ(call.body, "<A/>");
  EXPECT_EQ(call.header("Content-Type"), "application/xml");
  EXPECT_EQ(call.header("Authorization"), "Basic bWU6cDp3");
  EXPECT_EQ(call.header("Expect"), "");
}

TEST(Sender, SendsNoCredentialsWithoutAUser) {
  const Endpoint endpoint;
  const auto from = sender();
  EXPECT_EQ(send(*from, {endpoint.url(), "", "", "application/xml", ""}).status, 200);
  EXPECT_EQ(endpoint.calls().at(0).header("Authorization"), "");
}

TEST(Sender, KeepsTheBeginningOfALongAnswer) {
  const Endpoint endpoint([](const Request&) {
    return Response{200, {}, "text/plain", std::string(100'000, 'x'), {}, {}};
  });
  Sender::Options options;
  options.answer_bytes = 10;
  const auto from = sender(options);
  const Receipt receipt = send(*from, {endpoint.url(), "", "", "application/xml", "<A/>"});
  EXPECT_EQ(receipt.status, 200);
  EXPECT_EQ(receipt.body, "xxxxxxxxxx");
}

// It would read for ever, and the client has said 200.
TEST(Sender, DoesNotListenToAnAnswerWithoutAnEnd) {
  const Endpoint endpoint([](const Request&) {
    return Response{200, {}, "text/plain", std::string(size_t{3} << 20, 'x'), {}, {}};
  });
  const auto from = sender();
  const Receipt receipt = send(*from, {endpoint.url(), "", "", "application/xml", "<A/>"});
  EXPECT_EQ(receipt.status, 200);
  EXPECT_EQ(receipt.error, "");
  EXPECT_EQ(receipt.body.size(), Sender::Options().answer_bytes);
}

TEST(Sender, DoesNotSendWhatIsNoLongerWanted) {
  const Endpoint endpoint;
  const auto from = sender();
  Receipts receipts;
  from->send(
      {endpoint.url(), "", "", "application/xml", "<A/>"}, [] { return false; }, receipts.take());
  EXPECT_EQ(receipts.wait_for(1).front().error, "not sent");
  EXPECT_EQ(endpoint.calls().size(), 0u);
}

TEST(Sender, GivesUpOnAnEndpointThatDoesNotAnswer) {
  const Endpoint endpoint([](const Request&) {
    Response response = test::bare_answer(200);
    response.fault.kind = WireFault::Kind::kHang;
    return response;
  });
  Sender::Options options;
  options.timeout = 50ms;
  const auto from = sender(options);
  const Receipt receipt = send(*from, {endpoint.url(), "", "", "application/xml", "<A/>"});
  EXPECT_EQ(receipt.status, 0);
  EXPECT_NE(receipt.error.find("timed out"), std::string::npos) << receipt.error;
}

TEST(Sender, SaysWhyThereIsNoAnswer) {
  const auto from = sender();
  for (const char* url : {"ftp://127.0.0.1/", "http://", "nonsense://x", "http://127.0.0.1:0/"}) {
    const Receipt receipt = send(*from, {url, "", "", "application/xml", "<A/>"});
    EXPECT_EQ(receipt.status, 0) << url;
    EXPECT_NE(receipt.error, "") << url;
  }
}

// Neither one that hangs, with more for it than it has connections, nor its number of parcels.
TEST(Sender, LetsNoEndpointWaitForAnotherOne) {
  constexpr size_t kHanging = 100;
  const Endpoint dead([](const Request&) {
    Response response = test::bare_answer(200);
    response.fault.kind = WireFault::Kind::kHang;
    return response;
  });
  const Endpoint alive;
  const auto from = sender();
  Receipts lost, good;
  for (size_t i = 0; i < kHanging; ++i)
    from->send({dead.url(), "", "", "application/xml", "<A/>"}, always, lost.take());
  for (size_t i = 0; i < kHanging; ++i)
    from->send({alive.url(), "", "", "application/xml", "<A/>"}, always, good.take());
  for (const Receipt& receipt : good.wait_for(kHanging)) EXPECT_EQ(receipt.status, 200);
}

TEST(Sender, RefusesCertificatesThatItCannotRead) {
  Sender::Options options;
  options.ca_file = "/no/such/file.pem";
  const auto created = Sender::create(options);
  ASSERT_FALSE(created.ok());
  EXPECT_EQ(created.error().message, "there are no certificates to read in '/no/such/file.pem'");
}

Parcel mail_to(const test::SmtpServer& relay) {
  return {"smtp://" + relay.address(),      "", "", "", "Subject: x\r\n\r\n.\r\n",
          Envelope{"me@a.com", "you@b.com"}};
}

TEST(SenderOfMail, HandsItToTheRelay) {
  test::SmtpServer relay;
  const auto from = sender();
  const Receipt receipt = send(*from, mail_to(relay));
  EXPECT_EQ(receipt.status, 250);
  EXPECT_EQ(receipt.error, "");
  ASSERT_EQ(relay.letters().size(), 1u);
  EXPECT_EQ(relay.letters().front().from, "me@a.com");
  EXPECT_EQ(relay.letters().front().to, "you@b.com");
  EXPECT_EQ(relay.letters().front().message, "Subject: x\r\n\r\n.\r\n");
}

TEST(SenderOfMail, TellsOfARefusal) {
  test::SmtpServer relay;
  relay.refuse(1);
  const auto from = sender();
  const Receipt receipt = send(*from, mail_to(relay));
  EXPECT_EQ(receipt.status, 0);
  EXPECT_NE(receipt.error.find("451"), std::string::npos) << receipt.error;
  EXPECT_EQ(send(*from, mail_to(relay)).status, 250);
}

TEST(SenderOfMail, StopsWithoutWaitingForTheRelay) {
  test::SmtpServer relay;
  auto from = sender();
  EXPECT_EQ(send(*from, mail_to(relay)).status, 250);
  from.reset();
  EXPECT_FALSE(relay.was_left());
}

}  // namespace
}  // namespace irisim::http
