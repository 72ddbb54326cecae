import fc from "fast-check";
import { expect, test } from "vitest";
import type { Family, Sample } from "../../src/exposition/exposition.js";
import { familiesToMetrics } from "../../src/exposition/families-to-metrics.js";
import { parseExposition } from "../../src/exposition/parse.js";

const pieces = [
  "# ",
  "TYPE ",
  "HELP ",
  "UNIT ",
  "up",
  "_total",
  " counter",
  "{",
  "}",
  '"',
  "\\",
  "=",
  ",",
  " ",
  "1",
  "\n",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces, "# EOF\n", "NaN", "\r"), fc.string({ maxLength: 3 })))
    .map((parts) => parts.join("")),
);

test("any text is read without throwing, and every problem has a line of it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { families, problems } = parseExposition(text);
      familiesToMetrics(families, "fuzz");
      const lines = text.split("\n").length;
      for (const problem of problems) expect(problem.line).toSatisfy((line: number) => line >= 1 && line <= lines);
    }),
    { numRuns: 2000 },
  );
});

const value = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -Infinity));
const labels = fc.array(fc.tuple(fc.string({ minLength: 1, unit: "grapheme" }), fc.string({ unit: "grapheme" })), {
  maxLength: 4,
});
const family = fc.record({
  name: fc.string({ minLength: 1, unit: "grapheme" }).map((name) => `m ${name}`),
  type: fc.constantFrom("gauge" as const, "stateset" as const, "unknown" as const),
  unit: fc.constantFrom("seconds", "bytes"),
  help: fc.string({ unit: "grapheme" }).map((help) => help.trim() + "."),
  series: fc.array(fc.record({ labels, value, timestamp: fc.option(fc.integer(), { nil: undefined }) }), {
    maxLength: 4,
  }),
});
const families = fc
  .uniqueArray(family, { selector: ({ name }) => name, maxLength: 5 })
  .map((list) =>
    list.map(({ series, ...rest }): Family => ({ ...rest, samples: series.map((each) => sampleOf(rest.name, each)) })),
  );

test("what is written in OpenMetrics is read back", () => {
  fc.assert(
    fc.property(families, fc.constantFrom("\n", "\r\n"), (written, newline) => {
      const text = [...written.flatMap(linesOf), "# EOF", ""].join(newline);
      expect(parseExposition(text)).toEqual({ families: written, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test.each(["\\", '"', "{", "a", "1", " ", 'a{a="', "# ", '{"a",', "\t#", "1\n"])("a megabyte of %j is read", (unit) => {
  const megabyte = unit.repeat(1_000_000 / unit.length);
  for (const { problems } of [parseExposition(megabyte), parseExposition(`up{a="${megabyte}`)]) {
    for (const { line } of problems) expect(line).toBeLessThanOrEqual(megabyte.split("\n").length);
  }
});

function sampleOf(
  name: string,
  sample: { labels: [string, string][]; value: number; timestamp: number | undefined },
): Sample {
  const { timestamp } = sample;
  return {
    name,
    labels: new Map(sample.labels.filter(([label]) => label !== "__name__")),
    value: sample.value,
    ...(timestamp !== undefined && { timestamp }),
  };
}

function linesOf({ name, type, unit = "", help = "", samples }: Family): string[] {
  return [
    `# TYPE ${quoted(name)} ${type}`,
    `# UNIT ${quoted(name)} ${unit}`,
    `# HELP ${quoted(name)} ${escaped(help)}`,
    ...samples.map(lineOf),
  ];
}

function lineOf({ name, labels, value, timestamp }: Sample): string {
  const list = Array.from(labels, ([label, text]) => `${quoted(label)}=${quoted(text)}`);
  const number = Object.is(value, -0) ? "-0" : String(value).replace("Infinity", "Inf");
  return `{${[quoted(name), ...list].join(",")}} ${number}${timestamp === undefined ? "" : ` ${timestamp}`}`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
