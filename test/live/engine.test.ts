import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStorage } from "../../src/engine/index.js";
import { instantQuery, rangeQuery } from "../../src/engine/query.js";
import { loadExposition } from "../../src/engine/readers/load-exposition.js";
import type { Answer, Result } from "../../src/engine/result.js";
import { decodeQueryResult } from "../../src/prometheus/decode.js";
import { isObject } from "../../src/prometheus/shape.js";
import { engineQuery } from "./engine-queries.js";
import { engineSeries } from "./engine-series.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { describeLive } from "./server.js";

/** What a query gives, in a form that does not depend on the order of series. */
type Outcome = { readonly error: string } | { readonly series: readonly string[]; readonly notes: Notes };

type Notes = readonly (readonly string[])[];

const runs = process.env["PROMQL_LINT_FULL"] ? 5000 : 300;

/**
 * With delayed removal Prometheus 3.5 forgets in a subquery that a name is to be dropped.
 */
const keepsNameOfSubquery = /(?:first|last)_over_time\(.*:/;

/** Names are dropped at once, or at the end. */
const modes = [
  { name: "the engine answers as Prometheus does", flags: [], options: {}, queries: engineQuery },
  {
    name: "the engine answers as Prometheus does with delayed name removal",
    flags: ["promql-delayed-name-removal"],
    options: { delayedNameRemoval: true },
    queries: engineQuery.filter((query) => !keepsNameOfSubquery.test(query)),
  },
];

for (const { name, flags, options, queries } of modes)
  describeLive(name, () => {
    const end = 1_750_000_000;
    const text = engineSeries(end);
    const storage = createStorage();
    let server: SeriesServer;
    beforeAll(async () => {
      expect(loadExposition(storage, text)).toEqual([]);
      server = await startSeriesServer(process.env["PROMQL_PROMETHEUS_BIN"] ?? "", text, [
        "promql-experimental-functions",
        ...flags,
      ]);
    }, 60_000);
    afterAll(() => server.stop());

    test("instant queries", { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(queries, fc.integer({ min: 0, max: 3600 }), async (query, back) => {
          const time = end - back;
          const wanted = await ask("query", { query, time: String(time) });
          const found = outcomeOf(instantQuery(storage, query, time, options));
          if (!isNewer(found, wanted)) expect(snapped(found, wanted, query), query).toEqual(wanted);
        }),
        { numRuns: runs },
      );
    });

    test("range queries", { timeout: 600_000 }, async () => {
      const range = fc.record({ back: fc.integer({ min: 60, max: 4000 }), step: fc.constantFrom(15, 60, 7, 300) });
      await fc.assert(
        fc.asyncProperty(
          queries.filter((query) => !mixesInfo(query)),
          range,
          async (query, { back, step }) => {
            const [start, to] = [end - back, end];
            const wanted = await ask("query_range", {
              query,
              start: String(start),
              end: String(to),
              step: String(step),
            });
            const found = outcomeOf(rangeQuery(storage, query, start, to, step, options));
            if (!isNewer(found, wanted)) expect(snapped(found, wanted, query), query).toEqual(wanted);
          },
        ),
        { numRuns: runs },
      );
    });

    async function ask(path: string, fields: Readonly<Record<string, string>>): Promise<Outcome> {
      const response = await fetch(`${server.url}/api/v1/${path}`, {
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
      return {
        series: seriesText(decodeQueryResult(json["data"]) as Result),
        notes: [normalNotes(warnings), normalNotes(infos)],
      };
    }
  });

/**
 * Prometheus 3.5 rejects several matches only if a comparison keeps them, later versions always. It rejects series that
 * become alike and take turns, later versions make them one.
 */
function isNewer(found: Outcome, wanted: Outcome): boolean {
  if ("error" in found) return "series" in wanted && found.error.startsWith("multiple matches for labels");
  return "error" in wanted && wanted.error === "vector cannot contain metrics with the same labelset";
}

/** Takes over the numbers that differ by no more than rounding explains, also where nearly equal ones are subtracted. */
function snapped(found: Outcome, wanted: Outcome, query: string): Outcome {
  if ("error" in found || "error" in wanted) return found;
  const series = found.series.map((line, k) => {
    const others = (wanted.series[k] ?? "").split(" ");
    return line
      .split(" ")
      .map((item, at) => (isNear(item, others[at] ?? "") ? (others[at] ?? item) : item))
      .join(" ");
  });
  return { series, notes: placedLike(found.notes, wanted.notes, query) };
}

/** Prometheus 3.5 places what it tells of expressions with `@` before their parentheses, of others behind them. */
function placedLike(found: Notes, wanted: Notes, query: string): Notes {
  const texts = (notes: Notes) => JSON.stringify(notes).replace(/ \(\d+:\d+\)"/g, '"');
  return query.includes("@") && texts(found) === texts(wanted) ? wanted : found;
}

function isNear(a: string, b: string): boolean {
  const [timeA, x = NaN] = a.split("=").map(Number);
  const [timeB, y = NaN] = b.split("=").map(Number);
  return timeA === timeB && Math.abs(x - y) <= Math.max(1e-9 * Math.max(Math.abs(x), Math.abs(y)), 1e-10);
}

/** In range queries Prometheus 3.5 gives some series the info labels of others. */
function mixesInfo(query: string): boolean {
  return query.includes("info(");
}

function outcomeOf(answer: Answer): Outcome {
  if ("error" in answer) {
    const { kind, message } = answer.error;
    return { error: kind === "query" ? "rejected" : normalError(message) };
  }
  const { result, warnings, infos } = answer;
  return { series: seriesText(result), notes: [normalNotes(warnings), normalNotes(infos)] };
}

/** Which two series a many-to-many error names depends on the order in which a server reads them. */
function normalError(message: string): string {
  return message.replace(
    /^(found duplicate series for) .*( on the \w+ hand-side of the operation): .*/,
    "$1 a group$2",
  );
}

/**
 * Prometheus 3.5 does not tell that `sort` has no effect, nor which buckets were raised, and names the metric of a bad
 * bucket. Of more than ten it tells the number.
 */
function normalNotes(notes: readonly string[]): readonly string[] {
  const told = notes.filter((note) => !note.includes("sort is ineffective"));
  const [more] = told.flatMap((note) => /^(\d+) more /.exec(note)?.[1] ?? []);
  if (more !== undefined) return [`${told.length - 1 + Number(more)} texts`];
  if (told.length > 10) return [`${told.length} texts`];
  const texts = told.map((note) =>
    note
      .replace(/, from buckets .* over \d+ samples from \S+ to \S+/, "")
      .replace(/(bucket label .*?)(?: for metric name ".*")? \(\d+:\d+\)$/, "$1")
      .replace(' for metric name ""', ""),
  );
  return [...new Set(texts)].sort();
}

/** A line for each series, sorted: its labels, then times and values. */
function seriesText(result: Result): readonly string[] {
  switch (result.type) {
    case "string":
      return [result.text];
    case "scalar":
      return [sampleText(result.sample)];
    case "vector":
      return result.series.map(({ labels, sample }) => `${labelText(labels)} ${sampleText(sample)}`).sort();
    case "matrix":
      return result.series
        .map(({ labels, samples }) => `${labelText(labels)} ${samples.map(sampleText).join(" ")}`)
        .sort();
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function sampleText({ time, value }: { readonly time: number; readonly value: number }): string {
  return `${time}=${value + 0}`;
}
