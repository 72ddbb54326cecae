import { isMatched, matchedLabels } from "../analysis/matched-labels.js";
import type { Labels } from "../prometheus/result.js";
import type { Binary } from "../syntax/ast.js";
import type { EmptyCause } from "./empty-selector.js";
import type { Questions } from "./questions.js";

/** Why no series on the left of an operator has a partner on its right; nothing where one has. */
export async function whyNoPartner(expr: Binary, query: string, ask: Questions): Promise<EmptyCause | undefined> {
  const [left, right] = await Promise.all(
    [expr.left, expr.right].map(({ span }) => ask.labels(query.slice(span.from, span.to))),
  );
  if (!left || !right) return undefined;
  const matched = matchedLabels(expr);
  const all = new Set([...left, ...right].flatMap(Object.keys));
  const names = [...all].filter((name) => isMatched(name, matched) === "yes").sort();
  const keyOf = (labels: Labels) => JSON.stringify(names.map((name) => labels[name] ?? ""));
  const keys = new Set(right.map(keyOf));
  if (left.some((labels) => keys.has(keyOf(labels)))) return undefined;

  const isCommon = (name: string) => {
    const values = new Set(right.map((labels) => labels[name] ?? ""));
    return left.some((labels) => values.has(labels[name] ?? ""));
  };
  const apart = names.filter((name) => !isCommon(name));
  const common = names.filter((name) => isCommon(name) && left.every((labels) => Object.hasOwn(labels, name)));
  const why = apart.length > 0 ? `: they differ in ${named(apart)}` : "";
  return {
    at: expr.op.span,
    message: `no series on the left of \`${expr.op.text}\` has a partner on the right${why}`,
    ...(common.length > 0 && { help: `match the labels that both have: \`on (${common.join(", ")})\`` }),
  };
}

function named(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
