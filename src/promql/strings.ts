const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** Something wrong with an escape sequence of a quoted string. Offsets are UTF-16 units from the opening quote. */
export interface EscapeMistake {
  readonly from: number;
  readonly to: number;
  readonly kind: "unknown" | "digits" | "code-point";
}

/** A string without its quotes. */
export interface Unquoted {
  readonly value: string;
  readonly mistakes: readonly EscapeMistake[];
}

/**
 * Takes the quotes from a string that ends with its own, and resolves escapes as Prometheus does; what is wrong
 * stays in the value as it is written. Bytes given by `\x` and octal escapes are read as UTF-8; one that is none
 * becomes a lone surrogate, U+DC80 to U+DCFF.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function unquote(text: string): Unquoted {
  const quote = text.charAt(0);
  const body = text.slice(1, -1);
  if (quote === "`" || !body.includes("\\")) return { value: body, mistakes: [] };
  const mistakes: EscapeMistake[] = [];
  let value = "";
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) value += decode(bytes);
    bytes = [];
  };
  for (let at = 0; at < body.length;) {
    const escape = body.charAt(at) === "\\" ? readEscape(body, at, quote) : undefined;
    if (typeof escape?.byte === "number") {
      bytes.push(escape.byte);
      at = escape.to;
      continue;
    }
    flush();
    const to = escape?.to ?? nextBackslash(body, at);
    value += escape?.text ?? body.slice(at, to);
    if (escape?.mistake) mistakes.push({ from: at + 1, to: to + 1, kind: escape.mistake });
    at = to;
  }
  flush();
  return { value, mistakes };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A byte that is no UTF-8 becomes a lone surrogate from U+DC80 on, so that nothing is lost. */
function decode(bytes: readonly number[]): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    const sequence = Uint8Array.from(bytes.slice(at, at + length));
    const char = decoder.decode(sequence);
    const isValid = String(encoder.encode(char)) === String(sequence);
    text += isValid ? char : String.fromCharCode(0xdc00 + byte);
    at += isValid ? length : 1;
  }
  return text;
}

interface Escape {
  readonly to: number;
  readonly text?: string;
  readonly byte?: number;
  readonly mistake?: EscapeMistake["kind"];
}

const numericEscapes = { x: [2, 16], u: [4, 16], U: [8, 16] } as const;

function readEscape(body: string, at: number, quote: string): Escape {
  const letter = body.charAt(at + 1);
  const simple = letter === quote ? quote : simpleEscapes[letter];
  if (simple !== undefined) return { to: at + 2, text: simple };
  if (letter >= "0" && letter <= "7") return readDigits(body, at + 1, 3, 8, true);
  if (letter === "x" || letter === "u" || letter === "U") {
    const [count, base] = numericEscapes[letter];
    return readDigits(body, at + 2, count, base, letter === "x");
  }
  return { to: at + 1 + String.fromCodePoint(body.codePointAt(at + 1) ?? 0).length, mistake: "unknown" };
}

function readDigits(body: string, from: number, count: number, base: 8 | 16, isByte: boolean): Escape {
  const digits = body.slice(from, from + count);
  const to = from + digits.length;
  const all = base === 8 ? /^[0-7]+$/ : /^[0-9a-fA-F]+$/;
  if (digits.length < count || !all.test(digits)) return { to, mistake: "digits" };
  const code = Number.parseInt(digits, base);
  if (isByte) return code > 255 ? { to, mistake: "code-point" } : { to, byte: code };
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return { to, mistake: "code-point" };
  return { to, text: String.fromCodePoint(code) };
}

function nextBackslash(body: string, from: number): number {
  const next = body.indexOf("\\", from);
  return next === -1 ? body.length : next;
}

const printedEscapes: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

/** A string in double quotes as Prometheus prints it; what cannot be seen is escaped. */
export function quote(value: string): string {
  return /^[ !#-[\]-~]*$/.test(value)
    ? `"${value}"`
    : `"${value.replace(/[\\"]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escaped)}"`;
}

function escaped(char: string): string {
  const short = printedEscapes[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
