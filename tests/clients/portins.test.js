// The life of port-ins as the vendor's Node SDK sees it.

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { PassThrough } from "node:stream";

import numbers from "@bandwidth/numbers";

import { call, client, irisim, kAccount } from "./sdk.js";

const kFocDate = "2025-06-10T21:15:00.000Z";
const kLoa = Buffer.from("%PDF-1.4\n% a letter of authorization\n\u0000\u00ff\n%%EOF\n", "latin1");

const orderFor = (phoneNumber, changes = {}) => ({
  customerOrderId: "SJM00001",
  requestedFocDate: new Date(kFocDate),
  billingTelephoneNumber: "9195551234",
  siteId: 743,
  peerId: 303716,
  subscriber: {
    subscriberType: "BUSINESS",
    businessName: "Company",
    serviceAddress: {
      houseNumber: "123",
      streetName: "EZ Street",
      city: "Raleigh",
      stateCode: "NC",
      zip: "27615",
      county: "Wake",
    },
  },
  loaAuthorizingPerson: "Joe Blow",
  listOfPhoneNumbers: { phoneNumber },
  ...changes,
});

const create = (phoneNumber, changes) =>
  call(numbers.PortIn, "create", client, orderFor(phoneNumber, changes));
const get = (id) => call(numbers.PortIn, "get", client, id);
const list = (query) => call(numbers.PortIn, "list", client, query);

test("creates a port-in", async () => {
  const order = await create("9194809871");
  assert.match(order.id, /^[0-9a-f-]{36}$/);
  assert.equal(order.status.code, 201);
  assert.equal(order.processingStatus, "PENDING_DOCUMENTS");
  assert.deepEqual(order.requestedFocDate, new Date(kFocDate));
  assert.equal(order.subscriber.businessName, "Company");
  assert.equal(order.subscriber.serviceAddress.city, "Raleigh");
  assert.equal(order.listOfPhoneNumbers.phoneNumber, "9194809871");
  assert.equal(order.billingTelephoneNumber, "9195551234");
});

test("gets what it created", async () => {
  const { id } = await create(["9194809801", "9194809802"]);
  const order = await get(id);
  assert.equal(order.customerOrderId, "SJM00001");
  assert.equal(order.processingStatus, "PENDING_DOCUMENTS");
  assert.deepEqual(order.requestedFocDate, new Date(kFocDate));
  assert.equal(order.loaAuthorizingPerson, "Joe Blow");
  assert.equal(order.subscriber.serviceAddress.zip, 27615);
  assert.deepEqual(order.listOfPhoneNumbers.phoneNumber, ["9194809801", "9194809802"]);

  assert.equal((await call(order, "getTns")).count, 2);
  assert.deepEqual(await call(order, "getAreaCodes"), [{ areaCode: 919, count: 2 }]);
  assert.deepEqual(await call(order, "getNpaNxx"), [{ "nPA-NXX": 919480, count: 2 }]);
});

test("lists port-ins, and only those asked for", async () => {
  const { id } = await create("9194809811", { customerOrderId: "LISTED-1" });
  await create("9194809812", { customerOrderId: "LISTED-2" });
  const one = await list({ page: 1, size: 300, customerOrderId: "LISTED-1" });
  assert.equal(one.totalCount, 1);
  assert.equal(one.lnpPortInfoForGivenStatus.orderId, id);
  assert.equal(one.lnpPortInfoForGivenStatus.processingStatus, "PENDING_DOCUMENTS");
  assert.equal(one.lnpPortInfoForGivenStatus.countOfTNs, 1);
  assert.equal(one.lnpPortInfoForGivenStatus.requestedFOCDate.getTime(), Date.parse(kFocDate));

  const page = await list({ page: 1, size: 2 });
  assert.equal(page.lnpPortInfoForGivenStatus.length, 2);
  assert.ok(page.totalCount > 2);

  const none = await list({ page: 1, size: 2, customerOrderId: "NOT-THERE" });
  assert.equal(none.totalCount, 0);
  assert.equal(none.lnpPortInfoForGivenStatus, undefined);
});

test("changes a port-in by a SUPP", async () => {
  const order = await create("9194809821");
  const answer = await call(order, "update", {
    requestedFocDate: new Date("2025-06-12T13:00:00.000Z"),
    loaAuthorizingPerson: "Another Person",
  });
  assert.equal(answer.status.code, 200);
  assert.equal(answer.processingStatus, "REQUESTED_SUPP");
  const changed = await get(order.id);
  assert.equal(changed.processingStatus, "REQUESTED_SUPP");
  assert.deepEqual(changed.requestedFocDate, new Date("2025-06-12T13:00:00.000Z"));
  assert.equal(changed.loaAuthorizingPerson, "Another Person");
  assert.equal(changed.subscriber.businessName, "Company");
});

test("cancels a port-in", async () => {
  const order = await create("9194809831");
  await call(order, "delete");
  assert.equal((await get(order.id)).processingStatus, "CANCELLED");
  assert.equal((await create("9194809831")).status.code, 201, "its number is free again");
});

test("adds notes", async () => {
  const order = await create("9194809841");
  const first = await call(order, "addNote", { userId: "jbm", description: "This is a test note" });
  assert.equal(first.description, "This is a test note");
  assert.equal(first.userId, "jbm");
  const second = await call(order, "addNote", { userId: "jbm", description: "A second one" });
  assert.notEqual(second.id, first.id);
  const notes = await call(order, "getNotes");
  assert.deepEqual(notes.map((note) => note.description), ["This is a test note", "A second one"]);
});

test("uploads, reads, replaces and deletes an LOA", async () => {
  const order = await create("9194809851");
  const name = await call(order, "createFile", kLoa, "application/pdf");
  assert.match(name, new RegExp(`^${order.id}-\\d+\\.pdf$`));
  // The SDK's getFiles reads only the metadata, and names alone are not in it.
  const loas = `${client.concatAccountPath("portins")}/${order.id}/loas`;
  const files = await call(client, "makeRequest", "get", loas);
  assert.equal(files.fileCount, 1);
  assert.equal(files.fileNames, name);
  const [described] = [await call(order, "getFiles", true)].flat();
  assert.equal(described.fileName, name);
  assert.deepEqual(await read(order, name), kLoa);

  const replacement = Buffer.from("another letter");
  await call(order, "updateFile", name, replacement, "application/pdf");
  assert.deepEqual(await read(order, name), replacement);

  await call(order, "updateFileMetadata", name, { documentName: "A letter", documentType: "LOA" });
  const metadata = await call(order, "getFileMetadata", name);
  assert.equal(metadata.documentName, "A letter");
  assert.equal(metadata.documentType, "LOA");

  await call(client, "makeRequest", "delete", `${loas}/${name}`);  // it has no method for this
  await assert.rejects(call(client, "makeRequest", "get", `${loas}/${name}`), { status: 404 });
  assert.equal((await call(client, "makeRequest", "get", loas)).fileCount, 0);
});

// A file of an order, streamed as the SDK does it.
async function read(order, name) {
  const target = new PassThrough();
  const chunks = [];
  target.on("data", (chunk) => chunks.push(chunk));
  order.getFile(name, target);
  await once(target, "end");
  return Buffer.concat(chunks);
}

test("sees a port-in complete as time goes by", async () => {
  const order = await create("9194809861");
  const { fired } = await irisim.control("clock/advance", { by: "5d" });
  assert.deepEqual(fired.filter((step) => step.order === order.id).map((step) => step.to),
    ["SUBMITTED", "FOC", "COMPLETE"]);
  assert.equal((await get(order.id)).processingStatus, "COMPLETE");
  const history = await call(order, "getHistory");
  assert.deepEqual(history.map((entry) => `${entry.status}: ${entry.note}`), [
    "PENDING_DOCUMENTS: LOA required",
    "SUBMITTED: Order has been created",
    "FOC: Order waiting for activation",
    "COMPLETE: Order is complete",
  ]);
});

// The SDK rejects with the HTTP error, in which the answer's text is.
const refusal = (status, code) => (error) => {
  assert.equal(error.status, status);
  assert.match(error.response.text, new RegExp(`<Code>${code}</Code>`));
  return true;
};

test("is refused what cannot be done, with the documented code", async () => {
  await assert.rejects(get("00000000-0000-0000-0000-000000000000"), { status: 404 });

  const order = await create("9194809881");
  await assert.rejects(create("9194809881"), refusal(400, 7205));  // it is being ported already

  await irisim.control("clock/advance", { by: "5d" });
  await assert.rejects(call(order, "delete"), refusal(400, 7304));  // it is complete
});
