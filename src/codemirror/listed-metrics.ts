import { metricOf } from "../analysis/selectors.js";
import type { Expr } from "../syntax/ast.js";
import { parse, type ParseOptions } from "../syntax/parse.js";
import type { Span } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";
import { namedParts } from "./names.js";

/**
 * The metrics whose labels a list of labels is about: those that are aggregated, or matched with each other. All metrics of
 * the text where its tree does not tell.
 */
export function listedMetrics(text: string, written: Span, options: ParseOptions): readonly string[] {
  // With a label in place of what is written, an unfinished list can be read.
  const filled = `${text.slice(0, written.from)}x${text.slice(written.to)}`;
  const { expr } = parse(filled, options);
  const listed = expr ? listOwners(expr, written.from) : [];
  const names = listed.flatMap((owner) => nodesOf(owner, "VectorSelector").map((node) => metricOf(node)?.text));
  const found = new Set(names.filter((name) => name !== undefined));
  if (found.size > 0) return [...found];
  const parts = namedParts(text, options).filter(({ kind }) => kind === "metric");
  return [...new Set(parts.map(({ name }) => name))];
}

/** The expressions whose labels the list at an offset names. */
function listOwners(root: Expr, offset: number): readonly Expr[] {
  const isWithin = (span: Span | undefined) => span !== undefined && span.from <= offset && offset <= span.to;
  for (const node of nodesOf(root, "Aggregation")) if (isWithin(node.grouping?.span)) return [node.expr];
  for (const node of nodesOf(root, "Binary")) if (isWithin(node.matching?.span)) return [node.left, node.right];
  return [];
}
