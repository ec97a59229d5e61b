#include "webhook/address.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

Address taken_out(const std::string& url, const std::string& user = "",
                  const std::string& password = "") {
  Address address{url, user, password};
  take_out_credentials(address);
  return address;
}

TEST(Address, HasTheCredentialsOfItsUrl) {
  const Address address = taken_out("http://me:p%40ss@host:8080/in?a=b@c");
  EXPECT_EQ(address.url, "http://host:8080/in?a=b@c");
  EXPECT_EQ(address.user, "me");
  EXPECT_EQ(address.password, "p@ss");
  EXPECT_EQ(taken_out("https://me@host").user, "me");
  EXPECT_EQ(taken_out("https://me@host").password, "");
}

TEST(Address, PrefersThoseThatItHas) {
  const Address address = taken_out("http://me:secret@host/", "iris", "s3cure");
  EXPECT_EQ(address.url, "http://host/");
  EXPECT_EQ(address.user, "iris");
  EXPECT_EQ(address.password, "s3cure");
}

TEST(Address, IsLeftAloneWithoutAny) {
  for (const char* url : {"http://host/a@b", "http://host?x=@", "smtp://host:25", "nonsense@x"})
    EXPECT_EQ(taken_out(url).url, url);
}

}  // namespace
}  // namespace irisim::webhook
