import { builtinMetrics } from "../metrics/builtin.js";
import { combineMetrics, metricsOf, type Metrics } from "../metrics/metrics.js";
import { CommandError, exitStatus } from "./exit.js";
import { namedFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { note } from "./terminal.js";

/** What is known of metrics: what the given exposition texts say, then the built-in table. */
export async function readMetrics(paths: readonly string[]): Promise<Metrics> {
  return combineMetrics(...(await Promise.all(paths.map(readExposition))), builtinMetrics);
}

async function readExposition(path: string): Promise<Metrics> {
  const { parseExposition } = await import("../exposition/parse.js");
  const { familiesToMetrics } = await import("../exposition/families-to-metrics.js");
  const input = await readInput(namedFile(path));
  if ("reason" in input) throw new CommandError(exitStatus.failure, `${path}: ${input.reason}`);
  const { families, problems } = parseExposition(input.text);
  for (const { line, message } of problems) note(`${path}:${line}: ${message}`);
  if (families.length === 0) {
    const help = "give the text that an exporter serves under /metrics";
    throw new CommandError(exitStatus.failure, `${path}: holds no metrics`, help);
  }
  return metricsOf(familiesToMetrics(families, path));
}
