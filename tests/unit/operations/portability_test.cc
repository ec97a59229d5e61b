#include "operations/portability.h"

#include <gtest/gtest.h>

#include "operations/number_custody.h"
#include "operations/portability_report.h"
#include "tests/support/port_world.h"

namespace irisim::operations {
namespace {

std::string type_of(Tn tn, Holder holder = Holder::kCarrier) {
  const auto inventory = test::port_inventory();
  const Portability number = portability(*inventory, tn, holder);
  return number.type ? std::string(name_of(*number.type)) : "none";
}

TEST(Portability, OfACarriersNumberFollowsFromItsRateCenter) {
  EXPECT_EQ(type_of(9194800001), "AUTOMATED");
  EXPECT_EQ(type_of(2177320001), "AUTOMATEDOFFNET");
  EXPECT_EQ(type_of(4109230001), "MANUALOFFNET");
  EXPECT_EQ(type_of(8662225555), "AUTOMATED");
  EXPECT_EQ(type_of(4109250001), "none");  // not covered
  EXPECT_EQ(type_of(2015550001), "none");  // not known
  EXPECT_EQ(type_of(9196030001), "none");  // the carrier is not supported
}

TEST(Portability, OfOurNumberFollowsFromWhoHasIt) {
  for (const Tn tn : std::vector<Tn>{9194800001, 4109230001, 9196030001, 2015550001}) {
    EXPECT_EQ(type_of(tn, Holder::kOtherAccount), "INTERNAL") << tn;
    EXPECT_EQ(type_of(tn, Holder::kOwnAccount), "none") << tn;
    EXPECT_EQ(type_of(tn, Holder::kNobody), "none") << tn;
  }
}

TEST(Portability, OfOurNumberHasUsAsItsCarrier) {
  const auto inventory = test::port_inventory();
  const LosingCarrier carrier = portability(*inventory, 9196010001, Holder::kOtherAccount).carrier;
  EXPECT_EQ(carrier.spid, "49");
  EXPECT_EQ(carrier.name, "Bandwidth CLEC");
  EXPECT_FALSE(carrier.is_wireless || carrier.is_account_number_required);
  EXPECT_EQ(carrier.minimum_porting_interval, 0);
}

TEST(Portability, OfSeveralIsThatWithMostWork) {
  const auto inventory = test::port_inventory();
  const auto terms = [&](std::initializer_list<Tn> tns) {
    std::vector<Portability> numbers;
    for (const Tn tn : tns) numbers.push_back(portability(*inventory, tn, Holder::kCarrier));
    return port_terms(numbers);
  };
  EXPECT_FALSE(terms({}));
  EXPECT_FALSE(terms({2015550001}));
  const std::optional<PortTerms> mixed = terms({2015550001, 2177320001, 2177920001});
  ASSERT_TRUE(mixed);
  EXPECT_EQ(mixed->type, PortType::kManualOffNet);
  EXPECT_EQ(mixed->vendor->name, "Level 3");
  EXPECT_EQ(mixed->carrier.spid, "1537");
}

TEST(Portability, ModesAreReadInAnyCase) {
  EXPECT_EQ(read_check_mode("OffNetPortability"), CheckMode::kOffNet);
  EXPECT_EQ(read_check_mode("TRUE"), CheckMode::kCarriers);
  EXPECT_FALSE(read_check_mode("yes"));
  EXPECT_FALSE(read_check_mode(""));
}

// A world with the inventory, and an order of an account that acts on numbers.
class Custody : public testing::Test {
 protected:
  Custody() : world_("test", settings(), [](Millis) {}) {}

  static engine::WorldSettings settings() {
    engine::WorldSettings result = test::default_settings();
    result.inventory = test::port_inventory();
    return result;
  }

  static store::Order order(engine::Session& session, const std::string& account,
                            const std::string& document = "<LnpOrder/>") {
    store::Order result;
    result.type = "portins";
    result.id = account + "-" + std::to_string(session.store.next("test"));
    result.account = account;
    result.site = "743";
    result.peer = "peer-of-" + account;
    result.document = document;
    session.store.orders.insert(result);
    session.store.orders.add_numbers(result.row, std::vector<std::string>{"9194800001"});
    return result;
  }

  static int64_t in_service(engine::Session& session, const std::string& account) {
    store::NumberFilter filter;
    filter.account = account;
    filter.status = store::NumberStatus::kInservice;
    return session.store.numbers.count(filter);
  }

  engine::World world_;
};

TEST_F(Custody, SaysWhoHasANumber) {
  world_.write([](engine::Session& session) {
    const auto holder = [&](Tn tn) { return holder_of(session, "14", tn); };
    EXPECT_EQ(holder(9194800001), Holder::kCarrier);
    EXPECT_EQ(holder(9194390001), Holder::kNobody);  // available
    const store::Order own = order(session, "14"), other = order(session, "15");
    assign(session, own, std::vector<Tn>{9194800001, 9194390001}, false);
    assign(session, other, std::vector<Tn>{9194800002}, false);
    hold(session, own, std::vector<Tn>{9194390002}, store::NumberStatus::kReserved);
    hold(session, own, std::vector<Tn>{9194800003}, store::NumberStatus::kAging);
    EXPECT_EQ(holder(9194800001), Holder::kOwnAccount);
    EXPECT_EQ(holder(9194390001), Holder::kOwnAccount);
    EXPECT_EQ(holder(9194800002), Holder::kOtherAccount);
    EXPECT_EQ(holder(9194390002), Holder::kNobody);
    EXPECT_EQ(holder(9194800003), Holder::kNobody);
    return 0;
  });
}

TEST_F(Custody, PassesFromOneAccountToTheOtherWithAPort) {
  world_.write([](engine::Session& session) {
    store::Order first = order(session, "14");
    put_in_service(session, first);
    EXPECT_EQ(in_service(session, "14"), 1);
    store::Order second = order(session, "15");
    put_in_service(session, second);
    EXPECT_EQ(in_service(session, "14"), 0);
    EXPECT_EQ(in_service(session, "15"), 1);
    const std::optional<store::Number> number = session.store.numbers.find(9194800001);
    EXPECT_TRUE(number && number->peer == "peer-of-15" && number->order_row == second.row);
    return 0;
  });
}

TEST_F(Custody, GoesToThePeerThatTheOrderHasInTheEnd) {
  world_.write([](engine::Session& session) {
    store::Order moved = order(session, "14", "<LnpOrder><PeerId>before</PeerId></LnpOrder>");
    moved.site = "744";
    moved.peer = "after";
    put_in_service(session, moved);
    const std::optional<store::Number> number = session.store.numbers.find(9194800001);
    EXPECT_TRUE(number && number->site == "744" && number->peer == "after");
    return 0;
  });
}

TEST_F(Custody, ProtectsWhatThePortAsksToProtect) {
  world_.write([](engine::Session& session) {
    store::Order plain = order(session, "14");
    put_in_service(session, plain);
    EXPECT_FALSE(session.store.numbers.find(9194800001)->is_protected);
    store::Order asking = order(session, "15",
                                "<LnpOrder><TnAttributes><TnAttribute>External</TnAttribute>"
                                "<TnAttribute>Protected</TnAttribute></TnAttributes></LnpOrder>");
    put_in_service(session, asking);
    EXPECT_TRUE(session.store.numbers.find(9194800001)->is_protected);
    return 0;
  });
}

}  // namespace
}  // namespace irisim::operations
