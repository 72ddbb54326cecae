import { check } from "../../check/check.js";
import { features } from "../../promql/features.js";
import { parse } from "../../syntax/parse.js";
import type { Problem } from "../../syntax/problem.js";
import { type Part, partsOf } from "./parts.js";

/** The parts of a query, and why a server would reject it. */
export interface ReadQuery {
  /** Of a query that cannot be read, what could be made out. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** The problem for which a part is not asked; nothing where it can be. */
  readonly problemOf: (part: Part) => Problem | undefined;
}

/** Takes a query apart; never throws. */
export function readParts(query: string): ReadQuery {
  const parsed = parse(query);
  const problems = check(parsed, { prometheus: { features } }).filter(
    ({ severity, evaluation }) => severity === "error" && !evaluation,
  );
  const [unreadable] = parsed.problems.filter(({ severity }) => severity === "error");
  return {
    parts: parsed.expr ? partsOf(parsed.expr) : [],
    problems,
    problemOf: ({ expr: { span } }) =>
      unreadable ?? problems.find(({ at }) => span.from <= at.from && at.to <= span.to),
  };
}
