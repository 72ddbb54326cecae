import type { Diagnostic } from "../lint/rule.js";
import { severityPaint, type Colors } from "../report/colors.js";
import { formatQueryDiagnostic } from "../report/query-diagnostic.js";
import { visible } from "../report/visible.js";
import { wrapped } from "../results/wrap.js";
import { type CatalogueEntry, noRule, type WrongWay } from "./entry.js";
import { entryFacts } from "./entry-words.js";

/** How an entry is written for people. */
export interface EntryTextOptions {
  readonly colors: Colors;
  /** Columns that no line of prose exceeds. */
  readonly width: number;
  /** A query in colours, with what a terminal would obey made visible. */
  readonly paint: (query: string) => string;
  /** What is found in a query that is used as the entry's is. */
  readonly findings: (query: string) => readonly Diagnostic[];
}

/** One entry with all that the catalogue says of it. Ends with a line break. */
export function entryText(entry: CatalogueEntry, options: EntryTextOptions): string {
  const { colors, width, paint } = options;
  const prose = (text: string) => wrapped(text.trim(), width).join("\n");
  const facts = entryFacts(entry, entry.exporter.name).flatMap(([name, fact]) => {
    // An address that is broken into lines cannot be opened.
    const lines = name === "source" ? [visible(fact)] : wrapped(fact, width - 8);
    return lines.map((line, row) => `${colors.dim((row === 0 ? name : "").padEnd(6))}  ${line}`);
  });
  const parts = [
    `${colors.bold(entry.id)}\n${prose(entry.question)}`,
    indentedLines(paint(entry.query.trimEnd())),
    prose(entry.explanation),
    ...(entry.wrong ?? []).map((way) => `${wrongText(way, options)}\n${prose(way.why)}`),
    facts.join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function wrongText({ query, rule }: WrongWay, { colors, paint, findings }: EntryTextOptions): string {
  const found = rule === noRule ? [] : findings(query);
  if (found.length === 0) {
    return `${colors.red("wrong")}, and no rule can see it\n${indentedLines(paint(query.trimEnd()))}`;
  }
  const blocks = found.map((diagnostic) => {
    const paintHead = severityPaint(diagnostic.severity, colors);
    const text = formatQueryDiagnostic(query.trimEnd(), diagnostic);
    return indentedLines(paintHead(diagnostic.severity) + text.slice(diagnostic.severity.length));
  });
  return `${colors.red("wrong")}, found by ${visible(rule)}\n${blocks.join("\n")}`;
}

function indentedLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}
