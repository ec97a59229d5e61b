#include "base/subnet.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

Subnet subnet(std::string_view text) {
  const std::optional<Subnet> parsed = parse_subnet(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Subnet{});
}

TEST(Subnet, IsOneAddressWithoutAPrefix) {
  EXPECT_EQ(subnet("2.1.1.9"), (Subnet{0x02010109, 32}));
  EXPECT_EQ(subnet("2.1.1.9").first(), 0x02010109u);
  EXPECT_EQ(subnet("2.1.1.9").last(), 0x02010109u);
  EXPECT_EQ(subnet("255.255.255.255/32"), (Subnet{0xFFFFFFFF, 32}));
}

TEST(Subnet, HoldsTheAddressesThatShareItsPrefix) {
  EXPECT_EQ(subnet("2.1.1.96/30").first(), 0x02010160u);
  EXPECT_EQ(subnet("2.1.1.96/30").last(), 0x02010163u);
  EXPECT_EQ(subnet("1.2.3.4/0").first(), 0u);
  EXPECT_EQ(subnet("1.2.3.4/0").last(), 0xFFFFFFFFu);
}

TEST(Subnet, KnowsItsNetworkAddress) {
  EXPECT_TRUE(subnet("12.45.67.48/29").is_network_address());
  EXPECT_FALSE(subnet("12.45.67.49/29").is_network_address());
  EXPECT_TRUE(subnet("12.45.67.49").is_network_address());
}

TEST(Subnet, IsRefusedInAnyOtherForm) {
  for (const std::string_view text :
       {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "1.2.3.+4", "1.2.3.04", "a.b.c.d",
        "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/024", "1.2.3.4/24/8", " 1.2.3.4", "1..3.4",
        "99999999999999999999.1.1.1"}) {
    EXPECT_FALSE(parse_subnet(text)) << text;
  }
}

TEST(Subnet, IsWrittenAsItIsRead) {
  for (const std::string_view text : {"0.0.0.0", "255.255.255.255", "2.1.1.96/30", "10.0.0.0/8"})
    EXPECT_EQ(format_subnet(subnet(text)), text);
  EXPECT_EQ(format_subnet(subnet("2.1.1.9/32")), "2.1.1.9");
}

TEST(Subnet, OverlapsWhatSharesAnAddressWithIt) {
  EXPECT_TRUE(overlap(subnet("2.1.1.96/30"), subnet("2.1.1.99")));
  EXPECT_TRUE(overlap(subnet("2.1.1.99"), subnet("2.1.1.96/30")));
  EXPECT_TRUE(overlap(subnet("2.1.0.0/16"), subnet("2.1.1.96/30")));
  EXPECT_FALSE(overlap(subnet("2.1.1.96/30"), subnet("2.1.1.100/30")));
  EXPECT_FALSE(overlap(subnet("2.1.1.95"), subnet("2.1.1.96/30")));
}

TEST(DomainName, IsMadeOfAtLeastTwoLabels) {
  EXPECT_TRUE(is_domain_name("sip.example.com"));
  EXPECT_TRUE(is_domain_name("a-1.b2"));
  EXPECT_TRUE(is_domain_name(std::string(63, 'a') + ".com"));
}

TEST(DomainName, IsRefusedInAnyOtherForm) {
  for (const std::string& text :
       {std::string(), std::string("localhost"), std::string("a..b"), std::string(".com"),
        std::string("a.com."), std::string("-a.com"), std::string("a-.com"), std::string("a_b.com"),
        std::string("1.2.3.4"), std::string("1.2.3.256"), std::string("a b.com"),
        std::string(64, 'a') + ".com", std::string(254, 'a')}) {
    EXPECT_FALSE(is_domain_name(text)) << text;
  }
}

}  // namespace
}  // namespace irisim
