// The same over TLS.

#include <gtest/gtest.h>
#include <httplib.h>

#include "tests/support/front.h"
#include "tests/support/raw_connection.h"

namespace irisim::test {
namespace {

std::shared_ptr<http::Tls> self_signed() {
  auto tls = http::Tls::create(http::make_self_signed());
  EXPECT_TRUE(tls.ok());
  return *tls;
}

void with_tls(http::ListenerOptions& options) {
  options.tls = self_signed();
}

http::Response answer(const http::Request& request) {
  http::Response response{200,
                          {},
                          "text/plain",
                          std::string(request.scheme) + " " + std::to_string(request.body.size())};
  if (request.target == "/large") response.body = std::string(5'000'000, 'x');
  if (request.target == "/reset") response.fault.kind = http::WireFault::Kind::kReset;
  if (request.target == "/truncated") response.fault.kind = http::WireFault::Kind::kTruncatedBody;
  return response;
}

// A TLS connection for bytes of the test's own.
class TlsConnection {
 public:
  explicit TlsConnection(int port) : context_(SSL_CTX_new(TLS_client_method())) {
    const std::string address = "127.0.0.1:" + std::to_string(port);
    bio_ = BIO_new_ssl_connect(context_);
    BIO_set_conn_hostname(bio_, address.c_str());
  }
  ~TlsConnection() {
    BIO_free_all(bio_);
    SSL_CTX_free(context_);
  }
  TlsConnection(const TlsConnection&) = delete;
  TlsConnection& operator=(const TlsConnection&) = delete;

  bool handshake() { return BIO_do_handshake(bio_) == 1; }
  int certificates() {  // that the server has sent
    SSL* session = nullptr;
    BIO_get_ssl(bio_, &session);
    return sk_X509_num(SSL_get_peer_cert_chain(session));
  }
  bool send(const std::string& bytes) {
    return BIO_write(bio_, bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
  }
  std::string read_to_end() {
    std::string all;
    char bytes[4096];
    for (int count; (count = BIO_read(bio_, bytes, sizeof bytes)) > 0;)
      all.append(bytes, static_cast<size_t>(count));
    return all;
  }

 private:
  SSL_CTX* context_;
  BIO* bio_;
};

TEST(Tls, AnswersARequest) {
  Front front(with_tls, answer);
  httplib::SSLClient client("127.0.0.1", front.port());
  client.enable_server_certificate_verification(false);
  client.set_keep_alive(true);
  for (int i = 0; i < 3; ++i) {
    const auto result = client.Post("/a", std::string(100'000, 'x'), "text/plain");
    ASSERT_TRUE(result) << httplib::to_string(result.error());
    EXPECT_EQ(result->body, "https 100000");
  }
  const auto result = client.Get("/large");
  ASSERT_TRUE(result) << httplib::to_string(result.error());
  EXPECT_EQ(result->body.size(), 5'000'000u);
}

TEST(Tls, HasACertificateThatIsTrustedWhenTheClientKnowsIt) {
  const http::Identity identity = http::make_self_signed();
  const std::string file = testing::TempDir() + "irisim-front-tls.pem";
  std::ofstream(file) << identity.certificate;
  Front front([&](http::ListenerOptions& options) { options.tls = *http::Tls::create(identity); },
              answer);
  httplib::SSLClient client("localhost", front.port());
  client.set_ca_cert_path(file.c_str());
  client.set_address_family(AF_INET);
  const auto result = client.Get("/");
  EXPECT_TRUE(result) << httplib::to_string(result.error());
  std::remove(file.c_str());

  httplib::SSLClient stranger("localhost", front.port());
  stranger.set_address_family(AF_INET);
  EXPECT_FALSE(stranger.Get("/"));
}

TEST(Tls, AnswersPipelinedRequestsInTheirOrder) {
  Front front(with_tls, answer);
  TlsConnection connection(front.port());
  ASSERT_TRUE(connection.handshake());
  std::string requests;
  for (int i = 0; i < 99; ++i) requests += raw_request("POST", "/", "", std::string(i + 1, 'x'));
  ASSERT_TRUE(connection.send(requests + raw_request("GET", "/", "Connection: close\r\n")));
  const std::string answers = connection.read_to_end();
  size_t at = 0;
  for (int i = 0; i < 99; ++i) {
    at = answers.find("\r\n\r\nhttps " + std::to_string(i + 1) + "HTTP/1.1", at);
    ASSERT_NE(at, std::string::npos) << i;
  }
  EXPECT_TRUE(answers.ends_with("https 0"));
}

TEST(Tls, RefusesBelowItAsWithoutIt) {
  Front front(with_tls, answer);
  TlsConnection connection(front.port());
  ASSERT_TRUE(connection.handshake());
  ASSERT_TRUE(connection.send("BREW / HTTP/1.1\r\n\r\n"));
  EXPECT_TRUE(connection.read_to_end().starts_with("HTTP/1.1 501 "));
}

TEST(Tls, DoesFaultsToTheConnectionBelow) {
  Front front(with_tls, answer);
  TlsConnection reset(front.port());
  ASSERT_TRUE(reset.handshake());
  ASSERT_TRUE(reset.send(raw_request("GET", "/reset")));
  EXPECT_EQ(reset.read_to_end(), "");
  TlsConnection truncated(front.port());
  ASSERT_TRUE(truncated.handshake());
  ASSERT_TRUE(truncated.send(raw_request("GET", "/truncated")));
  EXPECT_TRUE(truncated.read_to_end().ends_with("\r\n\r\nhtt"));
}

TEST(Tls, EndsWithClientsThatDoNotSpeakIt) {
  Front front(with_tls, answer);
  for (const std::string& bytes : {raw_request("GET", "/"), std::string(100'000, 'x'),
                                   std::string("\x16\x03\x01\xff\xff", 5)}) {
    RawConnection connection(front.port());
    connection.send(bytes);
    connection.end_output();
    const RawConnection::Rest rest = connection.read_to_end();
    EXPECT_EQ(rest.bytes.find("HTTP/"), std::string::npos);
    EXPECT_NE(rest.end, RawConnection::End::kNone);
  }
  for (int i = 0; i < 20; ++i) {  // gone in the middle of a handshake, or of an answer
    RawConnection connection(front.port());
    connection.send(std::string("\x16\x03\x01\x02\x00", 5));
    connection.reset();
  }
  TlsConnection connection(front.port());
  ASSERT_TRUE(connection.handshake());
  ASSERT_TRUE(connection.send(raw_request("GET", "/", "Connection: close\r\n")));
  EXPECT_TRUE(connection.read_to_end().ends_with("https 0"));
}

TEST(Tls, SurvivesClientsThatLeaveDuringALargeAnswer) {
  Front front(with_tls, answer);
  const size_t files = open_files();
  for (int i = 0; i < 5; ++i) {
    TlsConnection connection(front.port());
    ASSERT_TRUE(connection.handshake());
    ASSERT_TRUE(connection.send(raw_request("GET", "/large")));
  }
  EXPECT_TRUE(comes_true([&] { return open_files() == files; }));
}

TEST(Tls, SendsTheIssuersOfItsCertificate) {
  http::Identity identity = http::make_self_signed();
  identity.certificate += http::make_self_signed().certificate;
  Front front([&](http::ListenerOptions& options) { options.tls = *http::Tls::create(identity); },
              answer);
  TlsConnection connection(front.port());
  ASSERT_TRUE(connection.handshake());
  EXPECT_EQ(connection.certificates(), 2);
}

TEST(Tls, SaysWhichOfCertificateAndKeyIsNoGood) {
  const http::Identity one = http::make_self_signed(), other = http::make_self_signed();
  const auto error = [](const std::string& certificate, const std::string& key) {
    const auto tls = http::Tls::create({certificate, key});
    return tls ? "" : tls.error().message;
  };
  EXPECT_EQ(error(one.certificate, one.key), "");
  EXPECT_NE(error("", one.key).find("certificate"), std::string::npos);
  EXPECT_NE(error(one.key, one.key).find("certificate is no PEM"), std::string::npos);
  EXPECT_NE(error(one.certificate, "").find("key is no PEM"), std::string::npos);
  EXPECT_NE(error(one.certificate, one.certificate).find("key is no PEM"), std::string::npos);
  EXPECT_NE(error(one.certificate, other.key).find("does not belong"), std::string::npos);
}

}  // namespace
}  // namespace irisim::test
