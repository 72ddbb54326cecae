import { foreignAggregation } from "../promql/foreign-aggregations.js";
import { literalPattern } from "../promql/literal-pattern.js";
import { quote } from "../promql/strings.js";
import { isUsualLabel } from "../promql/usual-labels.js";
import type { Call, Expr, NumberLiteral, VectorSelector } from "../syntax/ast.js";
import { inOneLine } from "../syntax/characters.js";
import { rangeReader } from "../syntax/mistakes/missing-parentheses.js";
import { print } from "../syntax/print.js";

/** What is said of a function of spreadsheets, and the call that has the same result, where that is certain. */
export interface SpreadsheetFunction {
  readonly help: string;
  readonly call?: string;
}

const condition =
  'a condition on a label in braces, `sum(METRIC{job="api"})`, or on the values as a comparison, `sum(METRIC > 0)`';
const ofTexts =
  '`label_replace()` to make a label of a part of another one, or a pattern to select: `METRIC{pod=~"api.*"}`';
const join = "`*` to join two metrics by a label: `a * on (pod) group_left (node) b`";
const absent = "`absent()` to be told that nothing is there";

/** Functions that have no counterpart of the same arguments, by their names in lower case. */
const helps: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["averageif", "averageifs", "countif", "countifs", "maxifs", "minifs", "sumif", "sumifs", "sumproduct"].map(
      (name) => [name, condition],
    ),
  ),
  ...Object.fromEntries(
    ["left", "lower", "mid", "regexextract", "regexreplace", "replace", "right", "split", "substitute", "substr"].map(
      (name) => [name, ofTexts],
    ),
  ),
  ...Object.fromEntries(["hlookup", "index", "lookup", "match", "vlookup", "xlookup"].map((name) => [name, join])),
  ...Object.fromEntries(["isblank", "iserror", "isna", "isnumber"].map((name) => [name, absent])),
  concatenate: "`label_join()`",
  divide: "`/`, as in `a / b`",
  if: "a comparison with `bool`, which gives 1 or 0, as in `up == bool 0`, or `and` to keep what fulfils a condition: `a and b > 0`",
  iferror: "`or`, as in `a or vector(0)`",
  ifna: "`or`, as in `a or vector(0)`",
  ifs: "`and` to keep what fulfils a condition, and `or` between two such: `a and b > 0`",
  mod: "`%`, as in `a % 2`",
  multiply: "`*`, as in `a * b`",
  product: "`*`, as in `a * b`",
  quotient: "`/`, as in `a / b`",
  rank: "`sort_desc()` for their order, or `topk(5, METRIC)` for the greatest",
  subtract: "`-`, as in `a - b`",
  switch: "`and` to keep what fulfils a condition, and `or` between two such: `a and b > 0`",
  textjoin: "`label_join()`",
  today: "`time()`, the seconds since 1970",
  value: "the metric alone: what is stored is a number",
};

const renamed: Readonly<Record<string, string>> = {
  averagea: "avg",
  ceiling: "ceil",
  counta: "count",
  int: "floor",
  log: "ln",
  maxa: "max",
  mina: "min",
  rounddown: "floor",
  roundup: "ceil",
  trunc: "floor",
};

/** What to use in place of a function of spreadsheets, in any case of letters. */
export function spreadsheetFunction({ name, args }: Call): SpreadsheetFunction | undefined {
  const lower = name.text.toLowerCase();
  const special = nthOf(lower, args) ?? rounded(lower, args) ?? overTime(lower, args) ?? ofText(lower, args);
  if (special) return special;
  if (Object.hasOwn(helps, lower)) return { help: `use ${helps[lower] ?? ""}` };
  const meant = Object.hasOwn(renamed, lower) ? renamed[lower] : undefined;
  return meant === undefined ? undefined : called(`${meant}(${listed(args)})`, args.length === 1);
}

function called(call: string, isCertain = true): SpreadsheetFunction {
  return { help: `use \`${inOneLine(call)}\``, ...(isCertain && { call }) };
}

function listed(args: readonly Expr[]): string {
  return args.map(print).join(", ") || "METRIC";
}

/** `LARGE(x, 1)`: the parameter comes first in PromQL. */
function nthOf(name: string, [first, second]: readonly Expr[]): SpreadsheetFunction | undefined {
  if (name !== "large" && name !== "small") return undefined;
  const meant = name === "large" ? "topk" : "bottomk";
  if (!first || second?.kind !== "NumberLiteral")
    return called(`${meant}(1, ${first ? print(first) : "METRIC"})`, !!first);
  return called(`${meant}(${print(second)}, ${print(first)})`);
}

/** `ROUND(x, 2)`: the second argument of `round()` is a step, and not a number of digits. */
function rounded(name: string, [value, digits]: readonly Expr[]): SpreadsheetFunction | undefined {
  if (name !== "round" || !value) return undefined;
  if (!digits) return called(`round(${print(value)})`);
  return isDigits(digits) ? called(`round(${print(value)}, ${10 ** -digits.value})`) : undefined;
}

function isDigits(expr: Expr): expr is NumberLiteral {
  return expr.kind === "NumberLiteral" && Number.isInteger(expr.value) && Math.abs(expr.value) < 7;
}

/** `AVERAGE(x, 5m)`: the range stands in brackets. */
function overTime(name: string, [value, range, more]: readonly Expr[]): SpreadsheetFunction | undefined {
  const reader = rangeReader(foreignAggregation(name) ?? name);
  const isRange = range?.kind === "NumberLiteral" && range.duration;
  if (reader === undefined || !isRange || more || value?.kind !== "VectorSelector" || !isPlain(value)) return undefined;
  return called(`${reader}(${print(value)}[${print(range)}])`);
}

const textPatterns: Readonly<Record<string, (pattern: string) => string>> = {
  beginswith: (pattern) => `${pattern}.*`,
  contains: (pattern) => `.*${pattern}.*`,
  endswith: (pattern) => `.*${pattern}`,
  exact: (pattern) => pattern,
  find: (pattern) => `.*${pattern}.*`,
  like: (pattern) => pattern,
  regexmatch: (pattern) => pattern,
  search: (pattern) => `.*${pattern}.*`,
  startswith: (pattern) => `${pattern}.*`,
};

/** `STARTSWITH(pod, "api")`: texts are those of labels, and patterns in braces select by them. */
function ofText(written: string, args: readonly Expr[]): SpreadsheetFunction | undefined {
  const name = written.replace("_", "");
  const pattern = Object.hasOwn(textPatterns, name) ? textPatterns[name] : undefined;
  if (!pattern) return undefined;
  const text = args.find((arg) => arg.kind === "StringLiteral")?.value ?? "api";
  const where = args.find((arg) => arg.kind === "VectorSelector")?.metric?.text ?? "METRIC";
  const [metric, label] = isUsualLabel(where) ? ["METRIC", where] : [where, "LABEL"];
  const isPattern = name === "like" || name === "regexmatch";
  const selector = `${metric}{${label}=~${quote(pattern(isPattern ? text : literalPattern(text)))}}`;
  return { help: `select by a label in braces, with a pattern: \`${inOneLine(selector)}\`` };
}

function isPlain({ offset, at, extension }: VectorSelector): boolean {
  return !offset && !at && !extension;
}
