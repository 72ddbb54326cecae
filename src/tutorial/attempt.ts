import { check } from "../check/check.js";
import { lintQuery } from "../lint/lint.js";
import type { Diagnostic, Rule, Use } from "../lint/rule.js";
import type { Metrics } from "../metrics/metrics.js";
import {
  type PrometheusClient,
  PrometheusError,
  type PrometheusErrorKind,
  type QueryAnswer,
} from "../prometheus/index.js";
import { features } from "../promql/features.js";
import { whyEmpty } from "../query/why-empty.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { constructsOf } from "./constructs.js";
import { type Difference, differenceOf } from "./difference.js";
import { differenceWords, type Words } from "./difference-words.js";
import type { Exercise } from "./lesson.js";

/** Where exercises are done: series that a server or the embedded engine holds, and what lints queries. */
export interface Classroom {
  readonly server: Pick<PrometheusClient, "instantQuery" | "rangeQuery" | "labelValues" | "targets">;
  /** The moment that counts as now. */
  readonly now: Date;
  readonly rules: readonly Rule[];
  readonly metrics: Metrics;
}

/** What keeps a query from passing. */
export type Obstacle =
  /** A server rejects it: the errors among the diagnostics say why. */
  | { readonly kind: "rejected"; readonly codes: readonly string[] }
  /** It cannot be evaluated. */
  | { readonly kind: "failed"; readonly message: string }
  /** It has a warning or an error. */
  | { readonly kind: "finding"; readonly code: string; readonly message: string }
  /** It lacks a construct that the exercise is about, or has one that it must not have. */
  | { readonly kind: "construct"; readonly needs: boolean; readonly name: string }
  | ({ readonly kind: "difference"; readonly difference: Difference } & Words);

/** A query that was submitted, and what became of it. */
export interface Attempt {
  readonly query: string;
  /** Infos among them keep nothing from passing. */
  readonly diagnostics: readonly Diagnostic[];
  /** The result; missing where there is none. */
  readonly answer?: QueryAnswer;
  /** What to say, the first first; none where the query passes. */
  readonly obstacles: readonly Obstacle[];
}

/** UTF-16 units of a query; longer ones are not read. */
export const maxQueryLength = 20_000;

/** Runs and judges a query. Rejects with a `PrometheusError` where the server as a whole cannot be asked. */
export async function attempt(query: string, exercise: Exercise, classroom: Classroom): Promise<Attempt> {
  if (query.length > maxQueryLength) {
    const message = `the query has ${query.length} characters, more than the ${maxQueryLength} that are read here`;
    return { query: "", diagnostics: [], obstacles: [{ kind: "failed", message }] };
  }
  const { rules, metrics } = classroom;
  const prometheus = { features };
  const options = { rules, metrics, use: uses[exercise.kind], prometheus, inlineConfig: false } as const;
  const { diagnostics } = lintQuery(query, options);
  const parsed = parse(query);
  const codes = check(parsed, { prometheus }).flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  if (!parsed.expr || codes.length > 0) return { query, diagnostics, obstacles: [{ kind: "rejected", codes }] };

  const [answer, wanted] = await Promise.all([
    failureOr(ask(query, exercise, classroom)),
    ask(exercise.answer, exercise, classroom),
  ]);
  const found = findingObstacles(diagnostics);
  if (answer instanceof PrometheusError) {
    const message = answer.serverSays ?? answer.message;
    return { query, diagnostics, obstacles: [...found, { kind: "failed", message }] };
  }
  const difference = differenceOf(answer.result, wanted.result, exercise);
  if (!difference) {
    // Constructs are asked for last, since their names tell how it is done.
    const obstacles = found.length > 0 ? found : constructObstacles(parsed.expr, exercise);
    return { query, diagnostics, answer, obstacles };
  }
  const words = differenceWords(difference, parsed.expr);
  const cause = difference.kind === "empty" ? await causeOfEmpty(query, parsed.expr, exercise, classroom) : undefined;
  const inResult: Obstacle = { kind: "difference", difference, ...words, ...cause };
  return { query, diagnostics, answer, obstacles: [...found, inResult] };
}

/** Why the result is empty, as far as the server can tell. */
async function causeOfEmpty(
  query: string,
  root: Expr,
  exercise: Exercise,
  { server, now }: Classroom,
): Promise<Pick<Words, "help"> | undefined> {
  const causes = await whyEmpty(server, query, root, timesOf(exercise, now).end);
  const [help] = causes.map((cause) => (cause.help === undefined ? cause.message : `${cause.message}: ${cause.help}`));
  return help === undefined ? undefined : { help };
}

const uses = { instant: "instant", range: "range", alert: "alert" } as const satisfies Record<Exercise["kind"], Use>;

/** The result of a query as an exercise asks for it. */
function ask(query: string, exercise: Exercise, { server, now }: Classroom): Promise<QueryAnswer> {
  const { start, end, step } = timesOf(exercise, now);
  return exercise.kind === "range" ? server.rangeQuery(query, start, end, step) : server.instantQuery(query, end);
}

/** The times of an exercise: a range from `start` to `end` in steps of seconds, or the moment `end`. */
export function timesOf(
  { ago, last, step }: Exercise,
  now: Date,
): { readonly start: Date; readonly end: Date; readonly step: number } {
  const end = now.getTime() - ago * 1000;
  return { start: new Date(end - last * 1000), end: new Date(end), step };
}

/** Whether an obstacle is the one with this code, or a difference of this kind. */
export function isObstacle(obstacle: Obstacle, code: string): boolean {
  switch (obstacle.kind) {
    case "rejected":
      return obstacle.codes.includes(code);
    case "finding":
      return obstacle.code === code;
    case "difference":
      return obstacle.difference.kind === code;
    case "failed":
    case "construct":
      return obstacle.kind === code;
  }
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

function findingObstacles(diagnostics: readonly Diagnostic[]): readonly Obstacle[] {
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, message }) => ({ kind: "finding", code, message }));
}

function constructObstacles(root: Expr, { uses: needed = [], avoids = [] }: Exercise): readonly Obstacle[] {
  const has = constructsOf(root);
  return [
    ...needed.filter((name) => !has.has(name)).map((name): Obstacle => ({ kind: "construct", needs: true, name })),
    ...avoids.filter((name) => has.has(name)).map((name): Obstacle => ({ kind: "construct", needs: false, name })),
  ];
}
