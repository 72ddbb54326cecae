import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const binaries = process.env["PROMQL_PROMETHEUS_BIN"] ?? "";

/** A series of a result: its labels, and its value where it is a number. */
export interface LoadedSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** A real Prometheus that holds given series and scrapes nothing. */
export interface LoadedServer {
  /** The result of an instant query at a time in seconds since 1970, or why there is none. */
  readonly query: (query: string, time: number) => Promise<readonly LoadedSeries[] | { readonly error: string }>;
  readonly stop: () => Promise<void>;
}

/** Starts a server in a folder of its own whose storage holds an OpenMetrics text with time stamps. */
export async function startLoadedServer(openMetrics: string): Promise<LoadedServer> {
  const folder = await mkdtemp(join(tmpdir(), "promql-loaded-"));
  const data = join(folder, "data");
  await writeFile(join(folder, "metrics.txt"), openMetrics);
  await writeFile(join(folder, "prometheus.yml"), "{}");
  await promisify(execFile)(join(binaries, "promtool"), [
    ...["tsdb", "create-blocks-from", "openmetrics", "--quiet", join(folder, "metrics.txt"), data],
  ]);

  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(join(binaries, "prometheus"), [
    `--config.file=${join(folder, "prometheus.yml")}`,
    `--storage.tsdb.path=${data}`,
    "--storage.tsdb.retention.time=100y",
    `--web.listen-address=${new URL(url).host}`,
    "--enable-feature=promql-experimental-functions",
  ]);
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    await rm(folder, { recursive: true, force: true });
  };

  const end = Date.now() + 30_000;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`prometheus did not start:\n${log}`);
    }
    await sleep(200);
  }
  return { query: (query, time) => instantQuery(url, query, time), stop };
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/-/ready`).catch(() => undefined);
  return response?.ok ?? false;
}

type Answer =
  | { readonly status: "error"; readonly error: string }
  | {
      readonly status: "success";
      readonly data: {
        readonly resultType: string;
        readonly result: readonly {
          readonly metric: Readonly<Record<string, string>>;
          readonly value?: readonly [number, string];
        }[];
      };
    };

async function instantQuery(url: string, query: string, time: number): ReturnType<LoadedServer["query"]> {
  const body = new URLSearchParams({ query, time: String(time) });
  const response = await fetch(`${url}/api/v1/query`, { method: "POST", body });
  const answer = (await response.json()) as Answer;
  if (answer.status === "error") return { error: answer.error };
  if (answer.data.resultType !== "vector") return { error: `gives a ${answer.data.resultType}` };
  return answer.data.result.map(({ metric, value }) => ({
    labels: metric,
    value: value && Number(value[1].replace("Inf", "Infinity")),
  }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  server.close();
  await once(server, "close");
  return address.port;
}
