#include "operations/sip_peer_document.h"

#include "operations/address_rules.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "SipPeer";

const std::vector<Field>& fields() {
  static const Field kHost = {"Host", {{"HostName"}, {"Port"}}, true};
  static const std::vector<Field> kFields = {
      {"PeerName"},
      {"Description"},
      {"IsDefaultPeer"},
      {"FinalDestinationUri"},
      {"VoiceHosts", {kHost}},
      {"VoiceHostGroups", {{"VoiceHostGroup", {kHost}, true}}},
      {"TerminationHosts",
       {{"TerminationHost",
         {{"HostName"}, {"Port"}, {"CustomerTrafficAllowed"}, {"DataAllowed"}},
         true}}},
      {"Address", address_fields()},
      {"PremiseTrunks"},
      {"CallingName", {{"Display"}, {"Enforced"}}},
  };
  return kFields;
}

// What is shown of every peer, empty if there is nothing to show.
constexpr std::string_view kHosts[] = {"VoiceHosts", "VoiceHostGroups", "TerminationHosts"};
constexpr std::string_view kCallingName[] = {"Display", "Enforced"};

void add_identity(xml::Element view, const store::SipPeer& peer) {
  view.add("PeerId", peer.id);
  view.add("PeerName", peer.name);
}

void add_default(xml::Element view, const store::SipPeer& peer) {
  view.add("IsDefaultPeer", peer.is_default ? "true" : "false");
}

void add_copy_of(xml::Element view, xml::Element document, std::string_view name) {
  if (const xml::Element element = document.child(name)) view.add_copy(element);
}

// With all of its fields, as the contract shows it.
void add_whole_address(xml::Element view, xml::Element address) {
  if (!address) return;
  xml::Element shown = view.add("Address");
  for (const Field& field : address_fields()) shown.add(field.name, address.text(field.name));
  if (shown.text("Country").empty()) shown.child("Country").set_text("US");
}

xml::Element add_fields(xml::Element parent, const store::SipPeer& peer, bool with_hosts) {
  const xml::Document document = xml::Document::restore(peer.document);
  const xml::Element fields = document.root();
  xml::Element view = parent.add(kRoot);
  add_identity(view, peer);
  view.add("Description", fields.text("Description"));
  add_default(view, peer);
  add_copy_of(view, fields, "FinalDestinationUri");
  for (const std::string_view hosts : kHosts) {
    if (!with_hosts) continue;
    const xml::Element present = fields.child(hosts);
    present ? view.add_copy(present) : view.add(hosts);
  }
  add_whole_address(view, fields.child("Address"));
  add_copy_of(view, fields, "PremiseTrunks");
  xml::Element name = view.add("CallingName");
  for (const std::string_view option : kCallingName) {
    const std::string_view text = fields.child("CallingName").text(option);
    name.add(option, text.empty() ? "false" : text);
  }
  return view;
}

}  // namespace

xml::Document take_sip_peer(xml::Element sent) {
  xml::Document document(kRoot);
  take_fields(fields(), sent, document.root());
  return document;
}

void add_sip_peer(xml::Element parent, const store::SipPeer& peer) {
  add_fields(parent, peer, true);
}

void add_sip_peer_details(xml::Element parent, const store::SipPeer& peer) {
  add_fields(parent, peer, false);
}

void add_sip_peer_summary(xml::Element parent, const store::SipPeer& peer) {
  xml::Element view = parent.add(kRoot);
  add_identity(view, peer);
  add_default(view, peer);
}

void remove_hosts(store::SipPeer& peer) {
  xml::Document document = xml::Document::restore(peer.document);
  for (const std::string_view hosts : kHosts) document.root().remove_all(hosts);
  peer.document = document.compact();
}

}  // namespace irisim::operations
