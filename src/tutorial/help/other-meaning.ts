import type { Metrics } from "../../metrics/metrics.js";
import type { PrometheusClient } from "../../prometheus/index.js";
import { quote } from "../../promql/strings.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import { labelPairs } from "./label-pairs.js";
import { plainWords } from "./plain-words.js";
import { wordMeaning } from "./word-meaning.js";

/**
 * What a word that is no metric is instead, as a help: a function, an aggregation, a term, a label of the metrics which an
 * exercise is about, a part of the name of one, or a value of a label. Rejects with a `PrometheusError` where the server does
 * not answer.
 */
export async function otherMeaning(
  word: string,
  exercise: Pick<Exercise, "start" | "answer">,
  { server, metrics }: { readonly server: Pick<PrometheusClient, "instantQuery">; readonly metrics: Metrics },
  time: Date,
): Promise<string | undefined> {
  if (!/^[a-zA-Z_]\w*$/.test(word)) return undefined;
  const names = exerciseMetrics(exercise);
  const ofWord = wordMeaning(word, { names, metrics }) ?? plainWords(word, exercise, metrics)?.help;
  if (ofWord !== undefined) return ofWord;

  const pairs = await labelPairs(names, server, time);
  const named = pairs.find(({ label }) => label === word);
  if (named) return `it is a label; write \`${named.metric}{${word}="…"}\``;
  const longer = names.find((name) => name.toLowerCase().split("_").includes(word.toLowerCase()));
  if (longer !== undefined) return `did you mean \`${longer}\`?`;
  const valued = pairs.find(({ value }) => value === word);
  return (
    valued &&
    `it is a value of the label \`${valued.label}\`; write \`${valued.metric}{${valued.label}=${quote(word)}}\``
  );
}
