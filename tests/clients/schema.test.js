// The JSON Schema that `irisim schema` prints, by which editors check scenario files, held against files and snippets with a
// validator of the kind that editors use. It must take all that the loader takes; what is wrong by form it refuses as well.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

import { examples } from "./docs/examples.js";

const kRoot = fileURLToPath(new URL("../..", import.meta.url));
const kBad = "tests/unit/scenario/bad";

assert.ok(process.env.IRISIM, "set IRISIM to the path of the irisim program");
const kSchema = JSON.parse(execFileSync(process.env.IRISIM, ["schema"], { encoding: "utf8", maxBuffer: 64 << 20 }));
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(kSchema);

// Null, or what the validator says.
function refusal(text) {
  if (validate(parse(text))) return null;
  return validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`).join("\n");
}

const accepts = (text) => assert.equal(refusal(text), null, text);
const refuses = (text) => assert.notEqual(refusal(text), null, text);

const read = (file) => readFileSync(path.join(kRoot, file), "utf8");

function files(folder) {
  return readdirSync(path.join(kRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return files(file);
    return file.endsWith(".yaml") ? [file] : [];
  });
}

test("the shipped files are accepted", () => {
  const shipped = files("scenarios");
  assert.ok(shipped.length >= 17, `${shipped.length}`);
  for (const file of shipped) assert.equal(refusal(read(file)), null, file);
});

test("the scenario files of the documentation are accepted", () => {
  const found = examples(read("docs/scenarios.md")).filter(({ kind }) => kind === "scenario");
  assert.ok(found.length >= 3, `${found.length}`);
  for (const { line, text } of found) assert.equal(refusal(text), null, `docs/scenarios.md:${line}`);
});

// Bad files whose form is right: what is wrong is what stands elsewhere, in the file or in the contract, or what a text says.
const kRightInForm = new Set([
  "bad-range", "bad-telephone-number", "bad-wall-delay", "bad-xpath", "body-without-a-body", "creation-with-an-error",
  "effect-without-its-other-ways", "empty-list-in-a-match", "header-of-irisim", "round-in-no-time", "way-out-that-ends",
  "example-without-operation", "jitter-without-after", "neither-transitions-nor-answer", "no-transition-makes-an-order",
  "no-trigger", "place-of-a-template-without-argument", "quota-with-a-count", "several-triggers", "shadowed-fault",
  "shadowed-scenario", "shadowed-transition", "transition-without-from", "transitions-without-an-order-type",
  "two-faults-of-one-name", "two-of-example-body-and-error", "two-scenarios-of-one-name", "unclosed-place-of-a-template",
  "unknown-error-code-of-an-answer", "unknown-example", "unknown-operation", "unknown-order-field-of-a-template",
  "unknown-place-of-a-template", "unreachable-state", "webhook-with-a-delay-of-an-answer",
  "webhook-with-conditions-of-a-request",
]);

// Those that are no YAML: an editor says so without a schema.
const kNoYaml = new Set(["bad-indentation", "colon-in-a-text", "key-twice", "tab", "unclosed-brace", "unclosed-bracket"]);

for (const file of files(kBad)) {
  const name = path.basename(file, ".yaml");
  if (kNoYaml.has(name)) {
    test(`${name} is no YAML`, () => assert.throws(() => parse(read(file))));
  } else if (kRightInForm.has(name)) {
    test(`${name} is accepted: its form is right`, () => accepts(read(file)));
  } else {
    test(`${name} is refused`, () => refuses(read(file)));
  }
}

test("the bad files that are named here exist", () => {
  const names = new Set(files(kBad).map((file) => path.basename(file, ".yaml")));
  for (const name of [...kRightInForm, ...kNoYaml]) assert.ok(names.has(name), name);
});

const transition = (keys) =>
  `{ version: 1, scenarios: [{ name: a, match: { order: portins }, transitions: [{ from: FOC, to: FOC, ${keys} }] }] }`;
const fault = (keys) => `{ version: 1, faults: [{ name: a, ${keys} }] }`;
const match = (keys) => fault(`match: { ${keys} }, fault: HANG`);

const kGood = [
  "{ version: 1 }",
  transition("after: 1h30m, jitter: 5m"),
  transition("after: { uniform: [1h, 3h] }"),
  transition("after: { lognormal: { median: 2h, sigma: 0.5 } }"),
  transition("after: 1 poll"),
  transition("after: 3 polls"),
  transition("after: never"),
  transition("at: requestedFocDate"),
  transition("on: supp, times: 1"),
  transition("on: loa, error: 7512"),
  transition("on: loa, error: [7512, { code: 60001, message: Frozen, telephoneNumbers: '919*' }]"),
  transition("on: note, shift: { requestedFocDate: 3d }, stamp: ActivationDate"),
  "{ version: 1, lifecycles: { aging: [{ to: AGING, on: create }, { from: [AGING], to: RELEASED, after: 60s }] } }",
  match("any: [{ site: 743 }, { pon: ['A*', 'B?'] }]"),
  match("operation: 'POST *', header: { X-Test: [a, b] }, xpath: [//A, //B], telephoneNumber: 9195551234"),
  match("operation: ['GET /accounts/{accountId}/sites', 'POST *']"),
  fault("fault: HANG, skip: 0, every: 2, times: 3, probability: 0.5, delay: { uniform: [1s, 2s] }"),
  fault("fault: { quota: { requests: 5, per: 1s } }"),
  fault("fault: { dribble: { pause: 20ms } }"),
  fault("fault: { dribble: {} }"),
  fault("fault: { delay: 3s }"),
  fault("fault: WEBHOOK_REORDER, match: { order: portins, any: [{ account: 14 }, { site: 743 }] }, times: 1"),
  fault("fault: { webhook-delay: { lognormal: { median: 10m, sigma: 0.5 } } }"),
  fault("fault: { answer: { status: 503, error: 7519, headers: { Retry-After: 5 } } }"),
];
test("what the reference shows is accepted, by the program too", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "irisim-schema-"));
  const names = kGood.map((text, index) => {
    accepts(text);
    const name = path.join(directory, `${index}.yaml`);
    writeFileSync(name, text);
    return name;
  });
  execFileSync(process.env.IRISIM, ["validate", ...names], { stdio: ["ignore", "pipe", "pipe"] });
  rmSync(directory, { recursive: true });
});

test("each of these is refused", () => {
  const kWrong = [
    "{ version: 2 }",
    "[]",
    transition("after: 5"),
    transition("after: 3 pols"),
    transition("on: sup"),
    transition("at: focDate"),
    transition("on: supp, shift: { focDate: 3d }"),
    transition("on: supp, error: { message: No code }"),
    match("account: { a: b }"),
    fault("fault: hang"),
    fault("fault: webhook-delay"),
    fault("fault: { WEBHOOK_DROP: 1s }"),
    fault("fault: { hang: 1s }"),
    fault("fault: { quota: { requests: 5 } }"),
    fault("fault: { delay: 1s, dribble: {} }"),
    fault("fault: HANG, probability: 2"),
    fault("fault: HANG, times: 0"),
    "{ version: 1, faults: [{ name: a b, fault: HANG }] }",
  ];
  for (const text of kWrong) refuses(text);
});
