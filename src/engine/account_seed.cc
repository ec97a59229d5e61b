#include "engine/account_seed.h"

#include <algorithm>

#include "base/spid.h"
#include "base/text.h"
#include "base/url.h"
#include "engine/seed_document.h"
#include "xml/document.h"

namespace irisim::engine {
namespace {

using yaml::Node;
using yaml::Reader;

// The elements of an account's document that a seed file can give, as the contract names them.
constexpr std::string_view kDetails[] = {
    "AssociatedCatapultAccount",
    "GlobalAccountNumber",
    "CompanyName",
    "AccountType",
    "NenaId",
    "CustomerSegment",
    "AltSpid",
    "SPID",
    "PortCarrierType",
};
constexpr std::string_view kAddress[] = {
    "HouseNumber",     "HouseSuffix",  "PreDirectional", "StreetName", "StreetSuffix",
    "PostDirectional", "AddressLine2", "City",           "StateCode",  "Zip",
    "PlusFour",        "County",       "Country",        "AddressType"};
constexpr std::string_view kContact[] = {"FirstName", "LastName", "Phone", "Email"};

// The keys of an account that are more than one text.
constexpr std::string_view kParts[] = {
    "tiers", "address", "contact",           "products",
    "users", "sites",   "breakOutCountries", "portOutValidation"};

// "CompanyName" as a key: "companyName"; "SPID" is "spid".
std::string key_of(std::string_view element) {
  std::string key(element);
  if (key == upper(key)) return lower(key);
  key.front() = lower(key.substr(0, 1)).front();
  return key;
}

std::vector<std::string> keys_of(std::span<const std::string_view> elements) {
  std::vector<std::string> keys;
  for (const std::string_view element : elements) keys.push_back(key_of(element));
  return keys;
}

std::vector<std::string> optional_texts(const Node& map, std::string_view key, Reader& reader) {
  const Node* value = map.find(key);
  return value == nullptr ? std::vector<std::string>() : reader.texts(*value);
}

// The elements that the map has; those it gives an empty text are taken away.
void read_elements(const Node& map, std::span<const std::string_view> elements, Reader& reader,
                   xml::Element parent) {
  for (const std::string_view element : elements) {
    const Node* value = map.find(key_of(element));
    if (value == nullptr) continue;
    parent.remove_all(element);
    if (const std::string text = reader.text(*value); !text.empty()) parent.add(element, text);
  }
}

void read_group(const Node& map, std::string_view name, std::span<const std::string_view> elements,
                Reader& reader, xml::Element parent) {
  const Node* group = map.find(key_of(name));
  if (group == nullptr || !reader.expect_map(*group, keys_of(elements))) return;
  parent.remove_all(name);
  read_elements(*group, elements, reader, parent.add(name));
}

void read_tiers(const Node& map, Reader& reader, AccountSeed& account, xml::Element parent) {
  const Node* tiers = map.find("tiers");
  if (tiers == nullptr || !reader.expect_sequence(*tiers)) return;
  account.tiers.clear();
  parent.remove_all("Tiers");
  xml::Element list = parent.add("Tiers");
  for (const Node& tier : tiers->items) {
    account.tiers.push_back(static_cast<int>(reader.number(tier).value_or(0)));
    list.add("Tier", std::to_string(account.tiers.back()));
  }
}

// Reads the list under a key in place of the one that there is.
template <class Item, class Read>
void read_list(const Node& map, std::string_view key, Reader& reader, std::vector<Item>& items,
               Read read) {
  const Node* list = map.find(key);
  if (list == nullptr || !reader.expect_sequence(*list)) return;
  items.clear();
  for (const Node& item : list->items) items.push_back(read(item, reader));
}

void check_spid(const Node& map, Reader& reader) {
  const Node* spid = map.find("spid");
  if (spid == nullptr || spid->kind != Node::Kind::kScalar) return;
  if (const std::string text = reader.text(*spid); !text.empty() && !is_spid(text)) {
    reader.fault(*spid, "spid '" + text +
                            "' is none that an order can name; allowed here: up to 4 letters and "
                            "digits, mult, or an empty text");
  }
}

AccountSeed::Product read_product(const Node& node, Reader& reader) {
  if (!reader.expect_map(node, {"name", "features"})) return {};
  return {reader.required_text(node, "name"), optional_texts(node, "features", reader)};
}

AccountSeed::Role read_role(const Node& node, Reader& reader) {
  if (!reader.expect_map(node, {"name", "permissions"})) return {};
  return {reader.required_text(node, "name"), optional_texts(node, "permissions", reader)};
}

AccountSeed::User read_user(const Node& node, Reader& reader) {
  AccountSeed::User user;
  if (!reader.expect_map(
          node, {"name", "firstName", "lastName", "emailAddress", "telephoneNumber", "roles"}))
    return user;
  user.name = reader.required_text(node, "name");
  user.first_name = reader.optional_text(node, "firstName");
  user.last_name = reader.optional_text(node, "lastName");
  user.email = reader.optional_text(node, "emailAddress");
  user.telephone_number = reader.optional_text(node, "telephoneNumber");
  read_list(node, "roles", reader, user.roles, read_role);
  return user;
}

AccountSeed::Peer read_peer(const Node& node, Reader& reader) {
  if (!reader.expect_map(node, {"id", "name", "default", "description", "address"})) return {};
  const Node* is_default = node.find("default");
  return {reader.required_text(node, "id"), reader.required_text(node, "name"),
          is_default != nullptr && reader.boolean(*is_default),
          read_document(node, "SipPeer", reader)};
}

AccountSeed::Site read_site(const Node& node, Reader& reader) {
  AccountSeed::Site site;
  if (!reader.expect_map(node,
                         {"id", "name", "description", "customerName", "address", "sipPeers"}))
    return site;
  site.id = reader.required_text(node, "id");
  site.name = reader.required_text(node, "name");
  site.document = read_document(node, "Site", reader);
  read_list(node, "sipPeers", reader, site.peers, read_peer);
  return site;
}

void read_validation(const Node& map, Reader& reader, AccountSeed& account) {
  const Node* node = map.find("portOutValidation");
  if (node == nullptr || !reader.expect_map(*node, {"url", "username", "password"})) return;
  store::ValidationEndpoint endpoint{reader.required_text(*node, "url"),
                                     reader.optional_text(*node, "username"),
                                     reader.optional_text(*node, "password")};
  account.port_out_validation.reset();
  if (endpoint.url.empty()) return;
  if (const std::optional<Error> wrong = check_endpoint(endpoint))
    return reader.fault(*node, wrong->message);
  account.port_out_validation = std::move(endpoint);
}

}  // namespace

std::optional<Error> check_endpoint(const store::ValidationEndpoint& endpoint) {
  if (!is_url(endpoint.url))
    return Error{"'url' must be an address such as http://localhost:3000/port-out"};
  if (endpoint.user.empty() != endpoint.password.empty())
    return Error{"'username' and 'password' go together"};
  if (endpoint.user.find(':') != std::string::npos) return Error{"'username' has a colon in it"};
  return std::nullopt;
}

bool AccountSeed::has_product(std::string_view name) const {
  return std::ranges::find(products, name, &Product::name) != products.end();
}

bool AccountSeed::has_feature(std::string_view name) const {
  return std::ranges::any_of(products, [&](const Product& product) {
    return std::ranges::find(product.features, name) != product.features.end();
  });
}

const AccountSeed::User* AccountSeed::find_user(std::string_view name) const {
  const auto found = std::ranges::find(users, name, &User::name);
  return found == users.end() ? nullptr : &*found;
}

void read_account(const Node& map, Reader& reader, AccountSeed& account) {
  std::vector<std::string> keys = keys_of(kDetails);
  keys.insert(keys.end(), std::begin(kParts), std::end(kParts));
  if (!reader.expect_map(map, keys)) return;

  const xml::Document document = xml::Document::restore(account.document);
  check_spid(map, reader);
  read_elements(map, kDetails, reader, document.root());
  read_tiers(map, reader, account, document.root());
  read_group(map, "Address", kAddress, reader, document.root());
  read_group(map, "Contact", kContact, reader, document.root());
  account.document = document.compact();

  read_list(map, "products", reader, account.products, read_product);
  read_list(map, "users", reader, account.users, read_user);
  read_list(map, "sites", reader, account.sites, read_site);
  read_validation(map, reader, account);
  if (map.find("breakOutCountries") != nullptr)
    account.break_out_countries = optional_texts(map, "breakOutCountries", reader);
}

}  // namespace irisim::engine
