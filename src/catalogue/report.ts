import type { NativeHistogram } from "../prometheus/index.js";
import type { Colors } from "../report/colors.js";
import { visible } from "../report/visible.js";
import { plural } from "../syntax/plural.js";
import { type CatalogueEntry, noRule, type Requirements, type WrongWay } from "./entry.js";
import type { CatalogueProblem } from "./load.js";
import type { CatalogueRun, Outcome, SampleOfResult } from "./outcome.js";

/** The entries for a reader, by exporter: id, level, question and query. */
export function listText(entries: readonly CatalogueEntry[], colors: Colors): string {
  return byExporter(entries, ({ exporter }) => exporter.name)
    .map(([exporter, own]) => {
      const blocks = own.map((entry) => {
        const facts = colors.dim(`${entry.kind}, ${entry.unit}, ${entry.level}`);
        return `  ${colors.bold(entry.id)}  ${facts}\n    ${visible(entry.question)}\n${indented(entry.query, 6)}\n`;
      });
      return `${colors.bold(colors.underline(visible(exporter)))}\n\n${blocks.join("\n")}`;
    })
    .join("\n");
}

/** One entry with all that the catalogue says of it. */
export function entryText(entry: CatalogueEntry, colors: Colors): string {
  const facts = [
    [
      "result",
      `${entry.type} of ${entry.unit}, ${entry.labels.length > 0 ? `by ${entry.labels.join(", ")}` : "without labels"}`,
    ],
    ["use", entry.kind],
    ["level", entry.level],
    ["tags", entry.tags.join(", ")],
    ["needs", needs(entry.requires).join("; ")],
    ["source", entry.source],
  ];
  const lines = facts.map(([name = "", fact = ""]) => `${colors.dim(name.padEnd(6))}  ${visible(fact)}`);
  const parts = [
    `${colors.bold(entry.id)}\n${visible(entry.question)}`,
    indented(entry.query, 2),
    visible(entry.explanation.trim()),
    ...(entry.wrong ?? []).map((way) => wrongText(way, colors)),
    lines.join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function needs({ metrics, version, flags = [], prometheus, features = [], note }: Requirements): string[] {
  return [
    metrics.join(", "),
    ...(version ? [version] : []),
    ...flags,
    ...(prometheus ? [`Prometheus ${prometheus}`] : []),
    ...features.map((feature) => `--enable-feature=${feature}`),
    ...(note ? [note] : []),
  ];
}

function wrongText({ query, why, rule }: WrongWay, colors: Colors): string {
  const finder = rule === noRule ? "no rule can see it" : `found by ${rule}`;
  return `${colors.red("wrong")}  ${colors.dim(finder)}\n${indented(query, 2)}\n${visible(why.trim())}`;
}

/** A run for a reader: a line or two for each entry, then the counts. */
export function runText({ server, outcomes, summary }: CatalogueRun, colors: Colors): string {
  const width = Math.max(0, ...outcomes.map(({ entry }) => entry.id.length));
  const groups = byExporter(outcomes, ({ entry }) => entry.exporter.name).map(([exporter, own]) => {
    const lines = own.map((outcome) => outcomeText(outcome, width, colors));
    return `${colors.bold(visible(exporter))} at ${visible(server)}\n${lines.join("\n")}\n`;
  });
  const { ok, empty, error } = summary;
  const counts = [
    `${ok} ok`,
    ...(empty > 0 ? [colors.yellow(`${empty} empty`)] : []),
    ...(error > 0 ? [colors.red(plural(error, "error"))] : []),
  ];
  return `${groups.join("\n")}\n${plural(outcomes.length, "query", "queries")}: ${counts.join(", ")}\n`;
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
  const id = outcome.entry.id.padEnd(width);
  const under = (text: string) => `\n${" ".repeat(9)}${text}`;
  switch (outcome.status) {
    case "ok": {
      const { series, example, warnings, infos } = outcome;
      const found = example && `${series} series, such as ${sampleText(example)}`;
      const condition = found ? `the condition is met by ${found}` : "the condition is not met";
      const result = outcome.entry.kind === "alert" ? condition : found;
      const notes = [
        ...warnings.map((text) => under(`${colors.yellow("warning:")} ${annotationText(text)}`)),
        ...infos.map((text) => under(`${colors.cyan("info:")} ${annotationText(text)}`)),
      ];
      return `  ${colors.green("ok")}     ${id}  ${result ?? "no series"}${notes.join("")}`;
    }
    case "empty": {
      const { message, help } = outcome.reason;
      const advice = help ? under(`${colors.dim("help:")} ${visible(help)}`) : "";
      return `  ${colors.yellow("empty")}  ${id}  ${visible(message)}${advice}`;
    }
    case "error": {
      const { path, line } = outcome.entry.at;
      return `  ${colors.red("error")}  ${id}  ${visible(outcome.message)}${under(colors.dim(visible(`${path}:${line}`)))}`;
    }
  }
}

function annotationText(text: string): string {
  return visible(text.replace(/^PromQL (info|warning): /, ""));
}

function sampleText({ labels, sample }: SampleOfResult): string {
  const { __name__: name = "", ...others } = labels;
  const pairs = Object.entries(others).map(([label, value]) => `${visible(label)}=${visible(JSON.stringify(value))}`);
  const series = pairs.length > 0 ? `${visible(name)}{${pairs.join(", ")}}` : visible(name) || "{}";
  return `${series} ${visible(valueText(sample))}`;
}

function valueText(sample: SampleOfResult["sample"]): string {
  if ("text" in sample) return JSON.stringify(sample.text);
  return "value" in sample ? numberText(sample.value) : histogramText(sample.histogram);
}

function histogramText({ count, sum, buckets }: NativeHistogram): string {
  return `a histogram of ${numberText(count)} observations, sum ${numberText(sum)}, ${buckets.length} buckets`;
}

/** A number as Prometheus writes it. */
export function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}

function indented(query: string, spaces: number): string {
  const lines = query.trimEnd().split("\n");
  return lines.map((line) => " ".repeat(spaces) + visible(line)).join("\n");
}

function byExporter<T>(items: readonly T[], exporterOf: (item: T) => string): readonly (readonly [string, T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = exporterOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}
