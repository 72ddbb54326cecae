import { parseNotedSeries } from "../engine/readers/series-notation.js";
import { parseDuration } from "../promql/durations.js";
import { parseEval } from "./parse-eval.js";
import type { Command, LoadCommand, Script, ScriptProblem, ScriptSeries } from "./script.js";

/** The lines of a command, without blanks around them; the first one has the number `line`. */
export interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Adds what is wrong with a line. */
export type Report = (line: number, message: string) => void;

/**
 * Reads a test script. A command ends at an empty line, at a comment and at the next command; lines that cannot be read
 * are problems.
 * Source: https://github.com/prometheus/prometheus/blob/main/promql/promqltest/README.md
 */
export function parseScript(text: string): Script {
  const problems: ScriptProblem[] = [];
  const report: Report = (line, message) => problems.push({ line, message });
  const commands = blocksOf(text).flatMap((block) => parseCommand(block, report) ?? []);
  return { commands, problems: problems.sort((a, b) => a.line - b.line) };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let isOpen = false;
  for (const [k, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) isOpen = false;
    else if (isOpen && !/^(?:clear$|load\b|load_with_nhcb\b|eval(?:_\w+)?\s+(?:instant|range)\b)/i.test(line)) {
      blocks.at(-1)?.lines.push(line);
    } else {
      blocks.push({ line: k + 1, lines: [line] });
      isOpen = true;
    }
  }
  return blocks;
}

function parseCommand(block: Block, report: Report): Command | undefined {
  const { line, lines } = block;
  const [first = ""] = lines;
  if (/^clear$/i.test(first)) return { kind: "clear", line };
  if (/^load(?:_with_nhcb)?\s/i.test(first)) return parseLoad(block, report);
  if (/^eval/i.test(first)) return parseEval(block, report);
  report(line, `${JSON.stringify(first)} starts no command: write \`load\`, \`clear\` or \`eval\``);
  return undefined;
}

function parseLoad({ line, lines: [first = "", ...rest] }: Block, report: Report): LoadCommand | undefined {
  const [, native, duration = ""] = /^load(_with_nhcb)?\s+(\S+)$/i.exec(first) ?? [];
  const step = readTime(duration);
  if (step === undefined || step <= 0) {
    report(line, `${JSON.stringify(first)} has no step: write \`load 30s\``);
    return undefined;
  }
  const series = rest.flatMap((text, k) => (startTimes.test(text) ? [] : readSeries(text, line + k + 1, report)));
  return {
    kind: "load",
    line,
    step,
    withNative: native !== undefined,
    hasStartTimes: rest.some((text) => startTimes.test(text)),
    series,
  };
}

/** A series with `@st` right behind it, and times in place of values. */
const startTimes = /^[^\s{]*(?:\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\})?@st\s/;

/** Reads a line of a series. */
export function readSeries(text: string, line: number, report: Report): readonly ScriptSeries[] {
  const series = parseNotedSeries(text);
  if (!("mistake" in series)) return [series];
  report(line, series.mistake);
  return [];
}

/** The milliseconds of a duration, which may have a sign, or of seconds without a unit; nothing for another text. */
export function readTime(text: string): number | undefined {
  const [, sign, length = ""] = /^(-?)(\S+)$/.exec(text) ?? [];
  const seconds = /^\d+(?:\.\d+)?$/.test(length) ? Number(length) : parseDuration(length);
  if (typeof seconds === "string") return undefined;
  return Math.round(seconds * 1000) * (sign === "-" ? -1 : 1);
}
