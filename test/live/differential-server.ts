import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isObject } from "../../src/prometheus/shape.js";
import { startPrometheus } from "./prometheus.js";

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
  const remove = () => rm(folder, { recursive: true, force: true });
  const agent = new Agent({ keepAlive: true });
  try {
    const flags = [`--enable-feature=${features.join(",")}`];
    const prometheus = await startPrometheus(binaries, join(folder, "prometheus.yml"), join(folder, "data"), flags);
    return {
      ask: (what, query) => ask(agent, `${prometheus.url}/api/v1/${what}`, query),
      async stop() {
        agent.destroy();
        await prometheus.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
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
