import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { binaries, promtool } from "./program.js";
import { startPrometheus } from "./prometheus.js";

/** A Prometheus that holds given series and scrapes nothing. */
export interface SeriesServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a Prometheus on a free port, with the samples of an OpenMetrics text, or its parts, and with
 * feature flags.
 */
export async function startSeriesServer(
  openMetrics: string | Iterable<string>,
  features: readonly string[] = [],
): Promise<SeriesServer> {
  const folder = await mkdtemp(join(tmpdir(), "promql-series-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const [input, data, config] = [join(folder, "series.txt"), join(folder, "data"), join(folder, "prometheus.yml")];
  try {
    await Promise.all([writeFile(input, openMetrics), writeFile(config, "{}")]);
    const convert = ["tsdb", "create-blocks-from", "openmetrics", "--quiet", input, data];
    await promisify(execFile)(promtool, convert);

    const flags = ["--storage.tsdb.retention.time=100y"];
    if (features.length > 0) flags.push(`--enable-feature=${features.join(",")}`);
    const { url, stop } = await startPrometheus(binaries ?? "", config, data, flags);
    return {
      url,
      async stop() {
        await stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
