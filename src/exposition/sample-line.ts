import { type Cursor, readLabelName, readMetricName, readQuoted, readWord, skip, skipBlanks } from "./cursor.js";
import type { Sample } from "./exposition.js";
import type { Format } from "./format.js";
import { quote } from "./quote.js";

/** The sample that a line gives, or what is wrong with the line. Exemplars are left out. */
export function parseSampleLine(line: string, format: Format): Sample | { readonly message: string } {
  const cursor = { line, at: 0 };
  const labels = new Map<string, string>();
  let name = readMetricName(cursor);

  skipBlanks(cursor);
  if (skip(cursor, "{")) {
    const inside = readBraces(cursor, labels);
    if (typeof inside === "object" && name !== undefined && inside.name !== undefined) {
      return { message: `the name ${quote(inside.name)} stands next to the name ${quote(name)}: remove one` };
    }
    if (typeof inside === "string") return { message: inside };
    name ??= inside.name;
  } else if (cursor.at < line.length && cursor.at > 0 && !isBlankBefore(cursor)) {
    return { message: `${quote(line.slice(cursor.at))} follows the name: write a blank between name and value` };
  }
  if (name === undefined) return { message: `${quote(line)} starts with no metric's name` };

  skipBlanks(cursor);
  const valueText = readWord(cursor);
  if (valueText === "") return { message: `${quote(name)} has no value: write a number after it` };
  const value = parseValue(valueText);
  if (value === undefined) return { message: `${quote(valueText)} is no value: write a number, \`NaN\` or \`+Inf\`` };

  skipBlanks(cursor);
  if (cursor.at === line.length || startsExemplar(cursor, format)) return { name, labels, value };

  const timestampText = readWord(cursor);
  const timestamp = parseTimestamp(timestampText, format);
  if (timestamp === undefined) {
    const unit = format === "openmetrics" ? "seconds" : "whole milliseconds";
    return { message: `${quote(timestampText)} is no timestamp: write ${unit} since 1970` };
  }

  skipBlanks(cursor);
  if (cursor.at === line.length || startsExemplar(cursor, format)) return { name, labels, value, timestamp };
  return { message: `${quote(line.slice(cursor.at))} follows the timestamp: remove it` };
}

/** Reads labels up to the closing brace; the metric's name where it stands inside, in quotes; or what is wrong. */
function readBraces(cursor: Cursor, labels: Map<string, string>): { name?: string } | string {
  let name: string | undefined;
  for (;;) {
    skipBlanks(cursor);
    if (skip(cursor, "}")) return name === undefined ? {} : { name };

    const from = cursor.at;
    const quoted = readQuoted(cursor);
    const label = quoted ?? readLabelName(cursor);
    if (label === undefined)
      return `${quote(cursor.line.slice(from))} starts no label: write \`name="value"\` and close the braces`;

    skipBlanks(cursor);
    if (skip(cursor, "=")) {
      skipBlanks(cursor);
      const value = readQuoted(cursor);
      if (value === undefined) return `the value of the label ${quote(label)} is not in double quotes: quote it`;
      if (label === "__name__") return "`__name__` stands among the labels: write the metric's name before the braces";
      if (labels.has(label)) return `the label ${quote(label)} stands twice: remove one`;
      labels.set(label, value);
    } else if (quoted !== undefined && name === undefined) {
      name = quoted;
    } else {
      return `the label ${quote(label)} has no value: write \`="value"\` after it`;
    }

    skipBlanks(cursor);
    if (!skip(cursor, ",") && cursor.line[cursor.at] !== "}") {
      return cursor.at < cursor.line.length
        ? `${quote(cursor.line.slice(cursor.at))} follows the label ${quote(label)}: separate labels by commas`
        : "the braces are not closed: write `}` after the last label";
    }
  }
}

function parseValue(text: string): number | undefined {
  const special = specialValues.get(text.toLowerCase());
  if (special !== undefined) return special;
  if (!/^[-+.0-9eE]+$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const specialValues: ReadonlyMap<string, number> = new Map([
  ["nan", NaN],
  ["inf", Infinity],
  ["+inf", Infinity],
  ["-inf", -Infinity],
  ["infinity", Infinity],
  ["+infinity", Infinity],
  ["-infinity", -Infinity],
]);

function parseTimestamp(text: string, format: Format): number | undefined {
  const value = parseValue(text);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  if (format === "openmetrics") return value;
  return /^[-+]?[0-9]+$/.test(text) ? value / 1000 : undefined;
}

function startsExemplar(cursor: Cursor, format: Format): boolean {
  return format === "openmetrics" && cursor.line[cursor.at] === "#";
}

function isBlankBefore(cursor: Cursor): boolean {
  const before = cursor.line[cursor.at - 1];
  return before === " " || before === "\t";
}
