import { expect } from "vitest";
import { withoutParens } from "../../src/analysis/without-parens.js";
import { instantQuery, type QueryOptions, rangeQuery } from "../../src/engine/query.js";
import type { Answer, Result } from "../../src/engine/result.js";
import type { Storage } from "../../src/engine/storage.js";
import { decodeQueryResult } from "../../src/prometheus/decode.js";
import { isObject } from "../../src/prometheus/shape.js";
import { parse } from "../../src/syntax/parse.js";
import { excuses, forgotten, isAskedOfBoth } from "./version-differences.js";

/** A query at one time, or at each step of a range; all in seconds. */
export type Asked =
  | { readonly query: string; readonly time: number }
  | { readonly query: string; readonly start: number; readonly end: number; readonly step: number };

/** What a query gives, as texts to compare. */
export type Outcome = { readonly error: string } | Returned;

/** A query has a result. */
export interface Returned {
  /** A line for each series, by their labels: these, then times and values. */
  readonly series: readonly string[];
  /** Where the query sorts its result, what it sorts by, as it comes. */
  readonly order: readonly string[];
  /** Warnings, then infos; without what some version does not tell. */
  readonly notes: Notes;
}

type Notes = readonly (readonly string[])[];

/** Asks a server and the engine, and expects the same answer; returns that of the server. */
export async function expectSameAnswer(
  url: string,
  storage: Storage,
  asked: Asked,
  options: QueryOptions = {},
): Promise<Outcome> {
  if (!isAskedOfBoth(asked)) return { error: "not asked" };
  const wanted = await askServer(url, asked);
  const found = askEngine(storage, asked, options);
  if (!excuses(found, wanted)) {
    const [mine, others] = [linesOf(snapped(found, wanted, asked.query)), linesOf(wanted)];
    const at = mine.findIndex((line, k) => line !== others[k]);
    const first = at === -1 ? mine.length : at;
    expect(mine[first], JSON.stringify(asked)).toBe(others[first]);
    expect(mine.length, JSON.stringify(asked)).toBe(others.length);
  }
  return wanted;
}

/** Results may be long: the first difference is told. */
function linesOf(outcome: Outcome): readonly string[] {
  if ("error" in outcome) return [outcome.error];
  return [...outcome.series, "in order", ...outcome.order, ...outcome.notes.map((texts) => texts.join("\n"))];
}

/** Asks a server. */
export async function askServer(url: string, asked: Asked): Promise<Outcome> {
  const fields = Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]);
  const response = await fetch(`${url}/api/v1/${"time" in asked ? "query" : "query_range"}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const json: unknown = await response.json();
  if (!isObject(json)) throw new Error(`the server answers ${JSON.stringify(json)}`);
  if (json["status"] !== "success") {
    return { error: json["errorType"] === "bad_data" ? "rejected" : normalError(String(json["error"])) };
  }
  const [warnings = [], infos = []] = [json["warnings"], json["infos"]].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  return returned(asked.query, { result: decodeQueryResult(json["data"]) as Result, warnings, infos });
}

/** Asks the engine. */
export function askEngine(storage: Storage, asked: Asked, options: QueryOptions = {}): Outcome {
  const answer =
    "time" in asked
      ? instantQuery(storage, asked.query, asked.time, options)
      : rangeQuery(storage, asked.query, asked.start, asked.end, asked.step, options);
  if (!("error" in answer)) return returned(asked.query, answer);
  const { kind, message } = answer.error;
  return { error: kind === "query" ? "rejected" : normalError(message) };
}

function returned(query: string, { result, warnings, infos }: Exclude<Answer, { error: unknown }>): Returned {
  return {
    series: seriesText(result),
    order: orderOf(query, result),
    notes: [normalNotes(warnings), normalNotes(infos)],
  };
}

/** Takes over the numbers that differ by no more than rounding explains, also where nearly equal ones are subtracted. */
function snapped(found: Outcome, wanted: Outcome, query: string): Outcome {
  if ("error" in found || "error" in wanted) return found;
  return {
    series: found.series.map((line, k) => snappedLine(line, wanted.series[k] ?? "")),
    order: found.order.map((line, k) => snappedLine(line, wanted.order[k] ?? "")),
    notes: placedLike(found.notes, wanted.notes, query),
  };
}

function snappedLine(line: string, wanted: string): string {
  if (line === wanted) return line;
  const others = wanted.split(" ");
  return line
    .split(" ")
    .map((item, at) => (isNear(item, others[at] ?? "") ? (others[at] ?? item) : item))
    .join(" ");
}

function isNear(a: string, b: string): boolean {
  const [timeA, x = NaN] = a.split("=").map(Number);
  const [timeB, y = NaN] = b.split("=").map(Number);
  return timeA === timeB && Math.abs(x - y) <= Math.max(1e-9 * Math.max(Math.abs(x), Math.abs(y)), 1e-10);
}

/** Prometheus 3.5 places what it tells of expressions with `@` before their parentheses, of others behind them. */
function placedLike(found: Notes, wanted: Notes, query: string): Notes {
  const texts = (notes: Notes) => JSON.stringify(notes).replace(/ \(\d+:\d+\)"/g, '"');
  return query.includes("@") && texts(found) === texts(wanted) ? wanted : found;
}

/** Which two series a many-to-many error names depends on the order in which a server reads them. */
function normalError(message: string): string {
  return message.replace(
    /^(found duplicate series for) .*( on the \w+ hand-side of the operation): .*/,
    "$1 a group$2",
  );
}

/** Of more than ten notes a server tells the number. */
function normalNotes(notes: readonly string[]): readonly string[] {
  const told = notes.flatMap((note) => forgotten(note) ?? []);
  const [more] = told.flatMap((note) => /^(\d+) more /.exec(note)?.[1] ?? []);
  if (more !== undefined) return [`${told.length - 1 + Number(more)} texts`];
  if (told.length > 10) return [`${told.length} texts`];
  return [...new Set(told)].sort();
}

function seriesText(result: Result): readonly string[] {
  switch (result.type) {
    case "string":
      return [result.text];
    case "scalar":
      return [sampleText(result.sample)];
    case "vector":
      return result.series.map(({ labels, sample }) => `${labelText(labels)} ${sampleText(sample)}`).sort();
    case "matrix":
      return result.series.map(({ labels, samples }) => `${labelText(labels)} ${samples.map(sampleText).join(" ")}`);
  }
}

/** A matrix is sorted by its labels; a vector is sorted where the query says so, and equal values may take turns. */
function orderOf(query: string, result: Result): readonly string[] {
  const { expr } = parse(query);
  const outer = expr && withoutParens(expr);
  if (result.type !== "vector") return [];
  const name = outer?.kind === "Call" ? outer.name.text : outer?.kind === "Aggregation" ? outer.op.text : "";
  if (name.startsWith("sort_by_label")) return result.series.map(({ labels }) => labelText(labels));
  return /^(?:sort|sort_desc|topk|bottomk)$/.test(name) ? result.series.map(({ sample }) => sampleText(sample)) : [];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function sampleText({ time, value }: { readonly time: number; readonly value: number }): string {
  return `${time}=${value + 0}`;
}
