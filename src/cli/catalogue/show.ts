import { recommended } from "../../../rules/index.js";
import { entryText } from "../../catalogue/entry-text.js";
import { showJson } from "../../catalogue/json.js";
import { lintEntry } from "../../catalogue/lint-entry.js";
import { outcomeWords } from "../../catalogue/outcome-words.js";
import { notePaint } from "../../catalogue/report.js";
import { type EntryRun, runOne } from "../../catalogue/run.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import { loadHighlighter, paintQuery } from "../../report/highlight.js";
import { visible } from "../../report/visible.js";
import { exitStatus } from "../exit.js";
import { peopleText } from "../query/people-text.js";
import type { ServerOptions } from "../server-options.js";
import { endedBy } from "../server/server-failure.js";
import { colorsFor, widthOf, write } from "../terminal.js";
import { askedFrom, entryOf, readCatalogue } from "./entries.js";

/** The options of `promql-lint catalogue show`. */
export interface ShowCommandOptions extends ServerOptions {
  readonly format: "terminal" | "json";
  readonly limit?: number;
  readonly ascii: boolean;
  readonly color?: boolean;
}

/** Columns of prose where there is no terminal. */
const usualWidth = 80;

/** Prints all of one query, with its result; returns the exit status: 0 where there is a result. */
export async function showCommand(id: string, options: ShowCommandOptions): Promise<number> {
  const catalogue = await readCatalogue();
  const entry = entryOf(id, catalogue);
  const findings = (query: string) => lintEntry(entry, query, recommended);
  try {
    const { server, time } = await askedFrom(options);
    const run = await runOne(server, entry, { catalogue, time });
    if (options.format === "json") {
      await write(process.stdout, showJson(server.url, run, findings));
    } else {
      const colors = colorsFor(process.stdout, options.color);
      const highlighter = colors.isColorSupported ? await loadHighlighter() : () => [];
      const page = entryText(entry, {
        colors,
        width: widthOf(process.stdout, usualWidth),
        paint: (query) => paintQuery(query, highlighter, colors),
        findings,
      });
      const head = colors.bold(`Now at ${visible(server.url)}`);
      await write(process.stdout, `${page}\n${head}\n\n${resultText(run, options)}`);
    }
    return run.outcome.status === "ok" ? exitStatus.ok : exitStatus.findings;
  } catch (error) {
    throw endedBy(error);
  }
}

/** The result as `query` shows it, or why there is none, and what the server says besides. */
function resultText({ outcome, answer, times }: EntryRun, options: ShowCommandOptions): string {
  const colors = colorsFor(process.stdout, options.color);
  const { text, notes } = outcomeWords(outcome);
  const remarks = notes.map((note) => `${notePaint(note.kind, colors)(`${note.kind}:`)} ${visible(note.text)}\n`);
  const { query } = outcome.entry;
  const shown =
    outcome.status === "ok" && outcome.example && answer
      ? [peopleText({ query, times, answer, metrics: builtinMetrics }, options), ...(remarks.length > 0 ? ["\n"] : [])]
      : [`${outcome.status === "ok" ? "" : `${colors.yellow(outcome.status)}: `}${visible(text)}\n`];
  return [...shown, ...remarks].join("");
}
