import { metricName } from "../../promql/labels.js";
import { parseNumber } from "../../promql/numbers.js";
import { parse } from "../../syntax/parse.js";
import { type Label, type Labels, labelsOf } from "../labels.js";
import type { Mark } from "../marks.js";

/** One place in a sequence of samples; `missing` for none. */
export type NotedValue = number | Mark | "missing";

/** A series with a sequence of values, as test scripts write it; or what is wrong with it. */
export type NotedSeries =
  { readonly labels: Labels; readonly values: readonly NotedValue[] } | { readonly mistake: string };

/**
 * Reads a line such as `http_requests{job="api"} 0+10x5 _x3 stale`.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export function parseNotedSeries(line: string): NotedSeries {
  const end = endOfName(line);
  const labels = parseNotedLabels(line.slice(0, end));
  if ("mistake" in labels) return labels;
  const values = parseNotedValues(line.slice(end));
  return "mistake" in values ? values : { labels, values: values.values };
}

/** Where the values of a line begin: after the braces, or after the name. */
function endOfName(line: string): number {
  const match = /^\s*(?:[^\s{}"]+\s*)?(?=\{(?!\{))/.exec(line);
  if (!match) return /^\s*\S*/.exec(line)?.[0].length ?? 0;
  let at = match[0].length;
  let mark = "";
  for (; at < line.length; at++) {
    const character = line.charAt(at);
    if (mark !== "") {
      if (character === "\\" && mark !== "`") at++;
      else if (character === mark) mark = "";
    } else if (/["'`]/.test(character)) mark = character;
    else if (character === "}") return at + 1;
  }
  return at;
}

/** Reads a series such as `up{job="api"}` or `{}`: a selector with `=` alone; or what is wrong with it. */
export function parseNotedLabels(text: string): Labels | { readonly mistake: string } {
  if (/^\s*\{\s*\}\s*$/.test(text)) return labelsOf([]);
  const { expr, problems } = parse(text);
  const [problem] = problems;
  if (problem) return { mistake: `${JSON.stringify(text.trim())} is no series: ${problem.message}` };
  if (expr?.kind !== "VectorSelector" || expr.offset || expr.at) {
    return { mistake: `${JSON.stringify(text.trim())} is no series: write a name with labels in braces` };
  }
  const other = expr.matchers.find(({ op }) => op.text !== "=");
  if (other) return { mistake: `${JSON.stringify(text.trim())} is no series: a label has its value after \`=\`` };
  const pairs = expr.matchers.map(({ label, value }): Label => [label.text, value]);
  return labelsOf(expr.metric ? [...pairs, [metricName, expr.metric.text]] : pairs);
}

/** Reads values such as `1 2 stale`, `0+10x5` (six values), `1x4` (five), `_x3` (three gaps); or what is wrong. */
function parseNotedValues(text: string): { readonly values: readonly NotedValue[] } | { readonly mistake: string } {
  const values: NotedValue[] = [];
  if (text.includes("{{", Math.max(0, text.lastIndexOf("}}")))) {
    return { mistake: "`{{` is never closed: a native histogram ends with `}}`" };
  }
  for (const item of text.match(/(?:[^\s{]|\{\{[^]*?\}\})+/g) ?? []) {
    const read = readItem(item);
    if (typeof read === "string") return { mistake: read };
    if (values.length + read.count > maxValues) return { mistake: `a series has more than ${maxValues} values` };
    let value = read.first;
    for (let k = 0; k < read.count; k++) {
      values.push(value);
      if (typeof value === "number") value += read.step;
    }
  }
  return { values };
}

/** How many values a sequence may have. */
const maxValues = 1_000_000;

const number = String.raw`[+-]?(?:inf|nan|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)`;
const sequence = new RegExp(`^(${number})(?:([+-])(${number}))?(?:x(\\d+))?$`, "i");

/** A value and those that follow it. */
interface Item {
  readonly first: NotedValue;
  readonly step: number;
  readonly count: number;
}

function readItem(item: string): Item | string {
  const times = Number(/x(\d+)$/.exec(item)?.[1] ?? NaN);
  const count = Number.isNaN(times) ? 1 : times + 1;
  if (item.startsWith("{{")) return { first: "native", step: 0, count };
  if (/^_(?:x\d+)?$/.test(item)) return { first: "missing", step: 0, count: Number.isNaN(times) ? 1 : times };
  if (/^stale(?:x\d+)?$/.test(item)) return { first: "stale", step: 0, count };
  const [, start = "", sign, increment = ""] = sequence.exec(item) ?? [];
  const first = signed(start);
  const step = sign === undefined ? 0 : signed(increment);
  if (first === undefined || step === undefined) {
    return `\`${item}\` is no value: write a number, \`_\`, \`stale\` or \`0+1x5\``;
  }
  if (sign !== undefined && Number.isNaN(times)) return `\`${item}\` does not say how often: write \`${item}x5\``;
  return { first, step: sign === "-" ? -step : step, count };
}

function signed(text: string): number | undefined {
  const value = parseNumber(text.replace(/^[+-]/, ""));
  return value !== undefined && text.startsWith("-") ? -value : value;
}

/** Adds the values of a series to a storage, one each `step` milliseconds from a start on. */
export function appendNoted(
  storage: { readonly append: (labels: Labels, time: number, value: number | Mark) => void },
  { labels, values }: Exclude<NotedSeries, { mistake: string }>,
  step: number,
  start = 0,
): void {
  values.forEach((value, k) => {
    if (value !== "missing") storage.append(labels, start + k * step, value);
  });
}
