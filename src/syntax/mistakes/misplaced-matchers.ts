import { quote } from "../../promql/strings.js";
import type { Expr, VectorSelector } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, FixSafety, Span } from "../problem.js";
import { walk } from "../walk.js";
import { isConditionWord } from "./foreign-words.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { inGoWords, isPattern, matcherOutsideBraces, type Words } from "./parse-problems.js";

/** Whether a label, an operator that stands in braces only, and a value come next, after `ahead` lexemes. */
export function startsMatcher(cursor: Cursor, ahead: number): boolean {
  const [label, op] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
  const isLabel = label.type === "identifier" || label.type === "keyword" || label.type === "string";
  const isNamed = op.type === "identifier" && wordsForEqual.has(op.text.toLowerCase());
  return isLabel && (op.type === "=" || isPattern(op) || (isNamed && cursor.peek(ahead + 2).type === "string"));
}

const wordsForEqual: ReadonlySet<string> = new Set(["eq", "equal", "equals", "is"]);

/** The operator of a matcher that stands outside of braces; `edits` put it there. */
function misplacedMatcher(written: Lexeme, edits: readonly Edit[] | undefined, safety: FixSafety = "safe"): Words {
  const op: Lexeme = written.type === "identifier" ? { ...written, type: "=" } : written;
  return {
    ...matcherOutsideBraces(op),
    ...(edits
      ? mending(putInBraces, edits, safety)
      : { help: `labels go in braces behind the metric: \`${ownMetric}{job="api"}\`` }),
    ...(op.type === "=" && { prometheus: 'unexpected "="' }),
  };
}

const putInBraces = "Put labels in braces, behind the metric";

/** Reads `(job="api")`, which stands behind the name of a metric, and says what its parentheses were meant to be. */
export function matchersInParentheses(cursor: Cursor): { at: Lexeme; words: Words } {
  const open = cursor.next();
  const op = cursor.peek(1);
  let last: Span = open;
  const quotes: Edit[] = [];
  for (let depth = 1; depth > 0 && cursor.peek().type !== "end";) {
    const before = cursor.last();
    const lexeme = cursor.next();
    if (lexeme.type === "identifier" && /[=~]$/.test(cursor.source(before)))
      quotes.push({ from: lexeme.from, to: lexeme.to, insert: quote(lexeme.text) });
    if (lexeme.type === "(") depth += 1;
    if (lexeme.type === ")") depth -= 1;
    if (depth === 0) last = lexeme;
  }
  if (last === open) return { at: op, words: misplacedMatcher(op, undefined) };
  const edits = [
    { from: open.from, to: open.to, insert: "{" },
    ...quotes,
    { from: last.from, to: last.to, insert: "}" },
  ];
  return { at: op, words: misplacedMatcher(op, edits) };
}

/** How many lexemes behind `=` and a string, which come next, are further matchers: `job="api", pod="a"`. */
export function furtherMatchers(cursor: Cursor): number {
  let count = 0;
  while (
    cursor.peek(count + 2).type === "," &&
    startsMatcher(cursor, count + 3) &&
    cursor.peek(count + 5).type === "string"
  )
    count += 4;
  return count;
}

/** A matcher that is an argument of its own, as in `sum(up, job="api")`: it goes to the selector of an earlier one. */
export function matcherAsArgument(cursor: Cursor, op: Lexeme, label: Span, earlier: readonly Expr[], more = 0): Words {
  const value = cursor.peek(1);
  const end = cursor.peek(1 + more).to;
  const matcher = cursor.source({ from: label.from, to: value.to });
  const target = onlySelector(earlier);
  const before = earlier.at(-1);
  if (!target || !before) {
    const edits = [
      { from: label.from, to: label.from, insert: "{" },
      { from: end, to: end, insert: "}" },
    ];
    return { ...misplacedMatcher(op, edits, "suggestion"), help: "put labels in braces" };
  }
  const edits = [withMatchers(target, matcher), { from: before.span.to, to: value.to, insert: "" }];
  return misplacedMatcher(op, edits);
}

/**
 * Matchers right behind an expression, as in `up job="api"` or `up where job="api" and pod=a`; the first label stands
 * `ahead`. They are read.
 */
export function matcherBehind(cursor: Cursor, ahead: number, left: Expr | undefined): Words {
  const found = cursor.peek();
  const first = cursor.peek(ahead + 1);
  const target = left && onlySelector([left]);
  const prometheus = `unexpected ${inGoWords(found)}`;
  for (let skipped = 0; skipped < ahead; skipped++) cursor.next();
  const matchers: string[] = [];
  let isNumber = false;
  for (let more = true; more; more = joinsMatcher(cursor)) {
    if (matchers.length > 0) cursor.next();
    const [label, op, value] = [cursor.next(), cursor.next(), cursor.peek()];
    const text = valueOf(cursor, value);
    if (text === undefined) break;
    cursor.next();
    isNumber ||= value.type === "number";
    matchers.push(cursor.source(label) + (isPattern(op) ? op.type : "=") + text);
  }
  if (!left || !target || matchers.length === 0) return { ...misplacedMatcher(first, undefined), prometheus };
  const isCondition = target === left && isConditionWord(target.metric?.text ?? "");
  const edits = isCondition
    ? [{ from: left.span.from, to: cursor.last().to, insert: `{${matchers.join(", ")}}` }]
    : [withMatchers(target, matchers.join(", ")), { from: left.span.to, to: cursor.last().to, insert: "" }];
  return { ...misplacedMatcher(first, edits, isNumber ? "suggestion" : "safe"), prometheus };
}

/** Whether `and` or a comma and another matcher come next. */
function joinsMatcher(cursor: Cursor): boolean {
  const { type, text } = cursor.peek();
  return (type === "," || (type === "keyword" && text === "and")) && startsMatcher(cursor, 1);
}

/** The value of a matcher as it is to be written; a word or number gets quotes. */
function valueOf(cursor: Cursor, value: Lexeme): string | undefined {
  if (value.type === "string") return cursor.source(value);
  return value.type === "identifier" || value.type === "number" ? quote(cursor.source(value)) : undefined;
}

/** Braces behind what takes none, as in `rate(up[5m]){job="api"}` or `up{job="api"}{pod="a"}`; `{` comes next. */
export function bracesBehind(cursor: Cursor, left: Expr | undefined): Words {
  const open = cursor.peek();
  let ahead = 0;
  while (cursor.peek(ahead).type !== "}" && cursor.peek(ahead).type !== "end") ahead += 1;
  const close = cursor.peek(ahead);
  const target = left && onlySelector([left]);
  const words: Words = {
    code: "misplaced-braces",
    message: "braces stand right behind the name of a metric, and once",
    help: `put all matchers into one pair of braces: \`${ownMetric}{job="api", instance="a"}\``,
    prometheus: `unexpected ${inGoWords(open)}`,
  };
  if (!target || close.type === "end") return words;
  const inside = cursor.source({ from: open.to, to: close.from });
  const edits = [withMatchers(target, inside), { from: left.span.to, to: close.to, insert: "" }];
  return { ...words, ...mending("Put the matchers behind the metric, in one pair of braces", edits) };
}

/** The selector in some expressions, where it is the only one. */
export function onlySelector(exprs: readonly Expr[]): VectorSelector | undefined {
  const selectors = exprs.flatMap((expr) => walk(expr).filter((node) => node.kind === "VectorSelector"));
  return selectors.length === 1 ? selectors[0] : undefined;
}

/** Adds matchers to a selector. */
function withMatchers({ span, metric, matchers, braces }: VectorSelector, text: string): Edit {
  if (!braces) {
    const at = metric?.span.to ?? span.to;
    return { from: at, to: at, insert: `{${text}}` };
  }
  const isEmpty = matchers.length === 0 && !(metric && metric.span.from > braces.from);
  const last = matchers.at(-1)?.span.to ?? metric?.span.to;
  const at = isEmpty || last === undefined ? braces.to - 1 : Math.max(last, metric?.span.to ?? 0);
  return { from: at, to: at, insert: isEmpty ? text : `, ${text}` };
}
