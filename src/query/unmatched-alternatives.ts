import { metricOf } from "../analysis/selectors.js";
import { alternativesOf } from "../promql/alternatives.js";
import { metricName } from "../promql/labels.js";
import { matchesPattern } from "../promql/regex.js";
import { quote } from "../promql/strings.js";
import type { Expr, LabelMatcher } from "../syntax/ast.js";
import { nodesOf } from "../syntax/walk.js";
import { type AskedServer, questionsTo } from "./questions.js";
import { unmatchedPatternHelp } from "./unmatched-value.js";

/** An alternative that fits no value, of a pattern that fits some. */
export interface UnmatchedAlternative {
  readonly matcher: LabelMatcher;
  readonly alternative: string;
  readonly help: string;
}

/** Alternatives of one pattern that are looked at. */
const mostAlternatives = 100;

/**
 * The alternatives of patterns that fit no value, where others fit some. Nobody else tells of them: the result is not empty.
 * Rejects with a `PrometheusError` where the server does not answer.
 */
export async function unmatchedAlternatives(
  server: AskedServer,
  root: Expr,
  time: Date,
): Promise<readonly UnmatchedAlternative[]> {
  const ask = questionsTo(server, time);
  const found: UnmatchedAlternative[] = [];
  for (const selector of nodesOf(root, "VectorSelector")) {
    const metric = metricOf(selector);
    const base = metric && `{${metricName}=${quote(metric.text)}}`;
    for (const matcher of selector.matchers) {
      const alternatives = alternativesOf(matcher.value);
      const isList = matcher.op.text === "=~" && alternatives.length > 1 && alternatives.length <= mostAlternatives;
      if (!isList || matcher.label.text === metricName) continue;
      const values = await ask.valuesOf(matcher.label.text, base);
      const isUnmatched = (one: string) => one !== "" && !values.some((value) => matchesPattern(one, value));
      const unmatched = values.length > 0 ? alternatives.filter(isUnmatched) : [];
      if (unmatched.length === alternatives.length) continue;
      found.push(...unmatched.map((one) => ({ matcher, alternative: one, help: unmatchedPatternHelp(one, values) })));
    }
  }
  return found;
}
