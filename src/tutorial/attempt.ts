import type { Diagnostic } from "../lint/rule.js";
import { PrometheusError, type PrometheusErrorKind } from "../prometheus/error.js";
import type { QueryAnswer } from "../prometheus/index.js";
import type { AskedTimes } from "../results/answer-text.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Classroom } from "./classroom.js";
import { addedSeriesHelp } from "./help/added-series.js";
import { braceWordsHelp } from "./help/brace-words.js";
import { dataHelp, invalidPatternHelp } from "./help/data-help.js";
import { differenceWords } from "./help/difference-words.js";
import { differenceOf } from "./help/difference.js";
import { luckyWords } from "./help/lucky-words.js";
import { graphTimeHelp } from "./help/graph-time.js";
import { labelsNamedIn } from "./help/named-labels.js";
import { plainWords } from "./help/plain-words.js";
import { rangeHelp } from "./help/range-words.js";
import { treeHelp } from "./help/tree-help.js";
import type { Exercise } from "./lesson.js";
import { isObstacle, type Obstacle } from "./obstacle.js";
import { constructObstacles, readAttempt, type Reading } from "./reading.js";
import { needsResult, startObstacle, treeObstacles } from "./tree-judge.js";

/** A query that was submitted, and what became of it. */
export interface Attempt {
  readonly query: string;
  /** Infos among them keep nothing from passing. */
  readonly diagnostics: readonly Diagnostic[];
  /** The result; missing where there is none. */
  readonly answer?: QueryAnswer;
  /** What to say, the first first; none where the query passes. */
  readonly obstacles: readonly Obstacle[];
  /** That nothing is said against it, and only a result that is not known here could tell whether it is right. */
  readonly isUndecided?: true;
  /** In what a query that passes may be right by the data only. */
  readonly luck?: string;
}

/** UTF-16 units of a query; longer ones are not read. */
export const maxQueryLength = 20_000;

/** Runs and judges a query. Rejects with a `PrometheusError` where the server as a whole cannot be asked. */
export async function attempt(query: string, exercise: Exercise, classroom: Classroom): Promise<Attempt> {
  if (query.length > maxQueryLength) {
    const message = `the query has ${query.length} characters, more than the ${maxQueryLength} that are read here`;
    return { query: "", diagnostics: [], obstacles: [{ kind: "failed", message }] };
  }
  const { expr, diagnostics, obstacles: found } = readAttempt(query, exercise, classroom);
  if (!expr) {
    const words = plainWords(query, exercise, classroom.metrics);
    if (words) return { query, diagnostics: [], obstacles: [{ kind: "words", ...words }] };
    return withHelp({ query, diagnostics, obstacles: found }, exercise, classroom);
  }

  const [answer, wanted] = await Promise.all([
    failureOr(ask(query, exercise, classroom)),
    classroom.judgedBy === "result" ? ask(exercise.answer, exercise, classroom) : undefined,
  ]);
  if (answer instanceof PrometheusError) {
    // An error that is found says the same in better words.
    const isFound = answer.kind === "bad-query" && diagnostics.some(({ severity }) => severity === "error");
    if (isFound) return { query, diagnostics, obstacles: withRangeHelp({ expr, found }, exercise, classroom) };
    const message = answer.serverSays ?? answer.message;
    return { query, diagnostics, obstacles: [...found, { kind: "failed", message }] };
  }
  const judged = wanted
    ? { obstacles: await resultObstacles({ query, expr, found }, { answer, wanted }, exercise, classroom) }
    : judgedByTree({ expr, found }, answer, exercise, classroom);
  const { expr: right } = parse(exercise.answer);
  const luck = wanted && right && judged.obstacles.length === 0 ? luckyWords(expr, right) : undefined;
  return { query, diagnostics, answer, ...judged, ...(luck !== undefined && { luck }) };
}

/** A query that is rejected, with what the data tells of it; the errors then give no help of their own. */
async function withHelp(rejected: Attempt, exercise: Exercise, { server, now }: Classroom): Promise<Attempt> {
  const { query, diagnostics, obstacles } = rejected;
  const { expr } = parse(query);
  const isPattern = obstacles.some((one) => isObstacle(one, "bad-regex"));
  const help =
    expr && isPattern
      ? await invalidPatternHelp(expr, server)
      : (graphTimeHelp(query, exercise) ?? (await braceWordsHelp(query, exercise, server, timesOf(exercise, now).end)));
  if (help === undefined) return rejected;
  return {
    query,
    diagnostics: diagnostics.map(withoutHelp),
    obstacles: obstacles.map((one) => (one.kind === "rejected" ? { ...one, help } : one)),
  };
}

function withoutHelp(diagnostic: Diagnostic): Diagnostic {
  const { help, ...others } = diagnostic;
  return help === undefined ? diagnostic : others;
}

/** A query that a server accepts, and its warnings and errors. */
interface Accepted {
  readonly expr: Expr;
  readonly found: Reading["obstacles"];
}

/** What is found, with what to do with a range vector in this exercise. */
function withRangeHelp({ expr, found }: Accepted, { answer }: Exercise, { metrics }: Classroom): readonly Obstacle[] {
  const { expr: right } = parse(answer);
  return found.map((one) => {
    const isRange = right && one.kind === "finding" && isObstacle(one, "bare-range-vector");
    return isRange ? { ...one, help: rangeHelp(expr, right, metrics) } : one;
  });
}

async function resultObstacles(
  { query, expr, found }: Accepted & { readonly query: string },
  { answer, wanted }: { readonly answer: QueryAnswer; readonly wanted: QueryAnswer },
  exercise: Exercise,
  classroom: Classroom,
): Promise<readonly Obstacle[]> {
  const { expr: right } = parse(exercise.answer);
  const namedLabels = new Set([expr, ...(right ? [right] : [])].flatMap(labelsNamedIn));
  const difference = differenceOf(answer.result, wanted.result, exercise, namedLabels);
  // Constructs are asked for last, since their names tell how it is done.
  if (!difference) return found.length > 0 ? found : constructObstacles(expr, exercise);
  const words = differenceWords(difference, expr, right);
  const { server, metrics, now } = classroom;
  const time = timesOf(exercise, now).end;
  const adding = right ? addedSeriesHelp(expr, right) : undefined;
  const cause = adding ?? (await dataHelp(difference, { query, expr, answer: right, exercise, server, metrics, time }));
  const compared = right && { own: expr, answer: right, result: answer.result, metrics };
  const ofTree = compared ? treeHelp(difference, compared) : undefined;
  // A common factor says more than the tree.
  const help = cause ?? (difference.kind === "factor" ? (words.help ?? ofTree) : (ofTree ?? words.help));
  return [...found, { kind: "difference", difference, message: words.message, ...(help !== undefined && { help }) }];
}

function judgedByTree(
  { expr, found }: Accepted,
  { result }: QueryAnswer,
  exercise: Exercise,
  classroom: Classroom,
): Pick<Attempt, "obstacles" | "isUndecided"> {
  const inTree = treeObstacles(expr, exercise, classroom, result).filter(
    ({ kind }) => found.length === 0 || kind !== "construct",
  );
  const start = found.length + inTree.length === 0 ? startObstacle(expr, exercise) : undefined;
  const obstacles = [...found, ...inTree, ...(start ? [start] : [])];
  return { obstacles, ...(obstacles.length === 0 && needsResult(exercise, classroom) && { isUndecided: true }) };
}

/** The result of a query as an exercise asks for it. */
function ask(query: string, exercise: Exercise, { server, now }: Classroom): Promise<QueryAnswer> {
  const { start, end, step } = timesOf(exercise, now);
  return exercise.kind === "range" ? server.rangeQuery(query, start, end, step) : server.instantQuery(query, end);
}

/** The times of an exercise: a range from `start` to `end` in steps of seconds, or the moment `end`. */
function timesOf(
  { ago, last, step }: Exercise,
  now: Date,
): { readonly start: Date; readonly end: Date; readonly step: number } {
  const end = now.getTime() - ago * 1000;
  return { start: new Date(end - last * 1000), end: new Date(end), step };
}

/** When the result of an exercise is asked for. */
export function askedTimes(exercise: Exercise, now: Date): AskedTimes {
  const { start, end, step } = timesOf(exercise, now);
  const seconds = (date: Date) => date.getTime() / 1000;
  if (exercise.kind !== "range") return { kind: "instant", time: seconds(end) };
  return { kind: "range", start: seconds(start), end: seconds(end), step };
}

async function failureOr(answer: Promise<QueryAnswer>): Promise<QueryAnswer | PrometheusError> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PrometheusError && ofTheQuery.has(error.kind)) return error;
    throw error;
  }
}

/** What goes wrong because of the query. */
const ofTheQuery: ReadonlySet<PrometheusErrorKind> = new Set<PrometheusErrorKind>([
  "bad-query",
  "execution",
  "timeout",
  "too-large",
]);
