import type { EscapeMistake } from "../promql/strings.js";
import type { Problem, Span } from "./problem.js";

/** What the lexer says of a mistake; every one makes Prometheus reject the query. */
type Words = Omit<Problem, "severity" | "at">;

/** A character that begins nothing, where a query is read in the given state. */
export function unexpectedCharacter(char: string, where: "ordinary" | "braces" | "duration"): Words {
  const [known, help] = knownCharacters[where][char] ?? [
    `${visible(char)} has no meaning ${places[where]}`,
    where === "braces" ? 'put label values in quotes: `up{job="api"}`' : "remove it",
  ];
  return { code: "unexpected-character", message: known, help, prometheus: `${goPlaces[where]}: ${goChar(char)}` };
}

const places = { ordinary: "in PromQL", braces: "inside braces", duration: "inside brackets" } as const;

const goPlaces = {
  ordinary: "unexpected character",
  braces: "unexpected character inside braces",
  duration: "unexpected character in duration expression",
} as const;

const knownCharacters: Readonly<Record<keyof typeof places, Readonly<Record<string, readonly [string, string]>>>> = {
  ordinary: {
    "!": ["`!` alone is no operator", "use `!=` to compare, or `unless` to leave series out"],
    "[": ["`[` stands inside brackets that are still open", "close the first brackets with `]`"],
    "]": ["`]` closes nothing: no `[` is open here", "remove it"],
    "}": ["`}` closes nothing: no `{` is open here", "remove it"],
    ":": ["a second `:` stands in the brackets", "write one range and one step: `[1h:5m]`"],
    "&": ["`&` is no operator of PromQL", "use `and`"],
    "|": ["`|` is no operator of PromQL", "use `or`"],
    $: ["`$` has no meaning in PromQL", "a variable of Grafana or of a template has no value here: write the value"],
    ";": ["`;` has no meaning in PromQL: a query is one expression", "remove it"],
  },
  braces: {
    "!": ["`!` alone compares nothing", "use `!=` or `!~`"],
    "{": ["`{` stands inside braces that are still open", "close the first braces with `}`"],
  },
  duration: {},
};

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
    message: `brackets hold a duration, and \`${text}\` is none`,
    help: "write a number with a unit: `5m`; units are `ms`, `s`, `m`, `h`, `d`, `w`, `y`",
    prometheus: first
      ? `unexpected character in duration expression: ${char}`
      : `unexpected character: ${char}, expected ':'`,
  };
}

/** Digits that go on as neither a number nor a duration. */
export function neitherNumberNorDuration(text: string): Words {
  return {
    code: "bad-number",
    message: `\`${text}\` is neither a number nor a duration`,
    help: "a duration has whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`",
    prometheus: `bad number or duration syntax: ${JSON.stringify(text)}`,
  };
}

/** A number that a 64-bit float cannot hold. */
export function numberOutOfRange(text: string): Words {
  return {
    code: "bad-number",
    message: `\`${text}\` is no number that Prometheus can hold`,
    help: "numbers are 64-bit floats: the greatest is about 1.8e308",
    prometheus: `error parsing number: strconv.ParseFloat: parsing ${JSON.stringify(text)}: value out of range`,
  };
}

/** A duration in the wrong order of units, or beyond 292 years. */
export function badDuration(text: string, mistake: "syntax" | "out-of-range"): Words {
  if (mistake === "out-of-range") {
    return {
      code: "bad-duration",
      message: `\`${text}\` is longer than Prometheus can hold`,
      help: "the longest duration is about 292 years",
      prometheus: "duration out of range",
    };
  }
  return {
    code: "bad-duration",
    message: `\`${text}\` is no duration: each unit stands once, the longer before the shorter`,
    help: "use the units `y`, `w`, `d`, `h`, `m`, `s`, `ms` in this order: `1d12h`",
    prometheus: `not a valid duration string: ${JSON.stringify(text)}`,
  };
}

/** A string whose closing quote is missing; it ends at `to`. */
export function unclosedString(quote: string, to: number): Words {
  const raw = quote === "`";
  return {
    code: "unclosed-string",
    message: `the string that begins here never ends: its closing ${raw ? "backtick" : `\`${quote}\``} is missing`,
    help: raw ? "close it with a backtick" : `close it with \`${quote}\`, and write a line break inside as \`\\n\``,
    fixes: [{ title: "Close the string", safety: "safe", edits: [{ from: to, to, insert: quote }] }],
    prometheus: raw ? "unterminated raw string" : "unterminated quoted string",
  };
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
      return { ...base, message: `${text} needs more digits to name a character`, help: digitsHelp };
    case "unfinished":
      return { ...base, message: `${text} ends before its digits do`, help: digitsHelp };
    case "code-point":
      return {
        ...base,
        message: `${text} names no character`,
        help: digitsHelp,
        prometheus: "escape sequence is an invalid Unicode code point",
      };
  }
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
export function unclosed(open: readonly (keyof typeof pairs)[], end: number): Words {
  const closing = open.map((what) => pairs[what].close).join("");
  const what = open[0] ?? "parenthesis";
  return {
    code: `unclosed-${what}`,
    message: `\`${pairs[what].open}\` is never closed`,
    help: `add the missing \`${closing}\``,
    fixes: [{ title: `Add \`${closing}\``, safety: "safe", edits: [{ from: end, to: end, insert: closing }] }],
    prometheus: pairs[what].prometheus,
  };
}

const pairs = {
  brace: { open: "{", close: "}", prometheus: "unexpected end of input inside braces" },
  bracket: { open: "[", close: "]", prometheus: "unclosed left bracket" },
  parenthesis: { open: "(", close: ")", prometheus: "unclosed left parenthesis" },
} as const;

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
  if (char === "'" || char === "\\") return `'\\${char}'`;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char) ? `'${char}'` : `'\\u${codePoint(char).slice(2).toLowerCase()}'`;
}

/** As Go's `%#U` writes a character. */
function goRune(char: string): string {
  return `${codePoint(char)} '${char}'`;
}
