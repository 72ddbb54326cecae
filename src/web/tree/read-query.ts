import { check } from "../../check/check.js";
import { features } from "../../promql/features.js";
import { parse, type Parsed } from "../../syntax/parse.js";
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
  const problems = refusals(parsed);
  const [unreadable] = parsed.problems.filter(({ severity }) => severity === "error");
  const known = new Map<Part, Problem | undefined>();
  return {
    parts: parsed.expr ? partsOf(parsed.expr) : [],
    problems,
    problemOf(part) {
      if (unreadable ?? problems.length === 0) return unreadable;
      if (!known.has(part)) known.set(part, refusals({ text: query, expr: part.expr, problems: [] })[0]);
      return known.get(part);
    },
  };
}

function refusals(parsed: Parsed): readonly Problem[] {
  return check(parsed, { prometheus: { features } }).filter(
    ({ severity, evaluation }) => severity === "error" && !evaluation,
  );
}
