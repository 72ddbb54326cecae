import type { Expr, VectorSelector } from "./ast.js";
import { inOneLine } from "./characters.js";
import type { Cursor } from "./cursor.js";
import type { Lexeme } from "./lex.js";
import { inGoWords, isPattern, matcherOutsideBraces, type Words } from "./parse-problems.js";
import type { Edit, Fix, Span } from "./problem.js";
import { walk } from "./walk.js";

/** Whether a label, an operator that stands in braces only, and a value come next, after `ahead` lexemes. */
export function startsMatcher(cursor: Cursor, ahead: number): boolean {
  const [label, op] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
  const isLabel = label.type === "identifier" || label.type === "keyword" || label.type === "string";
  return isLabel && (op.type === "=" || isPattern(op));
}

/** The operator of a matcher that stands outside of braces. `help` says where it goes, and `edits` bring it there. */
export function misplacedMatcher(op: Lexeme, help: string, edits: readonly Edit[] | undefined): Words {
  return {
    ...matcherOutsideBraces(op),
    help,
    ...(edits && { fixes: [{ title: "Put it in braces", safety: "safe", edits }] }),
    ...(op.type === "=" && { prometheus: 'unexpected "="' }),
  };
}

/** Reads `(job="api")` behind the name of a metric, and says what its parentheses were meant to be. */
export function matchersInParentheses(cursor: Cursor, name: Lexeme): { at: Lexeme; words: Words } {
  const open = cursor.next();
  const op = cursor.peek(1);
  let last: Span = open;
  for (let depth = 1; depth > 0 && cursor.peek().type !== "end";) {
    const lexeme = cursor.next();
    if (lexeme.type === "(") depth += 1;
    if (lexeme.type === ")") depth -= 1;
    if (depth === 0) last = lexeme;
  }
  if (last === open) return { at: op, words: misplacedMatcher(op, 'use braces: `up{job="api"}`', undefined) };
  const inside = cursor.source({ from: open.to, to: last.from });
  const edits = [
    { from: open.from, to: open.to, insert: "{" },
    { from: last.from, to: last.to, insert: "}" },
  ];
  const help = `labels go in braces: \`${inOneLine(`${cursor.source(name)}{${inside}}`)}\``;
  return { at: op, words: misplacedMatcher(op, help, edits) };
}

/** A matcher that is an argument of its own, as in `sum(up, job="api")`: it goes to the selector of an earlier one. */
export function matcherAsArgument(cursor: Cursor, op: Lexeme, label: Span, earlier: readonly Expr[]): Words {
  const value = cursor.peek(1);
  const matcher = cursor.source({ from: label.from, to: value.to });
  const target = onlySelector(earlier);
  const before = earlier.at(-1);
  if (!target || !before) {
    const help = `labels go in braces, \`{${inOneLine(matcher)}}\`, and values are compared with numbers: \`up == 1\``;
    const edits = [
      { from: label.from, to: label.from, insert: "{" },
      { from: value.to, to: value.to, insert: "}" },
    ];
    const fixes: readonly Fix[] = [{ title: "Put it in braces", safety: "suggestion", edits }];
    return { ...misplacedMatcher(op, help, undefined), fixes };
  }
  const edits = [withMatchers(target, matcher), { from: before.span.to, to: value.to, insert: "" }];
  return misplacedMatcher(
    op,
    `labels go in braces behind the metric: \`${inOneLine(meant(cursor, target, matcher))}\``,
    edits,
  );
}

/** A matcher right behind an expression, as in `up job="api"` or `up where job="api"`; its label stands `ahead`. */
export function matcherBehind(cursor: Cursor, ahead: number, left: Expr | undefined): Words {
  const [found, label, op, value] = [cursor.peek(), cursor.peek(ahead), cursor.peek(ahead + 1), cursor.peek(ahead + 2)];
  const matcher = cursor.source({ from: label.from, to: value.to });
  const target = left && onlySelector([left]);
  const prometheus = `unexpected ${inGoWords(found)}`;
  if (!left || !target || value.type !== "string") {
    return { ...misplacedMatcher(op, 'labels go in braces behind the metric: `up{job="api"}`', undefined), prometheus };
  }
  const edits = [withMatchers(target, matcher), { from: left.span.to, to: value.to, insert: "" }];
  const help = `labels go in braces behind the metric: \`${inOneLine(meant(cursor, target, matcher))}\``;
  return { ...misplacedMatcher(op, help, edits), prometheus };
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
    help: 'put all matchers into one pair of braces: `up{job="api", instance="a"}`',
    prometheus: `unexpected ${inGoWords(open)}`,
  };
  if (!target || close.type === "end") return words;
  const inside = cursor.source({ from: open.to, to: close.from });
  const edits = [withMatchers(target, inside), { from: left.span.to, to: close.to, insert: "" }];
  return {
    ...words,
    help: `put the matchers behind the metric: \`${inOneLine(meant(cursor, target, inside))}\``,
    fixes: [{ title: "Move the matchers to the metric", safety: "safe", edits }],
  };
}

function onlySelector(exprs: readonly Expr[]): VectorSelector | undefined {
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
  return { from: braces.to - 1, to: braces.to - 1, insert: isEmpty ? text : `, ${text}` };
}

function meant(cursor: Cursor, selector: VectorSelector, text: string): string {
  const { from, insert } = withMatchers(selector, text);
  const to = selector.braces?.to ?? from;
  return cursor.source({ from: selector.span.from, to: from }) + insert + cursor.source({ from, to });
}
