import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A Prometheus that holds given series and scrapes nothing. */
export interface SeriesServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the Prometheus of a folder on a free port, with the samples of an OpenMetrics text, or its parts, and with
 * feature flags.
 */
export async function startSeriesServer(
  binaries: string,
  openMetrics: string | Iterable<string>,
  features: readonly string[] = [],
): Promise<SeriesServer> {
  const folder = await mkdtemp(join(tmpdir(), "promql-series-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const [input, data, config] = [join(folder, "series.txt"), join(folder, "data"), join(folder, "prometheus.yml")];
  try {
    await Promise.all([writeFile(input, openMetrics), writeFile(config, "{}")]);
    const convert = ["tsdb", "create-blocks-from", "openmetrics", "--quiet", input, data];
    await promisify(execFile)(join(binaries, "promtool"), convert);
  } catch (error) {
    await remove();
    throw error;
  }

  const flags = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, "--web.listen-address=127.0.0.1:0"];
  flags.push("--storage.tsdb.retention.time=100y");
  if (features.length > 0) flags.push(`--enable-feature=${features.join(",")}`);
  const child = spawn(join(binaries, "prometheus"), flags, { stdio: ["ignore", "ignore", "pipe"] });
  const stop = async () => {
    const exited = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    child.kill("SIGTERM");
    await exited;
    await remove();
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
    return { url: `http://${address}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
