import { nearlyEqual } from "../engine/functions/buckets.js";
import { type Labels, labelsOf, printLabels } from "../engine/labels.js";
import type { Evaluated, Result, ResultLabels, ResultSample } from "../engine/result.js";
import { formatNumber } from "../promql/numbers.js";
import { containsPattern } from "../promql/regex.js";
import type { AnnotationCondition, EvalCommand, Instant, Range, ScriptSeries, TextCondition } from "./script.js";

/** By which share of their sum two numbers may differ. */
const tolerance = 1e-6;

/** What a result has that is not expected, or lacks; nothing where it is as expected. */
export function compareAnswer(
  { at, expected }: EvalCommand,
  { result, warnings, infos }: Evaluated,
): string | undefined {
  return (
    compareAnnotations("warning", expected.warnings, warnings) ??
    compareAnnotations("info", expected.infos, infos) ??
    compareResult({ at, expected }, result)
  );
}

/** Whether an error is the expected one; what is wrong with it if not. */
export function compareError(condition: TextCondition, message: string): string | undefined {
  return isFulfilled(condition, message)
    ? undefined
    : `expected the error ${conditionText(condition)}, got: ${message}`;
}

/** Scripts of Prometheus up to 3.14 leave out where an annotation belongs, and which buckets were raised. */
function compareAnnotations(
  kind: "warning" | "info",
  condition: AnnotationCondition,
  found: readonly string[],
): string | undefined {
  const fulfils = (text: TextCondition, each: string) =>
    isFulfilled(text, each) || isFulfilled(text, withoutPlace(each));
  const list = found.map((text) => `\n  ${text}`).join("");
  if (condition.expected === "none" && found.length > 0) return `expected no ${kind}, got:${list}`;
  if (condition.expected === "some" && found.length === 0)
    return `expected ${kind === "info" ? "an" : "a"} ${kind}, got none`;
  const missing = condition.texts.find((text) => !found.some((each) => fulfils(text, each)));
  if (missing) return `expected the ${kind} ${conditionText(missing)}, got:${list}`;
  if (condition.texts.length === 0) return undefined;
  const other = found.find((each) => !condition.texts.some((text) => fulfils(text, each)));
  return other === undefined ? undefined : `unexpected ${kind}: ${other}`;
}

function withoutPlace(annotation: string): string {
  return annotation.replace(/ \(\d+:\d+\)$/, "").replace(/, from buckets [^]*$/, "");
}

function isFulfilled({ message, pattern }: TextCondition, text: string): boolean {
  if (message !== undefined) return text === message;
  return pattern === undefined || containsPattern(pattern, text) === true;
}

function conditionText({ message, pattern }: TextCondition): string {
  return message ?? (pattern === undefined ? "of any kind" : `that matches ${pattern}`);
}

function compareResult({ at, expected }: Pick<EvalCommand, "at" | "expected">, result: Result): string | undefined {
  if (expected.string !== undefined) {
    if (result.type === "string" && result.text === expected.string) return undefined;
    return `expected the string ${JSON.stringify(expected.string)}, got ${describe(result)}`;
  }
  if (expected.scalar !== undefined || result.type === "scalar" || result.type === "string") {
    const { scalar, series } = expected;
    if (result.type === "scalar" && scalar !== undefined && isEqual(scalar, result.sample.value)) return undefined;
    const wanted = scalar === undefined ? `${series.length} series` : `the scalar ${formatNumber(scalar)}`;
    return `expected ${wanted}, got ${describe(result)}`;
  }
  const times = timesOf(expected.rangeVector ?? at);
  const wanted = expected.series.map((series) => withTimes(series, times)).filter(({ samples }) => samples.length > 0);
  const found = seriesOf(result);
  return compareSeries(wanted, found) ?? (expected.ordered ? compareOrder(wanted, found) : undefined);
}

function timesOf(at: Instant | Range): readonly number[] {
  if (at.kind === "instant") return [at.time / 1000];
  const count = Math.floor((at.end - at.start) / at.step) + 1;
  return Array.from({ length: count }, (_, k) => (at.start + k * at.step) / 1000);
}

interface Compared {
  readonly labels: Labels;
  readonly samples: readonly ResultSample[];
}

/** Values beyond the last time are compared too, with a time that no result has. */
function withTimes({ labels, values }: ScriptSeries, times: readonly number[]): Compared {
  const samples = values.flatMap((value, k) => (typeof value === "number" ? [{ time: times[k] ?? NaN, value }] : []));
  return { labels, samples };
}

function seriesOf(result: Result): readonly Compared[] {
  if (result.type === "vector") {
    return result.series.map(({ labels, sample }) => ({ labels: fromRecord(labels), samples: [sample] }));
  }
  return result.type === "matrix"
    ? result.series.map(({ labels, samples }) => ({ labels: fromRecord(labels), samples }))
    : [];
}

function fromRecord(labels: ResultLabels): Labels {
  return labelsOf(Object.entries(labels));
}

function compareSeries(wanted: readonly Compared[], found: readonly Compared[]): string | undefined {
  const byKey = new Map(found.map((series) => [series.labels.key, series]));
  for (const { labels, samples } of wanted) {
    const series = byKey.get(labels.key);
    if (!series) return `expected the series ${printLabels(labels)}, got:${list(found)}`;
    byKey.delete(labels.key);
    const other = Array.from({ length: Math.max(samples.length, series.samples.length) }, (_, k) => k).find((k) => {
      const [a, b] = [samples[k], series.samples[k]];
      return !a || !b || a.time !== b.time || !isEqual(a.value, b.value);
    });
    if (other === undefined) continue;
    return `${printLabels(labels)}: expected ${sampleText(samples[other])}, got ${sampleText(series.samples[other])}`;
  }
  const [extra] = byKey.values();
  return extra && `unexpected series:${list([extra])}`;
}

function compareOrder(wanted: readonly Compared[], found: readonly Compared[]): string | undefined {
  const isSame = wanted.every(({ labels }, k) => found[k]?.labels.key === labels.key);
  return isSame ? undefined : `the series stand in another order:${list(found)}`;
}

function isEqual(a: number, b: number): boolean {
  return nearlyEqual(a, b, tolerance);
}

function describe(result: Result): string {
  switch (result.type) {
    case "scalar":
      return `the scalar ${formatNumber(result.sample.value)}`;
    case "string":
      return `the string ${JSON.stringify(result.text)}`;
    case "vector":
    case "matrix":
      return `a ${result.type} of ${result.series.length} series`;
  }
}

function list(series: readonly Compared[]): string {
  if (series.length === 0) return " nothing";
  return series
    .slice(0, 20)
    .map(({ labels, samples }) => `\n  ${printLabels(labels)} ${samples.slice(0, 12).map(sampleText).join(" ")}`)
    .join("");
}

function sampleText(sample: ResultSample | undefined): string {
  return sample ? `${formatNumber(sample.value)} @${formatNumber(sample.time)}s` : "no sample";
}
