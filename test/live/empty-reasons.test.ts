import { afterAll, beforeAll, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";
import { type ConfiguredServer, startConfiguredServer } from "./configured-server.js";
import { type NodeExporter, startNodeExporter } from "./node-exporter.js";
import { describeLive } from "./server.js";

describeLive("a server that renames a label of the node exporter, and scrapes nothing else", () => {
  let server: ConfiguredServer;
  let exporter: NodeExporter;
  beforeAll(async () => {
    exporter = await startNodeExporter();
    server = await startConfiguredServer(
      () => ({ "prometheus.yml": configurationFor(exporter.address) }),
      async (client) => (await client.labelValues("__name__", ["node_cpu_seconds_total"])).length > 0,
    );
  }, 60_000);
  afterAll(() => Promise.all([server.stop(), exporter.stop()]));

  test.each([
    [
      "node-cpu-count",
      "no-match",
      "no series of `node_cpu_seconds_total` has a label `mode`",
      "`idle` is found in the values of `cpu_mode`; it has `cpu_mode`, `cpu`, `instance`, `job`",
    ],
    [
      "kube-node-versions",
      "no-exporter",
      "no target gives kube-state-metrics's metrics: the server does not know `kube_node_info`",
      "have the server scrape kube-state-metrics, see https://github.com/kubernetes/kube-state-metrics",
    ],
  ])("%s: %s", async (id, code, message, help) => {
    const { status, stdout } = await promqlLint(["catalogue", "run", "--server", server.url, "--id", id, "-f", "json"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: [{ id, reason: { code, message } }] });
    expect(stdout).toContain(JSON.stringify(help).slice(1, -1));
  });

  test("the page of the query says it too", async () => {
    const { status, stdout } = await promqlLint(["catalogue", "show", "node-cpu-count", "--server", server.url]);
    expect(status).toBe(1);
    expect(stdout).toContain(`\nNow at ${server.url}\n\nempty: no series of \`node_cpu_seconds_total\``);
  });
});

function configurationFor(exporter: string): object {
  const metric_relabel_configs = [
    { source_labels: ["mode"], target_label: "cpu_mode" },
    { action: "labeldrop", regex: "mode" },
  ];
  const node = { job_name: "node", static_configs: [{ targets: [exporter] }], metric_relabel_configs };
  return { global: { scrape_interval: "1s" }, scrape_configs: [node] };
}
