import { instantQuery, type QueryOptions, rangeQuery } from "../engine/query.js";
import { appendNoted } from "../engine/readers/series-notation.js";
import { createStorage, type Storage } from "../engine/storage.js";
import type { Answer } from "../engine/result.js";
import { labelValue, withLabel, withoutLabels } from "../engine/labels.js";
import { metricName } from "../promql/labels.js";
import { compareAnswer, compareError } from "./compare.js";
import { parseScript } from "./parse-script.js";
import type { Command, EvalCommand, LoadCommand, ScriptProblem } from "./script.js";

/** What came of an `eval`: `unsupported` where it needs a native histogram or start times, which the engine does not know. */
export interface EvalOutcome {
  /** From 1. */
  readonly line: number;
  readonly query: string;
  readonly status: "passed" | "failed" | "unsupported";
  /** Why it is not passed. */
  readonly message?: string;
}

/** What came of a script. With problems in its text nothing of it is run. */
export interface ScriptOutcome {
  readonly problems: readonly ScriptProblem[];
  readonly evals: readonly EvalOutcome[];
}

/** Runs a test script of PromQL. Names are dropped late, as in Prometheus' own runner, where the options do not say otherwise. */
export function runScript(text: string, options: QueryOptions = {}): ScriptOutcome {
  const { commands, problems } = parseScript(text);
  if (problems.length > 0) return { problems, evals: [] };
  return { problems, evals: runCommands(commands, { delayedNameRemoval: true, ...options }) };
}

function runCommands(commands: readonly Command[], options: QueryOptions): readonly EvalOutcome[] {
  const evals: EvalOutcome[] = [];
  let storage = createStorage();
  let hasStartTimes = false;
  for (const command of commands) {
    switch (command.kind) {
      case "clear":
        storage = createStorage();
        hasStartTimes = false;
        break;
      case "load":
        load(command, storage);
        hasStartTimes ||= command.hasStartTimes;
        break;
      case "eval":
        evals.push(hasStartTimes ? withStartTimes(command) : runEval(command, storage, options));
        break;
    }
  }
  return evals;
}

function withStartTimes({ line, query }: EvalCommand): EvalOutcome {
  const message = "series have start times (`@st`), which the embedded engine does not support";
  return { line, query, status: "unsupported", message };
}

/** Of two lines for one series in a block the later one counts. */
function load({ series, step, withNative }: LoadCommand, storage: Storage): void {
  for (const each of new Map(series.map((one) => [one.labels.key, one])).values()) {
    appendNoted(storage, each, step);
    const name = labelValue(each.labels, metricName);
    if (!withNative || !name.endsWith("_bucket") || labelValue(each.labels, "le") === "") continue;
    const base = withLabel(withoutLabels(each.labels, bucketLabel), metricName, name.slice(0, -"_bucket".length));
    const values = each.values.map((value) => (typeof value === "number" ? "native" : value));
    appendNoted(storage, { labels: base, values }, step);
  }
}

const bucketLabel: ReadonlySet<string> = new Set(["le"]);

function runEval(command: EvalCommand, storage: Storage, options: QueryOptions): EvalOutcome {
  const { line, query, expected } = command;
  const outcome = (status: EvalOutcome["status"], message?: string): EvalOutcome => ({
    line,
    query,
    status,
    ...(message !== undefined && { message }),
  });
  if (expected.series.some(({ values }) => values.includes("native"))) {
    return outcome("unsupported", "a native histogram is expected");
  }
  const answer = answerOf(command, storage, options);
  if (!("error" in answer)) {
    if (expected.fail) return outcome("failed", "expected an error, got a result");
    const difference = compareAnswer(command, answer);
    return difference === undefined ? outcome("passed") : outcome("failed", difference);
  }
  const { kind, message } = answer.error;
  if (kind === "unsupported") return outcome("unsupported", message);
  if (!expected.fail) return outcome("failed", `unexpected error: ${message}`);
  const difference = compareError(expected.fail, message);
  return difference === undefined ? outcome("passed") : outcome("failed", difference);
}

function answerOf({ query, at }: EvalCommand, storage: Storage, options: QueryOptions): Answer {
  if (at.kind === "instant") return instantQuery(storage, query, at.time / 1000, options);
  return rangeQuery(storage, query, at.start / 1000, at.end / 1000, at.step / 1000, options);
}
