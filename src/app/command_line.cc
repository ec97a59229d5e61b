#include "app/command_line.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <thread>

#include <CLI/CLI.hpp>

#include "app/serve.h"
#include "app/shipped_scenarios.h"
#include "app/shipped_world.h"
#include "base/log.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "catalog/router.h"
#include "control/operations.h"
#include "http/client.h"
#include "http/target.h"
#include "inventory/load.h"
#include "scenario/loader.h"
#include "scenario/schema.h"
#include "webhook/relay.h"

namespace irisim::app {
namespace {

constexpr int kUnusable = 2;  // exit status for arguments and files that cannot be used

// The options as they are typed; each is also an environment variable: --foo-bar is IRISIM_FOO_BAR.
struct Options {
  std::string host = "127.0.0.1";
  int port = 8080;
  size_t max_body = size_t{16} * 1024 * 1024;
  std::string clock = "real";
  std::string now;
  double speed = 1;
  uint64_t seed = 1;
  std::vector<std::string> scenarios;
  bool no_magic = false;
  std::string seed_file;
  std::string inventory;
  std::string users;
  size_t journal_size = engine::Journal::Limits().entries;
  std::string data;
  std::string world_idle = "off";
  size_t max_worlds = engine::WorldLimits{}.most;
  std::string tls_cert, tls_key;
  bool tls_self_signed = false;
  std::string webhook_ca;
  bool webhook_insecure = false;
  std::vector<std::string> webhook_rewrite;
  std::string webhook_timeout = "30s";
  std::string smtp;

  bool has_tls() const { return tls_self_signed || !tls_cert.empty() || !tls_key.empty(); }
};

std::string variable_of(const std::string& name) {
  std::string variable = "IRISIM_" + upper(name);
  std::ranges::replace(variable, '-', '_');
  return variable;
}

template <class T>
CLI::Option* add_option(CLI::App& command, const std::string& name, T& value,
                        const std::string& help) {
  return command.add_option("--" + name, value, help)
      ->envname(variable_of(name))
      ->capture_default_str();
}

// Says what was given and what can be given; the library's own words mix up what is no number and
// what is out of range, and let a negative number wrap around.
template <class T>
CLI::Validator number_from(T least, T most) {
  std::ostringstream range;
  range << least << " to " << most;
  return CLI::Validator(
      [=, range = range.str()](const std::string& given) {
        T number{};
        const auto [end, error] =
            std::from_chars(given.data(), given.data() + given.size(), number);
        const bool good = error == std::errc() && end == given.data() + given.size() &&
                          number >= least && number <= most;
        return good ? std::string() : "'" + given + "' is not a number from " + range;
      },
      "");
}

// A flag whose environment variable is named as those of options are.
void add_flag(CLI::App& command, const std::string& name, bool& value, const std::string& help) {
  command.add_flag("--" + name, value, help)->envname(variable_of(name));
}

void add_webhook_options(CLI::App& command, Options& options) {
  add_option(command, "webhook-ca", options.webhook_ca,
             "Trust the certificates in this PEM file, not the system's, when calling webhooks");
  add_flag(command, "webhook-insecure", options.webhook_insecure,
           "Call webhooks whatever their certificates are");
  add_option(command, "webhook-rewrite", options.webhook_rewrite,
             "FROM=TO: call TO… where a client has registered FROM…, such as "
             "http://app.example.com=http://127.0.0.1:3000; several are separated by commas")
      ->delimiter(',');
  add_option(command, "webhook-timeout", options.webhook_timeout,
             "How long a webhook may take to answer");
  add_option(command, "smtp", options.smtp,
             "HOST:PORT: deliver e-mails to this SMTP server, too, and not only to "
             "GET /__admin/mail")
      ->check(CLI::Validator(
          [](const std::string& given) {
            const std::optional<Error> error = webhook::check_relay(given);
            return error ? error->message : std::string();
          },
          ""));
}

void add_address(CLI::App& command, Options& options, const std::string& host,
                 const std::string& port) {
  add_option(command, "host", options.host, host);
  add_option(command, "port", options.port, port)->check(number_from(0, 65535));
  add_option(command, "tls-cert", options.tls_cert, "HTTPS with this certificate, a PEM file");
  add_option(command, "tls-key", options.tls_key, "and its private key, a PEM file");
  add_flag(command, "tls-self-signed", options.tls_self_signed,
           "HTTPS with a new certificate for localhost, which is printed");
}

void add_serve_options(CLI::App& command, Options& options) {
  constexpr size_t kLargestBody = size_t{1} << 30;
  constexpr size_t kLargestJournal = 1'000'000;
  constexpr size_t kMostWorlds = 1'000'000;
  add_address(command, options, "Address to listen on",
              "Port to listen on; 0 takes a free one and prints it");
  add_option(command, "max-body", options.max_body, "Largest request body, in bytes")
      ->check(number_from(size_t{1}, kLargestBody));
  add_option(command, "clock", options.clock,
             "real: time passes; manual: only by POST /__admin/clock/advance")
      ->check(CLI::IsMember({"real", "manual"}));
  add_option(command, "now", options.now, "Where the clock starts, such as 2025-06-02T09:00:00Z");
  add_option(command, "speed", options.speed, "How fast a real clock goes")
      ->check(number_from(1e-6, 1e6));
  add_option(command, "seed", options.seed, "Decides ids and everything random")
      ->check(number_from(uint64_t{0}, std::numeric_limits<uint64_t>::max()));
  add_option(
      command, "scenarios", options.scenarios,
      "Scenario files or names of shipped ones (realistic), separated by commas; a later one "
      "overrides an earlier one")
      ->delimiter(',');
  add_flag(command, "no-magic", options.no_magic,
           "Without the stories that customer order ids and numbers such as irisim-foc-rejected "
           "and 919-555-0101 start");
  add_option(
      command, "seed-file", options.seed_file,
      "What a new world starts with: accounts, users, sites; in place of fixtures/seed.yaml");
  add_option(command, "inventory", options.inventory,
             "The telephone numbers that exist, a file; without it those that irisim ships");
  add_option(command, "users", options.users, "Who may use the API; without it anybody may");
  add_option(command, "journal-size", options.journal_size,
             "How many requests GET /__admin/requests knows, the latest; 0 records none")
      ->check(number_from(size_t{0}, kLargestJournal));
  add_option(command, "data", options.data,
             "Keep the default world in this file, which outlives the program");
  add_option(command, "world-idle", options.world_idle,
             "Remove a named world that nobody has used for so long, such as 1h; off: never");
  add_option(command, "max-worlds", options.max_worlds, "Most named worlds that there may be")
      ->check(number_from(size_t{1}, kMostWorlds));
  add_webhook_options(command, options);
}

std::optional<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return std::nullopt;  // it would open
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void print_faults(const std::vector<yaml::Fault>& faults) {
  for (const yaml::Fault& fault : faults)
    std::fprintf(stderr, "%s\n", yaml::describe(fault).c_str());
}

// Prints what is wrong with the arguments, and where they may have come from.
int refuse_arguments(const CLI::App& app, const CLI::ParseError& error) {
  std::string message = error.what();
  for (const CLI::Option* option : app.get_options()) {
    const std::string& variable = option->get_envname();
    const bool meant = message.starts_with(option->get_name() + ":") && !variable.empty();
    if (meant && std::getenv(variable.c_str()) != nullptr) {
      message += " (the environment variable " + variable + " is set)";
    }
  }
  log(message + "; `irisim --help` lists the options");
  return kUnusable;
}

// Loads a file's text with a loader that gives all faults; prints what is wrong with it.
template <class Load>
auto load_text(std::string_view text, const std::string& path, Load load)
    -> std::optional<std::decay_t<decltype(*load("", ""))>> {
  auto loaded = load(text, path);
  if (loaded) return std::move(*loaded);
  print_faults(loaded.error());
  return std::nullopt;
}

// Likewise a file of the user's.
template <class Load>
auto load_file(const std::string& path, Load load) -> decltype(load_text("", path, load)) {
  const std::optional<std::string> text = read_file(path);
  if (text) return load_text(*text, path, load);
  log("cannot read " + path);
  return std::nullopt;
}

// A scenario file of the user's, or one that ships in the program, by its name, to lie over the
// rules.
std::optional<scenario::Rules> load_scenarios(const std::string& given,
                                              const scenario::Rules& below) {
  const auto load = [&](std::string_view text, std::string_view path) {
    return scenario::load(text, path, below);
  };
  if (const std::optional<std::string> text = read_file(given))
    return load_text(*text, given, load);
  const Result<std::string> shipped = find_shipped_scenarios(given);
  if (shipped) return load_text(catalog::shipped_file(*shipped), *shipped, load);
  log(shipped.error().message);
  return std::nullopt;
}

// The rules of the shipped files and the user's; nothing, when one cannot be used, which is printed
// then.
std::optional<scenario::Rules> load_rules(const Options& options) {
  scenario::Rules rules = shipped_rules(!options.no_magic);
  for (const std::string& path : options.scenarios) {
    const std::optional<scenario::Rules> changes = load_scenarios(path, rules);
    if (!changes) return std::nullopt;
    rules = lay_over(*changes, std::move(rules));
  }
  return rules;
}

std::optional<engine::WorldSettings> world_settings(const Options& options) {
  const std::optional<Timestamp> now = parse_timestamp(options.now);
  if (!now && !options.now.empty()) {
    log("--now '" + options.now + "' is no ISO 8601 time such as 2025-06-02T09:00:00Z");
    return std::nullopt;
  }
  std::optional<scenario::Rules> rules = load_rules(options);
  if (!rules) return std::nullopt;
  engine::WorldSettings settings = shipped_world(std::move(*rules));
  settings.seed = options.seed;
  settings.speed = options.speed;
  settings.journal.entries = options.journal_size;
  settings.mail_relay = options.smtp;
  settings.clock_mode = options.clock == "manual" ? Clock::Mode::kManual : Clock::Mode::kReal;
  if (now) settings.start = now->instant;
  if (!options.seed_file.empty()) {
    std::optional<engine::Seed> seed = load_file(options.seed_file, engine::load_seed);
    if (!seed) return std::nullopt;
    settings.seed_data = std::make_shared<const engine::Seed>(std::move(*seed));
  }
  if (!options.inventory.empty()) {
    std::optional<inventory::Inventory> inventory = load_file(options.inventory, inventory::load);
    if (!inventory) return std::nullopt;
    settings.inventory = std::make_shared<const inventory::Inventory>(std::move(*inventory));
  }
  return settings;
}

std::optional<engine::WorldLimits> world_limits(const Options& options) {
  engine::WorldLimits limits{options.max_worlds, std::nullopt};
  if (options.world_idle == "off") return limits;
  limits.idle = parse_duration(options.world_idle);
  if (limits.idle && *limits.idle > Millis(0)) return limits;
  log("--world-idle must be a duration such as 1h or 30m, or off");
  return std::nullopt;
}

// Null for plain HTTP; nothing, when what was asked for cannot be had, which is printed then.
std::optional<std::shared_ptr<http::Tls>> load_tls(const Options& options) {
  if (!options.has_tls()) return std::shared_ptr<http::Tls>();
  http::Identity identity;
  if (options.tls_self_signed) {
    identity = http::make_self_signed();
    std::fputs(identity.certificate.c_str(), stdout);
  } else {
    for (const auto& [path, text] : {std::pair(&options.tls_cert, &identity.certificate),
                                     std::pair(&options.tls_key, &identity.key)}) {
      const std::optional<std::string> content = read_file(*path);
      if (!content) {
        log("--tls-cert and --tls-key go together; cannot read '" + *path + "'");
        return std::nullopt;
      }
      *text = *content;
    }
  }
  Result<std::shared_ptr<http::Tls>> tls = http::Tls::create(identity);
  if (tls) return *tls;
  log(tls.error().message);
  return std::nullopt;
}

std::optional<webhook::Postman::Options> webhook_settings(const Options& options) {
  webhook::Postman::Options settings;
  settings.sender.ca_file = options.webhook_ca;
  settings.sender.is_trusting = options.webhook_insecure;
  const std::optional<Millis> timeout = parse_duration(options.webhook_timeout);
  if (!timeout || *timeout <= Millis(0) || *timeout > std::chrono::hours(1)) {
    log("--webhook-timeout must be a duration such as 30s, at most 1h");
    return std::nullopt;
  }
  settings.sender.timeout = *timeout;
  for (const std::string& text : options.webhook_rewrite) {
    Result<webhook::Rewrite> rewrite = webhook::read_rewrite(text);
    if (!rewrite) {
      log("--webhook-rewrite " + rewrite.error().message);
      return std::nullopt;
    }
    settings.rewrites.push_back(std::move(*rewrite));
  }
  return settings;
}

int run_serve(const Options& options) {
  ServerOptions server;
  server.listener.host = options.host;
  server.listener.port = options.port;
  server.listener.limits.body = options.max_body;
  std::optional<std::shared_ptr<http::Tls>> tls = load_tls(options);
  if (!tls) return kUnusable;
  server.listener.tls = std::move(*tls);
  std::optional<engine::WorldSettings> world = world_settings(options);
  if (!world) return kUnusable;
  server.world = std::move(*world);
  const std::optional<engine::WorldLimits> limits = world_limits(options);
  if (!limits) return kUnusable;
  server.worlds = *limits;
  std::optional<webhook::Postman::Options> webhooks = webhook_settings(options);
  if (!webhooks) return kUnusable;
  server.webhooks = std::move(*webhooks);
  server.data = options.data;
  if (!options.users.empty()) {
    server.users = load_file(options.users, request::load_users);
    if (!server.users) return kUnusable;
  }
  server.load_rules = [&]() -> std::shared_ptr<const scenario::Rules> {
    std::optional<scenario::Rules> rules = load_rules(options);
    return rules ? std::make_shared<const scenario::Rules>(std::move(*rules)) : nullptr;
  };
  return serve(server);
}

int run_validate(const std::vector<std::string>& files) {
  const scenario::Rules below = shipped_rules(true);
  int status = 0;
  for (const std::string& path : files) {
    if (load_scenarios(path, below)) {
      std::printf("%s: valid\n", path.c_str());
    } else {
      status = kUnusable;
    }
  }
  return status;
}

int run_schema() {
  std::fputs(json::print(scenario::schema()).c_str(), stdout);
  return 0;
}

int run_operations() {
  for (const catalog::Operation& operation : catalog::operations()) {
    std::vector<std::string> statuses;
    for (const catalog::Outcome& outcome : operation.outcomes)
      statuses.push_back(std::to_string(outcome.status));
    std::printf("%-8s %-6s %s  %s\n", std::string(control::source_of(operation)).c_str(),
                std::string(operation.method).c_str(), std::string(operation.path).c_str(),
                join(statuses, ",").c_str());
  }
  return 0;
}

int run_example(const std::string& method, const std::string& path, int status) {
  const Result<http::Target> target = http::parse_target(path);
  const catalog::Router router;
  const catalog::Operation* operation = catalog::find_operation(upper(method), path);
  if (operation == nullptr && target)
    operation = router.find(upper(method), target->segments).operation;
  if (operation == nullptr) {
    log("there is no operation " + method + " " + path + "; `irisim operations` lists them");
    return kUnusable;
  }
  const catalog::Outcome* outcome = status == 0 ? &operation->success() : operation->find(status);
  if (outcome == nullptr) {
    log("status " + std::to_string(status) + " is not documented for it");
    return kUnusable;
  }
  for (const catalog::Example& example : outcome->examples) {
    std::fwrite(example.body.data(), 1, example.body.size(), stdout);
  }
  return 0;
}

int run_readyz(const Options& options, bool wait) {
  constexpr int kTries = 300;
  constexpr auto kPause = std::chrono::milliseconds(100);
  const std::string host = options.host == "0.0.0.0" ? "127.0.0.1" : options.host;
  for (int i = 0; i < (wait ? kTries : 1); ++i) {
    if (i > 0) std::this_thread::sleep_for(kPause);
    if (http::get_status(host, options.port, options.has_tls(), "/readyz") == 200) return 0;
  }
  log("nothing is ready on " + host + ":" + std::to_string(options.port));
  return 1;
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("A stateful simulator of the Bandwidth Dashboard (Iris) API", "irisim");
  app.set_version_flag("--version", IRISIM_VERSION);
  Options options;
  add_serve_options(app, options);

  CLI::App* serve_command = app.add_subcommand("serve", "Serve the API (the default)");
  add_serve_options(*serve_command, options);

  std::vector<std::string> files;
  CLI::App* validate = app.add_subcommand("validate", "Check scenario files");
  validate->add_option("files", files, "The files")->required();

  CLI::App* schema =
      app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");

  CLI::App* operations =
      app.add_subcommand("operations", "List the operations and how each is answered");

  std::string method, path;
  int status = 0;
  CLI::App* example = app.add_subcommand("example", "Print the documented answer of an operation");
  example->add_option("method", method, "Such as GET")->required();
  example->add_option("path", path, "A path or a path template, without the base path")->required();
  example->add_option("status", status, "Status; the first documented success if absent");

  bool wait = false;
  CLI::App* readyz = app.add_subcommand("readyz", "Exit with 0 if a server is ready");
  add_address(*readyz, options, "Address of the server", "Port of the server");
  readyz->add_flag("--wait", wait, "Wait up to 30 seconds for it");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    const bool asked = e.get_exit_code() == 0;  // for --help or --version
    return asked ? app.exit(e) : refuse_arguments(app, e);
  }
  if (*validate) return run_validate(files);
  if (*operations) return run_operations();
  if (*schema) return run_schema();
  if (*example) return run_example(method, path, status);
  if (*readyz) return run_readyz(options, wait);
  return run_serve(options);
}

}  // namespace irisim::app
