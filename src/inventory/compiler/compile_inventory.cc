// Checks an inventory file and writes it as constant tables (inventory/tables.h):
//   compile_inventory INVENTORY.yaml OUTPUT.cc
// A fault ends it with status 1 and file:line:column on standard error, so that the build stops
// there.

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catalog/compiler/literal.h"
#include "inventory/load.h"

namespace {

using irisim::compiler::literal;
using namespace irisim::inventory;

std::string item(const std::string& text) {
  return literal(text);
}

std::string item(int number) {
  return std::to_string(number);
}

std::string item(bool flag) {
  return flag ? "true" : "false";
}

class Writer {
 public:
  std::string write(const Inventory& inventory) {
    out_
        << "#include \"inventory/tables.h\"\n\nnamespace irisim::inventory::tables {\nnamespace {\n"
           "using namespace std::string_view_literals;\n";
    table("VendorRow", "Vendors", inventory.vendors(),
          [&](const Vendor& v) { return row(v.id, v.name, v.is_on_net); });
    table("CarrierRow", "Carriers", inventory.carriers(), [&](const Carrier& c) {
      return row(c.spid, c.name, c.is_wireless, c.is_account_number_required,
                 c.minimum_porting_interval, c.is_supported, c.prefixes);
    });
    table("RateCenterRow", "RateCenters", inventory.rate_centers(), [&](const RateCenter& r) {
      return row(r.id, r.abbreviation, r.name, r.state, r.lata, r.tier, r.vendor, r.is_automated,
                 r.cities, r.zips, r.local, r.exchanges);
    });
    table("Block", "Blocks", inventory.blocks(), [&](const Block& b) {
      return row(b.prefix, b.available, b.is_protected, b.rate_center);
    });
    out_ << "}  // namespace\n"
         << definitions_.str() << "}  // namespace irisim::inventory::tables\n";
    return out_.str();
  }

 private:
  template <class Items, class Row>
  void table(const std::string& type, const std::string& name, const Items& items, Row make_row) {
    std::string rows;
    for (const auto& entry : items) rows += make_row(entry);
    definitions_ << "const std::span<const " << type << "> k" << name;
    if (!items.empty()) {
      out_ << "constexpr " << type << " rows_of_" << name << "[] = {\n" << rows << "};\n";
      definitions_ << "(rows_of_" << name << ")";
    }
    definitions_ << ";\n";
  }

  template <class... Fields>
  std::string row(const Fields&... fields) {
    std::string text = "{";
    ((text += field(fields) + ", "), ...);
    return text + "},\n";
  }

  template <class Value>
  std::string field(const Value& value) {
    return item(value);
  }

  // An array of its own, by its name: a row has a span of it.
  template <class Value>
  std::string field(const std::vector<Value>& values) {
    if (values.empty()) return "{}";
    std::string name = "list" + std::to_string(lists_++);
    const bool numbers = std::is_same_v<Value, int>;
    out_ << "constexpr " << (numbers ? "int " : "std::string_view ") << name << "[] = {";
    for (const Value& value : values) out_ << item(value) << ", ";
    out_ << "};\n";
    return name;
  }

  std::ostringstream out_, definitions_;
  int lists_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: compile_inventory INVENTORY.yaml OUTPUT.cc\n");
    return 2;
  }
  const auto inventory = load(irisim::compiler::read_file(argv[1]), argv[1]);
  if (!inventory) {
    for (const auto& fault : inventory.error())
      std::fprintf(stderr, "%s\n", irisim::yaml::describe(fault).c_str());
    return 1;
  }
  std::ofstream(argv[2], std::ios::binary) << Writer().write(*inventory);
  return 0;
}
