import picocolors from "picocolors";
import { expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { entryText } from "../../src/catalogue/entry-text.js";
import { lintEntry } from "../../src/catalogue/lint-entry.js";
import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import { paintQuery } from "../../src/report/highlight.js";
import { entryOf } from "./fake-knowledge.js";

const colors = picocolors.createColors(false);

function textOf(entry: CatalogueEntry, width = 60): string {
  const paint = (query: string) => paintQuery(query, () => [], colors);
  return entryText(entry, { colors, width, paint, findings: (query) => lintEntry(entry, query, recommended) });
}

const wrong = [
  { query: "demo_up[1m]", why: "It is a range.", rule: "bare-range-vector" },
  { query: "demo_up offset 1d", why: "It is old.", rule: "none" },
];

test("an entry in full", () => {
  expect(textOf(entryOf({ query: "demo_up\n  > 0", labels: ["job"] }))).toBe(`demo-up
Is it up?

  demo_up
    > 0

It is 1 when the last scrape worked.

result  vector of boolean, by job
use     at a moment
level   beginner
tags    demo
needs   demo_up
source  https://example.org/up
`);
});

test("wrong ways with what is found, and all that an entry may need", () => {
  const requires = {
    ...{ metrics: ["demo_up", "demo_info"], version: ">= 2.0", flags: ["--collector.up"], note: "A demo." },
    ...{ prometheus: ">= 3.0", features: ["promql-duration-expr"] as const },
  };
  expect(textOf(entryOf({ kind: "range", wrong, requires, incident: "disk-filling" }))).toContain(`
wrong, found by bare-range-vector
  error: a range vector holds many samples per series, so neither a graph nor an alert can use it [bare-range-vector]
    demo_up[1m]
    ^^^^^^^^^^^
  help: make one value of the samples: \`rate()\` for a counter, \`avg_over_time()\` for a gauge
  help: use \`rate()\`: rate(demo_up[1m])
  or: use \`avg_over_time()\`: avg_over_time(demo_up[1m])
It is a range.

wrong, and no rule can see it
  demo_up offset 1d
It is old.

result  vector of boolean, without labels
use     over a range, for a graph
level   beginner
tags    demo
needs   demo_up, demo_info; demo >= 2.0; --collector.up;
        Prometheus >= 3.0;
        --enable-feature=promql-duration-expr; A demo
met     in the demo cluster while disk-filling is under way
`);
});

test("lines of prose keep to the width, and an address is never broken", () => {
  const source = `https://example.org/${"a".repeat(50)}`;
  const text = textOf(entryOf({ explanation: "It is one and not two or three. ".repeat(4), source }), 40);
  expect(text).toContain(`source  ${source}\n`);
  expect(
    Math.max(
      ...text
        .replace(source, "")
        .split("\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(40);
});

test("what a terminal would obey is made visible", () => {
  const hostile = "\x1b[2J\u202e";
  const entry = entryOf({
    ...{ query: `demo_up{a="${hostile}"}`, question: hostile, explanation: hostile, source: `https://a/${hostile}` },
    ...{ wrong: [{ query: `demo_up{b="${hostile}"}[1m]`, why: hostile, rule: "bare-range-vector" }], tags: [hostile] },
    requires: { metrics: ["demo_up"], note: hostile },
  });
  expect(textOf(entry)).not.toMatch(/[\x1b\u202e]/);
});
