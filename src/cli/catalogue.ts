import type { CatalogueEntry } from "../catalogue/entry.js";
import type { CatalogueRun } from "../catalogue/outcome.js";
import { askedFrom, checkNames, readCatalogue } from "./catalogue/entries.js";
import { CommandError, exitStatus } from "./exit.js";
import { checkOutputFile, writeOutputFile } from "./output-file.js";
import { progressFor } from "./progress.js";
import type { SeveralServerOptions } from "./server-options.js";
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
export interface RunCommandOptions extends Chosen, SeveralServerOptions {
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

/** Runs the catalogue; returns the exit status: 0 when every query gave a result on every server. */
export async function runCommand({ server: servers, ...options }: RunCommandOptions): Promise<number> {
  const { format, outputFile, concurrency } = options;
  if (outputFile !== undefined) checkOutputFile(outputFile);
  const catalogue = await readCatalogue();
  const entries = chosenFrom(catalogue, options);
  const { runCatalogue } = await import("../catalogue/run.js");
  const { eachServer } = await import("./server/each-server.js");
  const asked = servers ?? [undefined];
  const total = entries.length * asked.length;
  const progress = progressFor({ what: "queries", quiet: false, forPeople: format === "terminal" })(total);
  const onOutcome = () => {
    progress.step();
  };
  try {
    const { answers: runs, status } = await eachServer(asked, async (one) => {
      const { server, time } = await askedFrom({ ...options, ...(one !== undefined && { server: one }) });
      return runCatalogue(server, entries, { catalogue, concurrency, time, onOutcome });
    });
    progress.end();
    const text = await reportOf(runs, asked.length, options);
    if (outputFile === undefined) await write(process.stdout, text);
    else writeOutputFile(outputFile, text);
    const isGreen = runs.every(({ summary }) => summary.ok === entries.length);
    return status === exitStatus.ok && !isGreen ? exitStatus.findings : status;
  } finally {
    progress.end();
  }
}

async function reportOf(
  runs: readonly CatalogueRun[],
  asked: number,
  { format, outputFile, color }: Pick<RunCommandOptions, "format" | "outputFile" | "color">,
): Promise<string> {
  switch (format) {
    case "json": {
      const { runJson } = await import("../catalogue/json.js");
      const { jsonOf } = await import("./server/each-server.js");
      return jsonOf(runs.map(runJson), asked);
    }
    case "junit":
      return (await import("../catalogue/junit.js")).runJunit(runs);
    case "markdown": {
      const { runMarkdown } = await import("../catalogue/markdown.js");
      return runs.map(runMarkdown).join("\n");
    }
    case "terminal": {
      const colors = colorsFor(outputFile === undefined ? process.stdout : { isTTY: false }, color);
      const { runText } = await import("../catalogue/report.js");
      return runs.map((run) => runText(run, colors)).join("\n");
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
