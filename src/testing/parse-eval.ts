import { unquote } from "../promql/strings.js";
import { type Block, readSeries, readTime, type Report } from "./parse-script.js";
import type {
  AnnotationCondition,
  EvalCommand,
  Expected,
  Instant,
  Range,
  ScriptSeries,
  TextCondition,
} from "./script.js";

/** Reads `eval instant at …` or `eval range from … to … step …`, and what is expected. */
export function parseEval({ line, lines: [first = "", ...rest] }: Block, report: Report): EvalCommand | undefined {
  const head = readHead(first);
  if (!head) {
    report(
      line,
      `${JSON.stringify(first)} is no \`eval\`: write \`eval instant at 5m QUERY\` or \`eval range from 0 to 5m step 1m QUERY\``,
    );
    return undefined;
  }
  const { at, query, suffix } = head;
  const expected = startOf(suffix);
  for (const [k, text] of rest.entries()) {
    const problem = readLine(text, expected, at.kind === "instant");
    if (problem === "series") expected.series.push(...readSeries(text, line + k + 1, report));
    else if (problem !== undefined) report(line + k + 1, problem);
  }
  return { kind: "eval", line, query, at, expected };
}

interface Head {
  readonly at: Instant | Range;
  readonly query: string;
  readonly suffix: string | undefined;
}

function readHead(text: string): Head | undefined {
  const instant = /^eval(?:_(fail|warn|ordered|info))?\s+instant\s+(?:at\s+(\S+)\s+)?(\S[^]*)$/i.exec(text);
  if (instant) {
    const [, suffix, at = "0", query = ""] = instant;
    const time = readTime(at);
    return time === undefined ? undefined : { at: { kind: "instant", time }, query, suffix };
  }
  const pattern = /^eval(?:_(fail|warn|info))?\s+range\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)\s+(\S[^]*)$/i;
  const [, suffix, from = "", to = "", step = "", query = ""] = pattern.exec(text) ?? [];
  const range = readRange(from, to, step);
  return range && { at: range, query, suffix };
}

function readRange(from: string, to: string, width: string): Range | undefined {
  const [start, end, step] = [from, to, width].map(readTime);
  if (start === undefined || end === undefined || step === undefined || step <= 0 || end < start) return undefined;
  return { kind: "range", start, end, step };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Building = Omit<Mutable<Expected>, "series"> & { series: ScriptSeries[] };

function startOf(suffix: string | undefined): Building {
  const any: AnnotationCondition = { expected: "any", texts: [] };
  const some: AnnotationCondition = { expected: "some", texts: [] };
  const kind = suffix?.toLowerCase();
  return {
    series: [],
    ordered: kind === "ordered",
    warnings: kind === "warn" ? some : any,
    infos: kind === "info" ? some : any,
    ...(kind === "fail" && { fail: {} }),
  };
}

/** Adds what a line expects; returns `series` for a line that describes a series, or what is wrong. */
function readLine(text: string, expected: Building, isInstant: boolean): string | undefined {
  if (/^expect\s/.test(text)) return readExpect(text, expected);
  const [, kind, condition = ""] = /^expected_fail_(message|regexp)\s+(.*)$/.exec(text) ?? [];
  if (kind !== undefined) {
    expected.fail = kind === "message" ? { message: condition } : { pattern: condition };
    return undefined;
  }
  const isNumber = /^[+-]?(?:[\d.]\S*|inf|nan)$/i.test(text);
  if (!isInstant || !isNumber) return "series";
  const value = /inf/i.test(text) ? (text.startsWith("-") ? -Infinity : Infinity) : Number(text);
  if (Number.isNaN(value) && !/nan/i.test(text)) return `\`${text}\` is no number`;
  expected.scalar = value;
  return undefined;
}

function readExpect(text: string, expected: Building): string | undefined {
  const string = /^expect\s+string\s+((["'`])[^]*\2)$/.exec(text);
  if (string) {
    expected.string = unquote(string[1] ?? "").value;
    return undefined;
  }
  const range = /^expect\s+range\s+vector\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)$/.exec(text);
  if (range) {
    const [, from = "", to = "", step = ""] = range;
    const times = readRange(from, to, step);
    if (times) expected.rangeVector = times;
    return times ? undefined : `${JSON.stringify(text)} has no times: write \`from 0 to 5m step 1m\``;
  }
  const [, what, how, rest = ""] =
    /^expect\s+(ordered|fail|(?:no_)?warn|(?:no_)?info)(?:\s+(msg|regex):(.*))?$/.exec(text) ?? [];
  const condition: TextCondition =
    how === "msg" ? { message: rest.trim() } : how === "regex" ? { pattern: rest.trim() } : {};
  switch (what) {
    case "ordered":
      expected.ordered = true;
      return undefined;
    case "fail":
      expected.fail = condition;
      return undefined;
    case "warn":
      expected.warnings = withCondition(expected.warnings, condition);
      return undefined;
    case "info":
      expected.infos = withCondition(expected.infos, condition);
      return undefined;
    case "no_warn":
      expected.warnings = { expected: "none", texts: [] };
      return undefined;
    case "no_info":
      expected.infos = { expected: "none", texts: [] };
      return undefined;
    case undefined:
    default:
      return `${JSON.stringify(text)} expects nothing that is known: write \`expect ordered\`, \`fail\`, \`warn\`, \`info\`, \`no_warn\`, \`no_info\`, \`string\` or \`range vector\``;
  }
}

function withCondition({ texts }: AnnotationCondition, condition: TextCondition): AnnotationCondition {
  const isAny = condition.message === undefined && condition.pattern === undefined;
  return { expected: "some", texts: isAny ? texts : [...texts, condition] };
}
