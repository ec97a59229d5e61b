#include "operations/accounts.h"

namespace irisim::operations {

Answer get_account(const Call& call, engine::Visit& world) {
  const xml::Document account =
      xml::Document::restore(world.seed_data().account(call.account()).document);
  xml::Document document("AccountResponse");
  document.root().add_copy(account.root()).add("AccountId", call.account());
  return answer(200, std::move(document));
}

Answer list_account_products(const Call& call, engine::Visit& world) {
  xml::Document document("AccountProductsResponse");
  xml::Element products = document.root().add("Products");
  for (const auto& [name, features] : world.seed_data().account(call.account()).products) {
    xml::Element product = products.add("Product");
    product.add("Name", name);
    if (features.empty()) continue;
    xml::Element list = product.add("Features");
    for (const std::string& feature : features) list.add("Feature", feature);
  }
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
