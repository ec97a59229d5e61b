// Every example of the documentation, run in its order against an irisim of the file's own with a manual clock. What is an
// example, and how answers are shown: docs/examples.js and docs/answers.js beside this file.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { difference, Ids } from "./docs/answers.js";
import { examples } from "./docs/examples.js";
import { Shell } from "./docs/shell.js";
import { Irisim } from "./irisim.js";

const kRoot = fileURLToPath(new URL("../..", import.meta.url));
const kFiles = ["README.md", ...readdirSync(path.join(kRoot, "docs")).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith(".md"));

const kMostShown = 4000;  // characters of an answer, in a failure

async function runCommand({ text, answer }, shell, ids) {
  const command = ids.replace(text);
  const options = answer?.startsWith("HTTP/") && !/ -\w*i/.test(command) ? "-i" : "";
  const { failed, output, errors, statuses } = await shell.run(command, { options });
  const all = `$ ${command}\n${(output + errors).slice(0, kMostShown)}`;
  if (answer === null) {
    assert.ok(!failed && statuses.every((status) => status < 400), `does not succeed: ${statuses}\n${all}`);
    return;
  }
  const different = difference(answer, output || errors, ids);
  assert.equal(different, null, `${different}\n${all}\nshown:\n${answer}`);
}

async function runScript({ text, line }, shell) {
  const { failed, output, errors } = await shell.runScript(text, line);
  assert.ok(!failed, `the script fails\n${output}${errors}`);
}

async function validate({ text }, shell) {
  writeFileSync(path.join(shell.directory, "example.yaml"), text);
  const { failed, output, errors } = await shell.run("irisim validate example.yaml");
  assert.ok(!failed, `refused\n${output}${errors}`);
}

// The scripts of a file as one, in which each line keeps its number.
function joined(all) {
  const scripts = all.filter(({ kind }) => kind === "script");
  const others = all.filter(({ kind }) => kind !== "script");
  if (scripts.length === 0) return others;
  const lines = [];
  for (const { line, text } of scripts) lines.push(...Array(line - 1 - lines.length).fill(""), ...text.trimEnd().split("\n"));
  const { line } = scripts[0];
  return [...others, { kind: "script", line, text: lines.slice(line - 1).join("\n") }];
}

const kRun = { command: runCommand, script: runScript, scenario: validate };

for (const file of kFiles) {
  const all = joined(examples(readFileSync(path.join(kRoot, file), "utf8")));
  if (all.length === 0) continue;
  test(file, async (t) => {
    const directory = mkdtempSync(path.join(tmpdir(), "irisim-docs-"));
    cpSync(path.join(kRoot, "docs/examples"), directory, { recursive: true });
    cpSync(path.join(kRoot, "README.md"), path.join(directory, "README.md"));
    const irisim = await Irisim.start();
    const shell = new Shell(irisim, directory);
    const ids = new Ids();
    let section = 0;
    for (const example of all) {
      if (example.section !== section) await irisim.control("reset", {});
      section = example.section;
      const place = `${file}:${example.line}`;
      await t.test(place, async () => {
        await kRun[example.kind](example, shell, ids).catch((error) => {
          error.message = `${place}: ${error.message}`;
          throw error;
        });
      });
    }
    await irisim.stop();
    rmSync(directory, { recursive: true });
  });
}

test("the documentation has examples", () => {
  for (const [file, kind] of [["README.md", "script"], ["docs/control-api.md", "command"], ["docs/scenarios.md", "scenario"]]) {
    const found = examples(readFileSync(path.join(kRoot, file), "utf8"));
    assert.ok(found.some((example) => example.kind === kind), file);
  }
});
