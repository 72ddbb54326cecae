import { expect, test } from "vitest";
import { readConfiguration } from "../../src/status/configuration.js";

const read = async (text: string) => {
  const configuration = await readConfiguration(text);
  if (typeof configuration === "string") throw new Error(configuration);
  return configuration;
};

test.each([
  ["", 60, 60, {}],
  ["scrape_configs: [{job_name: a}]", 60, 60, { a: 60 }],
  [
    "global: {scrape_interval: 15s, evaluation_interval: 1m30s}\nscrape_configs: [{job_name: a}, {job_name: b, scrape_interval: 5m}]",
    ...[15, 90, { a: 15, b: 300 }],
  ],
  ["global: 5\nscrape_configs: text", 60, 60, {}],
] as const)("%j", async (text, scrapeInterval, evaluationInterval, intervals) => {
  const { jobs, ...own } = await read(text);
  expect(own).toEqual({ scrapeInterval, evaluationInterval });
  expect(Object.fromEntries([...jobs].map(([name, { interval }]) => [name, interval]))).toEqual(intervals);
});

test("what a server prints has every separator, and what it does not print is empty", async () => {
  const rules = (printed: string) =>
    `scrape_configs: [{job_name: a, relabel_configs: [${printed}{target_label: x, action: replace}]}]`;
  const separatorOf = async (text: string) => {
    const job = (await read(text)).jobs.get("a");
    return job && "at" in job.rules ? job.rules.at(-1)?.separator : undefined;
  };
  expect(await separatorOf(rules("{separator: ;, target_label: y, action: replace}, "))).toBe("");
  expect(await separatorOf(rules(""))).toBe(";");
});

test("targets are known where the configuration names all of them", async () => {
  const statics = "static_configs: [{targets: ['a:1'], labels: {x: 1}}]";
  const { jobs } = await read(
    `scrape_configs: [{job_name: a, scheme: https, params: {m: [n]}, ${statics}}, {job_name: b, ${statics}, dns_sd_configs: []}]`,
  );
  expect(jobs.get("a")?.staticTargets?.map((labels) => Object.fromEntries(labels))).toEqual([
    { job: "a", __scheme__: "https", __metrics_path__: "/metrics", __param_m: "n", x: "1", __address__: "a:1" },
  ]);
  expect(jobs.get("b")?.staticTargets).toBeUndefined();
});

test("a text that is no YAML", async () => {
  expect(await readConfiguration("a: b: c")).toMatch(/^line 1: /);
});
