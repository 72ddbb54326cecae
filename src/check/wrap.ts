import type { Expr } from "../syntax/ast.js";
import type { Edit, Fix } from "../syntax/problem.js";

/** A function around an expression. */
export function wrap({ span }: Expr, name: string): Fix {
  const edits: readonly Edit[] = [
    { from: span.from, to: span.from, insert: `${name}(` },
    { from: span.to, to: span.to, insert: ")" },
  ];
  return { title: `Use \`${name}()\``, safety: "suggestion", edits };
}
