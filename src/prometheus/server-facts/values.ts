import type { Selections } from "../../analysis/selections.js";
import { printLabelList } from "../../analysis/words.js";
import { PrometheusError } from "../error.js";
import type { Batches } from "./batches.js";

/** Of a metric with more series than this it is not asked which values a label has. */
const mostSeries = 50_000;

/** The values of labels that matchers ask for in vain. */
export async function askValues(
  none: readonly Selections[],
  count: (selection: string) => number | undefined,
  batches: Batches,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = none.flatMap(({ ofMetric, alone }) => {
    const series = count(ofMetric) ?? 0;
    if (series === 0 || series > mostSeries) return [];
    return alone
      .filter(({ selection }) => count(selection) === 0)
      .map(({ matcher }) => ({ question: valuesQuestion(ofMetric, matcher.label.text), label: matcher.label.text }));
  });
  const answers = await batches.ask(wanted.map(({ question }) => question));
  const values = new Map<string, readonly string[]>();
  for (const { question, label } of wanted) {
    const answer = answers.get(question);
    if (answer === undefined || answer instanceof PrometheusError) continue;
    const weight = ({ sample }: (typeof answer)[number]): number => ("value" in sample ? sample.value : 0);
    const sorted = answer.toSorted((a, b) => weight(b) - weight(a));
    values.set(
      question,
      sorted.map(({ labels }) => labels[label] ?? "").filter((value) => value !== ""),
    );
  }
  return values;
}

/** The question which values a label of a metric has, and how often; its answers are found by it. */
export function valuesQuestion(metric: string, label: string): string {
  return `count by (${printLabelList([label])}) (${metric})`;
}
