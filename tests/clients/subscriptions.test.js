// Subscriptions as the vendor's Node SDK sees them.

import assert from "node:assert/strict";
import { test } from "node:test";

import numbers from "@bandwidth/numbers";

import { call, client } from "./sdk.js";

const byEmail = (orderType, email) => ({
  orderType,
  emailSubscription: { email, digestRequested: "NONE" },
});
const byCall = (url, expiry) => ({
  orderType: "orders",
  callbackSubscription: {
    URL: url,
    expiry,
    callbackCredentials: { basicAuthentication: { username: "iris", password: "s3cure" } },
  },
});

const create = (data) => call(numbers.Subscription, "create", client, data);
const get = (id) => call(numbers.Subscription, "get", client, id);
const list = (query) => call(numbers.Subscription, "list", client, query);

test("creates, lists, gets, updates and deletes subscriptions", async () => {
  assert.deepEqual(await list({}), []);
  const email = await create(byEmail("portins", "dev@example.com"));
  assert.equal(email.orderType, "portins");
  assert.deepEqual({ ...email.emailSubscription }, { email: "dev@example.com", digestRequested: "NONE" });
  const callback = await create(byCall("http://localhost:9000/iris", 3600));
  assert.equal(callback.callbackSubscription.expiry, 3600);
  assert.equal(callback.callbackSubscription.callbackCredentials.basicAuthentication.username, "iris");
  assert.ok(!JSON.stringify(callback.callbackSubscription).includes("s3cure"));
  assert.deepEqual((await list({})).map((one) => one.id), [email.id, callback.id]);
  assert.deepEqual((await list({ orderType: "orders" })).map((one) => one.id), [callback.id]);

  await call(callback, "update", byCall("http://localhost:9000/iris", 60));
  assert.equal((await get(callback.id)).callbackSubscription.expiry, 60);

  await call(email, "delete");
  await assert.rejects(get(email.id), { status: 404 });
  assert.deepEqual((await list({})).map((one) => one.id), [callback.id]);
});

test("is told why a subscription is refused", async () => {
  await assert.rejects(create(byEmail("letters", "dev@example.com")), (error) => {
    assert.equal(error.status, 400);
    assert.match(error.response.text, /<ErrorCode>14500<\/ErrorCode>/);
    return true;
  });
});
