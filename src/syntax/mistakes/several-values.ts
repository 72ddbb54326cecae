import { literalPattern } from "../../promql/literal-pattern.js";
import { quote, unquote } from "../../promql/strings.js";
import type { MatchOperator } from "../ast.js";
import type { Span } from "../problem.js";
import { scanString } from "../scan.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { endOf, goInBraces, type Misread } from "./misread.js";

/** The label and the operator in front of some values. */
export interface Matching {
  readonly label: string;
  readonly op: MatchOperator;
  /** Where the operator begins. */
  readonly from: number;
}

/** Several values in a list: `job=("a", "b")`, `job=["a", "b"]`, `job=a|b`. */
export function listedValues(text: string, from: number, matching: Matching): Misread | undefined {
  const list = scanList(text, from);
  if (!list) return undefined;
  return severalValues({ from, to: list.to }, list.values, matching, goInBraces(text, from, "string"));
}

const alternatives = /[\w.*+-]+(?:\|[\w.*+-]+)+/y;

/** Several values without quotes behind `=` or `!=`, which read no pattern: `job=a|b`. */
export function barredValues(text: string, from: number, matching: Matching): Misread | undefined {
  const to = endOf(alternatives, text, from);
  if (to === undefined || !/^!?=$/.test(matching.op)) return undefined;
  const values = text.slice(from, to).split("|");
  return severalValues({ from, to }, values, matching, goInBraces(text, from, "string"));
}

function severalValues(at: Span, values: readonly string[], matching: Matching, prometheus: string): Misread {
  const span = { from: matching.from, to: at.to };
  return {
    at,
    words: words(span, matching, values, prometheus),
    to: at.to,
    meant: [{ type: "string", ...at, text: values.join("|") }],
  };
}

const inList = /(not[ \t]+)?in\b[ \t]*/iy;

/** `job in ("a", "b")`, `job not in ("a", "b")`. */
export function valuesAfterIn(text: string, from: number, label: string): Misread | undefined {
  inList.lastIndex = from;
  const [all = "", not] = inList.exec(text) ?? [];
  const list = all === "" ? undefined : scanList(text, from + all.length);
  if (!list) return undefined;
  const op = not === undefined ? "=" : "!=";
  const matching: Matching = { label, op, from };
  const span = { from, to: list.to };
  return {
    at: span,
    words: words(span, matching, list.values, goInBraces(text, from, "label matching operator")),
    to: list.to,
    meant: [
      { type: op, from, to: from, text: op },
      { type: "string", ...span, text: list.values.join("|") },
    ],
  };
}

const joiner = /[ \t\n]*(?:\|\|?|or\b)[ \t\n]*/iy;
const matcherStart = /([A-Za-z_]\w*)[ \t]*(=~|!=|!~|=)[ \t]*/y;

/** Further values or matchers behind `or` or `|`: `job="a" or "b"`, `job="a" || job="b"`; `first` is the value before them. */
export function furtherValues(text: string, from: number, matching: Matching, first: string): Misread | undefined {
  const mark = endOf(joiner, text, from);
  if (mark === undefined) return undefined;
  const values = [first];
  let same = true;
  let to = from;
  for (let at = endOf(joiner, text, to); at !== undefined; at = endOf(joiner, text, to)) {
    matcherStart.lastIndex = at;
    const [all = "", label = matching.label, op = matching.op] = matcherStart.exec(text) ?? [];
    const value = scanValue(text, at + all.length);
    if (!value) break;
    same &&= label === matching.label && op === matching.op && (all === "" || op.startsWith("="));
    values.push(value.value);
    to = value.to;
  }
  if (values.length === 1) return undefined;
  const at = { from, to: from + text.slice(from, mark).trimEnd().length };
  const prometheus = goInBraces(text, from, '"," or "}"');
  return {
    at,
    words: same ? words({ from: matching.from, to }, matching, values, prometheus) : otherLabels(text, at, prometheus),
    to,
    meant: [],
  };
}

function words(at: Span, { op }: Matching, values: readonly string[], prometheus: string): Words {
  const isSingle = values.length === 1;
  return {
    code: "several-values",
    message: `a matcher compares a label with one text, and this ${isSingle ? "is a list" : "gives several"}`,
    ...mending(isSingle ? "Write the text alone" : "Use one pattern, in which `|` means or", [
      { from: at.from, to: at.to, insert: matched(op, values) },
    ]),
    prometheus,
  };
}

function otherLabels(text: string, { from, to }: Span, prometheus: string): Words {
  return {
    code: "several-values",
    message: `\`${text.slice(from, to)}\` joins no matchers: all that stands in braces holds at once`,
    help: `join two selectors with \`or\`: \`${ownMetric}{job="api"} or ${ownMetric}{pod="web"}\`; for two values of one label use \`{job=~"api|web"}\``,
    prometheus,
  };
}

/** The operator and the value that fit all of some values. */
function matched(op: MatchOperator, values: readonly string[]): string {
  const [first = ""] = values;
  if (values.length === 1) return `${op}${quote(first)}`;
  const pattern = (op.endsWith("~") ? values : values.map(literalPattern)).join("|");
  return `${op.startsWith("!") ? "!~" : "=~"}${quote(pattern)}`;
}

const space = /\s*/y;
const separator = /\s*[,|]\s*/y;

function scanList(text: string, from: number): { to: number; values: readonly string[] } | undefined {
  const close = closing[text.charAt(from)];
  if (close === undefined) return undefined;
  const values: string[] = [];
  let at = endOf(space, text, from + 1);
  while (at !== undefined) {
    const value = scanValue(text, at);
    if (!value) return undefined;
    values.push(value.value);
    const after = endOf(space, text, value.to) ?? value.to;
    if (text.charAt(after) === close) return { to: after + 1, values };
    at = endOf(separator, text, value.to);
  }
  return undefined;
}

const closing: Readonly<Partial<Record<string, string>>> = { "(": ")", "[": "]", "{": "}" };

const bareWord = /[\w./:*-]+/y;

function scanValue(text: string, from: number): { to: number; value: string } | undefined {
  if (!/["'`]/.test(text.charAt(from))) {
    const to = endOf(bareWord, text, from);
    return to === undefined ? undefined : { to, value: text.slice(from, to) };
  }
  const { to, closed } = scanString(text, from);
  return closed ? { to, value: unquote(text.slice(from, to)).value } : undefined;
}
