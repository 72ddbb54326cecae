import { expect } from "vitest";
import { withoutParens } from "../../src/analysis/without-parens.js";
import { instantQuery, type QueryOptions, rangeQuery } from "../../src/engine/query.js";
import type { Answer, Result } from "../../src/engine/result.js";
import type { Storage } from "../../src/engine/storage.js";
import { decodeQueryResult } from "../../src/prometheus/decode.js";
import { isObject } from "../../src/prometheus/shape.js";
import { parse } from "../../src/syntax/parse.js";
import { versionDifferences } from "./version-differences.js";

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
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

/**
 * Asks a server and the engine, and expects the same answer, but for how versions differ; returns that of the server,
 * or nothing where a difference concerns the query.
 */
export async function expectSameAnswer(
  url: string,
  storage: Storage,
  asked: Asked,
  options: QueryOptions = {},
): Promise<Outcome | undefined> {
  const differences = versionDifferences.filter(({ delayed }) => options.delayedNameRemoval || !delayed);
  if (differences.some(({ concerns }) => concerns?.(asked))) return undefined;
  const wanted = await askServer(url, asked);
  const found = askEngine(storage, asked, options);
  if (differences.some(({ explains }) => explains?.(wanted, found))) return wanted;
  const [mine, others] = firstDifference(...([found, wanted].map(toldByBoth) as [Outcome, Outcome])) ?? [];
  expect(mine, JSON.stringify(asked)).toBe(others);
  return wanted;
}

/** The first lines that differ, or nothing. Numbers differ by more than rounding explains. */
export function firstDifference(found: Outcome, wanted: Outcome): readonly [found: string, wanted: string] | undefined {
  const [mine, others] = [linesOf(found), linesOf(wanted)];
  for (let k = 0; k < Math.max(mine.length, others.length); k++) {
    const [a = "", b = ""] = [mine[k], others[k]];
    if (a !== b && !isNearLine(a, b)) return [a, b];
  }
  return undefined;
}

function linesOf(outcome: Outcome): readonly string[] {
  if ("error" in outcome) return [outcome.error];
  return [
    ...outcome.series,
    "no more series",
    ...outcome.order,
    ...outcome.warnings,
    "no more notes",
    ...outcome.infos,
  ];
}

function isNearLine(a: string, b: string): boolean {
  const [items, others] = [a.split(" "), b.split(" ")];
  return (
    items.length === others.length && items.every((item, k) => item === others[k] || isNear(item, others[k] ?? ""))
  );
}

/** Values are near each other if rounding explains it, also where nearly equal ones are subtracted. */
function isNear(a: string, b: string): boolean {
  const [timeA, x = NaN] = a.split("=").map(Number);
  const [timeB, y = NaN] = b.split("=").map(Number);
  return timeA === timeB && Math.abs(x - y) <= Math.max(1e-9 * Math.max(Math.abs(x), Math.abs(y)), 1e-10);
}

/** The answer with what both versions tell of it. */
function toldByBoth(outcome: Outcome): Outcome {
  if ("error" in outcome) return outcome;
  return { ...outcome, warnings: notesOfBoth(outcome.warnings), infos: notesOfBoth(outcome.infos) };
}

/** Of more than ten notes a server tells the number. */
function notesOfBoth(notes: readonly string[]): readonly string[] {
  let told: readonly string[] = notes;
  for (const { forgets } of versionDifferences) if (forgets) told = told.flatMap((note) => forgets(note) ?? []);
  const [more] = told.flatMap((note) => /^(\d+) more /.exec(note)?.[1] ?? []);
  if (more !== undefined) return [`${told.length - 1 + Number(more)} texts`];
  if (told.length > 10) return [`${told.length} texts`];
  return [...new Set(told)].sort();
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
    ...{ warnings, infos },
  };
}

/** Which two series a many-to-many error names depends on the order in which a server reads them. */
function normalError(message: string): string {
  return message.replace(
    /^(found duplicate series for) .*( on the \w+ hand-side of the operation): .*/,
    "$1 a group$2",
  );
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
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `{${pairs.sort().join(",")}}`;
}

function sampleText({ time, value }: { readonly time: number; readonly value: number }): string {
  return `${time}=${value + 0}`;
}
