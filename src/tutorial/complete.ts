import type { PrometheusClient } from "../prometheus/index.js";
import { functionNames } from "../promql/functions.js";
import { keywords, labelListKeywords } from "../promql/keywords.js";
import { metricName } from "../promql/labels.js";

/** What may stand at the end of a query, and the part of it that is there already. */
export interface Completions {
  /** Whole words, sorted. */
  readonly words: readonly string[];
  /** The beginning of a word at the end of the text; perhaps empty. */
  readonly begun: string;
}

/** Who knows names: a server. */
type NamingServer = Pick<PrometheusClient, "instantQuery" | "labelValues">;

/** A metric with the labels that nearly all have, for a query that names none yet. */
const ofAllTargets = "up";

/** A list of labels in parentheses that is not closed. */
const labelList = new RegExp(`\\b(?:${labelListKeywords.join("|")})\\s*\\([^()]*$`);

/** Longer texts are not completed. */
const longest = 2_000;

/**
 * Completes a query whose end is being written: the values of a label within quotes, labels within braces and behind `by (`,
 * else metrics, functions, aggregations and keywords. Rejects with a `PrometheusError` where the server does not answer.
 */
export async function complete(query: string, server: NamingServer): Promise<Completions> {
  if (query.length > longest) return { words: [], begun: "" };
  const open = /([a-zA-Z_:][\w:]*)?\{([^{}]*)$/.exec(query);
  const [, label, value] = (open && /([a-zA-Z_]\w*)\s*(?:=~?|!=|!~)\s*"([^"\\]*)$/.exec(open[2] ?? "")) ?? [];
  if (open && label !== undefined && value !== undefined) {
    return among(await server.labelValues(label, open[1] === undefined ? [] : [open[1]]), value);
  }
  const begun = /[a-zA-Z_:][\w:]*$/.exec(query)?.[0] ?? "";
  if (open) return among(await labelsOf([open[1] ?? ""], server), begun);
  const names = await server.labelValues(metricName);
  if (labelList.test(query)) {
    const known = new Set(names);
    const used = (query.match(/[a-zA-Z_:][\w:]*/g) ?? []).filter((word) => known.has(word));
    return among(await labelsOf(used.length > 0 ? used : [ofAllTargets], server), begun);
  }
  return begun === "" ? { words: [], begun } : among([...functionNames, ...keywords, ...names], begun);
}

function among(words: readonly string[], begun: string): Completions {
  return { words: [...new Set(words)].filter((word) => word.startsWith(begun)).sort(), begun };
}

/** The labels that series of some metrics have now. */
async function labelsOf(metrics: readonly string[], server: NamingServer): Promise<readonly string[]> {
  const known = metrics.filter((metric) => metric !== "");
  const answers = await Promise.all(known.map((metric) => server.instantQuery(metric)));
  const labels = answers.flatMap(({ result }) =>
    result.type === "vector" ? result.series.flatMap((series) => Object.keys(series.labels)) : [],
  );
  return labels.filter((label) => label !== metricName);
}
