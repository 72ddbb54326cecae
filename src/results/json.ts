import type { NativeHistogram, QueryAnswer, QueryResult, Sample } from "../prometheus/result.js";
import { jsonText } from "../report/json-text.js";
import { formatNumber } from "../promql/numbers.js";
import { numberText } from "../promql/numbers.js";

/**
 * An answer as Prometheus' API gives it, on one line with a line break; values are texts.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 */
export function answerJson({ result, warnings, infos }: QueryAnswer): string {
  return jsonText(
    {
      status: "success",
      data: { resultType: result.type, result: resultValue(result) },
      ...(warnings.length > 0 && { warnings }),
      ...(infos.length > 0 && { infos }),
    },
    0,
  );
}

/** Why there is no answer, as Prometheus' API says it. */
export function failureJson(errorType: "bad_data" | "execution", error: string): string {
  return jsonText({ status: "error", errorType, error }, 0);
}

/** A result as the API has it below `data.result`. */
export function resultValue(result: QueryResult): unknown {
  switch (result.type) {
    case "scalar":
      return [result.sample.time, formatNumber(result.sample.value)];
    case "string":
      return [result.time, result.text];
    case "vector":
      return result.series.map(({ labels, sample }) => ({
        metric: labels,
        [isFloat(sample) ? "value" : "histogram"]: pairOf(sample),
      }));
    case "matrix":
      return result.series.map(({ labels, samples }) => {
        const floats = samples.filter(isFloat);
        const histograms = samples.filter((sample) => !isFloat(sample));
        return {
          metric: labels,
          ...((floats.length > 0 || histograms.length === 0) && { values: floats.map(pairOf) }),
          ...(histograms.length > 0 && { histograms: histograms.map(pairOf) }),
        };
      });
  }
}

function isFloat(sample: Sample): boolean {
  return "value" in sample;
}

function pairOf(sample: Sample): unknown {
  return [sample.time, "value" in sample ? valueText(sample.value) : histogramOf(sample.histogram)];
}

/** A native histogram as the API has it. */
export function histogramOf({ count, sum, buckets }: NativeHistogram): object {
  return {
    count: valueText(count),
    sum: valueText(sum),
    ...(buckets.length > 0 && {
      buckets: buckets.map(({ closed, lower, upper, count: own }) => [
        boundaryRules[closed],
        ...[lower, upper, own].map(valueText),
      ]),
    }),
  };
}

/** Prometheus writes an exponent with two digits, and none for a scalar. */
function valueText(value: number): string {
  return numberText(value).replace(/e([+-])(\d)$/, "e$10$2");
}

const boundaryRules = { right: 0, left: 1, none: 2, both: 3 } as const;
