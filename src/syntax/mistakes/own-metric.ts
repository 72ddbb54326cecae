import { isLegacyMetric } from "../../promql/labels.js";
import type { Expr } from "../ast.js";
import { shortened } from "../characters.js";
import type { Problem } from "../problem.js";
import { nodesOf } from "../walk.js";
import { isForeignWord } from "./foreign-words.js";

/** Stands in a help for a metric of the query, until {@link withOwnMetric} writes it: a character that nobody types. */
export const ownMetric = "\u{F0000}";

/** Problems whose examples are of the first metric that the query names, or else of `up`. */
export function withOwnMetric(problems: readonly Problem[], expr: Expr | null | undefined): readonly Problem[] {
  if (!problems.some(({ help }) => help?.includes(ownMetric))) return problems;
  const names = expr
    ? nodesOf(expr, "VectorSelector").flatMap(({ metric }) => (metric?.variable ? [] : (metric?.text ?? [])))
    : [];
  const name = shortened(names.find((each) => isLegacyMetric(each) && !isForeignWord(each)) ?? "up");
  return problems.map((problem) =>
    problem.help === undefined ? problem : { ...problem, help: problem.help.replaceAll(ownMetric, () => name) },
  );
}
