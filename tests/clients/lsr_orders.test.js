// LSR orders as the vendor's Node SDK sees them.

import assert from "node:assert/strict";
import { test } from "node:test";

import numbers from "@bandwidth/numbers";

import { call, client, irisim } from "./sdk.js";

const orderFor = (pon, changes = {}) => ({
  pon,
  customerOrderId: "MyId5",
  sPID: "123C",
  billingTelephoneNumber: "9192381468",
  requestedFocDate: "2025-06-10",
  authorizingPerson: "Jim Hopkins",
  subscriber: {
    subscriberType: "BUSINESS",
    businessName: "BusinessName",
    serviceAddress: {
      houseNumber: "11",
      streetName: "Park",
      streetSuffix: "Ave",
      city: "New York",
      stateCode: "NY",
      zip: "90025",
    },
    accountNumber: "123463",
    pinNumber: "1231",
  },
  listOfTelephoneNumbers: { telephoneNumber: ["9192381848", "9192381467"] },
  ...changes,
});

const create = (pon, changes) => call(numbers.LsrOrder, "create", client, orderFor(pon, changes));
const get = (id) => call(numbers.LsrOrder, "get", client, id);
// Its update() asks for an id that its get() does not set.
const update = (order, data) =>
  call(Object.assign(new numbers.LsrOrder(), { client, id: order.orderId }), "update", data);
const advance = (by) => irisim.control("clock/advance", { by });

test("creates an LSR order and lists it", async () => {
  const order = await create("Created-1");
  assert.match(order.orderId, /^[0-9a-f-]{36}$/);
  assert.equal(order.orderStatus, "PENDING");
  assert.equal(order.pon, "Created-1");
  assert.equal(order.countOfTNs, 2);
  const { totalCount, lsrOrderSummary } =
    await call(numbers.LsrOrder, "list", client, { pon: "Created-1" });
  assert.equal(totalCount, 1);
  assert.equal(lsrOrderSummary.orderId, order.orderId);
  assert.equal(lsrOrderSummary.orderStatus, "PENDING");
});

test("sends back what it has read, with a change", async () => {
  const order = await create("Changed-1");
  const { client: ignored, ...read } = order;
  const answer = await update(order, { ...read, requestedFocDate: "2025-06-11" });
  assert.equal(answer.lsrOrder.ponVersion, 1);
  assert.equal((await get(order.orderId)).requestedFocDate, "2025-06-11");
});

test("sends back what it has read unchanged, then cancels", async () => {
  const order = await create("Cancelled-1");
  const { client: ignored, ...read } = order;
  await update(order, read);
  await update(order, { orderStatus: "CANCELLED" });
  assert.equal((await get(order.orderId)).orderStatus, "CANCELLED");
});

test("is told why an LSR order is refused", async () => {
  const order = await create("Refused-1");
  const { authorizingPerson: missing, client: ignored, ...read } = order;
  await assert.rejects(update(order, read), { status: 400 });
});

test("reads the history and adds notes", async () => {
  const order = Object.assign(await create("History-1"), {});
  order.id = order.orderId;
  await advance("2s");
  const steps = await call(order, "getHistory");
  assert.deepEqual(steps.map((step) => step.status), ["PENDING", "FOC"]);
  assert.equal(steps[1].difference, 'ActualFocDate : "" --> 2025-06-10');
  const note = await call(order, "addNote", { userId: "jbm", description: "Soon" });
  assert.equal(note.description, "Soon");
  assert.equal((await call(order, "getNotes")).length, 1);
});
