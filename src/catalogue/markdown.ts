import { grouped } from "../syntax/grouped.js";
import { visible } from "../report/visible.js";
import type { CatalogueRun, Outcome } from "./outcome.js";
import { outcomeWords } from "./outcome-words.js";
import { countsText } from "./report.js";

/** A run as Markdown, such as for the summary of a job: a table for each exporter. */
export function runMarkdown({ server, outcomes, summary }: CatalogueRun): string {
  const tables = [...grouped(outcomes, ({ entry }) => entry.exporter.name)].map(([exporter, own]) => {
    const rows = own.map(rowOf);
    return `## ${cell(exporter)}\n\n| query | status | result |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# The catalogue on ${cell(server)}\n\n${countsText(summary)}\n\n${tables.join("\n")}`;
}

function rowOf(outcome: Outcome): string {
  const { text, notes } = outcomeWords(outcome);
  const words = [text, ...notes.map((note) => `${note.kind}: ${note.text}`)];
  return `| \`${outcome.entry.id}\` | ${outcome.status} | ${words.map(cell).join("<br>")} |`;
}

/** A text that means nothing to Markdown, on one line. */
function cell(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>&|#~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
