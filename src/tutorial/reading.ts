import { check } from "../check/check.js";
import { lintQuery } from "../lint/lint.js";
import type { Diagnostic, Use } from "../lint/rule.js";
import { features } from "../promql/features.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Classroom } from "./classroom.js";
import { constructsOf } from "./constructs.js";
import type { Exercise } from "./lesson.js";
import type { Obstacle } from "./obstacle.js";

/** What is known of a query before it is asked. */
export interface Reading {
  /** Missing where a server rejects the query. */
  readonly expr?: Expr;
  readonly diagnostics: readonly Diagnostic[];
  /** The rejection, or the warnings and errors. */
  readonly obstacles: readonly Obstacle[];
}

/** Reads and lints a query as an exercise uses it. Comments turn nothing off. */
export function readAttempt(
  query: string,
  { kind }: Exercise,
  { rules, metrics }: Pick<Classroom, "rules" | "metrics">,
): Reading {
  const prometheus = { features };
  const { diagnostics } = lintQuery(query, { rules, metrics, use: uses[kind], prometheus, inlineConfig: false });
  const parsed = parse(query);
  const codes = check(parsed, { prometheus }).flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  if (!parsed.expr || codes.length > 0) return { diagnostics, obstacles: [{ kind: "rejected", codes }] };
  return { expr: parsed.expr, diagnostics, obstacles: findingObstacles(diagnostics) };
}

const uses = { instant: "instant", range: "range", alert: "alert" } as const satisfies Record<Exercise["kind"], Use>;

function findingObstacles(diagnostics: readonly Diagnostic[]): readonly Obstacle[] {
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, message }) => ({ kind: "finding", code, message }));
}

/** The constructs that a query lacks, or has although it must not; the last one says why. */
export function constructObstacles(root: Expr, { uses: needed = [], avoids = [], why }: Exercise): readonly Obstacle[] {
  const has = constructsOf(root);
  const names = [
    ...needed.filter((name) => !has.has(name)).map((name) => ({ needs: true, name })),
    ...avoids.filter((name) => has.has(name)).map((name) => ({ needs: false, name })),
  ];
  const last = names.length - 1;
  return names.map((one, k) => ({ kind: "construct", ...one, ...(k === last && why !== undefined && { why }) }));
}
