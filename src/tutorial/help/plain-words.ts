import type { Metrics } from "../../metrics/metrics.js";
import { metricName } from "../../promql/labels.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import { examplesOf, wordMeaning } from "./word-meaning.js";
import type { Words } from "./words.js";

const toShow = new Set(["draw", "plot", "graph", "chart", "show", "display", "print"]);
const toAsk = new Set([
  ...["what", "which", "how", "where", "who", "why", "when", "is", "are", "can", "do", "does"],
  ...["list", "find", "get", "give", "select", "tell", "take", "calculate", "compute", "i", "please", "the"],
]);
const listed = new Set(["metrics", "metric", "labels", "label"]);

/** What to say to a text that is no query, and is written as one speaks; nothing where it is not. */
export function plainWords(
  text: string,
  exercise: Pick<Exercise, "start" | "answer">,
  metrics: Metrics,
): Words | undefined {
  const words =
    text
      .slice(0, longest)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const [first = ""] = /^\s*[a-z]+(?![\w:({[])/i.exec(text.slice(0, longest)) ?? [];
  const verb = first.trim().toLowerCase();
  const isSpoken = toAsk.has(verb) || toShow.has(verb);
  const [, asked = ""] =
    /^\s*what (?:is|are|does|do) (?:an? |the )?`?(.*?)(?: do| mean)?[`?. ]*$/i.exec(text.slice(0, longest)) ?? [];
  const meaning = isSpoken ? wordMeaning(asked, examplesOf(exercise, metrics)) : undefined;
  const isListing = listed.has(verb) || (isSpoken && words.some((word) => listed.has(word)));
  // Who asks for the metrics or the labels wants to see them, and not what the word means.
  if (isListing && (meaning === undefined || asked.endsWith("s"))) {
    return { message: "these words are no query", help: listingHelp(exercise) };
  }
  if (toShow.has(verb)) {
    return {
      message: `\`${first.trim()}\` is no part of a query`,
      help: "type the query alone: its result is drawn by itself",
    };
  }
  if (!toAsk.has(verb)) return undefined;
  if (meaning !== undefined) return { message: "these words are no query", help: `\`${asked}\`: ${meaning}` };
  return {
    message: "these words are no query",
    help: "a query begins with the name of a metric, of a function or of an aggregation, and says nothing else",
  };
}

/** Longer texts are not spoken. */
const longest = 200;

/** How to see which metrics and labels there are. */
function listingHelp(exercise: Pick<Exercise, "start" | "answer">): string {
  const [metric = "up"] = exerciseMetrics(exercise);
  const [beginning = metric] = metric.split("_");
  return `\`${metric}\` alone shows the labels of this metric; \`group by (${metricName}) ({${metricName}=~"${beginning}.*"})\` shows the metrics whose names begin with \`${beginning}\``;
}
