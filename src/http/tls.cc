#include "http/tls.h"

#include <algorithm>
#include <climits>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/check.h"
#include "http/plain_channel.h"

namespace irisim::http {
namespace {

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Context = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Free<SSL_free>>;

constexpr long kValidSeconds = 10L * 365 * 24 * 3600;
constexpr char kNames[] = "DNS:localhost,IP:127.0.0.1,IP:::1";

Bio read_from(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate read_certificate(const Bio& bio) {  // the next; null when there is none
  return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

std::string text_of(const Bio& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<size_t>(size)};
}

class TlsChannel final : public Channel {
 public:
  TlsChannel(SSL_CTX* context, int socket) : plain_(socket), session_(SSL_new(context)) {
    IRISIM_CHECK(session_ != nullptr);
    // The library reads and writes the socket itself; it must not wait for it.
    BIO* bio = BIO_new_socket(socket, BIO_NOCLOSE);
    BIO_set_nbio(bio, 1);
    set_non_blocking(socket);
    SSL_set_bio(session_.get(), bio, bio);
    SSL_set_accept_state(session_.get());
    SSL_set_mode(session_.get(),
                 SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  }
  ~TlsChannel() override {
    if (!aborted_ && !ended_) end_session();
  }

  Transfer receive(char* target, size_t size) override {
    ERR_clear_error();
    return outcome(SSL_read(session_.get(), target, clamp(size)));
  }
  Transfer send(const char* source, size_t size) override {
    ERR_clear_error();
    return outcome(SSL_write(session_.get(), source, clamp(size)));
  }
  void end_output() override {
    end_session();
    plain_.end_output();
  }
  void abort() override {
    aborted_ = true;
    plain_.abort();
  }
  int socket() const override { return plain_.socket(); }

 private:
  static int clamp(size_t size) { return static_cast<int>(std::min<size_t>(size, INT_MAX)); }
  static void set_non_blocking(int socket) { BIO_socket_nbio(socket, 1); }

  void end_session() {
    ended_ = true;
    ERR_clear_error();
    if (SSL_is_init_finished(session_.get())) SSL_shutdown(session_.get());
  }

  Transfer outcome(int count) const {
    if (count > 0) return {Transfer::Kind::kBytes, static_cast<size_t>(count)};
    switch (SSL_get_error(session_.get(), count)) {
      case SSL_ERROR_WANT_READ:
        return {Transfer::Kind::kWaitForInput, 0};
      case SSL_ERROR_WANT_WRITE:
        return {Transfer::Kind::kWaitForOutput, 0};
      default:
        return {Transfer::Kind::kEnd, 0};
    }
  }

  PlainChannel plain_;
  Session session_;
  bool aborted_ = false, ended_ = false;
};

class OpenSsl final : public Tls {
 public:
  explicit OpenSsl(Context context) : context_(std::move(context)) {}
  std::unique_ptr<Channel> wrap(int socket) override {
    return std::make_unique<TlsChannel>(context_.get(), socket);
  }

 private:
  const Context context_;
};

}  // namespace

Identity make_self_signed() {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  IRISIM_CHECK(key != nullptr && certificate != nullptr);
  X509* const x = certificate.get();
  X509_set_version(x, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
  X509_gmtime_adj(X509_getm_notBefore(x), 0);
  X509_gmtime_adj(X509_getm_notAfter(x), kValidSeconds);
  X509_set_pubkey(x, key.get());
  X509_NAME* name = X509_get_subject_name(x);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(x, name);
  X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, kNames);
  IRISIM_CHECK(names != nullptr && X509_add_ext(x, names, -1) == 1);
  X509_EXTENSION_free(names);
  IRISIM_CHECK(X509_sign(x, key.get(), EVP_sha256()) > 0);

  const Bio certificate_text(BIO_new(BIO_s_mem())), key_text(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(certificate_text.get(), x);
  PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return {text_of(certificate_text), text_of(key_text)};
}

Result<std::shared_ptr<Tls>> Tls::create(const Identity& identity) {
  const Bio certificates = read_from(identity.certificate);
  const Certificate certificate = read_certificate(certificates);
  if (!certificate) return Error{"the TLS certificate is no PEM certificate"};
  const Key key(PEM_read_bio_PrivateKey(read_from(identity.key).get(), nullptr, nullptr, nullptr));
  if (!key) return Error{"the TLS key is no PEM private key without a passphrase"};
  Context context(SSL_CTX_new(TLS_server_method()));
  IRISIM_CHECK(context != nullptr);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  if (SSL_CTX_use_certificate(context.get(), certificate.get()) != 1 ||
      SSL_CTX_use_PrivateKey(context.get(), key.get()) != 1 ||
      SSL_CTX_check_private_key(context.get()) != 1) {
    return Error{"the TLS key does not belong to the certificate"};
  }
  // Clients know the root only, and find the way there with what is sent.
  while (Certificate issuer = read_certificate(certificates))
    IRISIM_CHECK(SSL_CTX_add0_chain_cert(context.get(), issuer.release()) == 1);
  ERR_clear_error();
  return std::shared_ptr<Tls>(std::make_shared<OpenSsl>(std::move(context)));
}

}  // namespace irisim::http
