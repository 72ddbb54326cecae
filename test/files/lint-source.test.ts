import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lintSource, readSource } from "../../src/files/index.js";

const alert = (expr: string) => `groups: [{ name: a, rules: [{ alert: A, expr: '${expr}' }] }]`;
const record = (expr: string) => `groups: [{ name: a, rules: [{ record: "a:b", expr: '${expr}' }] }]`;
const panel = (expr: string) =>
  JSON.stringify({ panels: [{ type: "timeseries", targets: [{ expr }] }], schemaVersion: 39 });
const victoria = (expr: string) => `groups: [{ name: a, concurrency: 2, rules: [{ record: "a:b", expr: '${expr}' }] }]`;

const named = all.filter(({ id }) => ["irate-in-alert", "short-rate-window", "topk-in-alert"].includes(id));

describe("one object of options for many files: each query counts where it stands", () => {
  const options = { rules: named, settings: { scrapeInterval: 60 } };
  const found = (path: string, text: string) => lintSource(readSource(path, text), options).map(({ code }) => code);

  test.each([
    ["a.yaml", alert("irate(errors_total[5m]) > 1"), ["irate-in-alert"]],
    ["b.yaml", record("irate(errors_total[5m]) > 1"), []],
    ["c.json", panel("irate(errors_total[5m]) > 1"), []],
    ["d.yaml", alert("irate(errors_total[5m]) > 1"), ["irate-in-alert"]],
    ["e.yaml", record("rate(errors_total[1m])"), ["short-rate-window"]],
    ["f.yaml", victoria("rate(errors_total[1m])"), []],
    ["g.yaml", record("rate(errors_total[1m])"), ["short-rate-window"]],
    ["h.yaml", record("rate(errors_total[$w])"), ["unexpected-character"]],
    ["i.json", panel("rate(errors_total[$w])"), []],
  ])("%s: %s", (path, text, codes) => {
    expect(found(path, text)).toEqual(codes);
  });

  test("places are those of each file", () => {
    const [one, two] = ["", "# a comment\n"].map((before) =>
      lintSource(readSource("a.yaml", before + alert("irate(errors_total[5m]) > 1")), options),
    );
    expect(two?.map(({ at }) => at.from)).toEqual(one?.map(({ at }) => at.from + 12));
    expect(two).toHaveLength(1);
  });

  test("rate(errors_total[1m]) is a finding for 60 s between scrapes, and none for 15 s", () => {
    const source = readSource("a.yaml", record("rate(errors_total[1m])"));
    expect(lintSource(source, { rules: named, settings: { scrapeInterval: 15 } })).toEqual([]);
    expect(lintSource(source, options)).toHaveLength(1);
  });
});
