#include "tests/support/program.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"

extern char** environ;

namespace irisim::test {
namespace {

namespace fs = std::filesystem;

struct Pipe {
  Pipe() { IRISIM_CHECK(::pipe2(ends.data(), O_CLOEXEC) == 0); }
  std::array<int, 2> ends{};
};

std::string read_line(int descriptor) {
  std::string line;
  char c = 0;
  while (::read(descriptor, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

Program::Program(const std::string& path, const std::vector<std::string>& options) {
  std::vector<std::string> words = {path, "serve", "--port", "0", "--clock", "manual"};
  words.insert(words.end(), options.begin(), options.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  const Pipe out, err;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  IRISIM_CHECK(
      ::posix_spawn(&process_, path.c_str(), &actions, nullptr, arguments.data(), environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(out.ends[1]);
  ::close(err.ends[1]);
  output_ = out.ends[0];
  errors_ = err.ends[0];
  const std::string ready = read_line(output_);
  if (const size_t at = ready.rfind(':'); at != std::string::npos)
    port_ = std::atoi(ready.c_str() + at + 1);
}

Program::~Program() {
  kill();
  ::close(output_);
  ::close(errors_);
}

void Program::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  wait();
}

int Program::stop() {
  if (is_ready()) ::kill(process_, SIGTERM);
  return wait();
}

int Program::wait() {
  int status = 0;
  IRISIM_CHECK(::waitpid(process_, &status, 0) == process_);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string Program::errors() {
  std::string text;
  for (std::string line = read_line(errors_); !line.empty(); line = read_line(errors_))
    text += line + "\n";
  return text;
}

Folder::Folder() : path_(testing::TempDir() + "irisim-XXXXXX") {
  IRISIM_CHECK(::mkdtemp(path_.data()) != nullptr);
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace irisim::test
