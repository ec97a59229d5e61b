// Takes the examples out of a Markdown text. What is one, by convention:
//
// - A line "$ COMMAND" in an indented or fenced block; it goes on over lines that end with "\". The lines from there to the
//   next command or the end of the block are the shown answer (answers.js). Without one, all that is asked is success.
//   Each section, whatever its level, starts with the default world reset.
// - The same in an HTML comment, "<!-- $ COMMAND -->", which readers do not see: what later examples need.
// - A fenced block marked "sh" without such lines is a script. Those of a file are run as one, since they build on one
//   another. A comment in capitals after a command, "# COMPLETE", is in what the command prints.
// - A fenced block marked "yaml" with "version:" is a scenario file.

// Gives [{ kind: "command" | "script" | "scenario", line, text, answer, section }]: lines counted from 1; the answer is null
// where none is shown; the section is the number of headings before it.
export function examples(markdown) {
  return blocks(markdown).flatMap(({ language, line, lines, section }) => {
    if (lines.some((text) => text.startsWith("$ "))) return commands(line, lines).map((one) => ({ ...one, section }));
    const text = lines.join("\n") + "\n";
    if (language === "sh") return [{ kind: "script", line, text, answer: null, section }];
    if (language === "yaml" && /^version:/m.test(text)) return [{ kind: "scenario", line, text, answer: null, section }];
    return [];
  });
}

// Blocks of code and HTML comments, without their marks and indentation.
function blocks(markdown) {
  const all = [];
  let block = null;
  let section = 0;
  const begin = (line, language, end, indentation) => {
    block = { line, language, end, indentation, section, lines: [] };
    all.push(block);
  };
  markdown.split("\n").forEach((text, index) => {
    const line = index + 1;
    const comment = /^<!-- (\$ .*?)( -->)?$/.exec(text);
    const fence = /^( *)```(\w*)$/.exec(text);
    if (block?.end) {
      if (block.end.test(text)) {
        const rest = text.replace(block.end, "");
        if (rest.trim()) block.lines.push(rest);
        block = null;
      } else {
        block.lines.push(text.startsWith(block.indentation) ? text.slice(block.indentation.length) : text.trimStart());
      }
    } else if (fence) {
      begin(line + 1, fence[2], /^ *```$/, fence[1]);
    } else if (comment) {
      begin(line, "", / ?-->$/, "");
      block.lines.push(comment[1]);
      if (comment[2]) block = null;
    } else if (text.startsWith("    ")) {
      if (!block) begin(line, "", null, "    ");
      block.lines.push(text.slice(4));
    } else if (block && !text.trim()) {
      block.lines.push("");
    } else {
      if (/^#+ /.test(text)) ++section;
      block = null;
    }
  });
  return all;
}

function commands(first, lines) {
  const all = [];
  let goesOn = false;
  lines.forEach((text, index) => {
    const example = all.at(-1);
    if (text.startsWith("$ ")) {
      all.push({ kind: "command", line: first + index, text: text.slice(2), answer: null });
    } else if (goesOn) {
      example.text += "\n" + text;
    } else if (example && (text.trim() || example.answer !== null)) {
      example.answer = (example.answer ?? "") + text + "\n";
    }
    goesOn = (text.startsWith("$ ") || goesOn) && text.endsWith("\\");
  });
  return all;
}
