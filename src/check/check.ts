import type { Metrics } from "../metrics/metrics.js";
import type { PrometheusTarget } from "../promql/features.js";
import { parse, type Parsed } from "../syntax/parse.js";
import type { Problem } from "../syntax/problem.js";
import { adviceOn } from "./advice.js";
import { asMeant } from "./habits/as-meant.js";
import { verdict } from "./verdict.js";
import { checkVersion } from "./versions.js";

/** How a query is checked. */
export interface CheckOptions {
  /** The server for which the query is meant. */
  readonly prometheus?: PrometheusTarget;
  /** What is known of metrics, for the help; their names tell something too. */
  readonly metrics?: Metrics;
}

/**
 * Why a Prometheus server rejects a query, in the order of the text; nothing when it accepts it. After a syntax error
 * the part of the tree that is whole is checked too. At most a hundred problems; never throws.
 */
export function check(query: string | Parsed, { prometheus = {}, metrics }: CheckOptions = {}): readonly Problem[] {
  const terms = { target: prometheus, version: checkVersion, advice: adviceOn(metrics) };
  const parsed = typeof query === "string" ? parse(query) : query;
  const problems = verdict(parsed, terms);
  const errors = problems.filter(isError);
  if (errors.length === 0) return problems;
  const judge = (text: string) => verdict(parse(text), terms).filter(isError);
  const told = asMeant(parsed.text, errors, judge, parsed.problems[0]?.prometheus);
  return told === errors ? problems : told;
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
