import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type PrometheusClient } from "../../src/prometheus/index.js";
import { describeNeeding } from "./needs.js";

const binaries = process.env["PROMQL_PROMETHEUS_BIN"];

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
  const folder = await mkdtemp(join(tmpdir(), "promql-live-"));
  const [port, exporterPort] = await freePorts();
  const address = `127.0.0.1:${port}`;
  const exporterAddress = `127.0.0.1:${exporterPort}`;
  const jobs = exporter === "absent" ? { prometheus: address } : { prometheus: address, node: exporterAddress };
  await writeFile(join(folder, "prometheus.yml"), configuration(jobs));

  const node =
    exporter === "running" ? start("prometheus-node-exporter", [`--web.listen-address=${exporterAddress}`]) : undefined;
  const prometheus = start("prometheus", [
    `--config.file=${join(folder, "prometheus.yml")}`,
    `--storage.tsdb.path=${join(folder, "data")}`,
    `--web.listen-address=${address}`,
    "--enable-feature=native-histograms",
  ]);
  const stop = async () => {
    await Promise.all([node?.stop(), prometheus.stop()]);
    await rm(folder, { recursive: true, force: true });
  };

  const url = `http://${address}`;
  const client = connect({ url });
  const isScraped = async () => {
    if (node?.failure()) throw new Error(node.failure());
    if (prometheus.failure()) throw new Error(prometheus.failure());
    return countOf(client, "count(count_over_time(up[1m]) >= 2)", Object.keys(jobs).length);
  };
  try {
    await eventually(isScraped, "two scrapes of every target");
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    exporterUrl: `http://${exporterAddress}`,
    stop,
    async stopExporter() {
      await node?.stop();
      await eventually(() => countOf(client, 'count(up{job="node"} == 0)', 1), "the target to be down");
    },
  };
}

function configuration(jobs: Readonly<Record<string, string>>): string {
  const scrapes = Object.entries(jobs).map(([job_name, target]) => ({
    job_name,
    static_configs: [{ targets: [target] }],
  }));
  return JSON.stringify({ global: { scrape_interval: "1s" }, scrape_configs: scrapes });
}

async function countOf(client: PrometheusClient, query: string, expected: number): Promise<boolean> {
  const { result } = await client.instantQuery(query);
  const [first] = result.type === "vector" ? result.series : [];
  return first !== undefined && "value" in first.sample && first.sample.value === expected;
}

/** Waits until something holds, half a minute at most. */
export async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    if (await holds().catch(isNotReady)) return;
    if (Date.now() > end) throw new Error(`waited 30 s in vain for ${what}`);
    await sleep(200);
  }
}

/** A server that starts refuses connections first, and says that it is not ready next. */
function isNotReady(error: unknown): false {
  if (error instanceof Error && error.name === "PrometheusError") return false;
  throw error;
}

/** Starts one of the programs of the suite, or another one by its whole path. */
export function start(program: string, flags: readonly string[]) {
  const child = spawn(resolve(binaries ?? "", program), flags, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  let broken: string | undefined;
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  child.on("error", (error) => (broken = error.message));
  return {
    failure: () => broken ?? (hasExited(child) ? `${program} ended:\n${log}` : undefined),
    async stop() {
      if (broken || hasExited(child)) return;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 5000);
      await exited;
      clearTimeout(killer);
    },
  };
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Two loopback ports on which nothing listens. */
export async function freePorts(): Promise<readonly [number, number]> {
  const [first, second] = await Promise.all([holdPort(), holdPort()]);
  await Promise.all([first.release(), second.release()]);
  return [first.port, second.port];
}

async function holdPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  return { port: address.port, release: () => new Promise((resolve) => server.close(resolve)) };
}
