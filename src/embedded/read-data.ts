import { firstLine } from "../engine/readers/first-line.js";
import { loadAnswer } from "../engine/readers/load-answer.js";
import { loadFamilies } from "../engine/readers/load-exposition.js";
import { loadNotation } from "../engine/readers/load-notation.js";
import type { LoadProblem } from "../engine/readers/load-problem.js";
import type { Storage } from "../engine/index.js";
import { familiesToMetrics } from "../exposition/families-to-metrics.js";
import { parseExposition } from "../exposition/parse.js";
import type { Metric } from "../metrics/metrics.js";
import { parseDuration } from "../promql/durations.js";

/** What was read of a text. */
export interface ReadData {
  /** What could not be read; the rest is in the storage. */
  readonly problems: readonly LoadProblem[];
  /** What the text tells of metrics. */
  readonly metrics: readonly Metric[];
  /** Whether samples without a time were taken for those of one moment. */
  readonly hasUntimed: boolean;
}

/**
 * Adds the series of a text to a storage: the text of an exporter, with or without times; series in the notation of test
 * scripts, after `load 30s`; or a server's answer to a query as JSON. What it is, its content tells. `time`, in seconds
 * since 1970, is that of samples which have none. Never throws.
 */
export function readData(storage: Storage, text: string, source: string, time: number): ReadData {
  const content = text.replace(/^\uFEFF/, "");
  if (isJson(content)) return { problems: loadAnswer(storage, content), metrics: [], hasUntimed: false };
  if (startsScript.test(firstLine(content)))
    return { problems: loadScript(storage, content), metrics: [], hasUntimed: false };
  const exposition = parseExposition(content);
  const problems = loadFamilies(storage, exposition, { time });
  const hasUntimed = exposition.families.some(({ samples }) =>
    samples.some(({ timestamp }) => timestamp === undefined),
  );
  return { problems, metrics: familiesToMetrics(exposition.families, source), hasUntimed };
}

/** A series may begin with a brace too: `{"http.requests"} 1`. */
function isJson(text: string): boolean {
  return /^\s*(?:\[|\{\s*(?:"[^"\n]*"\s*:|\}))/.test(text);
}

const startsScript = /^load(?:_with_nhcb)?\s+\S/;

/** The `load` commands of a test script; others are told as problems. Values begin in 1970. */
function loadScript(storage: Storage, text: string): readonly LoadProblem[] {
  const problems: LoadProblem[] = [];
  let step: number | undefined;
  for (const [k, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const [, duration] = /^load(?:_with_nhcb)?\s+(\S+)$/.exec(line) ?? [];
    if (duration !== undefined) {
      const seconds = parseDuration(duration);
      step = typeof seconds === "number" && seconds > 0 ? seconds : undefined;
      if (step === undefined) problems.push({ line: k + 1, message: `\`${duration}\` is no step: write \`load 30s\`` });
    } else if (/^(?:clear$|eval|expect\b)/.test(line)) {
      problems.push({ line: k + 1, message: "only `load` is read of a test script: this line is left out" });
      step = undefined;
    } else if (step !== undefined) {
      const found = loadNotation(storage, line, { step });
      problems.push(...found.map(({ message }) => ({ line: k + 1, message })));
    }
  }
  return problems;
}
