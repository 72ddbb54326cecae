import { grouped } from "../syntax/grouped.js";
import type { Colors, Paint } from "../report/colors.js";
import { visible } from "../report/visible.js";
import { plural } from "../syntax/plural.js";
import type { CatalogueEntry } from "./entry.js";
import type { CatalogueProblem } from "./load.js";
import type { CatalogueRun, Outcome } from "./outcome.js";
import { type Note, outcomeWords } from "./outcome-words.js";

/** The entries for a reader, by exporter: id, level, question and query. */
export function listText(entries: readonly CatalogueEntry[], colors: Colors): string {
  return [...grouped(entries, ({ exporter }) => exporter.name)]
    .map(([exporter, own]) => {
      const blocks = own.map((entry) => {
        const facts = colors.dim(`${entry.kind}, ${entry.unit}, ${entry.level}`);
        return `  ${colors.bold(entry.id)}  ${facts}\n    ${visible(entry.question)}\n${indented(entry.query, 6)}\n`;
      });
      return `${colors.bold(colors.underline(visible(exporter)))}\n\n${blocks.join("\n")}`;
    })
    .join("\n");
}

/** A run for a reader: a line or two for each entry, then the counts. */
export function runText({ server, outcomes, summary }: CatalogueRun, colors: Colors): string {
  const width = Math.max(0, ...outcomes.map(({ entry }) => entry.id.length));
  const groups = [...grouped(outcomes, ({ entry }) => entry.exporter.name)].map(([exporter, own]) => {
    const lines = own.map((outcome) => outcomeText(outcome, width, colors));
    return `${colors.bold(visible(exporter))} at ${visible(server)}\n${lines.join("\n")}\n`;
  });
  return `${groups.join("\n")}\n${countsText(summary, colors)}\n`;
}

/** How many queries there were, and what became of them. */
export function countsText({ ok, empty, error }: CatalogueRun["summary"], colors?: Colors): string {
  const counts = [
    `${ok} ok`,
    ...(empty > 0 ? [(colors?.yellow ?? String)(`${empty} empty`)] : []),
    ...(error > 0 ? [(colors?.red ?? String)(plural(error, "error"))] : []),
  ];
  return `${plural(ok + empty + error, "query", "queries")}: ${counts.join(", ")}`;
}

/** What is wrong with catalogue files: place, message, and what to do. */
export function problemsText(problems: readonly CatalogueProblem[], colors: Colors): string {
  return problems
    .map(({ at, message, help }) => {
      const line = `${visible(at.path)}:${at.line}:${at.column}: ${colors.red("error")}: ${visible(message)}\n`;
      return help ? `${line}${colors.dim("help:")} ${visible(help)}\n` : line;
    })
    .join("");
}

function outcomeText(outcome: Outcome, width: number, colors: Colors): string {
  const { status, entry } = outcome;
  const { text, notes } = outcomeWords(outcome);
  const paint = { ok: colors.green, empty: colors.yellow, error: colors.red }[status];
  const under = (line: string) => `\n${" ".repeat(9)}${line}`;
  const place = status === "error" ? [under(colors.dim(visible(`${entry.at.path}:${entry.at.line}`)))] : [];
  const remarks = notes.map((note) => under(`${notePaint(note.kind, colors)(`${note.kind}:`)} ${visible(note.text)}`));
  const head = `  ${paint(status)}${" ".repeat(7 - status.length)}${entry.id.padEnd(width)}  ${visible(text)}`;
  return [head, ...remarks, ...place].join("");
}

/** The colour of the word before a remark. */
export function notePaint(kind: Note["kind"], colors: Colors): Paint {
  return { warning: colors.yellow, info: colors.cyan, help: colors.dim }[kind];
}

function indented(query: string, spaces: number): string {
  const lines = query.trimEnd().split("\n");
  return lines.map((line) => " ".repeat(spaces) + visible(line)).join("\n");
}
