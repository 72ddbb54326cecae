import type { Diagnostic } from "../lint/rule.js";
import { formatQueryDiagnostic } from "../report/query-diagnostic.js";
import { plural } from "../syntax/plural.js";
import { type CatalogueEntry, type Exporter, noRule, type WrongWay } from "./entry.js";
import { entryFacts } from "./entry-words.js";

/** What is found in a query that is used as an entry's is. */
export type FindingsOf = (entry: CatalogueEntry, query: string) => readonly Diagnostic[];

/** The page of an exporter in Markdown: its entries, with a table of contents before them. */
export function exporterPage(exporter: Exporter, entries: readonly CatalogueEntry[], findingsOf: FindingsOf): string {
  const { name, docs, version, jobs, scrape } = exporter;
  const versions = version === undefined ? "" : `, version ${version}`;
  const usual = jobs.map((job) => `\`${job}\``).join(", ");
  const rows = entries.map(({ id, question }) => `| [${id}](#${id}) | ${question} |`);
  const parts = [
    `# ${name}`,
    `${plural(entries.length, "query", "queries")} for the metrics of [${name}](${docs})${versions}. Its job is usually called ${usual}. \`promql-lint catalogue run --exporter ${name}\` runs them, and \`promql-lint catalogue show ID\` shows one with its result.`,
    ...(scrape === undefined ? [] : ["How to scrape it:", fenced("yaml", scrape.trimEnd())]),
    ["| query | answers |", "| --- | --- |", ...rows].join("\n"),
    ...entries.map((entry) => entryMarkdown(entry, findingsOf)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** One entry in Markdown, below a heading of its own. */
export function entryMarkdown(entry: CatalogueEntry, findingsOf: FindingsOf): string {
  const { id, question, query, explanation, exporter, wrong = [] } = entry;
  const facts = entryFacts(entry, exporter.name, (text) => `\`${text}\``);
  return [
    `## ${id}`,
    question,
    fenced("promql", query.trimEnd()),
    explanation.trim(),
    facts.map(([name, fact]) => `- **${name}**: ${name === "source" ? `<${fact}>` : fact}`).join("\n"),
    ...wrong.flatMap((way) => wrongMarkdown(way, findingsOf(entry, way.query))),
  ].join("\n\n");
}

function wrongMarkdown({ query, why, rule }: WrongWay, found: readonly Diagnostic[]): readonly string[] {
  const finder = rule === noRule ? "No rule can see this mistake" : `Wrong, and found by \`${rule}\``;
  const text = query.trimEnd();
  const findings = found.map((diagnostic) => formatQueryDiagnostic(text, diagnostic)).join("\n\n");
  return [`${finder}:`, fenced("promql", text), why.trim(), ...(findings === "" ? [] : [fenced("text", findings)])];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
