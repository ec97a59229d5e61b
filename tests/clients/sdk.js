// The vendor's SDK against an irisim of the test file's own, which is started before its tests and must end well after
// them.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { promisify } from "node:util";

import numbers from "@bandwidth/numbers";

import { Irisim } from "./irisim.js";

export const kAccount = "9999999";

export let irisim;
export let client;

before(async () => {
  irisim = await Irisim.start();
  client = new numbers.Client(kAccount, "user", "password", undefined, undefined, {
    apiEndPoint: `${irisim.url}/api`,
  });
});

after(async () => {
  assert.equal(await irisim.stop(), 0, "exit status after SIGTERM");
});

// A method of the SDK as a promise: its last argument is a callback.
export const call = (object, method, ...args) => promisify(object[method]).apply(object, args);
