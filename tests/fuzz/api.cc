// Requests to the API: what is answered must be well-formed XML wherever it says it is XML.

#include "base/check.h"
#include "operations/registry.h"
#include "tests/fuzz/exchange.h"
#include "tests/fuzz/targets.h"
#include "xml/document.h"

namespace irisim::fuzz {

void run_api(std::string_view bytes) {
  static Exchange exchange;
  const http::Response response = exchange.run(bytes);
  if (response.type.starts_with("application/xml") && !response.body.empty())
    IRISIM_CHECK(xml::Document::parse(response.body).ok());
}

std::vector<std::string> api_seeds() {
  std::vector<std::string> seeds;
  for (const operations::LiveOperation& live : operations::live_operations()) {
    const catalog::Operation& operation = *live.operation;
    const std::string path = filled_in(std::string(operation.path));
    if (operation.requests.empty()) seeds.push_back(exchange_input(operation.method, path, ""));
    for (const catalog::Example& example : operation.requests) {
      seeds.push_back(exchange_input(operation.method, path, filled_in(std::string(example.body))));
    }
  }
  seeds.push_back(exchange_input(
      "GET", "/accounts/9999999/portins?page=1&size=2&status=foc&date=2025-06-02&tn=9194809871",
      ""));
  return seeds;
}

}  // namespace irisim::fuzz
