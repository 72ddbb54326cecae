import { metricTypeOf } from "../metrics/metric-type.js";
import { plural } from "../syntax/plural.js";
import { type Cursor, readHelp, readMetricName, readQuoted, readWord, skip, skipBlanks } from "./cursor.js";
import type { Exposition, ExpositionProblem } from "./exposition.js";
import { familyGathering, type GatheredFamily } from "./families.js";
import { type Format, isEndOfFile } from "./format.js";
import { quote } from "./quote.js";
import { parseSampleLine } from "./sample-line.js";

/**
 * Reads Prometheus' text format 0.0.4 or OpenMetrics 1.0, which it knows by the line `# EOF`. Never throws: a line that
 * cannot be read is left out and becomes a problem; after `mostProblems` the rest is one problem with their number.
 */
export function parseExposition(text: string): Exposition {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const end = lines.findIndex(isEndOfFile);
  const format = end < 0 ? "text" : "openmetrics";
  const problems = problemGathering();
  const families = familyGathering();

  for (const [index, raw] of lines.entries()) {
    const line = withoutMargins(raw);
    if (line === "" || index === end) continue;

    if (format === "openmetrics" && index > end) {
      problems.add(index + 1, "the line stands after `# EOF`, where a server stops: move it up");
      continue;
    }
    if (line.startsWith("#")) {
      const message = readMetadata(line, format, families.named);
      if (message !== undefined) problems.add(index + 1, message);
      continue;
    }
    const sample = parseSampleLine(line, format);
    if ("message" in sample) problems.add(index + 1, sample.message);
    else families.of(sample.name).samples.push(sample);
  }

  return { families: families.all(format), problems: problems.all() };
}

/** How many problems of one text are reported in full. */
export const mostProblems = 20;

/** Reads `# HELP`, `# TYPE` or `# UNIT` into its family and returns what is wrong; other comments are passed over. */
function readMetadata(line: string, format: Format, named: (name: string) => GatheredFamily): string | undefined {
  const cursor: Cursor = { line, at: 1 };
  if (!skip(cursor, " ") && !skip(cursor, "\t")) return undefined;
  skipBlanks(cursor);
  const keyword = readWord(cursor);
  if (keyword !== "HELP" && keyword !== "TYPE" && keyword !== "UNIT") return undefined;

  skipBlanks(cursor);
  const name = readQuoted(cursor) ?? readMetricName(cursor);
  if (name === undefined) return `\`# ${keyword}\` is followed by no metric's name`;
  if (cursor.at < line.length && !skip(cursor, " ") && !skip(cursor, "\t")) {
    return `${quote(line.slice(cursor.at))} follows the name ${quote(name)}: write a blank after the name`;
  }
  skipBlanks(cursor);

  const family = named(name);
  if (family.declared.has(keyword)) return `\`# ${keyword}\` of ${quote(name)} stands twice: remove one`;
  family.declared.add(keyword);
  switch (keyword) {
    case "HELP":
      family.help = readHelp(cursor, format);
      return undefined;
    case "UNIT":
      family.unit = line.slice(cursor.at).trimEnd();
      return undefined;
    case "TYPE":
      return readType(line.slice(cursor.at).trimEnd(), family);
  }
}

function readType(word: string, family: GatheredFamily): string | undefined {
  const type = metricTypeOf(word);
  if (type === undefined) {
    return `${quote(word)} is no type of metric: write \`counter\`, \`gauge\`, \`histogram\`, \`summary\` or \`unknown\``;
  }
  family.type = type;
  if (family.samples.length === 0) return undefined;
  return `the type of ${quote(family.name)} stands after its samples: move it before them`;
}

function withoutMargins(line: string): string {
  const to = line.endsWith("\r") ? line.length - 1 : line.length;
  let from = 0;
  while (line[from] === " " || line[from] === "\t") from++;
  return line.slice(from, to);
}

function problemGathering() {
  const told: ExpositionProblem[] = [];
  let firstUntold: number | undefined;
  let untold = 0;
  return {
    add(line: number, message: string): void {
      if (told.length < mostProblems) {
        told.push({ line, message });
      } else {
        firstUntold ??= line;
        untold++;
      }
    },
    all(): ExpositionProblem[] {
      if (firstUntold === undefined) return told;
      return [...told, { line: firstUntold, message: `and ${plural(untold, "more problem")}` }];
    },
  };
}
