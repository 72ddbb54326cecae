import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type PrometheusClient } from "../../src/prometheus/index.js";
import { eventually, onFreePort, start } from "./program.js";

/** A real Prometheus with a configuration of its own. */
export interface ConfiguredServer {
  readonly url: string;
  readonly client: PrometheusClient;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server in a folder with the given files, of which `prometheus.yml` is its configuration, and waits until
 * something holds, such as that it has found its targets. The files may name host and port of the server itself. `flags`
 * are further ones of the server.
 */
export function startConfiguredServer(
  filesFor: (server: string) => Readonly<Record<string, unknown>>,
  isReady: (client: PrometheusClient) => Promise<boolean>,
  flags: readonly string[] = [],
): Promise<ConfiguredServer> {
  return onFreePort(async (port) => {
    const folder = await mkdtemp(join(tmpdir(), "promql-configured-"));
    const server = `127.0.0.1:${port}`;
    // JSON is YAML as well.
    await Promise.all(
      Object.entries(filesFor(server)).map(([name, content]) => writeFile(join(folder, name), JSON.stringify(content))),
    );
    const prometheus = start("prometheus", [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=${server}`,
      ...flags,
    ]);
    const stop = async () => {
      await prometheus.stop();
      await rm(folder, { recursive: true, force: true });
    };
    const url = `http://${server}`;
    const client = connect({ url });
    try {
      await eventually(() => {
        const failure = prometheus.failure();
        if (failure) throw new Error(failure);
        return isReady(client);
      }, "the server to be ready");
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, client, stop };
  });
}
