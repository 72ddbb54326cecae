import type { PrometheusClient } from "../prometheus/index.js";
import { metricName } from "../promql/labels.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import type { Exercise } from "./lesson.js";
import { plainWords } from "./plain-words.js";
import { wordMeaning } from "./word-meaning.js";

/**
 * What a word that is no metric is instead, as a help: a function, an aggregation, a label of the metrics which an exercise is
 * about, or a value of one. Rejects with a `PrometheusError` where the server does not answer.
 */
export async function otherMeaning(
  word: string,
  exercise: Pick<Exercise, "start" | "answer">,
  server: Pick<PrometheusClient, "instantQuery">,
  time: Date,
): Promise<string | undefined> {
  if (!/^[a-zA-Z_]\w*$/.test(word)) return undefined;
  const metrics = exerciseMetrics(exercise);
  const ofWord = wordMeaning(word, metrics[0]) ?? plainWords(word, exercise)?.help;
  if (ofWord !== undefined) return ofWord;
  for (const metric of metrics) {
    const { result } = await server.instantQuery(`{${metricName}=${JSON.stringify(metric)}}`, time);
    const all = result.type === "vector" ? result.series.map(({ labels }) => Object.entries(labels)) : [];
    const pairs = all.flat().filter(([label]) => label !== metricName);
    if (pairs.some(([label]) => label === word)) {
      return `it is a label; write \`{${word}="…"}\` behind the name of a metric`;
    }
    const [label] = pairs.find(([, value]) => value === word) ?? [];
    if (label !== undefined) {
      return `it is a value of the label \`${label}\`; write \`{${label}="${word}"}\` behind the name of a metric`;
    }
  }
  return undefined;
}
