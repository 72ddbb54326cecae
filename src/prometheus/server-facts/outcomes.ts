import { type CostFacts, readingCost } from "../../analysis/reading-cost.js";
import { readings } from "../../analysis/readings.js";
import { valueType } from "../../analysis/value-type.js";
import type { QueryOutcome } from "../../metrics/server-facts.js";
import { assertNever, type Expr } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { PrometheusError } from "../error.js";
import { excerpt } from "../printable.js";
import type { Batches } from "./batches.js";
import { counted, numberOf } from "./counted.js";
import type { ReadQuery } from "./read-queries.js";

/** What a query may read at most. */
const mostSamples = 5_000_000;

/** Whether a query may be evaluated just to see what comes of it. */
export function isCheap(root: Expr, facts: CostFacts): boolean {
  const samples = readings(root).reduce((sum, reading) => sum + (readingCost(reading, facts)?.samples ?? 0), 0);
  return samples <= mostSamples;
}

/** What comes of queries that can be evaluated as they are, by their texts. */
export async function askOutcomes(
  queries: readonly ReadQuery[],
  batches: Batches,
): Promise<ReadonlyMap<string, QueryOutcome>> {
  const asked = queries.flatMap(({ text, root, isFixed }) => {
    const question = isFixed ? asVector(root) : undefined;
    return question === undefined ? [] : [{ text, question: counted(question) }];
  });
  const answers = await batches.ask(asked.map(({ question }) => question));
  const outcomes = new Map<string, QueryOutcome>();
  for (const { text, question } of asked) {
    const answer = answers.get(question);
    const series = numberOf(answer);
    if (series !== undefined) outcomes.set(text, { series });
    else if (answer instanceof PrometheusError && (answer.kind === "bad-query" || answer.kind === "execution"))
      outcomes.set(text, { error: errorInWords(answer) });
  }
  return outcomes;
}

/** Without the series that Prometheus lists in it, which are long, and the query that VictoriaMetrics repeats with its time. */
function errorInWords({ serverSays, message }: PrometheusError): string {
  const said = (serverSays ?? message).replace(/^error when executing query=[^]*": /, "");
  const list = said.indexOf(": [{");
  const words = list === -1 ? said : said.slice(0, list) + said.slice(list).replace(/^: [^]*\}\](?=;|$)/, "");
  return excerpt(words.replace(/;(?=\S)/g, "; "), 300);
}

/** A query as one that gives an instant vector; nothing for a text, and for what only its place makes valid. */
function asVector(root: Expr): string | undefined {
  const text = print(root);
  const type = valueType(root);
  switch (type) {
    case "vector":
      return text;
    case "matrix":
      return `count_over_time(${text})`;
    case "scalar":
      return `vector(${text})`;
    case "string":
    case "unknown":
      return undefined;
    default:
      return assertNever(type);
  }
}
