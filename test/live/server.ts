import type { PrometheusClient } from "../../src/prometheus/index.js";
import { startConfiguredServer } from "./configured-server.js";
import { describeNeeding } from "./needs.js";
import { startNodeExporter } from "./node-exporter.js";
import { binaries, eventually, nothing } from "./program.js";

/** A suite on real servers. Without their binaries it is skipped and says so; where CI=true it fails instead. */
export function describeLive(name: string, suite: () => void): void {
  const missing = "PROMQL_PROMETHEUS_BIN is not set: it names the folder of prometheus and prometheus-node-exporter";
  describeNeeding(name, binaries ? undefined : missing, suite);
}

/** A real Prometheus that scrapes itself every second and, as job `node`, a node exporter. */
export interface LiveServer {
  readonly url: string;
  /** Where the exporter listens, or nothing listens. */
  readonly exporterUrl: string;
  /** Stops the exporter and waits until the server has seen it. */
  readonly stopExporter: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server in a folder of its own, on free loopback ports, and waits for two scrapes of every target. With
 * `absent` no target of the exporter is configured; with `down` there is one, and nothing answers.
 */
export async function startServer(exporter: "running" | "absent" | "down"): Promise<LiveServer> {
  const node = exporter === "running" ? await startNodeExporter() : undefined;
  const exporterAddress = node?.address ?? nothing;
  const targets = exporter === "absent" ? 1 : 2;
  const isScraped = (client: PrometheusClient) => {
    if (node?.failure()) throw new Error(node.failure());
    return countOf(client, "count(count_over_time(up[1m]) >= 2)", targets);
  };
  const filesFor = (server: string) => ({
    "prometheus.yml": configuration({ prometheus: server, ...(exporter !== "absent" && { node: exporterAddress }) }),
  });
  try {
    const { url, client, stop } = await startConfiguredServer(filesFor, isScraped, [
      "--enable-feature=native-histograms",
    ]);
    return {
      url,
      exporterUrl: `http://${exporterAddress}`,
      async stop() {
        await Promise.all([node?.stop(), stop()]);
      },
      async stopExporter() {
        await node?.stop();
        await eventually(() => countOf(client, 'count(up{job="node"} == 0)', 1), "the target to be down");
      },
    };
  } catch (error) {
    await node?.stop();
    throw error;
  }
}

function configuration(jobs: Readonly<Record<string, string>>): object {
  const scrapes = Object.entries(jobs).map(([job_name, target]) => ({
    job_name,
    static_configs: [{ targets: [target] }],
  }));
  return { global: { scrape_interval: "1s" }, scrape_configs: scrapes };
}

async function countOf(client: PrometheusClient, query: string, expected: number): Promise<boolean> {
  const { result } = await client.instantQuery(query);
  const [first] = result.type === "vector" ? result.series : [];
  return first !== undefined && "value" in first.sample && first.sample.value === expected;
}
