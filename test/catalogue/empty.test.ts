import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import { runCatalogue } from "../../src/catalogue/run.js";
import { dataServer } from "../../src/embedded/data-server.js";
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

const script = `
load 1m
  demo_up{job="demo-job", instance="a:1", mode="idle"}       1x60
  demo_up{job="demo-job", instance="a:1", mode="user"}       0x60
  demo_rare{job="demo-job", instance="a:1"}                  _x59 1
  demo_ended{job="demo-job", instance="a:1"}                 1x30
  demo_build_info{job="demo-job", instance="a:1", version="1.9.3"}  1x60
  go_build_info{job="demo-job", instance="a:1", version="0.1"}      1x60
`;
const { server: loaded } = dataServer([{ path: "a.test", text: script }], 0);

test.each<[string, string, string, string]>([
  ['demo_up{mode="idel"}', "no-match", 'no series of `demo_up` has `mode="idel"`', "did you mean `idle`?"],
  ['sum(demo_up{mod="idle"})', "no-match", "no series of `demo_up` has a label `mod`", "did you mean `mode`?"],
  [
    "rate(demo_rare[5m])",
    "no-match",
    "the range holds one sample of the series, and `rate()` needs two",
    "use a longer range, four times as long as the time between two samples",
  ],
  ["demo_up > 5", "no-match", "none of 2 series fulfils `> 5`: they are from 0 to 1", "A note"],
  [
    "demo_new",
    "other-version",
    "the server does not know `demo_new`: demo is of version 1.9.3, and it needs >= 2.0",
    "run another version of demo, see https://example.org",
  ],
  [
    "demo_ended",
    "metric-gone",
    "no target gives `demo_ended` now, though the server has older samples",
    "it needs demo >= 2.0; A note",
  ],
])("%s: %s", async (query, code, message, help) => {
  const name = /demo_\w+/.exec(query)?.[0] ?? "";
  const requires = { metrics: [name], note: "A note.", ...(!query.includes("up") && { version: ">= 2.0" }) };
  const server = { ...loaded, targets: () => Promise.resolve([targetOf()]) };
  const known = entryOf({ id: "demo-known" });
  const options = { time: loaded.now, catalogue: [known] };
  const { outcomes } = await runCatalogue(server, [entryOf({ query, requires })], options);
  expect(outcomes[0]).toMatchObject({ status: "empty", reason: { code, message } });
  expect(outcomes[0]).toMatchObject({ reason: { help: expect.stringContaining(help) as string } });
});

test("a query that the server refuses says which server it needs", async () => {
  const requires = { metrics: ["demo_up"], prometheus: ">= 3.20", features: ["promql-duration-expr"] as const };
  const { outcomes } = await runCatalogue(loaded, [entryOf({ query: "newer(demo_up)", requires })], {
    time: loaded.now,
  });
  expect(outcomes[0]).toMatchObject({
    status: "error",
    help: "it needs Prometheus >= 3.20 with --enable-feature=promql-duration-expr",
  });
});
