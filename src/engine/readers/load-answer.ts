import { type Label, type Labels, labelsOf } from "../labels.js";
import type { Storage } from "../storage.js";
import type { LoadProblem } from "./load-problem.js";

/**
 * Adds the samples of a server's answer to a query, as JSON: a matrix or a vector. Never throws; what could not be read
 * is returned. Native histograms are there, and queries that read them say that they are not supported.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats
 */
export function loadAnswer(storage: Storage, json: string): readonly LoadProblem[] {
  let answer: unknown;
  try {
    answer = JSON.parse(json);
  } catch (error) {
    return [{ message: `the text is no JSON: ${error instanceof Error ? error.message : String(error)}` }];
  }
  const data = fieldOf(answer, "data") ?? answer;
  const result = fieldOf(data, "result");
  const type = fieldOf(data, "resultType");
  if (!Array.isArray(result) || (type !== "matrix" && type !== "vector")) {
    return [{ message: "the JSON is no matrix and no vector of a Prometheus server" }];
  }
  return result.flatMap((series: unknown, k) => {
    const message = loadSeries(storage, series);
    return message === undefined ? [] : [{ message: `series ${k + 1} ${message}` }];
  });
}

/** Returns what keeps a series from being read. */
function loadSeries(storage: Storage, series: unknown): string | undefined {
  const labels = readLabels(fieldOf(series, "metric"));
  if (!labels) return "has no labels: `metric` is an object of texts";
  const floats = listOf(series, "values", "value");
  const histograms = listOf(series, "histograms", "histogram");
  for (const sample of floats) {
    const [time, text] = Array.isArray(sample) ? (sample as readonly unknown[]) : [];
    const value = typeof text === "string" ? readValue(text) : undefined;
    if (typeof time !== "number" || value === undefined) {
      return `has the sample ${JSON.stringify(sample)}, which is no pair of a time and a value`;
    }
    storage.append(labels, Math.round(time * 1000), value);
  }
  for (const sample of histograms) {
    const time: unknown = Array.isArray(sample) ? sample[0] : undefined;
    if (typeof time === "number") storage.append(labels, Math.round(time * 1000), "native");
  }
  return floats.length + histograms.length === 0 ? "has no samples" : undefined;
}

/** The samples of a series in a matrix, or the one of a series in a vector. */
function listOf(series: unknown, many: string, one: string): readonly unknown[] {
  const list = fieldOf(series, many);
  if (Array.isArray(list)) return list;
  const single = fieldOf(series, one);
  return single === undefined ? [] : [single];
}

function readLabels(metric: unknown): Labels | undefined {
  if (typeof metric !== "object" || metric === null || Array.isArray(metric)) return undefined;
  const pairs = Object.entries(metric).flatMap(([name, value]): Label[] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return pairs.length === Object.keys(metric).length ? labelsOf(pairs) : undefined;
}

function readValue(text: string): number | undefined {
  if (text === "NaN") return NaN;
  const infinity = /^([+-]?)Inf$/.exec(text);
  if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? undefined : value;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
