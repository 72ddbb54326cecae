import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.js";
import { problemsText } from "../../src/catalogue/report.js";

const path = "examples/catalogue/node-exporter.yaml";
const { entries, problems } = await loadCatalogue(path, readFileSync(path, "utf8"));

test("the file fits the schema", () => {
  expect(problemsText(problems, picocolors.createColors(false))).toBe("");
  expect(entries.length).toBeGreaterThanOrEqual(20);
});

test("it covers the machine", () => {
  const tags = new Set(entries.flatMap((entry) => entry.tags));
  for (const tag of ["cpu", "memory", "disk", "filesystem", "load", "network", "pressure", "time"]) {
    expect(tags).toContain(tag);
  }
});

describe.each(entries)("$id", ({ query, requires }) => {
  test("requires the metrics that its query names", () => {
    const named = new Set(query.match(/\bnode_\w+/g));
    expect([...requires.metrics].sort()).toEqual([...named].sort());
  });
});
