import { expect, test } from "vitest";
import { formatQueryDiagnostic } from "../../src/report/query-diagnostic.js";
import { diagnosticAt, rateOverGauge, spanOf } from "./sample.js";

test("a fix is shown with the query as it becomes", () => {
  const query = "rate(node_memory_MemFree_bytes[5m])";
  const diagnostic = { ...rateOverGauge(query), at: spanOf(query, "node_memory_MemFree_bytes[5m]") };
  expect(formatQueryDiagnostic(query, diagnostic)).toMatchInlineSnapshot(`
    "error: \`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset [rate-over-gauge]
      rate(node_memory_MemFree_bytes[5m])
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    help: use \`deriv()\`: deriv(node_memory_MemFree_bytes[5m])"
  `);
});

test("help comes before the fixes, the second fix is an alternative", () => {
  const query = "node_cpu_seconds_total[1m]";
  const wrap = (name: string) => [
    { from: 0, to: 0, insert: `${name}(` },
    { from: query.length, to: query.length, insert: ")" },
  ];
  const diagnostic = diagnosticAt(query, query, {
    message: "a range vector cannot be graphed",
    help: "Reduce each range to one value",
    fixes: [
      { title: "Use `rate()`", safety: "review", edits: wrap("rate") },
      { title: "Use `increase()`", safety: "suggestion", edits: wrap("increase") },
    ],
  });
  expect(formatQueryDiagnostic(query, diagnostic)).toMatchInlineSnapshot(`
    "error: a range vector cannot be graphed [some-rule]
      node_cpu_seconds_total[1m]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^
    help: reduce each range to one value
    help: use \`rate()\`: rate(node_cpu_seconds_total[1m])
    or: use \`increase()\`: increase(node_cpu_seconds_total[1m])"
  `);
});

test("a cause has marks and a message of its own", () => {
  const query = "sum by (job) (up) / on (instance) up";
  const diagnostic = diagnosticAt(query, "on (instance)", {
    message: "no series has the label `instance` on the left",
    because: [{ at: spanOf(query, "by (job)"), message: "keeps only `job`" }],
  });
  expect(formatQueryDiagnostic(query, diagnostic)).toMatchInlineSnapshot(`
    "error: no series has the label \`instance\` on the left [some-rule]
      sum by (job) (up) / on (instance) up
                          ^^^^^^^^^^^^^
          -------- keeps only \`job\`"
  `);
});

test("of a query on many lines, the lines concerned are shown", () => {
  const query =
    "sum by (job) (\n  rate(errors_total[5m])\n)\n/\n\nsum by (instance) (\n\trate(requests_total[5m])\n)\n";
  const diagnostic = diagnosticAt(query, "by (instance)", {
    because: [{ at: { from: 0, to: query.indexOf("/") }, message: "has `job` only" }],
    fixes: [{ title: "Group by `job`", safety: "review", edits: [{ ...spanOf(query, "instance"), insert: "job" }] }],
  });
  expect(formatQueryDiagnostic(query, diagnostic)).toMatchInlineSnapshot(`
    "error: something goes wrong [some-rule]
      sum by (job) (
      --------------
        rate(errors_total[5m])
        ----------------------
      )
      - has \`job\` only
      ...
      sum by (instance) (
          ^^^^^^^^^^^^^
    help: group by \`job\`:
      sum by (job) (
        rate(errors_total[5m])
      )
      /

      sum by (job) (
          rate(requests_total[5m])
      )"
  `);
});

test("what is missing at the end is marked behind the text", () => {
  const query = "sum(up";
  const diagnostic = diagnosticAt(query, query, { at: { from: 6, to: 6 }, message: "`)` is missing" });
  expect(formatQueryDiagnostic(query, diagnostic)).toMatchInlineSnapshot(`
    "error: \`)\` is missing [some-rule]
      sum(up
            ^"
  `);
});

test("an empty query", () => {
  expect(formatQueryDiagnostic("", diagnosticAt("", ""))).toMatchInlineSnapshot(`
    "error: something goes wrong [some-rule]

      ^"
  `);
});
