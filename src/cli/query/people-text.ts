import { resultUnit } from "../../analysis/explain/explain.js";
import type { Metrics } from "../../metrics/metrics.js";
import type { QueryAnswer } from "../../prometheus/result.js";
import type { Times } from "../../query/times.js";
import { answerText } from "../../results/answer-text.js";
import { parse } from "../../syntax/parse.js";
import { colorsFor, showsUnicode, widthOf } from "../terminal.js";

/** How a result is written for people. */
export interface PeopleOptions {
  readonly outputFile?: string;
  /** 0 for all. */
  readonly limit?: number;
  readonly ascii: boolean;
  readonly color?: boolean;
}

/** A query with its answer. */
export interface AnsweredQuery {
  readonly query: string;
  readonly times: Times;
  readonly answer: QueryAnswer;
  /** What is known of the metrics that were asked. */
  readonly metrics: Metrics | undefined;
}

/** Columns where there is no terminal. */
const usualWidth = 80;

/** A table, or a chart of a range, as wide as the terminal. */
export function peopleText({ query, times, answer, metrics }: AnsweredQuery, options: PeopleOptions): string {
  const isFile = options.outputFile !== undefined;
  const { expr } = parse(query);
  const { limit = times.kind === "range" ? 10 : 40 } = options;
  const looks = {
    colors: isFile ? colorsFor({ isTTY: false }, options.color) : colorsFor(process.stdout, options.color),
    width: isFile ? usualWidth : widthOf(process.stdout, usualWidth),
    ...(limit > 0 && { limit }),
    limitHelp: "--limit 0 shows all",
    ascii: options.ascii || (!isFile && !showsUnicode(process.stdout)),
    unit: expr && metrics ? resultUnit(expr, metrics) : undefined,
  };
  return answerText(answer.result, times, looks);
}
