import { PrometheusError, type PrometheusErrorKind } from "../prometheus/error.js";
import type { QueryAnswer } from "../prometheus/result.js";
import { readTimes, type Times } from "../query/times.js";
import type { ConfigChoice } from "./config/configs.js";
import { CommandError, exitStatus } from "./exit.js";
import { namedFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { checkOutputFile } from "./output-file.js";
import { lintAsked } from "./query/lint-asked.js";
import { openSource, type Source, type SourceOptions } from "./query/source.js";
import { writeAnswer, writeRejection, type ResultOptions } from "./query/write-answer.js";
import { endedBy } from "./server/server-failure.js";

/** The options of `promql-lint query`. */
export interface QueryCommandOptions extends SourceOptions, ConfigChoice, ResultOptions {
  readonly time?: string;
  readonly start?: string;
  readonly end?: string;
  readonly step?: string;
  readonly last?: string;
  readonly lint: boolean;
}

/** Asks for the result of a query, and prints it with what is to be said about the query; returns the exit status. */
export async function queryCommand(argument: string, options: QueryCommandOptions): Promise<number> {
  if (options.outputFile !== undefined) checkOutputFile(options.outputFile);
  const query = await readQueryText(argument, options.data);
  try {
    const source = await openSource(options);
    const times = timesFrom(options, source.now);
    const asked = () => lintAsked(query, times.kind, source, options);
    const outcome = await ask(source, query, times);
    if ("message" in outcome) {
      await writeRejection(query, outcome, await asked(), options);
      return exitStatus.findings;
    }
    const { diagnostics, metrics } = await asked();
    await writeAnswer({ query, times, answer: outcome, diagnostics, metrics, source }, options);
    return exitStatus.ok;
  } catch (error) {
    throw endedBy(error);
  }
}

async function readQueryText(argument: string, data: readonly string[]): Promise<string> {
  const named = namedFile(argument);
  if (!named.stdin) return argument;
  if (data.includes("-")) {
    const message = "both the query and the data are to come from standard input";
    throw new CommandError(exitStatus.usage, message, "give one of them as a text or a file");
  }
  const input = await readInput(named);
  if ("reason" in input) throw new CommandError(exitStatus.failure, `${input.path}: ${input.reason}`);
  return input.text;
}

function timesFrom(options: QueryCommandOptions, now: number): Times {
  const times = readTimes(options, now);
  if ("message" in times) throw new CommandError(exitStatus.usage, times.message, times.help);
  return times;
}

async function ask({ server }: Source, query: string, times: Times): Promise<QueryAnswer | PrometheusError> {
  const date = (seconds: number) => new Date(Math.round(seconds * 1000));
  try {
    return times.kind === "instant"
      ? await server.instantQuery(query, date(times.time))
      : await server.rangeQuery(query, date(times.start), date(times.end), times.step);
  } catch (error) {
    if (error instanceof PrometheusError && ofTheQuery.has(error.kind)) return error;
    throw error;
  }
}

/** What goes wrong because of the query. */
const ofTheQuery: ReadonlySet<PrometheusErrorKind> = new Set<PrometheusErrorKind>(["bad-query", "execution"]);
