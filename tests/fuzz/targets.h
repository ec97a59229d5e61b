#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace irisim::fuzz {

// A function that takes any bytes whatsoever. It aborts when what it calls breaks a promise; to
// crash, hang or leak is for the sanitizers to notice.
struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
  std::vector<std::string> (*seeds)();  // inputs to start from, made from what the program ships
};

std::span<const Target> targets();
const Target& target(std::string_view name);  // the name must be one

void run_framer(std::string_view bytes);
void run_router(std::string_view bytes);
void run_api(std::string_view bytes);
void run_control(std::string_view bytes);
void run_scenario(std::string_view bytes);
void run_snapshot(std::string_view bytes);
void run_users(std::string_view bytes);

std::vector<std::string> framer_seeds();
std::vector<std::string> router_seeds();
std::vector<std::string> api_seeds();
std::vector<std::string> control_seeds();
std::vector<std::string> scenario_seeds();
std::vector<std::string> snapshot_seeds();
std::vector<std::string> users_seeds();

}  // namespace irisim::fuzz
