import { formatDuration } from "../../promql/durations.js";
import { isRangeWord } from "../../syntax/mistakes/foreign-words.js";
import { parse } from "../../syntax/parse.js";
import type { Exercise } from "../lesson.js";
import { readsPast } from "./range-words.js";

/**
 * What to say of a time in words, as in `node_load1 over 1h`, where an exercise draws a graph: it may be the time of the graph
 * that is meant, or the range of a function.
 */
export function graphTimeHelp(
  query: string,
  { kind, last, answer }: Pick<Exercise, "kind" | "last" | "answer">,
): string | undefined {
  if (kind !== "range") return undefined;
  const { problems } = parse(query);
  const ofTime = problems.find(({ at }) => isRangeWord(query.slice(at.from, at.to)));
  const [range] =
    ofTime?.fixes?.flatMap(({ edits }) => edits.map(({ insert }) => /^\[[\da-z]+\]$/.exec(insert)?.[0])) ?? [];
  if (range === undefined) return undefined;
  const graph = `how long the graph is stands in no query: it is drawn over ${formatDuration(last)} by itself`;
  const { expr } = parse(answer);
  return expr && readsPast(expr)
    ? `${graph}; a range that a function reads stands in brackets behind the metric: \`${range}\``
    : `${graph}, so leave the time out`;
}
