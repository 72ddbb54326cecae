import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import { runCatalogue } from "../../src/catalogue/run.js";
import { entryOf, serverOf, targetOf, vectorOf } from "./fake-knowledge.js";

type Server = Parameters<typeof serverOf>[0];

const other = entryOf({ id: "demo-other", requires: { metrics: ["demo_other"] } });
const former = "group by (job, instance) (last_over_time(demo_up[1d]))";
const gaveIt = { [former]: vectorOf({ job: "demo-job", instance: "a:1" }) };
const down = targetOf({ health: "down", lastError: "connection refused" });

test.each<[string, Server, Partial<CatalogueEntry>, string, string]>([
  ["no target at all", {}, {}, "no-exporter", "no target gives demo's metrics: the server does not know `demo_up`"],
  [
    "targets of others, one of them down",
    { targets: [targetOf({ labels: { job: "api" }, scrapePool: "api", health: "down" })] },
    {},
    "no-exporter",
    "no target gives demo's metrics: the server does not know `demo_up`",
  ],
  [
    "the exporter was never up",
    { targets: [down] },
    {},
    "target-down",
    "target http://a:1/metrics of job `demo-job` is down: connection refused",
  ],
  [
    "the exporter, known by its port, was never up; its address has secrets",
    {
      targets: [
        { ...down, labels: { job: "x" }, scrapePool: "x", scrapeUrl: "http://u:p@a:9999/metrics?token=secret" },
      ],
    },
    {},
    "target-down",
    "target http://a:9999/metrics of job `x` is down: connection refused",
  ],
  [
    "the exporter has just been found",
    { targets: [targetOf({ health: "unknown" })] },
    {},
    "not-scraped-yet",
    "target http://a:1/metrics of job `demo-job` has not been scraped yet",
  ],
  [
    "the exporter is there, the metric is not, another of its targets is down",
    { names: ["demo_other"], targets: [down, targetOf()] },
    { requires: { metrics: ["demo_up"], flags: ["--collector.up"], note: "Linux 4.20." } },
    "unknown-metric",
    "the server does not know `demo_up`, though it knows other metrics of demo",
  ],
  [
    "a target with the exporter's job is up and gives none of its metrics",
    { targets: [targetOf()] },
    {},
    "unknown-metric",
    "the server does not know `demo_up`, though target http://a:1/metrics of job `demo-job` is up",
  ],
  [
    "the exporter was stopped",
    { names: ["demo_up"], targets: [down], answers: gaveIt },
    {},
    "target-down",
    "target http://a:1/metrics of job `demo-job` is down: connection refused",
  ],
  [
    "the exporter is no target any more",
    { names: ["demo_up"], targets: [targetOf({ labels: { job: "demo-job", instance: "b:1" } })], answers: gaveIt },
    {},
    "metric-gone",
    "no target gives `demo_up` any more: a:1 of job `demo-job`, which did within the last day, is no target now",
  ],
  [
    "the exporter no longer gives the metric",
    { names: ["demo_up"], targets: [targetOf()], answers: gaveIt },
    {},
    "metric-gone",
    "no target gives `demo_up` now, though the server has older samples",
  ],
  [
    "the metric is there, the selectors match nothing",
    { names: ["demo_up"], targets: [targetOf()], answers: { "count(demo_up)": vectorOf({}) } },
    {},
    "no-match",
    "`demo_up` has 1 series, but the query selects none of them",
  ],
  [
    "the window is too short",
    { names: ["demo_up"], targets: [targetOf()], answers: { "count(demo_up)": vectorOf({}) } },
    { query: "deriv(demo_up[1s])" },
    "no-match",
    "`demo_up` has 1 series, but the query selects none of them, or finds fewer than two samples within its window",
  ],
])("%s", async (_, server, changes, code, message) => {
  const { outcomes } = await runCatalogue(serverOf(server), [entryOf(changes), other]);
  expect(outcomes[0]).toMatchObject({ status: "empty", reason: { code, message } });
});

test("what an unknown metric needs is said", async () => {
  const requires = { metrics: ["demo_up"], version: ">= 2.0", flags: ["--collector.up"], note: "Linux 4.20." };
  const { outcomes } = await runCatalogue(serverOf({ names: ["demo_other"] }), [entryOf({ requires }), other]);
  expect(outcomes[0]).toMatchObject({
    reason: { help: "it needs demo >= 2.0 and the flag --collector.up; Linux 4.20" },
  });
});

test("the whole catalogue tells of an exporter when only one entry is run", async () => {
  const server = serverOf({ names: ["demo_other"], targets: [down, targetOf()] });
  const { outcomes } = await runCatalogue(server, [entryOf()], { catalogue: [entryOf(), other] });
  expect(outcomes).toMatchObject([{ reason: { code: "unknown-metric" } }]);
});

test("an alert whose condition is not met is ok, one whose metric is missing is empty", async () => {
  const alert = entryOf({ kind: "alert", query: "demo_up == 0" });
  const healthy = serverOf({ names: ["demo_up"], answers: { "count(demo_up)": vectorOf({}) } });
  expect((await runCatalogue(healthy, [alert])).outcomes).toMatchObject([{ status: "ok", series: 0 }]);
  expect((await runCatalogue(serverOf({}), [alert])).outcomes).toMatchObject([{ status: "empty" }]);
});

test.each([
  ["what every target has", [entryOf({ id: "demo-scraped", requires: { metrics: ["up", "process_open_fds"] } })]],
  [
    "what another exporter gives",
    ["demo", "other"].map((name) => {
      const exporter = { ...entryOf().exporter, name };
      return entryOf({ id: `${name}-info`, exporter, requires: { metrics: ["other_info"] } });
    }),
  ],
])("an exporter is not known by %s", async (_, others) => {
  const server = serverOf({ names: others.flatMap(({ requires }) => requires.metrics) });
  const { outcomes } = await runCatalogue(server, [entryOf()], { catalogue: [entryOf(), ...others] });
  expect(outcomes).toMatchObject([{ reason: { code: "no-exporter" } }]);
});
