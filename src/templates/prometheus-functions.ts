import { compareCodePoints } from "../promql/code-points.js";
import { parseDuration } from "../promql/durations.js";
import { findsPattern, patternMistake, replacePattern } from "../promql/regex.js";
import { quote } from "../promql/strings.js";
import { stripDomain, stripPort } from "./addresses.js";
import { lowerCase, queryEscape, titleCase, upperCase } from "./escapes.js";
import { plainText } from "./go-print.js";
import {
  boolOf,
  floatOf,
  type GoValue,
  nil,
  type SamplesValue,
  type SampleValue,
  textMap,
  textOf,
} from "./go-value.js";
import * as human from "./humanize.js";
import { TemplateError } from "./template-error.js";

/** What the functions of a template ask of the world around it. */
export interface TemplateWorld {
  /** When the template is evaluated, in seconds since 1970. */
  readonly time: number;
  /** The result of an instant query at that time, or why there is none. */
  readonly query: (query: string) => readonly TemplateSample[] | { readonly error: string };
}

/** A sample of the result of a query. */
export interface TemplateSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The type of an argument. */
export type ParameterType = "string" | "sample" | "samples" | "any";

/** A function that Prometheus adds. */
interface PrometheusFunction {
  readonly parameters: readonly ParameterType[];
  readonly run: (args: readonly GoValue[], world: TemplateWorld) => GoValue;
}

/**
 * The functions that Prometheus adds to those of Go.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
export const prometheusFunctions: Readonly<Record<string, PrometheusFunction>> = {
  query: { parameters: ["string"], run: ([text = nil], world) => samplesOf(plainText(text), world) },
  first: {
    parameters: ["samples"],
    run: ([list = nil]) => {
      const [first] = itemsOf(list);
      if (!first) throw new TemplateError("first() called on vector with no elements");
      return first;
    },
  },
  label: {
    parameters: ["string", "sample"],
    run: ([name = nil, sample = nil]) => labelOf(sample, plainText(name)),
  },
  value: { parameters: ["sample"], run: ([sample = nil]) => floatOf(sampleOf(sample).value) },
  strvalue: { parameters: ["sample"], run: ([sample = nil]) => labelOf(sample, "__value__") },
  sortByLabel: {
    parameters: ["string", "samples"],
    run: ([name = nil, list = nil]) => sorted(itemsOf(list), plainText(name)),
  },
  args: {
    parameters: [],
    run: (args) => ({
      kind: "map",
      element: "interface {}",
      values: new Map(args.map((value, k) => [`arg${k}`, value])),
    }),
  },
  reReplaceAll: {
    parameters: ["string", "string", "string"],
    run: ([pattern = nil, by = nil, text = nil]) => replaced(plainText(pattern), plainText(by), plainText(text)),
  },
  match: {
    parameters: ["string", "string"],
    run: ([pattern = nil, text = nil]) => matched(plainText(pattern), plainText(text)),
  },
  safeHtml: ofText((text) => text),
  title: ofText(titleCase),
  toUpper: ofText(upperCase),
  toLower: ofText(lowerCase),
  graphLink: ofText((text) => `/graph?g0.expr=${queryEscape(text)}&g0.tab=0`),
  tableLink: ofText((text) => `/graph?g0.expr=${queryEscape(text)}&g0.tab=1`),
  stripPort: ofText(stripPort),
  stripDomain: ofText(stripDomain),
  urlQueryEscape: ofText(queryEscape),
  humanize: ofNumber((value) => textOf(human.humanize(value))),
  humanize1024: ofNumber((value) => textOf(human.humanize1024(value))),
  humanizeDuration: ofNumber((value) => textOf(human.humanizeDuration(value))),
  humanizePercentage: ofNumber((value) => textOf(human.humanizePercentage(value))),
  humanizeTimestamp: ofNumber((value) => textOf(human.humanizeTimestamp(value))),
  toTime: ofNumber(human.timeOf),
  toDuration: ofNumber(human.durationOf),
  now: { parameters: [], run: (_, { time }) => floatOf(time) },
  parseDuration: {
    parameters: ["string"],
    run: ([text = nil]) => {
      const seconds = parseDuration(plainText(text));
      if (typeof seconds === "number") return floatOf(seconds);
      const given = plainText(text);
      if (given === "0") return floatOf(0);
      throw new TemplateError(given === "" ? "empty duration string" : `not a valid duration string: ${quote(given)}`);
    },
  },
  // A rule has no address of a server of its own, in promtool either.
  pathPrefix: { parameters: [], run: () => missingServer() },
  externalURL: { parameters: [], run: () => missingServer() },
};

function ofText(change: (text: string) => string): PrometheusFunction {
  return { parameters: ["string"], run: ([text = nil]) => textOf(change(plainText(text))) };
}

function ofNumber(change: (value: number) => GoValue): PrometheusFunction {
  return { parameters: ["any"], run: ([value = nil]) => change(human.numberOf(value)) };
}

const nilPointer = "runtime error: invalid memory address or nil pointer dereference";

function missingServer(): never {
  throw new TemplateError(nilPointer);
}

function samplesOf(query: string, world: TemplateWorld): SamplesValue {
  const answer = world.query(query);
  if ("error" in answer) throw new TemplateError(answer.error);
  const items = answer.map(({ labels, value }): SampleValue => ({
    kind: "sample",
    labels: textMap(Object.entries(labels)),
    value,
  }));
  return { kind: "samples", items };
}

function itemsOf(value: GoValue): readonly SampleValue[] {
  return value.kind === "samples" ? value.items : [];
}

function sampleOf(value: GoValue): SampleValue {
  if (value.kind !== "sample") throw new TemplateError(nilPointer);
  return value;
}

function labelOf(value: GoValue, name: string): GoValue {
  return sampleOf(value).labels.values.get(name) ?? textOf("");
}

function sorted(items: readonly SampleValue[], name: string): SamplesValue {
  const keyed = items.map((item) => ({ item, key: plainText(labelOf(item, name)) }));
  keyed.sort((a, b) => compareCodePoints(a.key, b.key));
  return { kind: "samples", items: keyed.map(({ item }) => item) };
}

function replaced(pattern: string, by: string, text: string): GoValue {
  const result = replacePattern(pattern, by, text);
  if (result !== undefined) return textOf(result);
  throw new TemplateError(
    `regexp: Compile(${inQuotes(pattern)}): error parsing regexp: ${patternMistake(pattern) ?? ""}`,
  );
}

/** In backquotes where that is possible, as Go does. */
function inQuotes(text: string): string {
  return /^[^`\0-\x08\x0a-\x1f\x7f\ufeff]*$/.test(text) ? `\`${text}\`` : quote(text);
}

function matched(pattern: string, text: string): GoValue {
  const result = findsPattern(pattern, text);
  if (result === undefined) throw new TemplateError(`error parsing regexp: ${patternMistake(pattern) ?? ""}`);
  return boolOf(result);
}
