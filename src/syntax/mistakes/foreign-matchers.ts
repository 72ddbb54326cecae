import type { MatchOperator } from "../ast.js";
import { goChar, visible } from "../characters.js";
import type { Span } from "../problem.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { endOf, goInBraces, type Misread } from "./misread.js";

const signs = /[=!~<>]+|:+=*|[\^*$]=/y;
const valid = /=~|!~|!=|=/y;

/** A comparison of another language behind a label: `~=`, `==`, `:`, `<>`. Nothing where one of PromQL stands. */
export function foreignOperator(text: string, from: number): Misread | undefined {
  const to = endOf(signs, text, from);
  const read = endOf(valid, text, from) ?? from;
  if (to === undefined || to === read) return undefined;
  const written = text.slice(from, to);
  const meant = meantBy(written);
  const at = { from: read, to };
  const prometheus = goMessage(text, read);
  if (meant === undefined)
    return { at, words: { ...noOperator(written), prometheus }, to: endOfValue(text, to), meant: [] };
  return {
    at,
    words: { ...comparison(written, meant), ...useOperator({ from, to }, meant), prometheus },
    to,
    meant: [{ type: meant, from, to, text: meant }],
  };
}

function meantBy(written: string): MatchOperator | undefined {
  if (/^(?:[<>]=?|=<|[\^*$]=)$/.test(written)) return undefined;
  const not = written.includes("!") || written === "<>";
  if (written.includes("~")) return not ? "!~" : "=~";
  return not ? "!=" : "=";
}

function comparison(written: string, meant: MatchOperator): Words {
  return {
    code: "foreign-comparison",
    message: /^!?={2,}$/.test(written)
      ? `\`${written}\` is no comparison of labels: PromQL writes it \`${meant}\``
      : `PromQL writes this comparison \`${meant}\``,
  };
}

function noOperator(written: string): Words {
  const code = "foreign-comparison";
  if (!/[<>]/.test(written)) {
    return { code, message: `${visible(written)} compares nothing in PromQL`, help: patternHelp };
  }
  return {
    code,
    message: `\`${written}\` compares numbers, and the value of a label is text`,
    help: `use a pattern, \`{code=~"5.."}\`, or compare the values of the series behind the braces: \`${ownMetric}{…} > 0\``,
  };
}

const patternHelp =
  'use `=~` with a regular expression, which has to fit the whole value: `{job=~"api.*"}` for what begins with `api`';

/** Behind what was understood as an operator, or instead of one. */
function goMessage(text: string, at: number): string {
  const operator = endOf(valid, text, at);
  if (operator !== undefined) {
    const found = text.slice(at, operator);
    return `unexpected ${found === "=" ? '"="' : `<op:${found}>`} in label matching, expected string`;
  }
  const char = text.charAt(at);
  if (char === "!") return `unexpected character after '!' inside braces: ${goChar(text.charAt(at + 1))}`;
  return `unexpected character inside braces: ${goChar(char)}`;
}

function useOperator({ from, to }: Span, operator: MatchOperator) {
  return mending(`Use \`${operator}\``, [{ from, to, insert: operator }]);
}

const words = /[A-Za-z]+(?:[ \t]+(?:to|like|matches)\b)?/y;
const valueFollows = /[ \t]*(?=["'`“”‘’])/y;
const value = /[ \t]*(?:"[^"\n]*"|'[^'\n]*'|`[^`]*`|[^\s,}"'`]+)/y;

const wordOperators: Readonly<Record<string, MatchOperator | "pattern">> = {
  eq: "=",
  equal: "=",
  "equal to": "=",
  equals: "=",
  is: "=",
  isnt: "!=",
  ne: "!=",
  not: "!=",
  begins: "pattern",
  contains: "pattern",
  endswith: "pattern",
  has: "pattern",
  ilike: "pattern",
  like: "pattern",
  match: "pattern",
  matches: "pattern",
  "not like": "pattern",
  "not matches": "pattern",
  regex: "pattern",
  regexp: "pattern",
  rlike: "pattern",
  startswith: "pattern",
};

/** A comparison in words behind a label: `job is "api"`, `job like "api%"`. */
export function wordOperator(text: string, from: number): Misread | undefined {
  const to = endOf(words, text, from);
  if (to === undefined || endOf(valueFollows, text, to) === undefined) return undefined;
  const key = text.slice(from, to).toLowerCase().replace(/\s+/, " ");
  const operator = Object.hasOwn(wordOperators, key) ? wordOperators[key] : undefined;
  if (operator === undefined) return undefined;
  const at = { from, to };
  const prometheus = goInBraces(text, from, "label matching operator");
  const message = `\`${text.slice(from, to)}\` compares nothing in PromQL`;
  const base = { code: "foreign-comparison", message, prometheus };
  if (operator === "pattern") return { at, words: { ...base, help: patternHelp }, to: endOfValue(text, to), meant: [] };
  return {
    at,
    words: { ...base, ...useOperator(at, operator) },
    to,
    meant: [{ type: operator, from, to, text: operator }],
  };
}

/** What such a comparison compares with needs no complaint of its own. */
function endOfValue(text: string, at: number): number {
  return endOf(value, text, at) ?? at;
}

const negated = /(!|not\s)\s*([A-Za-z_]\w*)\s*=(~?)/iy;

/** `!job="api"`, `not job="api"`: the negation before the label. */
export function negatedLabel(text: string, from: number): Misread | undefined {
  negated.lastIndex = from;
  const [all = "", sign = "", label = "", tilde = ""] = negated.exec(text) ?? [];
  if (label === "") return undefined;
  const operator = tilde === "" ? "!=" : "!~";
  const start = text.indexOf(label, from + sign.length);
  const edits = [
    { from, to: start, insert: "" },
    { from: from + all.length - tilde.length - 1, to: from + all.length, insert: operator },
  ];
  const isWord = sign !== "!";
  return {
    at: isWord ? { from: start, to: start + label.length } : { from, to: from + 1 },
    words: {
      code: "foreign-comparison",
      message: `\`${sign.trim()}\` stands before the label, and PromQL negates the comparison`,
      ...mending(`Use \`${operator}\``, edits),
      prometheus: isWord ? goInBraces(text, start, "label matching operator") : goMessage(text, from),
    },
    to: start,
    meant: [],
  };
}
