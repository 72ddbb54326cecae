import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Labels } from "../../src/prometheus/index.js";
import { readRelabelRules } from "../../src/relabel/read-rules.js";
import { type PrometheusMajor, relabel } from "../../src/relabel/relabel.js";
import { type ConfiguredServer, startConfiguredServer } from "./configured-server.js";
import { randomJob, type RandomJob } from "./random-relabelling.js";
import { describeLive } from "./server.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";
const jobs = fc.sample(randomJob, { numRuns: full ? 2000 : 200, ...(!full && { seed: 20_261_126 }) });
const addressOf = (index: number) => `10.0.0.${index}:9100`;

describeLive("relabelling on a real server", () => {
  let live: ConfiguredServer;
  let major: PrometheusMajor;
  beforeAll(async () => {
    live = await startConfiguredServer(configuration, async (client) => {
      const { active, dropped } = await client.serviceDiscovery();
      return active.length + dropped.length > jobs.length;
    });
    major = (await live.client.buildInfo()).version.startsWith("2.") ? 2 : 3;
  }, 60_000);
  afterAll(() => live.stop());

  test("keeps the same targets with the same labels", async () => {
    const active = new Map<string, Labels[]>(jobs.map((_, index) => [String(index), []]));
    for (const { scrapePool, labels } of (await live.client.serviceDiscovery()).active)
      active.get(scrapePool)?.push(labels);
    const differences = jobs.flatMap((job, index) => {
      const ours = labelSets(expectedTargets(job, String(index), major));
      const theirs = labelSets(active.get(String(index)) ?? []);
      return ours.join("\n") === theirs.join("\n") ? [] : [{ job: JSON.stringify(job), ours, theirs }];
    });
    expect(differences).toEqual([]);
    expect([...active.values()].flat().length).toBeGreaterThan(jobs.length / 2);
  });

  test("reads the rules that the server prints as those that it was given", async () => {
    const { readConfiguration } = await import("../../src/status/configuration.js");
    const configured = await readConfiguration(await live.client.config());
    if (typeof configured === "string") throw new Error(configured);
    for (const [index, { rules }] of jobs.entries()) {
      expect(configured.jobs.get(String(index))?.rules).toEqual(readRelabelRules(rules));
    }
  });
});

function configuration(): Readonly<Record<string, unknown>> {
  const scrapes = jobs.map(({ targets, rules }, index) => ({
    job_name: String(index),
    static_configs: targets.map((labels, k) => ({ targets: [addressOf(k)], labels })),
    relabel_configs: rules,
  }));
  return { "prometheus.yml": { global: { scrape_interval: "1h" }, scrape_configs: scrapes } };
}

/** The labels that the targets of a job end up with; of those that are alike one is left. */
function expectedTargets({ targets, rules }: RandomJob, job: string, major: PrometheusMajor): readonly Labels[] {
  const read = readRelabelRules(rules);
  if ("index" in read) throw new Error(read.reason);
  return targets.flatMap((own, index) => {
    const discovered = new Map(Object.entries({ ...own, job: own["job"] || job, __address__: addressOf(index) }));
    const { labels, droppedBy } = relabel(discovered, read, major);
    const address = labels.get("__address__");
    if (droppedBy !== undefined || address === undefined) return [];
    const seen = [...labels].filter(([name]) => !name.startsWith("__"));
    return [{ instance: address, ...Object.fromEntries(seen) }];
  });
}

/** As texts, in an order of their own, each once. */
function labelSets(sets: readonly Labels[]): readonly string[] {
  const texts = sets.map((labels) => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))));
  return [...new Set(texts)].sort();
}
