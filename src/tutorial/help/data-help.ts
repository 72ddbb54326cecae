import { metricOf } from "../../analysis/selectors.js";
import type { Metrics } from "../../metrics/metrics.js";
import { alternativesOf } from "../../promql/alternatives.js";
import { metricName } from "../../promql/labels.js";
import { patternMistake } from "../../promql/regex.js";
import { quote } from "../../promql/strings.js";
import { misreadPattern } from "../../query/misread-pattern.js";
import type { AskedServer } from "../../query/questions.js";
import { unmatchedAlternatives } from "../../query/unmatched-alternatives.js";
import { whyEmpty } from "../../query/why-empty.js";
import type { Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";
import type { Difference } from "./difference.js";
import { otherMeaning } from "./other-meaning.js";

/** A query that has been judged, and whom to ask of its parts. */
interface Judged {
  readonly query: string;
  readonly expr: Expr;
  /** Null, where it cannot be read. */
  readonly answer: Expr | null;
  readonly exercise: Exercise;
  readonly server: AskedServer;
  readonly metrics: Metrics;
  readonly time: Date;
}

/**
 * Why a result has such a difference, as far as the data tells: nothing is selected, or not all that a pattern names. Rejects
 * with a `PrometheusError` where the server does not answer.
 */
export async function dataHelp(difference: Difference, judged: Judged): Promise<string | undefined> {
  switch (difference.kind) {
    case "empty":
      return causeOfEmpty(judged);
    case "series":
      return difference.missing.length > 0 ? unmatchedHelp(judged) : undefined;
    case "values":
    case "times":
    case "labels":
      return unmatchedHelp(judged);
    case "type":
    case "not-empty":
    case "factor":
    case "complement":
    case "inverse":
    case "order":
      return undefined;
  }
}

async function causeOfEmpty({ query, expr, exercise, server, metrics, time }: Judged): Promise<string | undefined> {
  const [cause] = await whyEmpty(server, query, expr, time);
  if (!cause) return undefined;
  const metric = nodesOf(expr, "VectorSelector")
    .map(metricOf)
    .find((name) => name?.span.from === cause.at.from && name.span.to === cause.at.to);
  const help = (metric && (await otherMeaning(metric.text, exercise, { server, metrics }, time))) ?? cause.help;
  return help === undefined ? cause.message : `${cause.message}: ${help}`;
}

/** An alternative of a pattern that fits nothing, unless the answer has it as well. */
async function unmatchedHelp({ query, expr, answer, server, time }: Judged): Promise<string | undefined> {
  const wanted = new Set(answer ? nodesOf(answer, "LabelMatcher").flatMap(({ value }) => alternativesOf(value)) : []);
  const all = await unmatchedAlternatives(server, expr, time);
  const unwanted = all.find(({ alternative }) => !wanted.has(alternative));
  if (!unwanted) return undefined;
  const { matcher, alternative, help } = unwanted;
  return `\`${alternative}\` in \`${query.slice(matcher.span.from, matcher.span.to)}\` fits no value: ${help}`;
}

/**
 * What was meant by a pattern that is none, as far as the values of its label tell. Rejects with a `PrometheusError` where the
 * server does not answer.
 */
export async function invalidPatternHelp(
  root: Expr,
  server: Pick<AskedServer, "labelValues">,
): Promise<string | undefined> {
  for (const selector of nodesOf(root, "VectorSelector")) {
    const wrong = selector.matchers.find(({ op, value }) => op.text === "=~" && patternMistake(value) !== undefined);
    if (!wrong) continue;
    const metric = metricOf(selector)?.text;
    const values = await server.labelValues(
      wrong.label.text,
      metric === undefined ? [] : [`{${metricName}=${quote(metric)}}`],
    );
    const misread = misreadPattern(wrong.value, values);
    if (misread) return `${misread.words.join("; ")}: write \`${misread.pattern}\``;
  }
  return undefined;
}
