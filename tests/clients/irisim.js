// An irisim of its own for one test: on a free port, with a clock that only the test moves.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export class Irisim {
  static async start(...options) {
    assert.ok(process.env.IRISIM, "set IRISIM to the path of the irisim program");
    const irisim = new Irisim();
    irisim.process = spawn(
      process.env.IRISIM,
      ["serve", "--port", "0", "--clock", "manual", "--now", "2025-06-02T09:00:00Z", ...options],
      { stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: irisim.process.stdout });
    const [line] = await Promise.race([
      once(lines, "line"),
      once(irisim.process, "exit").then(([code]) => assert.fail(`irisim ended with ${code}`)),
    ]);
    const ready = /^irisim ready on (http:\/\/\S+)$/.exec(line);
    assert.ok(ready, `not the ready line: ${line}`);
    irisim.url = ready[1];
    return irisim;
  }

  // Ends it as an orchestrator does, and gives its exit status.
  async stop() {
    const exit = once(this.process, "exit");
    this.process.kill("SIGTERM");
    return (await exit)[0];
  }

  // Gives what the control API answers.
  async control(path, body) {
    const response = await fetch(`${this.url}/__admin/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, path);
    return response.json();
  }
}
