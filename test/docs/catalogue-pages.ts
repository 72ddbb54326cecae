import { all } from "../../rules/index.js";
import type { Diagnostic } from "../../src/lint/rule.js";
import { formatQueryDiagnostic } from "../../src/report/query-diagnostic.js";
import { plural } from "../../src/syntax/plural.js";
import { type CatalogueEntry, noRule, type WrongWay } from "../../src/catalogue/entry.js";
import { entryFacts } from "../../src/catalogue/entry-words.js";
import { grouped } from "../../src/syntax/grouped.js";

/** What is found in a query that is used as an entry's is. */
type FindingsOf = (entry: CatalogueEntry, query: string) => readonly Diagnostic[];

/** The page of an exporter in Markdown: its entries, with a table of contents before them. */
export function exporterPage(entries: readonly CatalogueEntry[], findingsOf: FindingsOf): string {
  const [first] = entries;
  if (!first) return "";
  const { name, docs, version, jobs, scrape } = first.exporter;
  const versions = version === undefined ? "" : `, version ${version}`;
  const usual = jobs.map((job) => `\`${job}\``).join(", ");
  const intro = [
    `${plural(entries.length, "query", "queries")} for the metrics of [${name}](${docs})${versions}.`,
    `Its job is usually called ${usual}.`,
    `\`promql-lint catalogue run --exporter ${name}\` runs them, and \`promql-lint catalogue show ID\` shows one with its result.`,
  ];
  const rows = entries.map(({ id, question }) => `| [${id}](#${id}) | ${cell(question)} |`);
  const parts = [
    `# ${name}`,
    intro.join(" "),
    ...(scrape === undefined ? [] : ["How to scrape it:", fenced("yaml", scrape.trimEnd())]),
    ["| query | what it answers |", "| --- | --- |", ...rows].join("\n"),
    ...entries.map((entry) => entryMarkdown(entry, findingsOf)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The page in Markdown that leads to those of the exporters. */
export function indexPage(entries: readonly CatalogueEntry[]): string {
  const rows = [...grouped(entries, ({ exporter }) => exporter.name)].map(([name, own]) => {
    const tags = [...new Set(own.flatMap((entry) => entry.tags))].sort();
    return `| [${name}](${name}.md) | ${own.length} | ${cell(tags.join(", "))} |`;
  });
  return [
    "# The catalogue",
    `${entries.length} queries for the exporters of a Kubernetes cluster. Each is run on the demo cluster and on real servers by the tests, and the mistakes beside it are found by the rules that it names. How they are written down: [format](../catalogue-format.md).`,
    ["| exporter | queries | subjects |", "| --- | --- | --- |", ...rows].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** One entry in Markdown, below a heading of its own. */
function entryMarkdown(entry: CatalogueEntry, findingsOf: FindingsOf): string {
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
  const page = all.some(({ id }) => id === rule) ? `../../rules/${rule}.md` : `../problems.md#${rule}`;
  const finder = rule === noRule ? "Wrong, and no rule can see it" : `Wrong, and found by [${rule}](${page})`;
  const text = query.trimEnd();
  const findings = found.map((diagnostic) => formatQueryDiagnostic(text, diagnostic)).join("\n\n");
  return [`${finder}:`, fenced("promql", text), why.trim(), ...(findings === "" ? [] : [fenced("text", findings)])];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** A text in a cell of a table. */
function cell(text: string): string {
  return text.replace(/\|/g, "\\|");
}
