import { readdirSync, readFileSync } from "node:fs";
import picocolors from "picocolors";
import { beforeAll, describe, expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { isImpossible } from "../../src/analysis/labels/label-fact.js";
import { labelOf, live } from "../../src/analysis/labels/branch.js";
import { labels } from "../../src/analysis/labels/labels.js";
import { valueType } from "../../src/analysis/value-type.js";
import { type CatalogueEntry, noRule } from "../../src/catalogue/entry.js";
import { lintEntry, oldestServer, serverFor } from "../../src/catalogue/lint-entry.js";
import { loadCatalogues } from "../../src/catalogue/load.js";
import { problemsText } from "../../src/catalogue/report.js";
import { check } from "../../src/check/check.js";
import { createDemo } from "../../src/demo/demo.js";
import { demoNow } from "../../src/embedded/demo-now.js";
import { demoStorage } from "../../src/embedded/demo-storage.js";
import { instantQuery, rangeQuery, type Result, type ResultLabels } from "../../src/engine/index.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { nodesOf, walk } from "../../src/syntax/walk.js";
import { repaired } from "./entry-source.js";

const folder = "examples/catalogue";
const files = readdirSync(folder).map((name) => {
  const path = `${folder}/${name}`;
  return { path, text: readFileSync(path, "utf8") };
});
const { entries, problems } = await loadCatalogues(files);
const demo = createDemo({ now: demoNow });
const storage = demoStorage(demo);
const now = demo.cluster.now / 1000;

test("every file fits the schema, and no id is there twice", () => {
  expect(problemsText(problems, picocolors.createColors(false))).toBe("");
});

test("every exporter has a file of its name", () => {
  const names = new Set(entries.map(({ exporter }) => exporter.name));
  expect([...names].map((name) => `${folder}/${name}.yaml`).sort()).toEqual(files.map(({ path }) => path).sort());
});

describe.each(entries)("$id", (entry) => {
  const { expr } = parse(entry.query);
  if (!expr) throw new Error(`${entry.query} is broken`);
  let result: Result;
  beforeAll(() => (result = resultOf(entry)));

  test("a server of the version that it wants accepts it, and an older one does not", () => {
    const { prometheus, features } = entry.requires;
    const server = serverFor(entry);
    expect(check(entry.query, { prometheus: server })).toEqual([]);
    if (prometheus) expect(check(entry.query, { prometheus: { ...server, version: oldestServer } })).not.toEqual([]);
    if (features) expect(check(entry.query, { prometheus: { ...server, features: [] } })).not.toEqual([]);
  });

  test("no rule finds anything in its use", () => {
    expect(lintEntry(entry, entry.query, recommended)).toEqual([]);
  });

  test("requires the metrics that the query names, and no others", () => {
    const named = nodesOf(expr, "VectorSelector").flatMap(({ metric }) => metric?.text ?? []);
    expect([...entry.requires.metrics].sort()).toEqual([...new Set(named)].sort());
  });

  test("gives the type and the labels that are promised", () => {
    expect(valueType(expr)).toBe(entry.type);
    const missing = live(labels(expr)).flatMap((branch) =>
      entry.labels.filter((label) => isImpossible(labelOf(branch, label))),
    );
    expect(missing).toEqual([]);
    for (const series of seriesOf(result)) {
      expect(Object.keys(series)).toEqual(expect.arrayContaining([...entry.labels]));
    }
  });

  if (entry.kind === "alert") {
    test("its condition is met in the demo cluster while its incident is under way, and at no other time", () => {
      const { incident } = entry;
      const { since, until } = periodOf(incident);
      const met = timesOf(result);
      expect(met.length > 0).toBe(incident !== undefined);
      expect(met.filter((time) => time < since)).toEqual([]);
      if (incident !== undefined) expect(met.some((time) => time < until)).toBe(true);
    });
  } else {
    test("each series that it returns on the demo cluster has a number, and none is infinite", () => {
      expect(entry.incident).toBeUndefined();
      const values = valuesOf(result);
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((own) => !own.some(Number.isFinite))).toEqual([]);
      expect(values.flat().filter((value) => Math.abs(value) === Infinity)).toEqual([]);
    });
  }

  test.each(entry.wrong ?? [])("$query: $rule finds it, and its fix leads to the query or a part of it", (way) => {
    const found = lintEntry(entry, way.query, recommended);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(way.rule === noRule ? [] : [way.rule]));
    expect(normalised(way.query)).not.toBe(print(expr));

    if (!found.some(({ fixes = [] }) => fixes.length > 0)) return;
    const parts = new Set(walk(expr).map(print));
    expect(repaired(entry, way.query).filter((query) => parts.has(normalised(query)))).not.toEqual([]);
  });
});

describe("all entries together", () => {
  const ways = entries.flatMap(({ wrong = [] }) => wrong);

  test("are at least 120", () => {
    expect(entries.length).toBeGreaterThanOrEqual(120);
  });

  test.each(files)("$path has at least 6, and 12 where many people begin", ({ path }) => {
    const most = ["node-exporter", "kube-state-metrics", "kube-proxy"].map((name) => `${folder}/${name}.yaml`);
    const own = entries.filter(({ at }) => at.path === path);
    expect(own.length).toBeGreaterThanOrEqual(most.includes(path) ? 12 : 6);
  });

  test.each([
    ["node-exporter", ["cpu", "memory", "disk", "filesystem", "network", "load", "pressure", "time"]],
    ["kube-state-metrics", ["pods", "deployments", "nodes", "namespaces", "services", "jobs", "resources"]],
    ["kube-proxy", ["programming", "sync", "changes", "rules", "availability"]],
    ["prometheus", ["targets", "storage", "rules", "queries", "configuration"]],
    ["nginx-exporter", ["requests", "connections", "availability"]],
  ])("of %s tell of all that it knows: %j", (exporter, subjects) => {
    const own = entries.filter((entry) => entry.exporter.name === exporter);
    expect([...new Set(own.flatMap(({ tags }) => tags))]).toEqual(expect.arrayContaining(subjects));
  });

  test("show at least 40 mistakes that at least 15 rules find", () => {
    const found = ways.filter(({ rule }) => rule !== noRule);
    expect(found.length).toBeGreaterThanOrEqual(40);
    expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(15);
  });

  test("show mistakes that no rule can see", () => {
    expect(ways.some(({ rule }) => rule === noRule)).toBe(true);
  });
});

/** A query in its canonical form; a broken one as it is. */
function normalised(query: string): string {
  const { expr, problems } = parse(query);
  return expr && problems.length === 0 ? print(expr) : query;
}

/** The result now, over the last hour for a graph, and for an alert over all of the demo but its first five minutes. */
function resultOf({ query, kind }: CatalogueEntry): Result {
  const answer = ask();
  if ("error" in answer) throw new Error(answer.error.message);
  expect(answer.warnings).toEqual([]);
  return answer.result;

  function ask() {
    switch (kind) {
      case "instant":
        return instantQuery(storage, query, now);
      case "range":
        return rangeQuery(storage, query, now - 3600, now, 30);
      case "alert":
        return rangeQuery(storage, query, demo.cluster.clock.start / 1000 + 300, now, 60);
    }
  }
}

function seriesOf(result: Result): readonly ResultLabels[] {
  return result.type === "vector" || result.type === "matrix" ? result.series.map((series) => series.labels) : [];
}

/** The values of each series. */
function valuesOf(result: Result): readonly (readonly number[])[] {
  switch (result.type) {
    case "vector":
      return result.series.map(({ sample }) => [sample.value]);
    case "matrix":
      return result.series.map(({ samples }) => samples.map(({ value }) => value));
    case "scalar":
      return [[result.sample.value]];
    case "string":
      return [];
  }
}

function timesOf(result: Result): readonly number[] {
  return result.type === "matrix" ? result.series.flatMap(({ samples }) => samples.map(({ time }) => time)) : [];
}

/** In seconds since 1970. */
function periodOf(name: string | undefined): { readonly since: number; readonly until: number } {
  const incident = demo.incidents.find((each) => each.name === name);
  if (name !== undefined && !incident) throw new Error(`the demo has no incident ${name}`);
  return { since: (incident?.since ?? Infinity) / 1000, until: (incident?.until ?? Infinity) / 1000 };
}
