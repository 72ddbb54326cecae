import { builtinMetrics } from "../metrics/builtin.js";
import { combineMetrics, metricsOf, type Metrics } from "../metrics/metrics.js";
import { CommandError, exitStatus } from "./exit.js";
import { namedFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { note } from "./terminal.js";

/** A file with the text of an exporter. */
export interface ExpositionFile {
  readonly path: string;
  /** Where a configuration names it, such as `.promql-lintrc.yaml:3:5`; missing where the command does. */
  readonly namedAt?: () => string | undefined;
}

/** What is known of metrics: what the given exposition texts say, then the built-in table. */
export async function readMetrics(files: readonly ExpositionFile[]): Promise<Metrics> {
  return combineMetrics(...(await Promise.all(files.map(readExposition))), builtinMetrics);
}

async function readExposition({ path, namedAt }: ExpositionFile): Promise<Metrics> {
  const fail = (reason: string, help?: string): CommandError => {
    const place = namedAt?.();
    const message = `${path}: ${reason}`;
    return new CommandError(exitStatus.failure, place === undefined ? message : `${place}: ${message}`, help);
  };
  const { parseExposition } = await import("../exposition/parse.js");
  const { familiesToMetrics } = await import("../exposition/families-to-metrics.js");
  const input = await readInput(namedFile(path));
  if ("reason" in input) throw fail(input.reason);
  const { families, problems } = parseExposition(input.text);
  for (const { line, message } of problems) note(`${path}:${line}: ${message}`);
  if (families.length === 0) throw fail("holds no metrics", "give the text that an exporter serves under /metrics");
  return metricsOf(familiesToMetrics(families, path));
}
