import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Demo } from "../../src/demo/index.js";
import { recentSeries } from "./demo-past.js";
import { eventually, onFreePort, start } from "./program.js";

/** The folder of the binary. */
export const victoriaMetricsBin = process.env["PROMQL_VICTORIA_METRICS_BIN"];

/** A VictoriaMetrics that holds given series and scrapes nothing. */
export interface VictoriaMetrics {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one in a folder of its own, and writes into it what a demo has of the last minutes. */
export function startVictoriaMetrics(demo: Demo): Promise<VictoriaMetrics> {
  return onFreePort(async (port) => {
    const folder = await mkdtemp(join(tmpdir(), "promql-victoria-"));
    const url = `http://127.0.0.1:${port}`;
    const server = start(join(victoriaMetricsBin ?? "", "victoria-metrics"), [
      `-storageDataPath=${folder}`,
      `-httpListenAddr=127.0.0.1:${port}`,
      "-search.latencyOffset=0s",
      "-retentionPeriod=100y",
    ]);
    const stop = async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      await eventually(async () => {
        const failure = server.failure();
        if (failure) throw new Error(failure);
        return (await fetch(`${url}/health`).catch(() => undefined))?.ok ?? false;
      }, "VictoriaMetrics to start");
      await write(url, demo);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, stop };
  });
}

async function write(url: string, demo: Demo): Promise<void> {
  const lines = recentSeries(demo).map(({ labels, times, values }) =>
    JSON.stringify({ metric: Object.fromEntries(labels), timestamps: [...times], values: [...values] }),
  );
  const written = await fetch(`${url}/api/v1/import`, { method: "POST", body: lines.join("\n") });
  if (!written.ok) throw new Error(`VictoriaMetrics takes no series: ${await written.text()}`);
  // What is written can be asked for a moment later.
  await eventually(async () => {
    const answer = await fetch(`${url}/api/v1/query?query=count(up)`);
    return (await answer.text()).includes(`"${demo.targets.length}"`);
  }, "the series to be there");
}
