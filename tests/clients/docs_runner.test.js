// That the documentation's tests would notice what is wrong (docs.test.js).

import assert from "node:assert/strict";
import { test } from "node:test";

import { difference, Ids } from "./docs/answers.js";
import { examples } from "./docs/examples.js";

const kOne = "eb85b624-7af3-4119-a306-1a2e243d2412";
const kOther = "00000000-7af3-4119-a306-1a2e243d2412";

const matches = (shown, real) => assert.equal(difference(shown, real, new Ids()), null, `${shown}\n${real}`);
const differs = (shown, real) => assert.notEqual(difference(shown, real, new Ids()), null, `${shown}\n${real}`);

test("JSON is compared whole", () => {
  matches('{ "a": 1.0,\n  "b": ["x"] }', '{"b":["x"],"a":1}');
  differs('{ "a": 1 }', '{"a":2}');
  differs('{ "a": 1 }', '{"a":"1"}');
  differs('{ "a": 1 }', '{"a":1,"b":2}');
  differs('{ "a": 1, "b": 2 }', '{"a":1}');
  differs('{ "a": 1', '{"a":1,"b":2}');
  differs('["x"]', '["x","y"]');
  differs('["x", "y"]', '["x"]');
  differs('{ "a": null }', '{"a":{}}');
  differs("{}", "<a/>");
});

test("an elision stands for what is there, and for nothing else", () => {
  matches('{ …, "a": 1 }', '{"a":1,"b":2}');
  matches('[ …, "y" ]', '["w","x","y"]');
  matches('[ "w", … ]', '["w"]');
  matches('{ "a": [ { "b": 1 }, …', '{"a":[{"b":1},{"b":2}],"c":3}');
  matches('{ "a": "begins …" }', '{"a":"begins and ends"}');
  matches('{\n  "a": "begins \\n …\n}', '{"a":"begins \\n and \\"ends"}');
  differs('{ …, "a": 1 }', '{"a":2,"b":2}');
  differs('[ …, "y" ]', '["y","x"]');
  differs('{ "a": [ { "b": 1 }, …', '{"a":[{"b":2}]}');
  differs('{ "a": "begins …" }', '{"a":"ends"}');
});

test("XML is compared without white space, other texts by lines", () => {
  matches("<a>\n  <b>1</b>\n  …\n</a>", "<a><b>1</b><c/></a>");
  differs("<a>\n  <b>1</b>\n</a>", "<a><b>1</b><c/></a>");
  differs("<a>\n  <b>1</b>\n</a>", "<a>\n  <b>2</b>\n</a>");
  matches("…\nlast 1", "first 0\nlast 1\n");
  differs("…\nlast 1", "first 0\nlast 12\n");
  matches("curl: (52) Empty reply from server", "curl: (52) Empty reply from server\n");
});

test("a status line and headers are compared", () => {
  const real = "HTTP/1.1 202 Accepted\r\nA: b\r\nC: d\r\n\r\n{\"a\":1}";
  matches("HTTP/1.1 202 Accepted", real);
  matches('HTTP/1.1 202 Accepted\nC: …\n…\n\n{ "a": 1 }', real);
  differs("HTTP/1.1 200 OK", real);
  differs("HTTP/1.1 202 Accepted\nC: e", real);
  differs('HTTP/1.1 202 Accepted\n\n{ "a": 2 }', real);
});

test("a shown id stands for one id", () => {
  const ids = new Ids();
  assert.equal(difference(`{ "id": "${kOne}" }`, `{"id":"${kOther}"}`, ids), null);
  assert.equal(ids.replace(`curl a/${kOne}/b`), `curl a/${kOther}/b`);
  assert.equal(difference(`<a>${kOne}</a>`, `<a>${kOther}</a>`, ids), null);
  assert.notEqual(difference(`<a>${kOne}</a>`, `<a>${kOne}</a>`, ids), null);
  assert.notEqual(difference(`{ "id": "${kOne}" }`, '{"id":"x"}', ids), null);
});

test("examples are taken as they stand, with their lines", () => {
  const text = [
    "# One", "", "    $ curl a \\", "        b", "    {", "", "    }", "    $ curl c", "", "text", "## Two",
    "<!-- $ hidden -->", "```sh", "set -e", "```", "```yaml", "version: 1", "```", "```yaml", "other: 1", "```"].join("\n");
  assert.deepEqual(examples(text), [
    { kind: "command", line: 3, text: "curl a \\\n    b", answer: "{\n\n}\n", section: 1 },
    { kind: "command", line: 8, text: "curl c", answer: null, section: 1 },
    { kind: "command", line: 12, text: "hidden", answer: null, section: 2 },
    { kind: "script", line: 14, text: "set -e\n", answer: null, section: 2 },
    { kind: "scenario", line: 17, text: "version: 1\n", answer: null, section: 2 },
  ]);
});
