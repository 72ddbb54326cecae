import type { CatalogueEntry } from "../catalogue/entry.js";
import type { CatalogueRun } from "../catalogue/outcome.js";
import { askedFrom, checkNames, readCatalogue } from "./catalogue/entries.js";
import { CommandError, exitStatus } from "./exit.js";
import { checkOutputFile, writeOutputFile } from "./output-file.js";
import { progressFor } from "./progress.js";
import type { ServerOptions } from "./server-options.js";
import { endedBy } from "./server/server-failure.js";
import { colorsFor, write } from "./terminal.js";

/** Which entries are meant: those that fulfil all that is given. */
interface Chosen {
  readonly exporter: readonly string[];
  readonly tag: readonly string[];
  readonly id: readonly string[];
}

/** The options of `promql-lint catalogue list`. */
export interface ListCommandOptions extends Chosen {
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** The options of `promql-lint catalogue run`. */
export interface RunCommandOptions extends Chosen, ServerOptions {
  readonly concurrency: number;
  readonly format: "terminal" | "json" | "junit" | "markdown";
  readonly outputFile?: string;
  readonly color?: boolean;
}

/** Prints the catalogue; returns the exit status. */
export async function listCommand(options: ListCommandOptions): Promise<number> {
  const entries = chosenFrom(await readCatalogue(), options);
  const { listText } = await import("../catalogue/report.js");
  const { listJson } = await import("../catalogue/json.js");
  const colors = colorsFor(process.stdout, options.color);
  await write(process.stdout, options.format === "json" ? listJson(entries) : listText(entries, colors));
  return exitStatus.ok;
}

/** Runs the catalogue; returns the exit status: 0 when every query gave a result. */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  const { format, outputFile, concurrency } = options;
  if (outputFile !== undefined) checkOutputFile(outputFile);
  const catalogue = await readCatalogue();
  const entries = chosenFrom(catalogue, options);
  const { runCatalogue } = await import("../catalogue/run.js");
  const progress = progressFor({ what: "queries", quiet: false, forPeople: format === "terminal" })(entries.length);
  try {
    const { server, time } = await askedFrom(options);
    const onOutcome = () => {
      progress.step();
    };
    const run = await runCatalogue(server, entries, { catalogue, concurrency, time, onOutcome });
    progress.end();
    const text = await reportOf(run, options);
    if (outputFile === undefined) await write(process.stdout, text);
    else writeOutputFile(outputFile, text);
    return run.summary.ok === entries.length ? exitStatus.ok : exitStatus.findings;
  } catch (error) {
    throw endedBy(error);
  } finally {
    progress.end();
  }
}

async function reportOf(run: CatalogueRun, { format, outputFile, color }: RunCommandOptions): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../catalogue/json.js")).runJson(run);
    case "junit":
      return (await import("../catalogue/junit.js")).runJunit(run);
    case "markdown":
      return (await import("../catalogue/markdown.js")).runMarkdown(run);
    case "terminal": {
      const colors = colorsFor(outputFile === undefined ? process.stdout : { isTTY: false }, color);
      return (await import("../catalogue/report.js")).runText(run, colors);
    }
  }
}

function chosenFrom(entries: readonly CatalogueEntry[], { exporter, tag, id }: Chosen): readonly CatalogueEntry[] {
  const names = (of: (entry: CatalogueEntry) => readonly string[]) => [...new Set(entries.flatMap(of))];
  checkNames(
    exporter,
    names((entry) => [entry.exporter.name]),
    "exporter",
  );
  checkNames(
    tag,
    names(({ tags }) => tags),
    "tag",
  );
  checkNames(
    id,
    names((entry) => [entry.id]),
    "query",
  );
  const chosen = entries.filter(
    (entry) =>
      (exporter.length === 0 || exporter.includes(entry.exporter.name)) &&
      (tag.length === 0 || entry.tags.some((each) => tag.includes(each))) &&
      (id.length === 0 || id.includes(entry.id)),
  );
  if (chosen.length > 0) return chosen;
  throw new CommandError(exitStatus.usage, "the catalogue has no query that is all of this", "give fewer conditions");
}
