#include "store/peer_settings.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

constexpr PeerSettingKey kKey{"14", "500", "messaging/settings"};

TEST(PeerSettings, AreSetChangedAndRemoved) {
  Store store;
  PeerSettings& settings = store.peer_settings;
  EXPECT_FALSE(settings.has(kKey));
  settings.set(kKey, "<A/>", "");
  settings.set(kKey, "<B/>", "");
  EXPECT_EQ(settings.find(kKey), "<B/>");
  settings.remove(kKey);
  EXPECT_FALSE(settings.has(kKey));
}

TEST(PeerSettings, KnowWhichPeersReferToAnApplication) {
  Store store;
  PeerSettings& settings = store.peer_settings;
  settings.set({"14", "501", "a"}, "<A/>", "app");
  settings.set({"14", "500", "a"}, "<A/>", "app");
  settings.set({"14", "500", "b"}, "<A/>", "app");
  settings.set({"15", "502", "a"}, "<A/>", "app");
  settings.set({"14", "503", "a"}, "<A/>", "other");
  EXPECT_EQ(settings.peers_of_application("14", "app"), (std::vector<std::string>{"500", "501"}));
  settings.remove_all("14", "500");
  EXPECT_EQ(settings.peers_of_application("14", "app"), std::vector<std::string>{"501"});
}

}  // namespace
}  // namespace irisim::store
