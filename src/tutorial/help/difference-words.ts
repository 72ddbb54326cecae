import { listInWords } from "../../analysis/words.js";
import type { Labels, QueryResult } from "../../prometheus/index.js";
import { formatDuration } from "../../promql/durations.js";
import { quote } from "../../promql/strings.js";
import { namedCount } from "../../query/named-count.js";
import type { RangeSelector } from "../../syntax/ast.js";
import { assertNever, type Expr } from "../../syntax/ast.js";
import { plural } from "../../syntax/plural.js";
import { nodesOf } from "../../syntax/walk.js";
import { constructsOf } from "../constructs.js";
import { conditionOf } from "./condition-value.js";
import type { Difference, SeriesDifference } from "./difference.js";
import { labelsWords } from "./label-words.js";
import type { Words } from "./words.js";

/** A difference in words, for the query that gave the result and the answer, where it can be read. */
export function differenceWords(difference: Difference, root: Expr, answer: Expr | null = null): Words {
  switch (difference.kind) {
    case "type":
      return typeWords(difference.got, difference.wanted);
    case "empty":
      return {
        message: `your result is empty, where ${seriesWords(difference.wanted)} wanted`,
        help: "look at the names and values of the labels: what does the metric have without any matcher?",
      };
    case "not-empty":
      return { message: `your result has ${plural(difference.got, "series", "series")}, where none is wanted` };
    case "labels":
      return labelsWords(difference, root, answer);
    case "series":
      return seriesDifferenceWords(difference);
    case "times":
      return {
        message: `${isNamed(difference.labels) ? `the series ${seriesName(difference.labels)}` : "your series"} has ${plural(difference.got, "value")} over time, where ${difference.wanted} are wanted`,
        help: "look at comparisons, which leave out values, and at the length of ranges",
      };
    case "factor":
      return factorWords(difference.factor, root, answer);
    case "complement":
      return {
        message: `each of your values is what is missing to ${difference.whole} of the one that is wanted`,
        help: conditionOf(root)
          ? `compare what is wanted itself, not what is missing to ${difference.whole}: the comparison then turns round`
          : `take it from ${difference.whole}`,
      };
    case "inverse":
      return { message: "each of your values is 1 divided by what is wanted", help: "turn the division round" };
    case "values":
      if (difference.all === 1) {
        return { message: `your value is ${number(difference.got)}, where ${number(difference.wanted)} is wanted` };
      }
      return {
        message: `${difference.different} of ${plural(difference.all, "value")}${ofSeries(difference)} ${difference.different === 1 ? "differs" : "differ"}: ${isNamed(difference.labels) ? seriesName(difference.labels) : "one"} is ${number(difference.got)}, where ${number(difference.wanted)} is wanted`,
      };
    case "order":
      return { message: "the series are right, and their order is not", help: "sort the result" };
    default:
      return assertNever(difference);
  }
}

/** Whose values they are, where a series has several. */
function ofSeries({ all, series }: { readonly all: number; readonly series: number }): string {
  return all > series ? ` of ${series === 1 ? "a" : series} series over time` : "";
}

/** Types in words, of which the first is not wanted. */
export function typeWords(got: QueryResult["type"], wanted: QueryResult["type"]): Words {
  const message = `your result is ${typeNames[got]}, where ${typeNames[wanted]} is wanted`;
  const help = typeHelp[got];
  return { message, ...(help !== undefined && got !== wanted && { help }) };
}

const typeNames: Readonly<Record<QueryResult["type"], string>> = {
  vector: "an instant vector",
  matrix: "a range vector",
  scalar: "a single number without labels",
  string: "a text",
};

const typeHelp: Readonly<Partial<Record<QueryResult["type"], string>>> = {
  scalar: "leave out `scalar()`, or aggregate with `by` to keep labels",
  string: "write a selector without quotes around it",
};

function seriesDifferenceWords({ extra, missing, got, wanted }: SeriesDifference): Words {
  const counts =
    got === wanted
      ? "your result has other series than those that are wanted"
      : `your result has ${plural(got, "series", "series")}, where ${seriesWords(wanted)} wanted`;
  const all = extra.length + missing.length;
  const ofEach = namedCount(all, Math.min(extra.length, 1) + Math.min(missing.length, 1)) === all ? all : 1;
  const parts = [
    ...extra.slice(0, ofEach).map((labels) => `${seriesName(labels)} is not wanted`),
    ...missing.slice(0, ofEach).map((labels) => `${seriesName(labels)} is missing`),
  ];
  const others = all - parts.length;
  const rest = others > 0 ? `, and ${plural(others, "other difference")}` : "";
  const help =
    missing.length === 0
      ? "what is wanted is among your series; a matcher or a comparison leaves out the others"
      : extra.length === 0
        ? "all of your series are wanted, and some are not there: look at what leaves out series, such as matchers and comparisons"
        : undefined;
  return { message: `${counts}: ${listInWords(parts)}${rest}`, ...(help !== undefined && { help }) };
}

/** A result of one series has no label that tells it from others. */
function isNamed(labels: Labels): boolean {
  return Object.keys(labels).length > 0;
}

function seriesWords(count: number): string {
  return count === 1 ? "1 series is" : `${count} series are`;
}

function seriesName(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${quote(value)}`);
  return `\`{${pairs.join(", ")}}\``;
}

function factorWords(factor: number, root: Expr, answer: Expr | null): Words {
  const times = Math.abs(factor) >= 1 ? factor : 1 / factor;
  const part = Math.abs(factor) >= 1 ? `${number(factor)} times` : `1/${number(times)} of`;
  const message = factor === -1 ? "your values have the opposite sign" : `your values are ${part} what is wanted`;
  const help = windowHelp(factor, root, answer) ?? unitHelp(times);
  return { message, ...(help !== undefined && { help }) };
}

/** The factor between `increase()` and `rate()` is their range. */
function windowHelp(factor: number, root: Expr, answer: Expr | null): string | undefined {
  const ranges = nodesOf(root, "RangeSelector").map(({ range }: RangeSelector) =>
    range.kind === "DurationLiteral" ? range.seconds : NaN,
  );
  const [constructs, wanted] = [constructsOf(root), answer ? constructsOf(answer) : new Set<string>()];
  const isRange = (seconds: number) => ranges.some((range) => Math.abs(range / seconds - 1) < 1e-9);
  if (constructs.has("increase") && !wanted.has("increase") && isRange(factor)) {
    return `\`increase()\` counts over all of the ${formatDuration(factor)}; \`rate()\` counts per second`;
  }
  if (constructs.has("rate") && !wanted.has("rate") && isRange(1 / factor)) {
    return `\`rate()\` counts per second; \`increase()\` counts over all of the ${formatDuration(Math.round(1 / factor))}`;
  }
  return undefined;
}

function unitHelp(times: number): string | undefined {
  return unitNames.get(Number(times.toPrecision(9)));
}

const unitNames: ReadonlyMap<number, string> = new Map([
  [-1, "turn the difference round"],
  [8, "a byte is 8 bits: do not mix the two"],
  [60, "look at the unit of time: a minute is 60 seconds"],
  [100, "percent, or a ratio? A ratio runs from 0 to 1, a percentage from 0 to 100"],
  [1000, "look at the unit: milli and kilo are factors of 1000"],
  [1024, "look at the unit: a KiB is 1024 bytes"],
  [1024 ** 2, "look at the unit: a MiB is 1024 * 1024 bytes"],
  [1024 ** 3, "look at the unit: a GiB is 1024 * 1024 * 1024 bytes"],
  [1e6, "look at the unit: mega and micro are factors of 1000000"],
  [1e9, "look at the unit: giga and nano are factors of 1000000000"],
  [1.024, "look at the unit: a kB is 1000 bytes, and a KiB is 1024"],
  [1.048576, "look at the unit: a MB is 1000 * 1000 bytes, and a MiB is 1024 * 1024"],
  [1.07374182, "look at the unit: a GB is 1000 ^ 3 bytes, and a GiB is 1024 ^ 3"],
  [3600, "look at the unit of time: an hour is 3600 seconds"],
  [86400, "look at the unit of time: a day is 86400 seconds"],
]);

/** To six digits, which is enough to compare; a whole number as it is. */
function number(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(6)));
}
