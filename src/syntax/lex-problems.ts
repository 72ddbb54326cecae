import { parseDuration } from "../promql/durations.js";
import { quote, type EscapeMistake } from "../promql/strings.js";
import type { Problem, Span } from "./problem.js";

/** What the lexer says of a mistake; every one makes Prometheus reject the query. */
type Words = Omit<Problem, "severity" | "at">;

/** A character that begins nothing, and what follows it, where a query is read in the given state. */
export function unexpectedCharacter(char: string, next: string, where: Place): Words {
  const known = knownCharacters[where][char];
  return {
    code: "unexpected-character",
    message: known?.message ?? `${visible(char)} has no meaning ${places[where]}`,
    help: known?.help ?? "remove it",
    prometheus: known?.prometheus ?? goUnexpected(char, next, where),
  };
}

/** By which rules a query is read: in braces, at the beginning of brackets, or elsewhere. */
export type Place = "ordinary" | "braces" | "duration";

const places = { ordinary: "in PromQL", braces: "inside braces", duration: "inside brackets" } as const;

const goPlaces = {
  ordinary: "unexpected character",
  braces: "unexpected character inside braces",
  duration: "unexpected character in duration expression",
} as const;

function goUnexpected(char: string, next: string, where: Place): string {
  if (char !== "!" || where === "duration") return `${goPlaces[where]}: ${goChar(char)}`;
  return `unexpected character after '!'${where === "braces" ? " inside braces" : ""}: ${goChar(next)}`;
}

interface KnownCharacter {
  readonly message: string;
  readonly help: string;
  readonly prometheus?: string;
}

const secondColon = {
  message: "a second `:` stands in the brackets",
  help: "write one range and one step: `[1h:5m]`",
} as const;

const knownCharacters: Readonly<Record<Place, Readonly<Record<string, KnownCharacter>>>> = {
  ordinary: {
    "!": { message: "`!` alone is no operator", help: "use `!=` to compare, or `unless` to leave series out" },
    "[": {
      message: "`[` stands inside brackets that are still open",
      help: "close the first brackets with `]`",
      prometheus: "unexpected left bracket '['",
    },
    "]": {
      message: "`]` closes nothing: no `[` is open here",
      help: "remove it",
      prometheus: "unexpected right bracket ']'",
    },
    "}": { message: "`}` closes nothing: no `{` is open here", help: "remove it" },
    ":": { ...secondColon, prometheus: "unexpected colon ':'" },
    $: {
      message: "`$` has no meaning in PromQL",
      help: "a variable of Grafana or of a template has no value here: write the value",
    },
    ";": { message: "`;` has no meaning in PromQL: a query is one expression", help: "remove it" },
  },
  braces: {
    "!": { message: "`!` alone compares nothing", help: "use `!=` or `!~`" },
    "{": {
      message: "`{` stands inside braces that are still open",
      help: "close the first braces with `}`",
      prometheus: "unexpected left brace '{'",
    },
  },
  duration: {
    ":": { ...secondColon, prometheus: "unexpected repeated colon in duration expression" },
  },
};

/** A variable of Grafana, where the query is read without them. */
export function variable(text: string, where: Place): Words {
  return {
    code: "unexpected-character",
    message: `\`${shortened(text)}\` is a variable, and Prometheus has none`,
    help: "write the value",
    prometheus: `${goPlaces[where]}: ${goChar(text.charAt(0))}`,
  };
}

/** `&&` and `||`, which are `and` and `or` in PromQL. */
export function foreignOperator(at: Span, text: string, meant: "and" | "or"): Words {
  return {
    code: "unexpected-character",
    message: `\`${text}\` is no operator of PromQL`,
    help: `use \`${meant}\``,
    fixes: [{ title: `Use \`${meant}\``, safety: "safe", edits: [{ from: at.from, to: at.to, insert: meant }] }],
    prometheus: `unexpected character: ${goChar(text.charAt(0))}`,
  };
}

/** Characters that cannot stand in braces; after an operator they are a value without quotes. */
export function foreignInBraces(at: Span, text: string, isValue: boolean): Words {
  const edits = [{ from: at.from, to: at.to, insert: quote(text) }];
  return {
    code: "unexpected-character",
    message: `${visible(shortened(text))} has no meaning inside braces`,
    help: 'put names and values in quotes: `up{job="api"}`',
    ...(isValue && { fixes: [{ title: "Put the value in quotes", safety: "safe", edits }] }),
    prometheus: `unexpected character inside braces: ${goChar(String.fromCodePoint(text.codePointAt(0) ?? 0))}`,
  };
}

/** Something that stays open where `found` closes or opens something else; the closing character belongs at `at`. */
export function unclosedBefore(close: string, found: string, at: number): Words {
  const what = close === "}" ? "brace" : close === "]" ? "bracket" : "parenthesis";
  return {
    code: `unclosed-${what}`,
    message: `\`${pairs[what].open}\` is not closed before \`${found}\``,
    help: `add the missing \`${close}\``,
    fixes: [{ title: `Add \`${close}\``, safety: "safe", edits: [{ from: at, to: at, insert: close }] }],
    ...(what === "brace" && { prometheus: `unexpected character inside braces: ${goChar(found)}` }),
  };
}

/** `=~` or `!~` outside braces. */
export function matcherOutsideBraces(operator: "=~" | "!~"): Words {
  const instead = operator === "=~" ? "==" : "!=";
  return {
    code: "matcher-outside-braces",
    message: `\`${operator}\` compares a label, and labels stand in braces`,
    help: `write \`up{job${operator}"api|web"}\`, or compare values with \`${instead}\``,
    prometheus: `unexpected character after '${operator.charAt(0)}': '~'`,
  };
}

/** `)` with nothing to close. */
export const unmatchedParenthesis: Words = {
  code: "unmatched-parenthesis",
  message: "`)` closes nothing: no `(` is open here",
  help: "remove it, or open a parenthesis before",
  prometheus: "unexpected right parenthesis ')'",
};

/** `[:5m]`. */
export const missingRange: Words = {
  code: "missing-duration",
  message: "`:` stands before any duration in the brackets",
  help: "write the range first: `[1h:5m]`",
  prometheus: "unexpected colon before duration in duration expression",
};

/** A word in brackets that is no function of durations. */
export function wordInBrackets(text: string, first: boolean): Words {
  const char = goChar(text.charAt(0));
  return {
    code: "bad-duration",
    message: `brackets hold a duration, and \`${shortened(text)}\` is none`,
    help: "write a number with a unit: `5m`; units are `ms`, `s`, `m`, `h`, `d`, `w`, `y`",
    prometheus: first
      ? `unexpected character in duration expression: ${char}`
      : `unexpected character: ${char}, expected ':'`,
  };
}

/** Digits that go on as neither a number nor a duration; Prometheus reads them as far as `read`. */
export function neitherNumberNorDuration(from: number, text: string, read: string): Words {
  const meant = withUnit(text);
  const edits = [{ from, to: from + text.length, insert: meant ?? "" }];
  return {
    code: "bad-number",
    message: `\`${shortened(text)}\` is neither a number nor a duration`,
    help: "a duration has whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`",
    ...(meant && { fixes: [{ title: `Use \`${meant}\``, safety: "safe", edits }] }),
    prometheus: `bad number or duration syntax: ${JSON.stringify(read)}`,
  };
}

const longUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/, "ms"],
  [/^(?:secs?|seconds?)$/, "s"],
  [/^(?:mins?|minutes?)$/, "m"],
  [/^(?:hrs?|hours?)$/, "h"],
  [/^days?$/, "d"],
  [/^weeks?$/, "w"],
  [/^(?:yrs?|years?)$/, "y"],
];

/** A duration whose unit is written out or in capitals, as Prometheus wants it: `5min` is `5m`. `M` may be a month. */
function withUnit(text: string): string | undefined {
  const [, count = "", unit = ""] = /^(\d{1,9})([A-Za-z]+)$/.exec(text) ?? [];
  const short =
    longUnits.find(([names]) => names.test(unit.toLowerCase()))?.[1] ??
    (/^[SHDWY]$/.test(unit) ? unit.toLowerCase() : undefined);
  return short && count + short;
}

/** A number that a 64-bit float cannot hold, or that is written in no base. */
export function badNumber(text: string): Words {
  const tooGreat = Number(text.replaceAll("_", "")) === Infinity;
  const [message, help] = tooGreat
    ? [
        "is greater than any number that Prometheus can hold",
        "numbers are 64-bit floats: the greatest is about 1.8e308",
      ]
    : /^0x[\da-f_]+$/i.test(text)
      ? ["is greater than any hexadecimal number that Prometheus can hold", "write it as a decimal number"]
      : ["is no number", "write it like `15`, `1.5e3`, `1_000` or `0x1f`"];
  return {
    code: "bad-number",
    message: `\`${shortened(text)}\` ${message}`,
    help,
    prometheus: `error parsing number: strconv.ParseFloat: parsing ${JSON.stringify(text)}: ${tooGreat ? "value out of range" : "invalid syntax"}`,
  };
}

/** A duration with parts that are none, in the wrong order of units, or beyond 292 years. */
export function badDuration(text: string, mistake: "syntax" | "out-of-range"): Words {
  const base = { code: "bad-duration" };
  if (mistake === "out-of-range") {
    return {
      ...base,
      message: `\`${shortened(text)}\` is longer than Prometheus can hold`,
      help: "the longest duration is about 292 years",
      prometheus: "duration out of range",
    };
  }
  const unit = unknownUnit(text);
  const why =
    unit === undefined
      ? "each unit stands once, the longer before the shorter"
      : /^[._]$/.test(unit)
        ? "its numbers are whole"
        : `\`${unit}\` is no unit of time`;
  return {
    ...base,
    message: `\`${shortened(text)}\` is no duration: ${why}`,
    help: "use whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms` in this order: `1d12h`",
    prometheus:
      unit === undefined || text.startsWith(unit)
        ? `not a valid duration string: ${JSON.stringify(text)}`
        : `unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`,
  };
}

const units = ["y", "w", "d", "h", "m", "s", "ms"];

/** The first unit that does not exist, unless one before it stands in the wrong order. */
function unknownUnit(duration: string): string | undefined {
  let last = -1;
  for (const [unit] of duration.matchAll(/\D+/g)) {
    const place = units.indexOf(unit);
    if (place === -1) return unit;
    if (place <= last) return undefined;
    last = place;
  }
  return undefined;
}

/** A string, in quotes or not, where a duration belongs. */
export function stringInBrackets(at: Span, raw: string): Words {
  const inside = raw.slice(1, -1);
  const edits = [{ from: at.from, to: at.to, insert: inside }];
  return {
    code: "bad-duration",
    message: "brackets hold a duration, and this is a string",
    help: "write it without quotes: `5m`",
    ...(typeof parseDuration(inside) === "number" && {
      fixes: [{ title: "Remove the quotes", safety: "safe", edits }],
    }),
    prometheus: `unexpected character in duration expression: ${goChar(raw.charAt(0))}`,
  };
}

/** A string whose closing quote is missing; it ends at `to`. */
export function unclosedString(raw: string, to: number): Words {
  const mark = raw.charAt(0);
  const isRaw = mark === "`";
  const name = isRaw ? "backtick" : `\`${mark}\``;
  const escapes = !isRaw && endsInBackslash(raw);
  const bracket = raw.search(/[)\]}]/);
  const at = bracket === -1 ? to : to - raw.length + bracket;
  return {
    code: "unclosed-string",
    message: `the string that begins here never ends: its closing ${name} is missing`,
    help: isRaw ? "close it with a backtick" : `close it with ${name}, and write a line break inside as \`\\n\``,
    fixes: [
      {
        title: "Close the string",
        safety: bracket === -1 ? "safe" : "suggestion",
        edits: [{ from: at, to: at, insert: bracket === -1 && escapes ? `\\${mark}` : mark }],
      },
    ],
    prometheus: isRaw
      ? "unterminated raw string"
      : escapes
        ? "escape sequence not terminated"
        : "unterminated quoted string",
  };
}

/** Whether the last character is a backslash that is not itself escaped. */
function endsInBackslash(text: string): boolean {
  let count = 0;
  while (text.charAt(text.length - 1 - count) === "\\") count += 1;
  return count % 2 === 1;
}

/** An escape sequence that does not exist, in a string that begins at `start`. */
export function badEscape(raw: string, start: number, { from, to, kind }: EscapeMistake): Problem {
  const at: Span = { from: start + from, to: start + to };
  const text = visible(raw.slice(from, to));
  const base = { code: "bad-escape", severity: "error", at } as const;
  switch (kind) {
    case "unknown":
      return {
        ...base,
        message: `${text} is no escape sequence`,
        help: "write a backslash twice to mean itself",
        fixes: [
          { title: "Double the backslash", safety: "safe", edits: [{ from: at.from, to: at.from, insert: "\\" }] },
        ],
        prometheus: `unknown escape sequence ${goRune(raw.slice(from + 1, to))}`,
      };
    case "digits":
      return {
        ...base,
        message: `${text} needs more digits to name a character`,
        help: digitsHelp,
        prometheus: `illegal character ${goRune(firstNoDigit(raw, from + 1))} in escape sequence`,
      };
    case "code-point":
      return {
        ...base,
        message: `${text} names no character`,
        help: digitsHelp,
        prometheus: "escape sequence is an invalid Unicode code point",
      };
  }
}

/** The character that ends the digits of the escape sequence whose letter or first octal digit stands at `at`. */
function firstNoDigit(raw: string, at: number): string {
  const octal = raw.charAt(at) >= "0" && raw.charAt(at) <= "7";
  const digit = octal ? /[0-7]/ : /[\da-fA-F]/;
  let end = octal ? at : at + 1;
  while (digit.test(raw.charAt(end))) end += 1;
  return String.fromCodePoint(raw.codePointAt(end) ?? 0);
}

const digitsHelp = "write `\\x` with two, `\\u` with four or `\\U` with eight hexadecimal digits, or three octal ones";

/** A character that no UTF-8 text can hold. */
export const invalidUtf8: Words = {
  code: "invalid-utf8",
  message: "the string holds a character that is not valid UTF-8",
  help: "save the text as UTF-8",
  prometheus: "invalid UTF-8 rune",
};

/** Brackets of any kind that stay open until the end, the innermost first; the closing ones are missing at `end`. */
export function unclosed(open: readonly (keyof typeof pairs)[], end: number, where: Place): Words {
  const closing = open.map((what) => pairs[what].close).join("");
  const what = open[0] ?? "parenthesis";
  return {
    code: `unclosed-${what}`,
    message: `\`${pairs[what].open}\` is never closed`,
    help: `add the missing \`${closing}\``,
    fixes: [{ title: `Add \`${closing}\``, safety: "safe", edits: [{ from: end, to: end, insert: closing }] }],
    prometheus:
      where === "ordinary"
        ? `unclosed left ${open.includes("parenthesis") ? "parenthesis" : "bracket"}`
        : `unexpected end of input ${where === "braces" ? "inside braces" : "in duration expression"}`,
  };
}

const pairs = {
  brace: { open: "{", close: "}" },
  bracket: { open: "[", close: "]" },
  parenthesis: { open: "(", close: ")" },
} as const;

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The text in backticks; a character that cannot be seen as its code. */
function visible(text: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) ? `\`${text}\`` : codes(text);
}

function codes(text: string): string {
  return Array.from(text, codePoint).join(" ");
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** As Go's `%q` writes a character. */
function goChar(char: string): string {
  if (char === "") return "'\uFFFD'";
  if (char === "'" || char === "\\") return `'\\${char}'`;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char) ? `'${char}'` : `'\\u${codePoint(char).slice(2).toLowerCase()}'`;
}

/** As Go's `%#U` writes a character. */
function goRune(char: string): string {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char) ? `${codePoint(char)} '${char}'` : codePoint(char);
}
