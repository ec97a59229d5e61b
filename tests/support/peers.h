#pragma once

#include <string>

#include "tests/support/server.h"

namespace irisim::test {

// The peer that every account starts with, and an account that may do little.
inline const std::string kProducts = "/accounts/9999999/sites/743/sippeers/303716/products";
inline const std::string kBareProducts = "/accounts/9900001/sites/743/sippeers/303716/products";
inline const std::string kSmsFeature = "/messaging/features/sms";
inline const std::string kMmsFeature = "/messaging/features/mms";
inline const std::string kApplications = "/accounts/9999999/applications";

// Applications of the contract's examples.
std::string messaging_application();
std::string voice_application();

// Creates one and gives its id.
std::string create_application(Server& server, const std::string& request);

// Settings in the contract's form.
std::string voice_settings(const std::string& root, const std::string& application);
std::string sms_settings(const std::string& protocol, const std::string& more = "");
std::string smpp_feature(const std::string& hosts);  // hosts: of smpp_host()
std::string smpp_host(const std::string& name, const std::string& more = "");

// Enables SMS by HTTP on the peer.
void enable_sms(Server& server);

// An error of the API: its status and code. Gives its description.
std::string expect_code(const Reply& reply, int status, const std::string& code);

}  // namespace irisim::test
