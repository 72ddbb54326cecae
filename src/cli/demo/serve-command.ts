import type { Demo } from "../../demo/index.js";
import { writeOutputFile } from "../output-file.js";
import { shownPath } from "../paths.js";
import { untilInterrupted } from "../serving/until-interrupted.js";
import { prometheusConfig } from "./scrape-config.js";
import { startServing } from "./serve.js";

/** How a demo is served. */
export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  /** A file for a configuration of Prometheus. */
  readonly writeConfig?: string;
}

/** Serves a demo until Ctrl-C or SIGTERM; `prepare` is done first, once it is sure that it can be served. */
export async function serveUntilInterrupted(
  demo: Demo,
  { host = "127.0.0.1", port = 9190, writeConfig }: ServeOptions,
  prepare: () => Promise<void>,
): Promise<void> {
  await untilInterrupted(await startServing(demo, { host, port }), async (address) => {
    if (writeConfig !== undefined) writeOutputFile(writeConfig, prometheusConfig(demo, address));
    await prepare();
    const config = writeConfig === undefined ? `http://${address}/prometheus.yml` : shownPath(writeConfig);
    return { text: `the demo cluster is served at http://${address}/`, help: `start Prometheus with ${config}` };
  });
}
