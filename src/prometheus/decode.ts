import type { Bucket, FloatSample, HistogramSample, NativeHistogram, QueryResult, Sample } from "./result.js";
import { arrayAt, objectAt, textAt, textsAt, UnexpectedShape } from "./shape.js";

/**
 * The `data` of an answer to a query, as https://prometheus.io/docs/prometheus/latest/querying/api/ describes it;
 * throws {@link UnexpectedShape}.
 */
export function decodeQueryResult(data: unknown): QueryResult {
  const { resultType, result } = objectAt(data, "data");
  switch (resultType) {
    case "vector":
      return { type: "vector", series: arrayAt(result, "result").map(decodeVectorSeries) };
    case "matrix":
      return { type: "matrix", series: arrayAt(result, "result").map(decodeMatrixSeries) };
    case "scalar":
      return { type: "scalar", sample: decodeFloat(result) };
    case "string": {
      const [time, text] = arrayAt(result, "result");
      return { type: "string", time: decodeTime(time), text: textAt(text, "the string") };
    }
    default:
      throw new UnexpectedShape("resultType", "one of vector, matrix, scalar, string");
  }
}

function decodeVectorSeries(value: unknown) {
  const series = objectAt(value, "a series");
  const sample: Sample =
    series["histogram"] === undefined ? decodeFloat(series["value"]) : decodeHistogram(series["histogram"]);
  return { labels: textsAt(series["metric"], "metric"), sample };
}

function decodeMatrixSeries(value: unknown) {
  const series = objectAt(value, "a series");
  const floats = arrayAt(series["values"] ?? [], "values").map(decodeFloat);
  const histograms = arrayAt(series["histograms"] ?? [], "histograms").map(decodeHistogram);
  const samples: readonly Sample[] =
    histograms.length === 0 ? floats : [...floats, ...histograms].sort((a, b) => a.time - b.time);
  return { labels: textsAt(series["metric"], "metric"), samples };
}

function decodeFloat(value: unknown): FloatSample {
  const [time, number] = arrayAt(value, "a sample");
  return { time: decodeTime(time), value: decodeNumber(number, "a sample's value") };
}

function decodeHistogram(value: unknown): HistogramSample {
  const [time, histogram] = arrayAt(value, "a histogram sample");
  return { time: decodeTime(time), histogram: decodeNativeHistogram(histogram) };
}

function decodeNativeHistogram(value: unknown): NativeHistogram {
  const { count, sum, buckets } = objectAt(value, "a histogram");
  return {
    count: decodeNumber(count, "a histogram's count"),
    sum: decodeNumber(sum, "a histogram's sum"),
    buckets: arrayAt(buckets ?? [], "buckets").map(decodeBucket),
  };
}

const closedBy: readonly Bucket["closed"][] = ["right", "left", "none", "both"];

function decodeBucket(value: unknown): Bucket {
  const [rule, lower, upper, count] = arrayAt(value, "a bucket");
  const closed = typeof rule === "number" ? closedBy[rule] : undefined;
  if (!closed) throw new UnexpectedShape("a bucket's boundary rule", "0, 1, 2 or 3");
  return {
    closed,
    lower: decodeNumber(lower, "a bucket's lower bound"),
    upper: decodeNumber(upper, "a bucket's upper bound"),
    count: decodeNumber(count, "a bucket's count"),
  };
}

function decodeTime(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new UnexpectedShape("a sample's time", "a number");
  return value;
}

/** A number as the API writes it in a string; throws {@link UnexpectedShape}. */
export function decodeNumber(value: unknown, where: string): number {
  const text = textAt(value, where);
  if (text === "NaN") return NaN;
  if (/^[+-]?Inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (!/^[+-]?(\d|\.\d)/.test(text) || Number.isNaN(Number(text))) throw new UnexpectedShape(where, "a number");
  return Number(text);
}
