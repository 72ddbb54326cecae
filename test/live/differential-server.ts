import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isObject } from "../../src/prometheus/shape.js";

/** What a server says of a query. */
export type Verdict = { readonly data: unknown } | { readonly error: string };

/** A server that holds no data. */
export interface EmptyServer {
  /** Asks `/api/v1/format_query` or `/api/v1/parse_query`. */
  readonly ask: (what: "format_query" | "parse_query", query: string) => Promise<Verdict>;
  readonly stop: () => Promise<void>;
}

/** Starts the Prometheus of a folder on a free port, with feature flags and nothing to scrape. */
export async function startEmptyServer(binaries: string, features: readonly string[]): Promise<EmptyServer> {
  const folder = await mkdtemp(join(tmpdir(), "promql-differential-"));
  await writeFile(join(folder, "prometheus.yml"), "{}");
  const child = spawn(
    join(binaries, "prometheus"),
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      "--web.listen-address=127.0.0.1:0",
      `--enable-feature=${features.join(",")}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const agent = new Agent({ keepAlive: true });
  const stop = async () => {
    agent.destroy();
    const exited = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    child.kill("SIGTERM");
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let log = "";
      child.on("error", reject);
      child.on("exit", () => reject(new Error(`prometheus ended:\n${log}`)));
      child.stderr.on("data", (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-10_000);
        const [, found] = /msg="Listening on".*address=(\S+)/.exec(log) ?? [];
        if (found && log.includes("Server is ready to receive web requests")) resolve(found);
      });
    });
    return { stop, ask: (what, query) => ask(agent, `http://${address}/api/v1/${what}`, query) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Several times faster than `fetch`, which counts with tens of thousands of queries. */
async function ask(agent: Agent, url: string, query: string): Promise<Verdict> {
  const body = await new Promise<string>((resolve, reject) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const asked = request(
      url,
      { method: "POST", agent, headers },
      (response) => void text(response).then(resolve, reject),
    );
    asked.on("error", reject);
    asked.end(new URLSearchParams({ query }).toString());
  });
  const answer: unknown = JSON.parse(body);
  if (isObject(answer) && answer["status"] === "success") return { data: answer["data"] };
  if (isObject(answer) && typeof answer["error"] === "string") return { error: answer["error"] };
  throw new Error(`${url} answers ${body} to ${query}`);
}
