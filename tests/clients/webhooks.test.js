// What the vendor's Node SDK subscribes to arrives at an HTTP endpoint of the client's.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";

import numbers from "@bandwidth/numbers";

import { call, client, irisim } from "./sdk.js";

const calls = [];
let endpoint;

before(async () => {
  endpoint = createServer(async (request, answer) => {
    let body = "";
    for await (const piece of request) body += piece;
    calls.push({ method: request.method, path: request.url, headers: request.headers, body });
    answer.end();
  });
  endpoint.listen(0, "127.0.0.1");
  await once(endpoint, "listening");
});
after(() => {
  endpoint.closeAllConnections();
  endpoint.close();
});
beforeEach(() => {
  calls.length = 0;
});

const subscribe = (orderType) =>
  call(numbers.Subscription, "create", client, {
    orderType,
    callbackSubscription: {
      URL: `http://127.0.0.1:${endpoint.address().port}/iris`,
      expiry: 3600,
      callbackCredentials: { basicAuthentication: { username: "iris", password: "s3cure" } },
    },
  });
const text = (body, name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
const advance = (by) => irisim.control("clock/advance", { by });

test("an order for new numbers is told of as it completes, with credentials", async () => {
  const subscription = await subscribe("orders");
  const order = await call(numbers.Order, "create", client, {
    customerOrderId: "told-1",
    siteId: 743,
    areaCodeSearchAndOrderType: { areaCode: 919, quantity: 2 },
  });
  await advance("1m");
  assert.equal(calls.length, 1);
  const [{ method, path, headers, body }] = calls;
  assert.equal(method, "POST");
  assert.equal(path, "/iris");
  assert.equal(headers.authorization, `Basic ${btoa("iris:s3cure")}`);
  assert.match(headers["content-type"], /^application\/xml/);
  const told = /<TelephoneNumber>(\d{10})<\/TelephoneNumber>/g;
  const tns = [...body.matchAll(told)].map(([, tn]) => tn);
  assert.equal(tns.length, 2);
  assert.equal(
    body,
    '<?xml version="1.0"?>\n' +
      `<Notification><SubscriptionId>${subscription.id}</SubscriptionId><OrderType>orders</OrderType>` +
      `<OrderId>${order.order.id}</OrderId><CustomerOrderId>told-1</CustomerOrderId><Status>COMPLETE</Status>` +
      "<Message>Order is complete</Message><CompletedTelephoneNumbers>" +
      `<TelephoneNumber>${tns[0]}</TelephoneNumber><TelephoneNumber>${tns[1]}</TelephoneNumber>` +
      "</CompletedTelephoneNumbers></Notification>",
  );
  const again = await call(numbers.Subscription, "get", client, subscription.id);
  assert.equal(again.callbackSubscription.status, "200 OK");
});

test("a port-in is told of state after state, and of its notes", async () => {
  await subscribe("portins");
  const order = await call(numbers.PortIn, "create", client, {
    requestedFocDate: new Date("2025-06-10T21:15:00.000Z"),
    billingTelephoneNumber: "9195551234",
    siteId: 743,
    peerId: 303716,
    subscriber: {
      subscriberType: "BUSINESS",
      businessName: "Company",
      serviceAddress: { houseNumber: "123", streetName: "EZ Street", city: "Raleigh", stateCode: "NC", zip: "27615" },
    },
    loaAuthorizingPerson: "Joe Blow",
    listOfPhoneNumbers: { phoneNumber: "9194809871" },
  });
  await call(order, "addNote", { userId: "jbm", description: "Hurry up" });
  await advance("1m");
  assert.deepEqual(
    calls.map(({ body }) => text(body, "Status") ?? `note: ${text(body, "Note")}`),
    ["PENDING_DOCUMENTS", "note: Hurry up", "SUBMITTED", "FOC", "COMPLETE"],
  );
  assert.ok(calls.every(({ body }) => text(body, "OrderId") === order.id));
  assert.equal(text(calls.at(-1).body, "TelephoneNumber"), "9194809871");
});
