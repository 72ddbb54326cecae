import type { Branch } from "../../src/analysis/labels/branch.js";
import { labels } from "../../src/analysis/labels/labels.js";
import type { Expr } from "../../src/syntax/ast.js";
import { parse, type ParseOptions } from "../../src/syntax/parse.js";

/** The tree of a query that must parse. */
export function treeOf(query: string, options?: ParseOptions): Expr {
  const { expr, problems } = parse(query, options);
  if (!expr || problems.length > 0) throw new Error(`${query}: ${problems[0]?.message ?? "is empty"}`);
  return expr;
}

/**
 * The branches of a query in short, ` | ` between them: `a` is guaranteed, `a="x"` with this value, `a?` possible, `!a`
 * impossible, and `…` stands for any other labels. Behind them stand `always`, `= 3` (constant), `if > 5` (condition)
 * and `never`.
 */
export function describeLabels(query: string, options?: ParseOptions): string {
  return labels(treeOf(query, options)).map(describeBranch).join(" | ");
}

function describeBranch(branch: Branch): string {
  const isOpen = branch.others.presence === "possible";
  const words: string[] = [];
  for (const [name, { presence, values }] of [...branch.labels].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [value, ...more] = values.kind === "only" ? values.values : [];
    if (presence === "guaranteed") words.push(value !== undefined && more.length === 0 ? `${name}="${value}"` : name);
    else if (presence === "possible") words.push(`${name}?`);
    else if (isOpen) words.push(`!${name}`);
  }
  if (isOpen) words.push("…");
  if (words.length === 0) words.push("no labels");
  const { condition, constant, alwaysReturns, replaceable, never } = branch;
  if (never) return [...words, "never"].join(" ");
  if (constant !== undefined) words.push(`= ${constant}`);
  if (condition) words.push(`if ${condition.op}${condition.constant === undefined ? "" : ` ${condition.constant}`}`);
  if (alwaysReturns) words.push(replaceable ? "always, or another" : "always");
  return words.join(" ");
}
