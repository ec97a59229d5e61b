// Runs an example's command or script as a reader would, against an irisim of its own.

import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";

// curl is quiet, and ends its errors with the status of the answer. With a manual clock, to sleep is to advance it.
const kPrelude = `
curl() { command curl -sS $curl_options -w '%{stderr}%{http_code}\\n' "$@"; }
sleep() { command curl -sS -o /dev/null -d "{\\"by\\":\\"$1s\\"}" "$irisim_url/__admin/clock/advance"; }
shows() {
  shown=$(cat)
  case $shown in *"$1"*) ;; *) echo "line $2 shows no $1 but: $shown" >&2; exit 1 ;; esac
}
`;

export class Shell {
  constructor(irisim, directory) {
    this.irisim = irisim;
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
  }

  // Gives { failed, output, errors, statuses }: whether it ended with another status than 0, and those of HTTP.
  run(text, { options = "" } = {}) {
    const script = kPrelude + text.replaceAll(/(http:\/\/)?localhost:8080/g, this.irisim.url);
    const environment = {
      ...process.env,
      PATH: `${path.dirname(process.env.IRISIM)}:${process.env.PATH}`,
      curl_options: options,
      irisim_url: this.irisim.url,
      no_proxy: "*",
    };
    return new Promise((resolve) => {
      execFile("sh", ["-e", "-c", script], { cwd: this.directory, env: environment, timeout: 30_000 },
        (error, output, errors) => {
          const statuses = [...errors.matchAll(/^([0-9]{3})$/gm)].map((match) => Number(match[1]));
          resolve({ failed: error !== null, output, errors: errors.replaceAll(/^[0-9]{3}\n/gm, ""), statuses });
        });
    });
  }

  // A script, which has to be run as a whole; an answer of 400 or more fails it, unless the command is told what it shows.
  runScript(text, line) {
    const checked = text.split("\n").map((command, index) => {
      const [, before, shown] = /^(.*\S) +# ([A-Z][A-Z_]+\b).*$/.exec(command) ?? [];
      return shown ? `${before} | shows ${shown} ${line + index}` : command;
    });
    return this.run(checked.join("\n"), { options: "--fail-with-body" });
  }
}
