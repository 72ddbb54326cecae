import { goChar, shortened, visible } from "../characters.js";
import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { goInBraces } from "./misread.js";

/** What the lexer says of a mistake; every one makes Prometheus reject the query. */
export type Words = Omit<Problem, "severity" | "at">;

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
    ".": {
      message: "`.` has no meaning in PromQL",
      help: 'remove it, or write a name that holds it in braces and quotes: `{"http.requests"}`',
    },
    "?": {
      message: "`?` has no meaning in PromQL",
      help: "a comparison with `bool` gives 1 or 0, as in `up > bool 0`",
    },
    ";": {
      message: "`;` has no meaning in PromQL: a query is one expression",
      help: "ask one query at a time; what stands in a list is separated with commas",
    },
  },
  braces: {
    "!": { message: "`!` alone compares nothing", help: "use `!=` or `!~`" },
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

/** Characters that cannot stand in braces. */
export function foreignInBraces(text: string): Words {
  return {
    code: "unexpected-character",
    message: `${visible(shortened(text))} has no meaning inside braces`,
    help: `compare labels with values in quotes: \`${ownMetric}{job="api"}\``,
    prometheus: goInBraces(text, 0, "string"),
  };
}

/** Parentheses around matchers. */
export const parenthesisInBraces: Words = {
  code: "unexpected-character",
  message: "parentheses have no meaning inside braces",
  help: "write matchers one after another with commas between them: all of them hold at once",
  prometheus: "unexpected character inside braces: '('",
};

/** Matchers in brackets, from `open` to `to`; they begin at `inside`. */
export function matchersInBrackets(text: string, open: number, inside: number, to: number): Words {
  return {
    code: "matcher-outside-braces",
    message: "brackets hold a duration, and labels stand in braces",
    ...mending("Use braces", [
      { from: open, to: open + 1, insert: "{" },
      { from: to - 1, to, insert: "}" },
    ]),
    prometheus: `unexpected character in duration expression: ${goChar(text.charAt(inside))}`,
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

/** `)]` or `)}` at `at`, in the wrong order. */
export function exchangedClosing(close: "}" | "]", at: number): Words {
  const what = close === "}" ? "brace" : "bracket";
  return {
    code: `unclosed-${what}`,
    message: `\`)\` stands before the \`${close}\` that closes this`,
    ...mending("Exchange the two", [{ from: at, to: at + 2, insert: `${close})` }]),
    ...(what === "brace" && { prometheus: "unexpected character inside braces: ')'" }),
  };
}

/** `]` behind a duration, whose `[` belongs at an empty place. */
export function unopenedBracket(at: Span): Words {
  return {
    ...unexpectedCharacter("]", "", "ordinary"),
    message: "`]` closes a range that no `[` opens",
    ...mending("Add `[`", [{ ...at, insert: "[" }]),
  };
}

/** A closing bracket, brace or parenthesis of another kind than what is open. */
export function closedWith(found: string, open: string, at: Span): Words {
  const [close, what] = open === "(" ? [")", "parenthesis"] : ["]", "bracket"];
  return {
    code: `unclosed-${what}`,
    message: `\`${found}\` stands where \`${close}\` closes the \`${open}\``,
    ...mending(`Use \`${close}\``, [{ ...at, insert: close }]),
    prometheus: goUnmatched(found),
  };
}

function goUnmatched(found: string): string {
  if (found === ")") return "unexpected right parenthesis ')'";
  return found === "]" ? "unexpected right bracket ']'" : `unexpected character: ${goChar(found)}`;
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
