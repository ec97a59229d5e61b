// Compares a shown answer with the real one. JSON and XML are compared without regard to white space, anything else line
// by line. "…" stands for whatever there is: in a text (whose closing quote may be missing when it ends a line), for the
// rest of a list or an object, or for the rest of the answer. A long text of JSON may be wrapped. Ids differ from run to run:
// a shown one stands for the one that is there, here and in all that follows.

const kElision = "…";
const kId = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|PON[0-9A-F]{12})$/;
const kIds = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|PON[0-9A-F]{12}/g;
const kElidedId = /^[0-9a-f]{8}-…$/;

// The ids that examples show, and what they stand for.
export class Ids {
  #real = new Map();
  #shown = new Map();

  // Whether the shown id may stand for the real one; from then on it does.
  bind(shown, real) {
    if (!this.#real.has(shown) && !this.#shown.has(real)) {
      this.#real.set(shown, real);
      this.#shown.set(real, shown);
    }
    return this.#real.get(shown) === real;
  }

  // A command with the ids that there are.
  replace(text) {
    return text.replace(kIds, (id) => this.#real.get(id) ?? id);
  }
}

// Gives null, or how the real answer differs.
export function difference(shown, real, ids) {
  const text = shown.trim();
  if (text.startsWith("HTTP/")) return differenceWithHead(text, real, ids);
  if (!/^[{[]/.test(text)) return differentText(text, real.trim(), ids);
  let value;
  try {
    value = JSON.parse(real);
  } catch {
    return "the answer is no JSON";
  }
  return differentValue(new Shown(text).read(), value, "", ids);
}

// A status line and headers, and a body if one is shown.
function differenceWithHead(shown, real, ids) {
  const split = (text) => {
    const [head, ...rest] = text.replaceAll("\r", "").split("\n\n");
    return [head.split("\n"), rest.join("\n\n")];
  };
  const [[status, ...headers], body] = split(shown);
  const [[realStatus, ...realHeaders], realBody] = split(real);
  if (status !== realStatus) return `the status line is ${realStatus}`;
  for (const header of headers.filter((line) => line.trim() !== kElision)) {
    const found = realHeaders.some((line) => differentText(header, line, ids) === null);
    if (!found) return `there is no header ${header}`;
  }
  return body.trim() ? difference(body, realBody, ids) : null;
}

function differentText(shown, real, ids) {
  const isXml = shown.startsWith("<");
  const normalize = (text) => text.split("\n").map((line) => (isXml ? line.trim() : line.trimEnd())).join(isXml ? "" : "\n");
  const names = [];
  const pattern = normalize(shown)
    .split(new RegExp(`(${kElision}|${kIds.source})`))
    .map((part) => {
      if (part === kElision) return "[^]*";
      if (!kId.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(part);
      return `(${kIds.source})`;
    });
  const match = new RegExp(`^${pattern.join("")}$`).exec(normalize(real));
  if (!match) return "it differs";
  const wrong = names.find((name, index) => !ids.bind(name, match[index + 1]));
  return wrong ? `${wrong} is another id than before` : null;
}

function differentValue(shown, real, path, ids) {
  const here = path || "the answer";
  if (shown === kAny) return null;
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return `${here} is no list`;
    const elided = shown.indexOf(kAny);
    const known = elided < 0 ? shown.length : shown.length - 1;
    if (elided < 0 ? real.length !== known : real.length < known) return `${here} has ${real.length} elements`;
    for (const [index, element] of shown.entries()) {
      if (index === elided) continue;
      const at = elided >= 0 && index > elided ? real.length - shown.length + index : index;
      const found = differentValue(element, real[at], `${path}[${at}]`, ids);
      if (found) return found;
    }
    return null;
  }
  if (shown instanceof Map) {
    if (typeof real !== "object" || real === null || Array.isArray(real)) return `${here} is no object`;
    for (const [key, value] of shown) {
      if (key === kAny) continue;
      if (!Object.hasOwn(real, key)) return `${here} has no ${key}`;
      const found = differentValue(value, real[key], path ? `${path}.${key}` : key, ids);
      if (found) return found;
    }
    const more = Object.keys(real).filter((key) => !shown.has(key));
    return more.length > 0 && !shown.has(kAny) ? `${here} also has ${more.join(", ")}` : null;
  }
  const is = `${here} is ${JSON.stringify(real)}`;
  if (typeof shown !== "string" || typeof real !== "string") return shown === real ? null : is;
  if (kElidedId.test(shown)) return kId.test(real) ? null : is;
  return differentText(shown, real, ids) === null ? null : is;
}

const kCutText = /^(?:[^"]|"(?:[^"\\]|\\.)*")*"(?:[^"\\]|\\.)*…$/;  // a line that ends within a text

const kAny = Symbol(kElision);

// Reads JSON in which "…" may stand for elements, and for all that would follow. Objects become Maps.
class Shown {
  #tokens;
  #next = 0;

  constructor(text) {
    const closed = text.split("\n").map((line) => (kCutText.test(line) ? `${line}"` : line)).join("\n");
    this.#tokens = closed.match(/"(?:[^"\\]|\\.)*"|[{}[\],:…]|[^\s"{}[\],:…]+/g);
  }

  read() {
    const token = this.#tokens[this.#next++];
    if (token === undefined || token === kElision) return kAny;
    if (token === "{") return this.#readObject();
    if (token === "[") return this.#readList();
    return JSON.parse(token.startsWith('"') ? token.replaceAll(/\s*\n\s*/g, " ") : token);
  }

  #readList() {
    const list = [];
    while (!this.#ends("]")) list.push(this.read());
    if (this.#isCut() && !list.includes(kAny)) list.push(kAny);
    return list;
  }

  #readObject() {
    const object = new Map();
    while (!this.#ends("}")) {
      const key = this.read();
      if (key !== kAny && this.#tokens[this.#next] === ":") ++this.#next;
      object.set(key, key === kAny ? kAny : this.read());
    }
    if (this.#isCut()) object.set(kAny, kAny);
    return object;
  }

  // The text has ended with an elision before what is open has: all that is open goes on.
  #isCut() {
    return this.#next >= this.#tokens.length && this.#tokens.at(-1) === kElision;
  }

  // Past commas. The end of the text ends everything that is open.
  #ends(bracket) {
    while (this.#tokens[this.#next] === ",") ++this.#next;
    if (this.#next >= this.#tokens.length) return true;
    if (this.#tokens[this.#next] !== bracket) return false;
    ++this.#next;
    return true;
  }
}
