import fc from "fast-check";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { MatrixSeries, QueryResult } from "../../src/prometheus/index.js";
import { columnsOf } from "../../src/report/cells.js";
import { resultCsv } from "../../src/results/csv.js";
import { instantText } from "../../src/results/instant-text.js";
import { answerJson } from "../../src/results/json.js";
import { rangeText } from "../../src/results/range-text.js";

const labels = fc.dictionary(
  fc.oneof(fc.constantFrom("__name__", "job", "le"), fc.string({ minLength: 1, unit: "grapheme" })),
  fc.oneof(fc.constantFrom("node", "+Inf", "=1+1", "a\x1b[31mb\n", "\u202e"), fc.string({ unit: "binary" })),
  { maxKeys: 5 },
);
const value = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 1e15 + 0.125),
  fc.double(),
  fc.integer(),
);
const histogram = fc.constant({ count: 3, sum: 1.5, buckets: [] });
const start = 1_772_452_800;
const sampleAt = (time: number) =>
  fc.oneof(
    { weight: 9, arbitrary: value.map((number) => ({ time, value: number })) },
    { weight: 1, arbitrary: histogram.map((own) => ({ time, histogram: own })) },
  );
const samples = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 })
  .chain((steps) => fc.tuple(...steps.sort((a, b) => a - b).map((step) => sampleAt(start + 60 * step))));
const matrix = fc.array(fc.record({ labels, samples }), { maxLength: 12 });
const result: fc.Arbitrary<QueryResult> = fc.oneof(
  fc.array(fc.record({ labels, sample: sampleAt(start) })).map((series) => ({ type: "vector" as const, series })),
  matrix.map((series) => ({ type: "matrix" as const, series })),
  value.map((number) => ({ type: "scalar" as const, sample: { time: start, value: number } })),
  fc.string({ unit: "binary" }).map((text) => ({ type: "string" as const, time: start, text })),
);
const looks = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  ascii: fc.boolean(),
  unit: fc.constantFrom(undefined, "bytes", "seconds", "bytes per second", "ratio"),
});
const plain = picocolors.createColors(false);
const withoutLimit = ({
  limit,
  ...rest
}: {
  limit: number | undefined;
  width: number;
  ascii: boolean;
  unit: string | undefined;
}) => ({
  ...rest,
  colors: plain,
  ...(limit !== undefined && { limit }),
});

/** What a terminal obeys, line breaks aside. */
const control = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

function expectPrintable(text: string, width: number): void {
  expect(text.endsWith("\n")).toBe(true);
  for (const line of text.slice(0, -1).split("\n")) {
    expect(line).not.toMatch(control);
    expect(columnsOf(line), line).toBeLessThanOrEqual(width);
  }
}

test("no line of any result is wider than the terminal, and none steers it", () => {
  fc.assert(
    fc.property(result, looks, (any, options) => {
      expectPrintable(instantText(any, start, withoutLimit(options)), options.width);
    }),
    { numRuns: 300 },
  );
});

test("no line of any chart is wider than the terminal, and none steers it", () => {
  fc.assert(
    fc.property(matrix, looks, (series: readonly MatrixSeries[], options) => {
      const text = rangeText(series, { start, end: start + 3600, step: 60 }, withoutLimit(options));
      expectPrintable(text, options.width);
      if (options.ascii && options.unit === undefined && series.every((one) => Object.keys(one.labels).length === 0)) {
        expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      }
    }),
    { numRuns: 300 },
  );
});

test("CSV has as many columns in each row, and steers no terminal", () => {
  fc.assert(
    fc.property(result, (any) => {
      const rows = resultCsv(any).split("\r\n").slice(0, -1).map(cellsOf);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      for (const text of rows.flat()) {
        expect(text).not.toMatch(control);
        expect(text).not.toMatch(/^[=@]/);
      }
    }),
  );
});

test("JSON is on one line, and steers no terminal", () => {
  fc.assert(
    fc.property(result, (any) => {
      const text = answerJson({ result: any, warnings: [], infos: ["\x1b[2J\u202e"] });
      expect(text.slice(0, -1)).not.toMatch(control);
      expect(JSON.parse(text)).toMatchObject({ status: "success", data: { resultType: any.type } });
    }),
  );
});

/** The cells of a row of CSV, in which no line breaks stand. */
function cellsOf(row: string): string[] {
  return Array.from(`,${row}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g), ([, quoted, bare]) => quoted ?? bare ?? "");
}
