import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import { listJson, runJson } from "../../src/catalogue/json.js";
import { runJunit } from "../../src/catalogue/junit.js";
import { runMarkdown } from "../../src/catalogue/markdown.js";
import { listText, runText } from "../../src/catalogue/report.js";
import { runCatalogue } from "../../src/catalogue/run.js";
import { PrometheusError, type QueryAnswer } from "../../src/prometheus/index.js";
import { entryOf, serverOf, vectorOf } from "./fake-knowledge.js";

const plain = picocolors.createColors(false);

async function outcomeOf(answer: QueryAnswer | Error, changes: Partial<CatalogueEntry> = {}) {
  const { outcomes } = await runCatalogue(serverOf({ answers: { demo_up: answer } }), [entryOf(changes)]);
  return outcomes[0];
}

function answerOf(result: QueryAnswer["result"]): QueryAnswer {
  return { result, warnings: [], infos: [] };
}

test("a vector", async () => {
  expect(await outcomeOf(vectorOf({ a: "1" }, { a: "2" }), { labels: ["a"] })).toMatchObject({
    status: "ok",
    series: 2,
    example: { labels: { a: "1" }, sample: { value: 1 } },
  });
});

test("a matrix, whose last sample is shown", async () => {
  const samples = [1, 2].map((value) => ({ time: value, value }));
  const answer = answerOf({ type: "matrix", series: [{ labels: {}, samples }] });
  expect(await outcomeOf(answer, { kind: "range" })).toMatchObject({ status: "ok", example: { sample: { value: 2 } } });
});

test("a scalar", async () => {
  const answer = answerOf({ type: "scalar", sample: { time: 0, value: NaN } });
  expect(await outcomeOf(answer, { type: "scalar" })).toMatchObject({ status: "ok", series: 1 });
});

test("another value type than the catalogue says", async () => {
  const answer = answerOf({ type: "scalar", sample: { time: 0, value: 1 } });
  const message = "the result is a scalar, the catalogue says vector";
  expect(await outcomeOf(answer)).toMatchObject({ status: "error", message });
});

test("a label that the catalogue promises and the result lacks", async () => {
  const message = "a series of the result lacks the label `b`, which the catalogue promises";
  expect(await outcomeOf(vectorOf({ a: "1" }), { labels: ["a", "b"] })).toMatchObject({ status: "error", message });
});

test("the server's own words on an error", async () => {
  const error = new PrometheusError("bad-query", "http://prometheus rejects …", { serverSays: "parse error" });
  expect(await outcomeOf(error)).toMatchObject({ status: "error", message: "parse error" });
});

test("an unreachable server ends the run", async () => {
  const error = new PrometheusError("unreachable", "cannot reach http://prometheus");
  await expect(outcomeOf(error)).rejects.toBe(error);
  await expect(runCatalogue(serverOf({ answers: { 1: error } }), [])).rejects.toBe(error);
});

test("no more queries at a time than allowed, outcomes in the catalogue's order", async () => {
  let running = 0;
  let most = 0;
  const server = {
    ...serverOf({}),
    async instantQuery(query: string) {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, query === "0" ? 20 : 2));
      running--;
      return vectorOf({});
    },
  };
  const entries = Array.from({ length: 10 }, (_, index) => entryOf({ id: `e-${index}`, query: String(index) }));
  const seen: string[] = [];
  const run = await runCatalogue(server, entries, { concurrency: 3, onOutcome: ({ entry }) => seen.push(entry.id) });
  expect(most).toBe(3);
  expect(run.outcomes.map(({ entry }) => entry.id)).toEqual(entries.map(({ id }) => id));
  expect(seen[0]).not.toBe("e-0");
  expect(run.summary).toEqual({ ok: 10, empty: 0, error: 0 });
});

const histogram = {
  count: 3,
  sum: Infinity,
  buckets: [{ closed: "right" as const, lower: 1, upper: Infinity, count: 3 }],
};
const evil = "\x1b[2J\u202ename";
const run = await runCatalogue(
  serverOf({
    answers: {
      ok: {
        ...vectorOf({ __name__: "demo_up", path: `a"${evil}` }),
        warnings: ["watch\nout"],
        infos: ["PromQL info: by the way"],
      },
      hist: answerOf({ type: "vector", series: [{ labels: {}, sample: { time: 0, histogram } }] }),
      bad: new PrometheusError("execution", "m", { serverSays: `broken ${evil}` }),
    },
  }),
  ["ok", "hist", "none", "bad"].map((query) => entryOf({ id: query, query, labels: query === "ok" ? ["path"] : [] })),
);

test("the report of a run, with a stranger's control characters made visible", () => {
  expect(runText(run, plain)).toBe(`demo at http://prometheus
  ok     ok    1 series, such as demo_up{path="a\\"\\u001b[2J\\u{202e}name"} 1
         warning: watch\\nout
         info: by the way
  ok     hist  1 series, such as {} a histogram of 3 observations, sum +Inf, 1 buckets
  empty  none  no target gives demo's metrics: the server does not know \`demo_up\`
         help: have the server scrape demo, see https://example.org
  error  bad   broken \\u{1b}[2J\\u{202e}name
         demo.yaml:4

4 queries: 2 ok, 1 empty, 1 error
`);
});

test("the report of a run as JSON", () => {
  const text = runJson(run);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    server: "http://prometheus",
    outcomes: [
      { id: "ok", exporter: "demo", status: "ok", series: 1, example: { value: "1" }, warnings: ["watch\nout"] },
      { example: { histogram: { count: "3", sum: "+Inf", buckets: [{ upper: "+Inf" }] } } },
      { status: "empty", reason: { code: "no-exporter", metrics: ["demo_up"] } },
      { status: "error", message: `broken ${evil}` },
    ],
    summary: { ok: 2, empty: 1, error: 1 },
  });
});

test("the report of a run as JUnit", () => {
  const text = runJunit([run]);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="promql-lint catalogue" tests="4" failures="1" errors="1">
  <testsuite name="demo" hostname="http://prometheus" tests="4" failures="1" errors="1">
    <testcase name="ok" classname="demo" file="demo.yaml" line="4"/>
    <testcase name="hist" classname="demo" file="demo.yaml" line="4"/>
    <testcase name="none" classname="demo" file="demo.yaml" line="4">
      <failure type="no-exporter" message="no target gives demo&apos;s metrics: the server does not know \`demo_up\`">none&#xa;&#xa;no target gives demo&apos;s metrics: the server does not know \`demo_up\`&#xa;help: have the server scrape demo, see https://example.org</failure>
    </testcase>
    <testcase name="bad" classname="demo" file="demo.yaml" line="4">
      <error type="query" message="broken \\u{1b}[2J&#x202e;name">bad&#xa;&#xa;broken \\u{1b}[2J&#x202e;name</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("the report of a run as Markdown", () => {
  expect(runMarkdown(run)).toBe(`# The catalogue on http://prometheus

4 queries: 2 ok, 1 empty, 1 error

## demo

| query | status | result |
| --- | --- | --- |
| \`ok\` | ok | 1 series, such as demo&#95;up{path="a&#92;"&#92;u001b&#91;2J&#92;u{202e}name"} 1<br>warning: watch&#92;nout<br>info: by the way |
| \`hist\` | ok | 1 series, such as {} a histogram of 3 observations, sum +Inf, 1 buckets |
| \`none\` | empty | no target gives demo's metrics: the server does not know &#96;demo&#95;up&#96;<br>help: have the server scrape demo, see https://example.org |
| \`bad\` | error | broken &#92;u{1b}&#91;2J&#92;u{202e}name |
`);
});

test("an example shows the labels that the entry promises, and six digits", async () => {
  const series = { labels: { __name__: "demo_up", a: "1", b: "2" }, sample: { time: 0, value: 1234567.891 } };
  const answer = answerOf({ type: "vector", series: [series] });
  const shown = await runCatalogue(serverOf({ answers: { demo_up: answer } }), [entryOf({ labels: ["b"] })]);
  expect(runText(shown, plain)).toContain('1 series, such as demo_up{b="2", …} 1234570\n');
});

test("the list", () => {
  const entry = entryOf({ query: "demo_up\n  > 0", labels: ["job"] });
  expect(listText([entry], plain)).toBe(`demo

  demo-up  instant, boolean, beginner
    Is it up?
      demo_up
        > 0
`);
  expect(JSON.parse(listJson([entry]))).toMatchObject({ version: 1, entries: [{ id: "demo-up", exporter: "demo" }] });
});
