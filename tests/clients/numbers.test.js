// The life of telephone numbers as the vendor's Node SDK sees it: found, reserved, ordered, looked up,
// moved and given back.

import assert from "node:assert/strict";
import { test } from "node:test";

import numbers from "@bandwidth/numbers";

import { call, client, irisim, kAccount } from "./sdk.js";

const advance = (by) => irisim.control("clock/advance", { by });
const list = (value) => [value ?? []].flat();

const search = async (query) =>
  list((await call(numbers.AvailableNumbers, "list", client, query)).telephoneNumberList.telephoneNumber);
const inService = async (query = { page: 1, size: 500 }) => {
  const page = await call(numbers.InServiceNumber, "list", client, query);
  return list(page.telephoneNumbers?.telephoneNumber);
};
const createOrder = async (order) => (await call(numbers.Order, "create", client, order)).order;
const existing = (telephoneNumber, changes = {}) => ({
  name: "Existing numbers",
  siteId: 743,
  existingTelephoneNumberOrderType: { telephoneNumberList: { telephoneNumber } },
  ...changes,
});

// The SDK rejects with an error of its own that has the documented code, or with the HTTP error, in
// which the answer's text is.
const refusal = (code) => (error) => {
  const said = `${error.code} ${error.response?.text} ${error.message}`;
  assert.match(said, new RegExp(`\\b${code}\\b`));
  return true;
};

const createPeer = (siteId, peerName, host, isDefaultPeer) =>
  call(numbers.SipPeer, "create", client, {
    peerName,
    isDefaultPeer,
    shortMessagingProtocol: "SMPP",
    siteId,
    voiceHosts: [{ host: { hostName: host } }],
    smsHosts: [{ host: { hostName: host } }],
    terminationHosts: [{ terminationHost: { hostName: host, port: 5060 } }],
  });
const tnsOf = async (peer) => list(await call(peer, "getTns")).map((one) => one.fullNumber);
const totalOfSite = async (site) => (await call(site, "getTotalTns", {})).siteTNs.totalCount;

test("takes numbers from a search to the end of their service", async () => {
  const site = await call(numbers.Site, "create", client, {
    name: "Journey",
    description: "A site of its own",
    address: {
      houseNumber: "123",
      streetName: "Anywhere St",
      city: "Raleigh",
      stateCode: "NC",
      zip: "27609",
      addressType: "Service",
    },
  });
  const peer = await createPeer(site.id, "First", "1.1.3.1", true);
  const other = await createPeer(site.id, "Second", "1.1.3.2", false);

  const found = await search({ areaCode: 919, quantity: 4 });
  assert.equal(found.length, 4);
  const [reserved, named, ...rest] = found;

  const reservation = await call(numbers.TnReservation, "create", client, { reservedTn: reserved });
  assert.equal(reservation.reservedTn, reserved);
  assert.equal(reservation.accountId, Number(kAccount));
  assert.equal(reservation.reservationExpires, 4 * 60 * 60);
  assert.deepEqual(await search({ areaCode: 919, quantity: 3 }), [named, ...rest],
    "a reserved number is not found");

  const order = await createOrder({
    name: "With a reservation",
    siteId: site.id,
    peerId: peer.id,
    customerOrderId: "JOURNEY-1",
    existingTelephoneNumberOrderType: {
      telephoneNumberList: { telephoneNumber: [reserved, named] },
      reservationIdList: { reservationId: reservation.reservationId },
    },
  });
  assert.match(order.id, /^[0-9a-f-]{36}$/);
  assert.equal(order.customerOrderId, "JOURNEY-1");
  assert.deepEqual(await inService(), []);
  await advance("1s");
  const complete = await call(numbers.Order, "get", client, order.id);
  assert.equal(complete.orderStatus, "COMPLETE");
  assert.equal(complete.completedQuantity, 2);
  assert.deepEqual(list(complete.completedNumbers.telephoneNumber).map((one) => one.fullNumber),
    [reserved, named]);

  const second = await createOrder({
    name: "By a search",
    siteId: site.id,
    areaCodeSearchAndOrderType: { areaCode: 919, quantity: 2 },
  });
  await advance("1s");
  const mine = [...found].sort();
  assert.deepEqual(list((await call(second, "getTns")).telephoneNumber), rest);
  assert.deepEqual(await inService(), mine);
  assert.deepEqual(await tnsOf(peer), mine, "the default peer got those of the search");
  assert.equal(await totalOfSite(site), 4);
  assert.equal((await call(numbers.InServiceNumber, "totals", client)).count, 4);
  await call(numbers.InServiceNumber, "get", client, named);

  await call(other, "moveTns", [reserved, named]);
  assert.deepEqual((await tnsOf(other)).sort(), [reserved, named].sort());
  assert.deepEqual(await tnsOf(peer), rest);
  assert.equal(await totalOfSite(site), 4);
  const tn = await call(numbers.Tn, "get", client, named);
  assert.deepEqual(await call(tn, "getSipPeers"), { id: Number(other.id), name: "Second" });

  const { orderRequest } =
    await call(numbers.Disconnect, "create", client, "Give back", [reserved, named]);
  await advance("1s");
  const given = await call(numbers.Disconnect, "get", client, orderRequest.id, {});
  assert.equal(given.orderStatus, "COMPLETE");
  assert.deepEqual(list(given.disconnectedTelephoneNumberList.telephoneNumber), [reserved, named]);
  assert.deepEqual(await inService(), rest);
  assert.deepEqual(await tnsOf(other), []);
  await assert.rejects(call(numbers.InServiceNumber, "get", client, named), { status: 404 });
  const disconnected =
    await call(numbers.DiscNumber, "list", client, { page: 1, size: 10 });
  assert.equal(disconnected.count, 2);
  assert.deepEqual(list(disconnected.telephoneNumber), [reserved, named].sort());
  assert.equal((await call(numbers.DiscNumber, "totals", client)).count, 2);

  const next = () => search({ areaCode: 919, quantity: 1 });
  assert.notDeepEqual(await next(), [reserved], "it ages");
  await advance("60s");
  assert.deepEqual(await next(), [reserved], "it can be had again");

  const last = await call(numbers.Disconnect, "create", client, "The rest", rest);
  await advance("1s");
  assert.equal(await totalOfSite(site), 0);
  assert.ok(last.orderRequest.id);
  await call(other, "delete");
  await call(peer, "delete");
  await call(site, "delete");
});

test("lists orders, and tells all about one", async () => {
  const order = await createOrder({
    name: "Told of",
    siteId: 743,
    customerOrderId: "TOLD-1",
    rateCenterSearchAndOrderType: { rateCenter: "CARY", state: "NC", quantity: 3 },
  });
  await advance("1s");
  const page = await call(numbers.Order, "list", client, { customerOrderId: "TOLD-1" });
  assert.equal(page.listOrderIdUserIdDate.totalCount, 1);
  const entry = page.listOrderIdUserIdDate.orderIdUserIdDate;
  assert.equal(entry.orderId, order.id);
  assert.equal(entry.orderStatus, "COMPLETE");
  assert.equal(entry.countOfTNs, 3);
  const ofSite = await call(Object.assign(new numbers.Site(), { client, id: 743 }), "getOrders", {});
  assert.ok(list(ofSite.listOrderIdUserIdDate.orderIdUserIdDate).some((one) => one.orderId === order.id));

  const { count, telephoneNumber } = await call(order, "getTns");
  assert.equal(count, 3);
  assert.equal(telephoneNumber.length, 3);
  assert.deepEqual(await call(order, "getAreaCodes"), [{ areaCode: 919, count: 3 }]);
  assert.deepEqual(await call(order, "getNpaNxx"), [{ "nPA-NXX": 919238, count: 3 }]);
  assert.deepEqual((await call(order, "getTotals")).map((total) => total.count), [3]);
  assert.deepEqual((await call(order, "getHistory")).map((step) => step.status),
    ["RECEIVED", "COMPLETE"]);

  const note = await call(order, "addNote", { userId: "jbm", description: "Adding a note" });
  assert.equal(note.description, "Adding a note");
  await call(order, "addNote", { userId: "jbm", description: "A second one" });
  assert.deepEqual((await call(order, "getNotes")).map((one) => one.description),
    ["Adding a note", "A second one"]);

  await call(order, "update", { name: "Renamed", customerOrderId: "TOLD-2" });
  const changed = (await call(numbers.Order, "get", client, order.id)).order;
  assert.equal(changed.name, "Renamed");
  assert.equal(changed.customerOrderId, "TOLD-2");
});

test("closes a back order", async () => {
  const order = await createOrder({
    name: "More than there are",
    siteId: 743,
    backOrderRequested: true,
    rateCenterSearchAndOrderType: { rateCenter: "SILER CITY", state: "NC", quantity: 5 },
  });
  await advance("1s");
  const steps = await call(order, "getHistory");
  assert.deepEqual(steps.map((step) => step.status), ["RECEIVED", "BACKORDERED"]);
  await call(order, "update", { closeOrder: true });
  assert.equal((await call(order, "getHistory")).at(-1).status, "PARTIAL");
});

test("adds notes to a disconnect, and lists it", async () => {
  const [number] = await search({ areaCode: 201, quantity: 1 });
  await createOrder(existing(number));
  await advance("1s");
  const { orderRequest } = await call(numbers.Disconnect, "create", client, "With notes", [number]);
  const disconnect = Object.assign(new numbers.Disconnect(), { client, id: orderRequest.id });
  const note = await call(disconnect, "addNote", { userId: "jbm", description: "Why" });
  assert.equal(note.description, "Why");
  assert.equal((await call(disconnect, "getNotes")).length, 1);
  await advance("1s");
  const { listOrderIdUserIdDate } =
    await call(numbers.Disconnect, "list", client, { page: 1, size: 100 });
  const listed = list(listOrderIdUserIdDate.orderIdUserIdDate)
    .find((one) => one.orderId === orderRequest.id);
  assert.equal(listed.orderStatus, "COMPLETE");
  assert.equal(listed.orderType, "disconnect");
});

test("cancels a reservation", async () => {
  const [number] = await search({ areaCode: 201, quantity: 1 });
  const { reservationId } =
    await call(numbers.TnReservation, "create", client, { reservedTn: number });
  await assert.rejects(call(numbers.TnReservation, "create", client, { reservedTn: number }),
    refusal(5041));
  const reservation = await call(numbers.TnReservation, "get", client, reservationId);
  reservation.id = reservationId;
  await call(reservation, "delete");
  await assert.rejects(call(numbers.TnReservation, "get", client, reservationId), { status: 404 });
  assert.deepEqual(await search({ areaCode: 201, quantity: 1 }), [number]);
});

test("tells all about a number", async () => {
  const [number] = await search({ rateCenter: "CARY", state: "NC", quantity: 1 });
  const order = await createOrder(existing(number));
  await advance("1s");
  const tn = await call(numbers.Tn, "get", client, number);
  assert.equal(tn.telephoneNumber, number);
  assert.equal(tn.status, "Inservice");
  assert.equal(tn.orderId, order.id);
  assert.equal(tn.siteId, 743);
  const details = await call(tn, "getTnDetails");
  assert.equal(details.fullNumber, number);
  assert.equal(details.rateCenter, "CARY");
  assert.equal(details.lata, 426);
  assert.equal(details.site.name, "Raleigh");
  assert.equal(details.sipPeer.peerName, "Default Peer");
  assert.deepEqual(await call(tn, "getRateCenter"), { state: "NC", rateCenter: "CARY" });
  assert.deepEqual(await call(tn, "getSites"), { id: 743, name: "Raleigh" });
  assert.deepEqual(await call(tn, "getSipPeers"), { id: 303716, name: "Default Peer" });
  // It has no method for these.
  const area = await call(client, "makeRequest", "get", `tns/${number}/lca`);
  assert.ok(list(area.location.rateCenters.rCs.rC).includes("CARY"));
  const history = await call(client, "makeRequest", "get", `tns/${number}/history`);
  assert.equal(list(history.telephoneNumberStatuses.telephoneNumberStatus).at(-1).orderId, order.id);

  const listed = await call(numbers.Tn, "list", client, { accountId: kAccount, fullNumber: number });
  assert.equal(listed.telephoneNumberCount, 1);
  assert.equal(listed.telephoneNumbers.telephoneNumber[0].fullNumber, number);

  const peer = await call(numbers.SipPeer, "get", client, 743, 303716);
  await call(peer, "updateTns", number, { fullNumber: number, callForward: "9195550100" });
  assert.equal((await call(peer, "getTns", number)).callForward, "9195550100");
});

test("is told why an order or a disconnect failed", async () => {
  const [number] = await search({ areaCode: 201, quantity: 1 });
  await call(numbers.TnReservation, "create", client, { reservedTn: number });
  const order = await createOrder(existing([number]));
  await advance("1s");
  // The SDK takes an answer with one Error for a failure of the call, and reads two of them.
  const failed = await call(numbers.Order, "get", client, order.id);
  assert.equal(failed.orderStatus, "FAILED");
  assert.deepEqual(failed.errorList.error.map((error) => error.code), [5018, 5005]);
  assert.equal(failed.errorList.error[1].telephoneNumbers.telephoneNumber, number);
  assert.equal((await call(order, "getHistory")).at(-1).status, "FAILED");

  const { orderRequest } = await call(numbers.Disconnect, "create", client, "Not mine", [number]);
  await advance("1s");
  await assert.rejects(call(numbers.Disconnect, "get", client, orderRequest.id, {}), refusal(5074));

  await assert.rejects(createOrder(existing(["123"])), { status: 400 });
  await assert.rejects(call(numbers.Disconnect, "create", client, "None", []), { status: 400 });
});

test("knows the geography of numbers", async () => {
  const [center] = await call(numbers.RateCenter, "list", client, { state: "NC", available: true });
  assert.ok(center.abbreviation && center.name);
  const names = (await call(numbers.RateCenter, "list", client, { state: "NC" }))
    .map((one) => one.abbreviation);
  assert.ok(names.includes("RALEIGH"));
  const cities = list(await call(numbers.City, "list", client, { state: "NC", available: true }));
  assert.ok(cities.some((city) => city.name === "CARY" && city.rcAbbreviation === "CARY"));
  const [covered] = await call(numbers.CoveredRateCenter, "list", client,
    { state: "NC", abbreviation: "CARY", page: 1, size: 10 });
  assert.equal(covered.abbreviation, "CARY");
  assert.equal(covered.lata, 426);
  const blocks = list(await call(numbers.AvailableNpaNxx, "list", client, { areaCode: 919, quantity: 1 }));
  assert.equal(blocks[0].npa, 919);
  assert.equal(blocks[0].nxx, 238);
  assert.ok(blocks[0].quantity > 0);

  const detailed = await call(numbers.AvailableNumbers, "list", client,
    { areaCode: 919, quantity: 2, enableTNDetail: true });
  const [first] = detailed.telephoneNumberDetailList.telephoneNumberDetail;
  assert.equal(first.state, "NC");
  await assert.rejects(search({ areaCode: 9, quantity: 1 }), { status: 400 });
});

test("knows the account", async () => {
  const account = await call(numbers.Account, "get", client);
  assert.equal(account.accountId, Number(kAccount));
  assert.equal(account.companyName, "CWI Hosting");
  const products = await call(numbers.Account, "getProducts", client);
  assert.ok(list(products.product).some((product) => product.name === "Origination"));
  // Its User.list asks for /users, which is not documented.
  const users = await call(client, "makeRequest", "get", client.concatAccountPath("users"));
  assert.ok(list(users.users.user).length > 0);
});

test("checks whether numbers can be ported and imported", async () => {
  const whole = await call(numbers.LnpChecker, "check", client, ["9194809871"], true);
  assert.equal(whole.portType, "AUTOMATED");
  const { rateCenterGroup } = whole.supportedRateCenters;
  assert.equal(rateCenterGroup.rateCenter, "RALEIGH");
  assert.equal(rateCenterGroup.tnList.tn, "9194809871");
  assert.equal(whole.supportedLosingCarriers.losingCarrierTnList.tnList.tn, "9194809871");
  const quick = await call(numbers.LnpChecker, "check", client, "9194809871");
  assert.equal(quick.portType, "AUTOMATED");
  assert.equal(quick.supportedLosingCarriers, undefined);

  const [number] = await search({ areaCode: 201, quantity: 1 });
  await createOrder(existing(number));
  await advance("1s");
  await assert.rejects(call(numbers.LnpChecker, "check", client, number), refusal(7206));

  const imported = await call(numbers.ImportTnChecker, "check", client, ["9194809871"]);
  assert.equal(imported.importTnCheckerPayload.telephoneNumbers.telephoneNumber, "9194809871");
});

test("creates, lists, updates and deletes an application", async () => {
  const voice = await call(numbers.Application, "createVoiceApplication", client, {
    appName: "Calls",
    callInitiatedCallbackUrl: "http://a.example.com",
    callInitiatedMethod: "POST",
    callStatusCallbackUrl: "http://b.example.com",
    callStatusMethod: "POST",
  });
  assert.equal(voice.appName, "Calls");
  assert.equal(voice.serviceType, "Voice-V2");
  const messages = await call(numbers.Application, "createMessagingApplication", client, {
    appName: "Messages",
    msgCallbackUrl: "http://a.example.com",
  });
  assert.equal(messages.serviceType, "Messaging-V2");
  const names = (await call(numbers.Application, "list", client)).map((one) => one.appName);
  assert.deepEqual(names.sort(), ["Calls", "Messages"]);
  await call(messages, "update",
    { serviceType: "Messaging-V2", appName: "Renamed", msgCallbackUrl: "http://a.example.com" });
  const changed = await call(numbers.Application, "get", client, messages.applicationId);
  assert.equal(changed.appName, "Renamed");
  assert.equal(await call(messages, "getSipPeers"), undefined);
  for (const application of [voice, messages]) await call(application, "delete");
  assert.deepEqual(await call(numbers.Application, "list", client), []);
});

test("sets what a SIP peer does with messages and calls", async () => {
  const peer = await createPeer(743, "Settings", "1.1.4.1", false);
  const application = await call(numbers.Application, "createMessagingApplication", client, {
    appName: "Of a peer",
    msgCallbackUrl: "http://a.example.com",
  });
  const voice = await call(numbers.Application, "createVoiceApplication", client, {
    appName: "Of a peer",
    callInitiatedCallbackUrl: "http://a.example.com",
    callInitiatedMethod: "POST",
    callStatusCallbackUrl: "http://b.example.com",
    callStatusMethod: "POST",
  });
  const sms = await call(peer, "createSmsSettings", {
    sipPeerSmsFeatureSettings: {
      tollFree: true,
      shortCode: true,
      protocol: "HTTP",
      zone1: true,
      zone2: false,
      zone3: false,
      zone4: false,
      zone5: false,
    },
    httpSettings: {},
  });
  assert.equal(sms.sipPeerSmsFeatureSettings.protocol, "HTTP");
  assert.equal((await call(peer, "getSmsSettings")).sipPeerSmsFeatureSettings.tollFree, true);
  const mms = await call(peer, "createMmsSettings",
    { mmsSettings: { protocol: "HTTP" }, protocols: { hTTP: { httpSettings: {} } } });
  assert.equal(mms.mmsSettings.protocol, "HTTP");
  assert.equal((await call(peer, "getMmsSettings")).mmsSettings.protocol, "HTTP");

  // The SDK sets ApplicationsSettings, as documented, and then reads ApplicationSettings.
  const path = client.concatAccountPath(
    `sites/743/sippeers/${peer.id}/products/messaging/applicationSettings`);
  const settings = { httpMessagingV2AppId: application.applicationId };
  await call(peer, "editApplication", settings);
  assert.deepEqual(await call(client, "makeRequest", "get", path), { applicationsSettings: settings });
  const peers = await call(application, "getSipPeers");
  assert.deepEqual(peers.map((one) => `${one.peerId}`), [`${peer.id}`]);
  await call(peer, "removeApplication");
  assert.equal(await call(application, "getSipPeers"), undefined);

  const origination = await call(peer, "createOriginationSettings",
    { voiceProtocol: "HTTP", httpSettings: { httpVoiceV2AppId: voice.applicationId } });
  assert.equal(origination.voiceProtocol, "HTTP");

  await call(peer, "deleteMmsSettings");
  await call(peer, "deleteSmsSettings");
});
