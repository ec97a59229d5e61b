#pragma once

#include <string>
#include <vector>

#include "tests/support/server.h"

namespace irisim::test {

// The program itself, in a process of its own: for what a server in this process cannot show, such
// as being killed. Serves on a free port with a manual clock; ends with the test.
class Program {
 public:
  // The path is the program's. Waits until it is ready or has ended.
  Program(const std::string& path, const std::vector<std::string>& options);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool is_ready() const { return port_ != 0; }
  int port() const { return port_; }
  Reply get(const std::string& path) const { return send_to(port_, "GET", path); }
  Reply post(const std::string& path, const std::string& body) const {
    return send_to(port_, "POST", path, body);
  }
  Reply put(const std::string& path, const std::string& body) const {
    return send_to(port_, "PUT", path, body);
  }

  void kill();  // SIGKILL
  int stop();   // SIGTERM, unless it has ended; gives its exit status

  // What it has written to standard error; complete when it has ended.
  std::string errors();

 private:
  int wait();

  int process_ = -1;
  int output_ = -1, errors_ = -1;  // to read from
  int port_ = 0;                   // none: not ready
};

// A folder of its own for a test's files; it is removed with all in it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return path_ + "/" + name; }
  std::vector<std::string> names() const;  // of what is in it, sorted

 private:
  std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace irisim::test
