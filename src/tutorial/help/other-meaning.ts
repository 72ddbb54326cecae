import type { Metrics } from "../../metrics/metrics.js";
import type { PrometheusClient } from "../../prometheus/index.js";
import { metricName } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import { labelPairs } from "./label-pairs.js";
import { plainWords } from "./plain-words.js";
import { askForMetrics, similarMetrics } from "./similar-metrics.js";
import { examplesOf, wordMeaning } from "./word-meaning.js";

/** Who knows names and labels: a server. */
type NamingServer = Pick<PrometheusClient, "instantQuery" | "labelValues">;

/**
 * What a word that is no metric is instead, as a help: a function, an aggregation, a term, a label of the metrics which an
 * exercise is about, a part of the name of one, a value of a label, or a part of the name of any other metric. Rejects with a
 * `PrometheusError` where the server does not answer.
 */
export async function otherMeaning(
  word: string,
  exercise: Pick<Exercise, "start" | "answer">,
  { server, metrics }: { readonly server: NamingServer; readonly metrics: Metrics },
  time: Date,
): Promise<string | undefined> {
  if (!/^[a-zA-Z_]\w*$/.test(word)) return undefined;
  const names = exerciseMetrics(exercise);
  const ofWord = wordMeaning(word, examplesOf(exercise, metrics)) ?? plainWords(word, exercise, metrics)?.help;
  if (ofWord !== undefined) return ofWord;

  const pairs = await labelPairs(names, server, time);
  const named = pairs.find(({ label }) => label === word);
  if (named) return `it is a label; write \`${named.metric}{${word}="…"}\``;
  const similar = askForMetrics(similarMetrics(word, names));
  if (similar !== undefined) return similar;
  const valued = pairs.find(({ value }) => value === word);
  if (valued) {
    return `it is a value of the label \`${valued.label}\`; write \`${valued.metric}{${valued.label}=${quote(word)}}\``;
  }
  const all = await server.labelValues(metricName);
  return all.includes(word) ? undefined : askForMetrics(similarMetrics(word, all.toSorted(byLength)));
}

function byLength(a: string, b: string): number {
  return a.length - b.length;
}
