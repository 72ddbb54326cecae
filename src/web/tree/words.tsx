import { explain } from "../../analysis/explain.js";
import type { Metrics } from "../../metrics/metrics.js";
import { parse } from "../../syntax/parse.js";

/** A query, and what is known of its metrics. */
export interface WordsProps {
  readonly query: string;
  readonly metrics: Metrics;
}

/** A query in words, from the inside out. */
export function Words({ query, metrics }: WordsProps) {
  const { expr } = parse(query);
  return <ol class="words">{expr && explain(expr, metrics).map(({ text }) => <li>{text}</li>)}</ol>;
}
