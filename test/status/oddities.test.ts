import { expect, test } from "vitest";
import type { StatusFacts } from "../../src/status/facts.js";
import { statusOf } from "../../src/status/status.js";
import { configurationOf, dropped, factsWith, group, target } from "./server-facts.js";

const down = (lastError: string, changes = {}) => target("node", { health: "down", lastError, ...changes });
const discovery = (...active: ReturnType<typeof target>[]) => ({ discovery: { active, dropped: [] } });
const portRule = { action: "keep", source_labels: ["__meta_kubernetes_endpoint_port_name"], regex: "metrics" };
const appRule = {
  action: "keep",
  source_labels: ["__meta_kubernetes_service_label_app", "__meta_kubernetes_service_labelpresent_app"],
  regex: "(nginx);true",
};
const monitor = "serviceMonitor/web/nginx/0";

/** What is odd, and the report of it. */
const rows: readonly (readonly [string, Partial<StatusFacts>, readonly string[]])[] = [
  ["nothing", {}, []],
  ["a server that tells nothing else", { configuration: undefined, discovery: undefined, runtime: undefined }, []],
  [
    "the last reload failed",
    { runtime: { reloadConfigSuccess: false, lastConfigTime: new Date("2026-01-02T03:04:05Z") } },
    [
      "error reload-failed: the last reload failed, and the server runs with the configuration of 2026-01-02T03:04:05.000Z",
      "look into the server's log for the reason, and run `promtool check config` on the file",
    ],
  ],
  [
    "the storage was broken",
    { runtime: { corruptionCount: 2 } },
    [
      "error storage-corrupted: the storage was found broken 2 times, and samples were lost",
      "look at the disk: whether it is full, and whether it is a network file system",
    ],
  ],
  [
    "a configuration that is no YAML",
    { configuration: "a: [", discovery: { active: [], dropped: [] } },
    [
      "info configuration-unread: the configuration that the server shows cannot be read: line 1: Flow sequence in block collection must be sufficiently indented and end with a ]",
      "look at `/api/v1/status/config`",
    ],
  ],
  [
    "a target is down, and its address holds a token",
    discovery(
      down('Get "http://u:p@h:1/m?token=s3cret": dial tcp 10.0.0.1:1: connect: connection refused', {
        scrapeUrl: "http://u:p@h:1/m?token=s3cret",
      }),
    ),
    [
      "error target-down: target http://h:1/m of job `node` is down: dial tcp 10.0.0.1:1: connect: connection refused",
      "start the exporter, or correct the port",
    ],
  ],
  [
    "two targets are down for one reason",
    discovery(
      down("dial tcp 10.0.0.1:9100: i/o timeout"),
      down("dial tcp 10.0.0.2:9100: i/o timeout", { scrapeUrl: "http://10.0.0.2:9100/metrics" }),
      target("node"),
    ),
    [
      "error target-down: 2 of 3 targets, such as http://10.0.0.1:9100/metrics, of job `node` are down: dial tcp 10.0.0.1:9100: i/o timeout",
      "look whether a network policy or a firewall holds the port closed; where the exporter is slow, raise `scrape_timeout`",
    ],
  ],
  [
    "too many targets",
    discovery(down("target_limit exceeded (number of targets: 2, limit: 1)")),
    [
      "error target-down: target http://10.0.0.1:9100/metrics of job `node` is down: target_limit exceeded (number of targets: 2, limit: 1)",
      "raise `target_limit`, or drop targets with a relabel rule",
    ],
  ],
  [
    "discovery finds nothing",
    { discovery: { active: [], dropped: [] } },
    [
      "warning nothing-discovered: discovery finds nothing for job `node`",
      "look at its `…_sd_configs`: namespaces, selectors, and the access that the server has",
    ],
  ],
  [
    "nothing of what is found is scraped",
    {
      configuration: configurationOf({ [monitor]: [appRule, portRule] }),
      discovery: {
        active: [],
        dropped: [
          ...dropped(monitor, 6, { __meta_kubernetes_service_label_app: "dns" }),
          ...dropped(monitor, 2, {
            __meta_kubernetes_service_label_app: "nginx",
            __meta_kubernetes_service_labelpresent_app: "true",
            __meta_kubernetes_endpoint_port_name: "http-metrics",
          }),
        ],
      },
    },
    [
      "warning nothing-scraped: job `serviceMonitor/web/nginx/0` scrapes none of the 8 targets that discovery finds: 2 came furthest, and relabel rule 2 keeps only `__meta_kubernetes_endpoint_port_name` = `metrics`; these have `http-metrics`",
      "make the two agree: the ServiceMonitor `web/nginx` wants a port that is called `metrics`",
    ],
  ],
  [
    "the one target is dropped by rules that nobody knows",
    { configuration: undefined, discovery: { active: [], dropped: dropped("node", 1, {}) } },
    [
      "warning nothing-scraped: job `node` does not scrape the one target that discovery finds",
      "compare its relabel rules with the labels of what is found",
    ],
  ],
  [
    "some of what is found is dropped, as a ServiceMonitor does",
    {
      configuration: configurationOf({ [monitor]: [portRule] }),
      discovery: {
        active: [target(monitor)],
        dropped: dropped(monitor, 9, { __meta_kubernetes_endpoint_port_name: "http" }),
      },
    },
    [],
  ],
  [
    "all of what is found belongs to other servers",
    {
      configuration: configurationOf({
        node: [
          { action: "hashmod", source_labels: ["__address__"], modulus: 1, target_label: "__tmp_hash" },
          { action: "keep", source_labels: ["__tmp_hash"], regex: "1" },
        ],
      }),
      discovery: { active: [], dropped: dropped("node", 2, {}) },
    },
    [],
  ],
  [
    "targets of the configuration have the same labels",
    {
      configuration: configurationOf(
        { node: [{ target_label: "__address__", replacement: "a:1" }] },
        { static_configs: [{ targets: ["a:1", "b:1", "c:1"] }] },
      ),
      discovered: new Map([["node", 3]]),
    },
    [
      "warning targets-lost: 2 targets of job `node` vanish: after relabelling their labels are those of another target, of which one is scraped",
      "leave a label that tells them apart, or name each target once",
    ],
  ],
  [
    "a target of the configuration has no address",
    {
      configuration: configurationOf(
        {
          node: [
            { source_labels: ["job"], regex: "x", target_label: "a" },
            { action: "labeldrop", regex: "__address__" },
          ],
        },
        { static_configs: [{ targets: ["a:1"] }] },
      ),
      discovery: { active: [], dropped: [] },
    },
    [
      "warning targets-lost: 1 target of job `node` vanishes: the relabel rules leave no `__address__`, so there is nothing to scrape",
      "look for the relabel rule that sets or drops `__address__`",
    ],
  ],
  [
    "more is dropped than the server lists",
    {
      configuration: configurationOf({ node: [portRule] }, { keep_dropped_targets: 1 }),
      discovery: { active: [target("node")], dropped: dropped("node", 1, {}), droppedCounts: new Map([["node", 41]]) },
    },
    [
      "info dropped-unlisted: of 40 dropped targets of job `node` nobody knows why: the server counts them and does not list them, since `keep_dropped_targets` is 1",
      "raise `keep_dropped_targets` to see them",
    ],
  ],
  [
    "discovery finds more than is active or dropped",
    { discovered: new Map([["node", 3]]) },
    [
      "info targets-lost: discovery found 2 more targets for job `node` than are active or dropped",
      "look for targets with the same labels after relabelling, of which one is kept, and for those without `__address__`",
    ],
  ],
  [
    "a job is scraped too seldom",
    { configuration: JSON.stringify({ scrape_configs: [{ job_name: "node", scrape_interval: "10m" }] }) },
    [
      "warning interval-too-long: job `node` is scraped every 10m, and a query looks back 5m: its series have gaps",
      "scrape it at least every 2m30s",
    ],
  ],
  [
    "a scrape is about to fail",
    discovery(target("node", { lastScrapeDuration: 9.5 }), target("node", { lastScrapeDuration: 8.5 })),
    [
      "warning scrape-near-timeout: a scrape of job `node` takes 9s500ms of the 10s that it may take",
      "look why the exporter is slow, or raise `scrape_timeout`",
    ],
  ],
  [
    "a rule fails",
    { ruleGroups: [group({}, { health: "err", lastError: "many-to-many matching not allowed" })] },
    [
      "error rule-failing: rule `Down` of group `basics` fails: many-to-many matching not allowed",
      "run its query by hand at the time of the failure, and correct it",
    ],
  ],
  [
    "a group is too slow",
    { ruleGroups: [group({ evaluationTime: 45.5 })] },
    [
      "warning group-too-slow: group `basics` takes 45s500ms and is due every 30s: evaluations are skipped",
      "look for its slowest rule, and move it into a group of its own or raise the group's interval",
    ],
  ],
  [
    "alerts go nowhere",
    { ruleGroups: [group()], alertmanagers: { active: [], dropped: [] } },
    [
      "warning no-alertmanager: no Alertmanager is configured or found: the alerts of 1 alerting rule reach nobody",
      "look at `alerting` in the configuration",
    ],
  ],
  ["no Alertmanager, and no alerting rule", { alertmanagers: { active: [], dropped: [] } }, []],
  [
    "alerting rules, and a server that tells of no Alertmanager",
    { ruleGroups: [group()], alertmanagers: undefined },
    [],
  ],
  [
    "a metric and a label are heavy",
    {
      tsdb: {
        head: { series: 100_000 },
        seriesByMetric: [
          { name: "http_bucket", count: 30_000 },
          { name: "small", count: 19_999 },
        ],
        valuesByLabel: [
          { name: "__name__", count: 90_000 },
          { name: "pod", count: 25_000 },
        ],
        bytesByLabel: [],
        seriesByPair: [],
      },
    },
    [
      "info heavy-metric: `http_bucket` has 30000 of the 100000 series in memory",
      "drop what nobody asks for with `metric_relabel_configs`, or aggregate it in a recording rule",
      "info heavy-label: the label `pod` has 25000 values",
      "look whether it holds ids, addresses or paths, which make a series each",
    ],
  ],
];

test.each(rows)("%s", async (_, facts, expected) => {
  const { oddities } = await statusOf(factsWith(facts));
  expect(oddities.flatMap(({ severity, code, message, help }) => [`${severity} ${code}: ${message}`, help])).toEqual(
    expected,
  );
});

test("the worst come first", async () => {
  const { oddities } = await statusOf(
    factsWith({
      discovered: new Map([["node", 9]]),
      ruleGroups: [group({ evaluationTime: 60 }, { health: "err" })],
    }),
  );
  expect(oddities.map(({ severity }) => severity)).toEqual(["error", "warning", "info"]);
});
