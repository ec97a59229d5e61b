// Sites and SIP peers as the vendor's Node SDK sees them.

import assert from "node:assert/strict";
import { test } from "node:test";

import numbers from "@bandwidth/numbers";

import { call, client, irisim, kAccount } from "./sdk.js";

// As in the SDK's own samples.
const siteFor = (name) => ({
  name,
  description: "A Site From Node SDK Examples",
  address: {
    houseNumber: "123",
    streetName: "Anywhere St",
    city: "Raleigh",
    stateCode: "NC",
    zip: "27609",
    addressType: "Service",
  },
});
const peerFor = (siteId, peerName, host) => ({
  peerName,
  isDefaultPeer: false,
  shortMessagingProtocol: "SMPP",
  siteId,
  voiceHosts: [{ host: { hostName: host } }],
  smsHosts: [{ host: { hostName: host } }],
  terminationHosts: [{ terminationHost: { hostName: host, port: 5060 } }],
});

const createSite = (name) => call(numbers.Site, "create", client, siteFor(name));
const createPeer = (siteId, name, host) =>
  call(numbers.SipPeer, "create", client, peerFor(siteId, name, host));

test("creates, lists, updates and deletes a site", async () => {
  const site = await createSite("My First Site");
  assert.equal(site.name, "My First Site");
  assert.equal(site.address.city, "Raleigh");
  const listed = await call(numbers.Site, "list", client);
  assert.ok(listed.some((one) => one.id === site.id && one.name === "My First Site"));

  await call(site, "update", { ...siteFor("Updated Site"), id: site.id });
  assert.equal((await call(numbers.Site, "get", client, site.id)).name, "Updated Site");

  await call(site, "delete");
  await assert.rejects(call(numbers.Site, "get", client, site.id), { status: 404 });
});

test("creates, lists, updates and deletes a SIP peer", async () => {
  const site = await createSite("Peers");
  assert.deepEqual(await call(site, "getSipPeers"), []);
  const peer = await createPeer(site.id, "A New SIP Peer", "1.1.1.1");
  assert.equal(peer.peerName, "A New SIP Peer");
  assert.equal(peer.isDefaultPeer, false);
  assert.equal(peer.voiceHosts.host.hostName, "1.1.1.1");
  assert.equal(peer.terminationHosts.terminationHost.port, 5060);
  const listed = await call(numbers.SipPeer, "list", client, site.id);
  assert.deepEqual(listed.map((one) => one.id), [peer.id]);

  await call(peer, "update", { ...peerFor(site.id, "Renamed", "1.1.1.2"), isDefaultPeer: true });
  const changed = await call(numbers.SipPeer, "get", client, site.id, peer.id);
  assert.equal(changed.peerName, "Renamed");
  assert.equal(changed.isDefaultPeer, true);
  assert.equal(changed.voiceHosts.host.hostName, "1.1.1.2");

  await call(changed, "delete");
  await assert.rejects(call(numbers.SipPeer, "get", client, site.id, peer.id), { status: 400 });
  await call(site, "delete");
});

test("is told why a SIP peer is refused", async () => {
  const site = await createSite("Refusals");
  await createPeer(site.id, "One", "1.1.2.1");
  await assert.rejects(createPeer(site.id, "Two", "1.1.2.1"), (error) => {
    assert.match(`${error.message} ${error.response?.text}`, /overlaps with an address/);
    return true;
  });
});
