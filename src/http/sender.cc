#include "http/sender.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <curl/curl.h>
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "base/text.h"

namespace irisim::http {
namespace {

constexpr Millis kLongestSleep = std::chrono::minutes(1);
constexpr size_t kMostIdleHandles = 256;

// What is called of libcurl. It is loaded when something is first sent: with the thirty libraries
// that it brings, linking it would make the start of every irisim half as long again, and each a
// third larger.
struct Curl {
#define FUNCTIONS(X)     \
  X(global_init)         \
  X(slist_append)        \
  X(slist_free_all)      \
  X(easy_init)           \
  X(easy_reset)          \
  X(easy_cleanup)        \
  X(easy_setopt)         \
  X(easy_getinfo)        \
  X(easy_strerror)       \
  X(multi_init)          \
  X(multi_cleanup)       \
  X(multi_add_handle)    \
  X(multi_remove_handle) \
  X(multi_perform)       \
  X(multi_poll)          \
  X(multi_wakeup)        \
  X(multi_info_read)
#define DECLARE(name) decltype(&curl_##name) name = nullptr;  // NOLINT: it names a member
  FUNCTIONS(DECLARE)
#undef DECLARE
  std::string error;  // why there is none; empty: there is
};

Curl load_curl() {
  constexpr const char* kLibrary = "libcurl.so.4";
  Curl curl;
  void* library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  bool is_whole = library != nullptr;
#define LOAD(name)                                                                       \
  if (is_whole)                                                                          \
    curl.name = reinterpret_cast<decltype(&curl_##name)>(dlsym(library, "curl_" #name)); \
  is_whole = is_whole && curl.name != nullptr;
  FUNCTIONS(LOAD)
#undef LOAD
#undef FUNCTIONS
  if (!is_whole) {
    const char* reason = dlerror();
    curl.error = std::string(kLibrary) + " cannot be used" +
                 (reason == nullptr ? std::string() : ": " + std::string(reason));
  } else if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    curl.error = std::string(kLibrary) + " cannot be set up";
  }
  return curl;
}

// Never torn down: it may be used until the process ends.
const Curl& curl() {
  static const Curl kCurl = load_curl();
  return kCurl;
}

// Scheme, host and port, as far as telling endpoints apart goes.
std::string endpoint_of(const std::string& url) {
  const size_t authority = url.find("://");
  return url.substr(0,
                    url.find_first_of("/?#", authority == std::string::npos ? 0 : authority + 3));
}

// One parcel on its way. Owns its handle, which knows it by address.
struct Transfer {
  Parcel parcel;
  Sender::Begin may_begin;
  Sender::End end;
  std::string endpoint;
  size_t answer_bytes = 0;
  size_t answered_bytes = 0;
  size_t sent_bytes = 0;  // of an e-mail
  Receipt receipt;
  CURL* handle = nullptr;
  curl_slist* headers = nullptr;
  curl_slist* recipients = nullptr;
  char error[CURL_ERROR_SIZE] = "";

  Transfer(Parcel p, Sender::Begin b, Sender::End e)
      : parcel(std::move(p)), may_begin(std::move(b)), end(std::move(e)) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() {
    curl().slist_free_all(headers);
    curl().slist_free_all(recipients);
    curl().easy_cleanup(handle);
  }
};

// Nobody has to listen to an answer without an end.
size_t take_body(const char* data, size_t, size_t size, void* context) {
  constexpr size_t kLongestAnswer = size_t{1024} * 1024;
  auto* transfer = static_cast<Transfer*>(context);
  std::string& body = transfer->receipt.body;
  body.append(data, std::min(size, transfer->answer_bytes - body.size()));
  transfer->answered_bytes += size;
  return transfer->answered_bytes > kLongestAnswer ? 0 : size;
}

// The first line of an answer has its reason: "HTTP/1.1 200 OK". An interim answer's is replaced.
size_t take_header(const char* data, size_t, size_t size, void* context) {
  const std::string_view line = trim(std::string_view(data, size));
  if (!line.starts_with("HTTP/")) return size;
  const size_t status = line.find(' ');
  const size_t reason = status == line.npos ? line.npos : line.find(' ', status + 1);
  static_cast<Transfer*>(context)->receipt.reason =
      reason == line.npos ? std::string_view() : line.substr(reason + 1);
  return size;
}

size_t give_message(char* buffer, size_t, size_t size, void* context) {
  auto* transfer = static_cast<Transfer*>(context);
  const size_t given = transfer->parcel.body.copy(buffer, size, transfer->sent_bytes);
  transfer->sent_bytes += given;
  return given;
}

using Sockets = std::set<curl_socket_t>;

curl_socket_t open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  const curl_socket_t socket =
      ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (socket != CURL_SOCKET_BAD) static_cast<Sockets*>(context)->insert(socket);
  return socket;
}

int close_socket(void* context, curl_socket_t socket) {
  static_cast<Sockets*>(context)->erase(socket);
  return ::close(socket);
}

struct Setter {
  CURL* handle;
  template <class Value>
  void operator()(CURLoption option, Value value) const {
    curl().easy_setopt(handle, option, value);
  }
};

class CurlSender final : public Sender {
 public:
  explicit CurlSender(Options options) : options_(std::move(options)) {}
  ~CurlSender() override {
    if (multi_ == nullptr) return;
    stopping_ = true;
    curl().multi_wakeup(multi_);
    thread_.join();
    while (!active_.empty()) remove(active_.begin()->first);
    for (const curl_socket_t socket : mail_sockets_) ::shutdown(socket, SHUT_RDWR);
    for (CURL* handle : idle_handles_) curl().easy_cleanup(handle);
    curl().multi_cleanup(multi_);
  }

  void send(Parcel parcel, Begin begin, End end) override {
    if (!curl().error.empty()) return end(Receipt{0, "", "", curl().error});
    {
      const std::lock_guard lock(mutex_);
      if (multi_ == nullptr) start();
      arrived_.push_back(
          std::make_unique<Transfer>(std::move(parcel), std::move(begin), std::move(end)));
    }
    curl().multi_wakeup(multi_);
  }

 private:
  using Owned = std::unique_ptr<Transfer>;
  struct Endpoint {
    int active = 0;
    std::deque<Owned> waiting;
  };

  // Under the mutex. Most servers never send anything, and need not pay for it when they start.
  void start() {
    multi_ = curl().multi_init();
    IRISIM_CHECK(multi_ != nullptr);
    thread_ = std::thread([this] { run(); });
  }

  void run() {
    while (!stopping_) {
      take_arrived();
      int running = 0;
      curl().multi_perform(multi_, &running);
      const bool has_ended = finish_ended();
      if (!has_ended)
        curl().multi_poll(multi_, nullptr, 0, static_cast<int>(kLongestSleep.count()), nullptr);
    }
  }

  void take_arrived() {
    std::vector<Owned> arrived;
    {
      const std::lock_guard lock(mutex_);
      arrived.swap(arrived_);
    }
    for (Owned& transfer : arrived) {
      const std::string name = transfer->endpoint = endpoint_of(transfer->parcel.url);
      endpoints_[name].waiting.push_back(std::move(transfer));
      begin_some(name);
    }
  }

  // As many of the endpoint's as may be under way.
  void begin_some(const std::string& name) {
    const auto found = endpoints_.find(name);
    Endpoint& endpoint = found->second;
    while (endpoint.active < options_.connections && !endpoint.waiting.empty()) {
      Owned transfer = std::move(endpoint.waiting.front());
      endpoint.waiting.pop_front();
      if (transfer->may_begin()) {
        begin(endpoint, std::move(transfer));
      } else {
        transfer->end(std::nullopt);
      }
    }
    if (endpoint.active == 0) endpoints_.erase(found);
  }

  void begin(Endpoint& endpoint, Owned transfer) {
    ++endpoint.active;
    CURL* handle = new_handle();
    transfer->handle = handle;
    set_up(*transfer);
    active_.emplace(handle, std::move(transfer));
    curl().multi_add_handle(multi_, handle);
  }

  CURL* new_handle() {
    if (idle_handles_.empty()) {
      CURL* handle = curl().easy_init();
      IRISIM_CHECK(handle != nullptr);
      return handle;
    }
    CURL* handle = idle_handles_.back();
    idle_handles_.pop_back();
    return handle;
  }

  void set_up(Transfer& transfer) {
    const Setter set{transfer.handle};
    transfer.answer_bytes = options_.answer_bytes;
    const auto timeout = static_cast<long>(options_.timeout.count());
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, timeout);
    set(CURLOPT_QUICK_EXIT, 1L);  // else a name that is being looked up would be waited for
    set(CURLOPT_ERRORBUFFER, transfer.error);
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, &transfer);
    if (transfer.parcel.envelope) {
      set_up_mail(transfer);
    } else {
      set_up_post(transfer);
    }
  }

  // Names itself "localhost" to the relay: the machine's name is nobody's business.
  void set_up_mail(Transfer& transfer) {
    const Setter set{transfer.handle};
    const Envelope& envelope = *transfer.parcel.envelope;
    transfer.recipients = curl().slist_append(nullptr, envelope.to.c_str());
    set(CURLOPT_URL, (transfer.parcel.url + "/localhost").c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp");
    set(CURLOPT_MAIL_FROM, envelope.from.c_str());
    set(CURLOPT_MAIL_RCPT, transfer.recipients);
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, give_message);
    set(CURLOPT_READDATA, &transfer);
    // The library takes leave of a server that refuses an e-mail, and keeps the thread so long.
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT,
        std::max(1L, static_cast<long>(options_.timeout / std::chrono::seconds(1))));
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, &mail_sockets_);
    set(CURLOPT_CLOSESOCKETFUNCTION, close_socket);
    set(CURLOPT_CLOSESOCKETDATA, &mail_sockets_);
  }

  void set_up_post(Transfer& transfer) const {
    const Setter set{transfer.handle};
    const Parcel& parcel = transfer.parcel;
    transfer.headers = curl().slist_append(nullptr, ("Content-Type: " + parcel.type).c_str());
    transfer.headers = curl().slist_append(transfer.headers, "Expect:");  // a body is sent at once
    set(CURLOPT_URL, parcel.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_USERAGENT, "irisim");
    set(CURLOPT_POSTFIELDS, parcel.body.data());
    set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(parcel.body.size()));
    set(CURLOPT_HTTPHEADER, transfer.headers);
    if (!parcel.user.empty()) {
      set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
      set(CURLOPT_USERNAME, parcel.user.c_str());
      set(CURLOPT_PASSWORD, parcel.password.c_str());
    }
    if (!options_.ca_file.empty()) set(CURLOPT_CAINFO, options_.ca_file.c_str());
    if (options_.is_trusting) {
      set(CURLOPT_SSL_VERIFYPEER, 0L);
      set(CURLOPT_SSL_VERIFYHOST, 0L);
    }
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, &transfer);
  }

  // True: something has ended, so that something else may begin.
  bool finish_ended() {
    bool has_ended = false;
    int left = 0;
    while (const CURLMsg* message = curl().multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      finish(message->easy_handle, message->data.result);
      has_ended = true;
    }
    return has_ended;
  }

  void finish(CURL* handle, CURLcode code) {
    const Owned transfer = remove(handle);
    Receipt& receipt = transfer->receipt;
    const bool is_cut = code == CURLE_WRITE_ERROR && transfer->answered_bytes > 0;
    if (code == CURLE_OK || is_cut) {
      long status = 0;
      curl().easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
      receipt.status = static_cast<int>(status);
    } else {
      const bool has_words = transfer->error[0] != '\0';
      receipt = {0, "", "", has_words ? transfer->error : curl().easy_strerror(code)};
    }
    if (idle_handles_.size() < kMostIdleHandles) {
      curl().easy_reset(handle);  // it points into the transfer
      idle_handles_.push_back(std::exchange(transfer->handle, nullptr));
    }
    --endpoints_.at(transfer->endpoint).active;
    begin_some(transfer->endpoint);
    transfer->end(std::move(receipt));
  }

  Owned remove(CURL* handle) {
    const auto found = active_.find(handle);
    Owned transfer = std::move(found->second);
    active_.erase(found);
    curl().multi_remove_handle(multi_, handle);
    return transfer;
  }

  const Options options_;
  std::atomic<bool> stopping_ = false;

  std::mutex mutex_;  // guards what follows; no other is taken while it is held
  std::vector<Owned> arrived_;
  CURLM* multi_ = nullptr;  // made once, before the thread

  // Of the thread alone, and of the destructor after it.
  std::map<std::string, Endpoint> endpoints_;
  std::map<CURL*, Owned> active_;
  std::vector<CURL*> idle_handles_;
  // The library would take leave of each mail server at the end, and wait for its answer.
  Sockets mail_sockets_;

  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Sender>> Sender::create(Options options) {
  if (!options.ca_file.empty()) {
    std::ifstream in(options.ca_file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
      return Error{"there are no certificates to read in '" + options.ca_file + "'"};
  }
  return std::unique_ptr<Sender>(std::make_unique<CurlSender>(std::move(options)));
}

}  // namespace irisim::http
