import type { CatalogueEntry } from "../catalogue/entry.js";
import { PrometheusError } from "../prometheus/error.js";
import { askForName } from "../promql/spelling.js";
import { CommandError, exitStatus } from "./exit.js";
import { packageFiles } from "./package-files.js";
import { colorsFor, write } from "./terminal.js";

interface CommonOptions {
  readonly exporter?: string;
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** The options of `promql-lint catalogue run`. */
export interface RunCommandOptions extends CommonOptions {
  readonly server: string;
  readonly timeout: number;
}

/** Prints the catalogue; returns the exit status. */
export async function listCommand(options: CommonOptions): Promise<number> {
  const entries = ofExporter(await readCatalogue(), options.exporter);
  const { listText } = await import("../catalogue/report.js");
  const { listJson } = await import("../catalogue/json.js");
  const colors = colorsFor(process.stdout, options.color);
  await write(process.stdout, options.format === "json" ? listJson(entries) : listText(entries, colors));
  return exitStatus.ok;
}

/** Runs the catalogue against a server; returns the exit status: 0 when every query gave a result. */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  const catalogue = await readCatalogue();
  const entries = ofExporter(catalogue, options.exporter);
  const { connect } = await import("../prometheus/client.js");
  const { runCatalogue } = await import("../catalogue/run.js");
  try {
    const run = await runCatalogue(connect({ url: options.server, timeout: options.timeout * 1000 }), entries, {
      catalogue,
    });
    const { runText } = await import("../catalogue/report.js");
    const { runJson } = await import("../catalogue/json.js");
    const colors = colorsFor(process.stdout, options.color);
    await write(process.stdout, options.format === "json" ? runJson(run) : runText(run, colors));
    return run.summary.ok === entries.length ? exitStatus.ok : exitStatus.findings;
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    throw new CommandError(error.kind === "bad-url" ? exitStatus.usage : exitStatus.failure, error.message);
  }
}

async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  const { loadCatalogues } = await import("../catalogue/load.js");
  const { entries, problems } = await loadCatalogues(await packageFiles("examples/catalogue", ".yaml"));
  if (problems.length > 0) {
    const { problemsText } = await import("../catalogue/report.js");
    throw new Error(problemsText(problems, colorsFor(process.stderr, false)));
  }
  return entries;
}

function ofExporter(entries: readonly CatalogueEntry[], exporter: string | undefined): readonly CatalogueEntry[] {
  if (exporter === undefined) return entries;
  const names = [...new Set(entries.map((entry) => entry.exporter.name))];
  if (!names.includes(exporter)) {
    const help = askForName(exporter, names) ?? `it holds ${names.join(", ")}`;
    throw new CommandError(exitStatus.usage, `the catalogue has no exporter \`${exporter}\``, help);
  }
  return entries.filter((entry) => entry.exporter.name === exporter);
}
