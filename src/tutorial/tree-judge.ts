import { type Branch, labelOf } from "../analysis/labels/branch.js";
import { isImpossible } from "../analysis/labels/label-fact.js";
import { resultLabels } from "../analysis/labels/result-labels.js";
import { valueType } from "../analysis/value-type.js";
import type { Metrics } from "../metrics/metrics.js";
import type { QueryResult } from "../prometheus/index.js";
import { metricName } from "../promql/labels.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { print } from "../syntax/print.js";
import type { Classroom } from "./classroom.js";
import { constructsOf } from "./constructs.js";
import { typeWords } from "./help/difference-words.js";
import { labelTreeWords } from "./help/label-words.js";
import { rangeHelp } from "./help/range-words.js";
import { seriesOf } from "./help/result-series.js";
import type { Exercise } from "./lesson.js";
import type { Obstacle } from "./obstacle.js";
import { constructObstacles, readAttempt } from "./reading.js";

/** What the tree of a query says against it: the type and labels of its result, then constructs. Its result adds the labels that it has. */
export function treeObstacles(
  root: Expr,
  exercise: Exercise,
  { metrics }: Pick<Classroom, "metrics">,
  result?: QueryResult,
): readonly Obstacle[] {
  const { expr: answer } = parse(exercise.answer);
  if (!answer) return [];
  const shape = typeObstacle(root, answer, exercise, metrics) ?? labelsObstacle(root, answer, exercise, result);
  return shape ? [shape] : constructObstacles(root, exercise);
}

/**
 * Whether only its result can tell a query that is right: the query to start from is wrong, and neither its findings nor its
 * tree say so.
 */
export function needsResult(exercise: Exercise, classroom: Pick<Classroom, "rules" | "metrics">): boolean {
  const { expr, obstacles } = readAttempt(exercise.start, exercise, classroom);
  return expr !== undefined && obstacles.length === 0 && treeObstacles(expr, exercise, classroom).length === 0;
}

/** That a query is the one to start from, which is wrong. */
export function startObstacle(root: Expr, { start }: Exercise): Obstacle | undefined {
  const { expr } = parse(start);
  if (!expr || print(expr) !== print(root)) return undefined;
  return { kind: "start", message: "this is the query to start from, which is wrong", help: "ask for a hint" };
}

/** Over a range, a number and a series without labels look alike. */
function typeObstacle(root: Expr, answer: Expr, { kind }: Exercise, metrics: Metrics): Obstacle | undefined {
  const [got, wanted] = [valueType(root), valueType(answer)];
  if (kind === "range" || got === wanted || got === "unknown" || wanted === "unknown") return undefined;
  const help = got === "matrix" ? { help: rangeHelp(root, answer, metrics) } : {};
  return { kind: "type", ...typeWords(got, wanted), ...help };
}

/** Only what is certain counts: with `without`, any label may be the one that is left. */
function labelsObstacle(root: Expr, answer: Expr, { name }: Exercise, result?: QueryResult): Obstacle | undefined {
  const [own, wanted] = [liveBranches(root), liveBranches(answer)];
  if (own.length === 0 || wanted.length === 0) return undefined;
  const inResult = result ? seriesOf(result).flatMap(({ labels }) => Object.keys(labels)) : [];
  const names = [...new Set([...namesIn([...own, ...wanted]), ...inResult])].sort();
  const counts = names.filter((label) => label !== metricName || name);
  const has = new Set(inResult);
  const extra = counts.filter((label) => (has.has(label) || mayHave(own, label)) && !mayHave(wanted, label));
  const missing = counts.filter((label) => !mayHave(own, label) && mayHave(wanted, label));
  const keepsAll = isOpen(own) && !isOpen(wanted) && !constructsOf(root).has("without");
  const keepsNone = isOpen(wanted) && !isOpen(own) && !namesIn(own).some((label) => mayHave(own, label));
  if (extra.length === 0 && missing.length === 0 && !keepsAll && !keepsNone) return undefined;
  const labels = namesIn(wanted).filter((label) => mayHave(wanted, label));
  return { kind: "labels", ...labelTreeWords({ extra, missing, keepsAll, keepsNone, wanted: labels }) };
}

function liveBranches(expr: Expr): readonly Branch[] {
  return resultLabels(expr).filter(({ never }) => !never);
}

function namesIn(branches: readonly Branch[]): readonly string[] {
  return [...new Set(branches.flatMap(({ labels }) => [...labels.keys()]))];
}

function mayHave(branches: readonly Branch[], label: string): boolean {
  return branches.some((branch) => !isImpossible(labelOf(branch, label)));
}

/** Whether series may have labels that the query does not name. */
function isOpen(branches: readonly Branch[]): boolean {
  return branches.some(({ others }) => !isImpossible(others));
}
