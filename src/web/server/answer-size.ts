import type { QueryAnswer, QueryResult } from "../../prometheus/index.js";
import { plural } from "../../syntax/plural.js";

/** Samples of an answer that a worker hands over to the page; it stands still for half a second for so many. */
const maxSamples = 500_000;

/** Why an answer is too large for the page, and what to do; nothing where it is not. */
export function tooLargeToShow({ result }: QueryAnswer): string | undefined {
  const samples = samplesOf(result);
  if (samples <= maxSamples) return undefined;
  const series = result.type === "matrix" ? result.series.length : 0;
  const size = `${samples} samples in ${plural(series, "series", "series")}`;
  return `the result has ${size}, more than the ${maxSamples} that this page shows: aggregate the series, or ask for less time`;
}

function samplesOf(result: QueryResult): number {
  switch (result.type) {
    case "matrix":
      return result.series.reduce((sum, { samples }) => sum + samples.length, 0);
    case "vector":
      return result.series.length;
    case "scalar":
    case "string":
      return 1;
  }
}
